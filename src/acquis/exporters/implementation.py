"""Implementation as rows: one cell a row with the keys of the sentences behind each kind, or one count a row."""

from __future__ import annotations

from collections.abc import Iterable

from acquis.contract import Json
from acquis.exporters.names import NameOf
from acquis.exporters.rows import Row, Table
from acquis.model.implementation import KINDS, NOTHING, Cell, Count, Implementation, Kind

VOLUNTARY = "Norms are voluntary, and silence is no breach."
_COLUMNS: dict[Kind, str] = {
    "reported by itself": "reported",
    "confirmed by another's text": "confirmed",
    "contested": "contested",
    "spoken to": "spoken",
}


def cells_table(answer: Implementation, made: str, name_of: NameOf, *, every: bool = False) -> Table:
    """The cells with evidence; `every` also those without."""
    cells: Iterable[Cell] = (*answer.cells, *(answer.empty() if every else ()))
    return Table("implementation", tuple(_cell(one, name_of) for one in cells), answer.marking, made)


def counts_table(answer: Implementation, made: str) -> Table:
    """How many States have evidence of each kind, one label a row."""
    rows = tuple(_count(one, answer.by) for one in answer.counts)
    return Table(f"implementation by {answer.by}", rows, answer.marking, made)


def _cell(one: Cell, name_of: NameOf) -> Row:
    days = sorted(trace.day for trace in one.traces if trace.day)
    row: Row = {"provision": one.provision, "state": one.state, "name": name_of(one.state)}
    row["evidence"] = [*one.kinds] or [NOTHING]
    for kind, column in _COLUMNS.items():
        keys: list[Json] = [trace.key for trace in one.of_kind(kind)]
        row[column] = keys
    row["only_through_groups"] = one.group_only
    groups: list[Json] = [*sorted({trace.through for trace in one.traces if trace.through})]
    row["groups"] = groups
    row["documents"] = len(one.documents)
    row["first"], row["last"] = (days[0], days[-1]) if days else (None, None)
    row["marking"] = one.marking.label
    return row


def _count(one: Count, by: str) -> Row:
    row: Row = {by: one.label, "states": one.states}
    row |= {_COLUMNS[kind]: one.kinds[kind] for kind in KINDS}
    return row | {
        "only_through_groups": one.group_only,
        "no_evidence": one.silent,
        "documents": one.documents,
    }
