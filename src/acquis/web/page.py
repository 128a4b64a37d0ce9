"""A page in, an answer out: HTML for people, JSON and CSV for programs, of one and the same dataclass."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from fastapi import Response

from acquis.exporters.csv import write_csv
from acquis.exporters.paper import WRITERS
from acquis.exporters.rows import Table
from acquis.grammar.words import plain_words
from acquis.model.account import Role
from acquis.model.paper import Paper
from acquis.web.plain import to_json

Form = Literal["html", "json", "csv"]
PAPERS = ("docx", "pdf", "md")
_LONGEST_NAME = 100
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


class Page(Protocol):
    """What every page has: a title, and the address that gives it again."""

    @property
    def title(self) -> str:
        """The title, as a tab shows it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that a page gives: its name without the ending, and what is in it."""

    name: str
    content: bytes


class Filed(Page, Protocol):
    """A page that can be taken along as a file."""

    def file(self, form: str) -> File:
        """The page in a form, by the ending of its name."""


class Tabled(Page, Protocol):
    """A page that is a table too."""

    def table(self) -> Table:
        """Its rows, with the highest marking of what is in them."""


@dataclass(frozen=True, slots=True)
class View:
    """One page of the site: where it is, what fills it, which template shows it; `tabled` where it has a CSV.

    `files` are the endings of the files that it can be taken along as. `role` is who may see it, None where whoever
    asks may; `heavy` pages cost much and are limited, as files are.

    `fill` is a function as FastAPI reads them: its parameters are those of the address, and it returns a Page.
    """

    path: str
    fill: Callable[..., Page]
    template: str
    tabled: bool = False
    files: tuple[str, ...] = ()
    role: Role | None = Role.READER
    heavy: bool = False


def json_of(page: Page) -> Response:
    """The page for programs."""
    return Response(to_json(page), media_type="application/json")


def csv_of(page: Tabled) -> Response:
    """The page for spreadsheets, named after its table."""
    table = page.table()
    written = io.StringIO()
    write_csv(table, written)
    named = {"Content-Disposition": f'attachment; filename="{table.name}.csv"'}
    return Response(
        written.getvalue().encode("utf-8", "replace"), media_type="text/csv; charset=utf-8", headers=named
    )


def file_of(page: Filed, form: str) -> Response:
    """The page as a file to keep."""
    file = page.file(form)
    named = {"Content-Disposition": f'attachment; filename="{file.name}.{form}"'}
    return Response(file.content, media_type=MEDIA[form], headers=named)


def paper_file(name: str, paper: Paper, form: str) -> File:
    """A paper as a file; the name keeps letters, digits and dashes only."""
    plain = "-".join(plain_words(name)).encode("ascii", "ignore").decode()
    return File(plain[:_LONGEST_NAME] or "paper", WRITERS[form](paper))
