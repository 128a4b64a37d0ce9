"""Convergence and false friends in, rows for programs and spreadsheets out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.contract import Json
from acquis.exporters.position_rows import position_row, utterance_cells
from acquis.exporters.rows import Row, Table
from acquis.model.convergence import Convergence, FalseFriend, FalseFriends, Issue, Support
from acquis.model.utterance import Utterance

_DIGITS = 3


def convergence_rows(found: Convergence) -> Iterator[Row]:
    """A row on the groups and the ground, then one of `kind` issue for each, in their order."""
    groups: list[Json] = [
        {"group": one.name, "members": list(one.members), "told_by": list(one.told_by)}
        for one in found.groups
    ]
    yield {
        "kind": "convergence",
        "grouped_by": found.grouped_by,
        "groups": groups,
        "silhouette": None if found.silhouette is None else round(found.silhouette, _DIGITS),
        "states_heard": found.heard,
        "states_in_groups": found.placed,
        "documents": found.documents,
        "undated_left_out": found.undated,
        "remarks": list(found.remarks),
        "marking": found.marking.label,
    }
    yield from ({"kind": "issue", **issue_row(one)} for one in found.issues)


def issue_row(one: Issue) -> Row:
    """One issue with its support in each group, and its sentences."""
    supports: list[Json] = [_support(each) for each in one.supports]
    carried: list[Json] = [position_row(each) for each in one.carried]
    apart: list[Json] = [position_row(each) for each in one.apart]
    through: list[Json] = [position_row(each) for each in one.through]
    return {
        **_head(one),
        "supports": supports,
        "standing_apart": list(one.standing_apart),
        "carried": carried,
        "apart": apart,
        "through_groups": through,
    }


def _head(one: Issue) -> Row:
    return {
        "concept": one.concept,
        "name": one.name,
        "issue_kind": one.kind,
        "across": round(one.score, _DIGITS),
        "low": round(one.low, _DIGITS),
        "high": round(one.high, _DIGITS),
        "enough": one.enough,
        "lack": one.lack or None,
        "intercept": None if one.intercept is None else round(one.intercept, _DIGITS),
        "states_heard": one.heard,
    }


def _support(one: Support) -> Row:
    return {
        "group": one.group, "heard": one.heard, "agreeing": one.agreeing, "share": round(one.share, _DIGITS),
        "low": round(one.low, _DIGITS), "high": round(one.high, _DIGITS),
    }  # fmt: skip


def convergence_table(found: Convergence, made: str) -> Table:
    """A row for every issue and group."""
    rows: tuple[Row, ...] = tuple(
        {**_head(issue), **_support(each), "standing_apart": [*issue.standing_apart]}
        for issue in found.issues
        for each in issue.supports
    )
    return Table("convergence", rows, found.marking, made)


def false_friends_rows(found: FalseFriends) -> Iterator[Row]:
    """A row on the ground, then one for each pair."""
    yield {
        "kind": "false-friends",
        "findings": found.findings,
        "documents": found.documents,
        "rejected": found.rejected,
        "remarks": list(found.remarks),
        "marking": found.marking.label,
    }
    yield from ({"kind": "pair", **pair_row(one)} for one in found.pairs)


def pair_row(one: FalseFriend) -> Row:
    """Both sentences with what they share, and why they may mean two things."""
    return {
        "shared": one.shared,
        "reasons": list(one.reasons),
        "score": round(one.score, _DIGITS),
        "settled": one.settled,
        "one": _said(one.one),
        "other": _said(one.other),
    }


def _said(one: Utterance) -> Row:
    return {"owners": list(one.owners), **utterance_cells(one)}


def false_friends_table(found: FalseFriends, made: str) -> Table:
    """A row for each pair, both sentences in it."""
    return Table("false-friends", tuple(map(_flat, found.pairs)), found.marking, made)


def _flat(one: FalseFriend) -> Row:
    sides: Row = {}
    for name, said in (("one", one.one), ("other", one.other)):
        cells = _said(said)
        sides |= {
            f"{name}_{cell}": cells[cell]
            for cell in ("owners", "key", "day", "document", "paragraph", "sentence")
        }
    return {
        "shared": one.shared, "reasons": list(one.reasons), "score": round(one.score, _DIGITS),
        "settled": one.settled, **sides, "marking": max(one.one.marking, one.other.marking).label,
    }  # fmt: skip
