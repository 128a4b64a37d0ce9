"""Records in, lines on standard output out: one writer a format, one line a format in WRITERS."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import click

from acquis.cli.explaining import reasons
from acquis.contract import Json, error_row, record_row
from acquis.errors import UnreadableSource
from acquis.exporters.escape import cell, json_safe, visible
from acquis.model.claim import Claim
from acquis.model.record import Record
from acquis.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class View:
    """What a user wants to see beside the findings, and the vocabulary that names actors."""

    vocabulary: Vocabulary
    explain: bool = False
    with_text: bool = False


class Writer(Protocol):
    """Prints records one by one, as they are read."""

    def record(self, record: Record) -> None:
        """Print one record."""

    def problem(self, problem: UnreadableSource) -> None:
        """Say that a source could not be read."""

    def close(self) -> None:
        """Print what stands at the end."""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """The reader contract: one JSON object a line and nothing else."""

    view: View

    def record(self, record: Record) -> None:
        click.echo(json_safe(json.dumps(_row(record, self.view), ensure_ascii=False)))

    def problem(self, problem: UnreadableSource) -> None:
        click.echo(json_safe(json.dumps(error_row(problem), ensure_ascii=False)))

    def close(self) -> None:
        """Nothing stands at the end."""


@dataclass(slots=True)
class JsonArray:
    """One array of the objects of the reader contract."""

    view: View
    _before: str = field(default="[\n", init=False)

    def record(self, record: Record) -> None:
        self._print(_row(record, self.view))

    def problem(self, problem: UnreadableSource) -> None:
        self._print(error_row(problem))

    def close(self) -> None:
        click.echo("[]" if self._before == "[\n" else "\n]")

    def _print(self, row: dict[str, Json]) -> None:
        click.echo(self._before + json_safe(json.dumps(row, ensure_ascii=False)), nl=False)
        self._before = ",\n"


_COLUMNS = (
    "path", "title", "published", "kind", "act", "owners", "addressees", "quote", "sentence", "paragraph",
    "start", "end", "stem", "also", "grade", "element", "targets", "due", "place", "rule", "confidence",
)  # fmt: skip


class CsvClaims:
    """One claim a row; lists are joined by "; ". What cannot be read is said on standard error."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._csv = csv.writer(sys.stdout, lineterminator="\n")
        self._csv.writerow((*_COLUMNS, "explanation") if view.explain else _COLUMNS)

    def record(self, record: Record) -> None:
        document = record.document
        head = (document.path, document.title, document.published, document.kind)
        for claim in record.claims:
            row = (
                *head,
                *_claim_cells(claim),
                *([_explained(claim, self._view)] if self._view.explain else []),
            )
            self._csv.writerow([cell(visible(value)) if isinstance(value, str) else value for value in row])

    def problem(self, problem: UnreadableSource) -> None:
        print_problem(problem)

    def close(self) -> None:
        """Nothing stands at the end."""


def _claim_cells(claim: Claim) -> tuple[str | int | float | None, ...]:
    """The cells of a claim, in the order of the columns after `kind`."""
    return (
        claim.act,
        "; ".join(claim.owners),
        "; ".join(claim.addressees),
        claim.evidence.quote,
        claim.sentence.quote,
        claim.paragraph,
        claim.evidence.start,
        claim.evidence.end,
        claim.stem.quote if claim.stem else None,
        "; ".join(f"{place.evidence.start}-{place.evidence.end}" for place in claim.also),
        claim.grade,
        claim.element,
        "; ".join(claim.targets),
        claim.due.edtf if claim.due else None,
        claim.venue,
        claim.rule,
        claim.confidence,
    )


def _row(record: Record, view: View) -> dict[str, Json]:
    row = record_row(record, with_text=view.with_text)
    claims = row["claims"]
    if view.explain and isinstance(claims, list):
        told = zip(claims, record.claims, strict=True)
        row["claims"] = [
            row | {"explanation": _explained(claim, view)} for row, claim in told if isinstance(row, dict)
        ]
    return row


def _explained(claim: Claim, view: View) -> str:
    return "; ".join(reasons(claim, view.vocabulary))


def print_problem(problem: UnreadableSource) -> None:
    """One clear line on standard error."""
    click.echo(visible(f"acquis: {problem}"), err=True)


def _people(view: View) -> Writer:
    from acquis.cli.people import PeopleView

    return PeopleView(view)


def _table(view: View) -> Writer:
    from acquis.cli.table import TableView

    return TableView(view)


WRITERS: dict[str, Callable[[View], Writer]] = {
    "people": _people,
    "table": _table,
    "jsonl": JsonLines,
    "json": JsonArray,
    "csv": CsvClaims,
}
