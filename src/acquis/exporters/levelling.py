"""Levelling up as rows: shares, needs, offers, steps reported, proposed pairs and needs without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.contract import Json
from acquis.exporters.rows import Row, Table
from acquis.exporters.utterances import utterance_row
from acquis.model.levelling import Done, Levelling, Pair, Share, Stated, Unmatched

ENOUGH = "not enough to say"


def levelling_rows(answer: Levelling) -> Iterator[Row]:
    """A row on what was counted, then rows of the `kind` share, need, offer, done, pair and unmatched."""
    yield {
        "kind": "level", "documents": answer.documents, "undated": answer.undated, "left_out": answer.left_out,
        "marking": answer.marking.label,
    }  # fmt: skip
    yield from ({"kind": "share", **share_row(one)} for one in answer.shares)
    for kind, some in _stated(answer):
        yield from (stated_row(one, kind) for one in dict.fromkeys(some))
    yield from map(_pair, answer.pairs)
    yield from map(_unmatched, answer.unmatched)


def _stated(answer: Levelling) -> Iterator[tuple[str, list[Stated | Done]]]:
    """Every need, offer and step; one on several subjects comes several times."""
    yield "need", [one for each in answer.subjects for one in each.needs]
    yield "offer", [one for each in answer.subjects for one in each.offers]
    yield "done", [one for each in answer.subjects for one in each.done]


def shares_table(answer: Levelling, made: str) -> Table:
    """The shares as flat rows."""
    return Table("level", tuple(map(share_row, answer.shares)), answer.counted, made)


def share_row(one: Share) -> Row:
    """One region and element."""
    told = one.share is not None
    return {
        "region": one.region, "element": one.element, "states": one.states, "reporting": one.reporting,
        "speaking": one.speaking, "only_through_groups": one.group_only, "no_evidence": one.silent,
        "documents": one.documents, "share_of_speaking": _rounded(one.share), "low": _rounded(one.low),
        "high": _rounded(one.high), "note": None if told else ENOUGH,
    }  # fmt: skip


def stated_row(one: Stated | Done, kind: str) -> Row:
    """One need, offer or step with its words."""
    subjects: list[Json] = list(one.subjects)
    row: Row = {"kind": kind, "owner": one.owner, "subjects": subjects}
    if isinstance(one, Stated):
        row |= {"of_a_group": one.group, "made_to": list(one.for_whom)}
    return row | utterance_row(one.utterance)


def _pair(one: Pair) -> Row:
    return {
        "kind": "pair", "score": one.score, "why": list(one.why), "need": stated_row(one.need, "need"),
        "offer": stated_row(one.offer, "offer"),
    }  # fmt: skip


def _unmatched(one: Unmatched) -> Row:
    return {"kind": "unmatched", "missing": one.missing, "need": stated_row(one.need, "need")}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
