"""A page in, an answer out: HTML for people, JSON and CSV for programs, of one and the same dataclass."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from fastapi import Response

from acquis.exporters.csv import write_csv
from acquis.exporters.rows import Table
from acquis.web.plain import to_json

Form = Literal["html", "json", "csv"]


class Page(Protocol):
    """What every page has: a title, and the address that gives it again."""

    @property
    def title(self) -> str:
        """The title, as a tab shows it."""


class Tabled(Page, Protocol):
    """A page that is a table too."""

    def table(self) -> Table:
        """Its rows, with the highest marking of what is in them."""


@dataclass(frozen=True, slots=True)
class View:
    """One page of the site: where it is, what fills it, which template shows it; `tabled` where it has a CSV.

    `fill` is a function as FastAPI reads them: its parameters are those of the address, and it returns a Page.
    """

    path: str
    fill: Callable[..., Page]
    template: str
    tabled: bool = False


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
