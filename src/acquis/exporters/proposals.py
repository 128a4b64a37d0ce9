"""Proposals in, rows for programs and spreadsheets out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.contract import Json
from acquis.exporters.rows import Row, Table
from acquis.model.proposal import Proposal, Proposals, Reaction, Standing, Uptake
from acquis.model.utterance import Utterance


def proposal_rows(found: Proposals) -> Iterator[Row]:
    """A row on what was looked through, then one for each proposal."""
    yield {
        "kind": "proposals", "found": found.found, "shown": len(found.proposals), "documents": found.documents,
        "undated": found.undated, "marking": found.marking.label,
    }  # fmt: skip
    yield from map(proposal_row, found.proposals)


def proposal_row(one: Proposal) -> Row:
    """One proposal with the sentences that make it, those of who backs or resists it, and what later text may have."""
    made: list[Json] = [utterance_row(each) for each in one.made]
    standings: list[Json] = [_standing(each) for each in one.standings]
    uptakes: list[Json] = [_uptake(each) for each in one.uptakes]
    return {
        "kind": "proposal", "key": one.key, "name": one.name, "owners": list(one.owners), "made": made,
        "standings": standings, "may_have_taken_it_up": uptakes, "later_texts_searched": one.searched,
        "marking": one.marking.label,
    }  # fmt: skip


def utterance_row(one: Utterance) -> Row:
    """A finding as evidence: who says it, in which words, where and when."""
    return {
        "key": one.key, "act": one.act, "owners": list(one.owners), "quote": _line(one.quote),
        "sentence": _line(one.sentence), "paragraph": one.address, "document": one.document, "title": one.title,
        "day": one.day, "text_status": one.text_status, "status": one.status, "confidence": one.confidence,
        "targets": list(one.targets), "url": one.url, "marking": one.marking.label,
    }  # fmt: skip


def proposals_table(found: Proposals, made: str) -> Table:
    """One row for each sentence: those that make a proposal, speak of it, or may have taken it up."""
    rows = [row for one in found.proposals for row in _flat(one)]
    return Table("proposals", tuple(rows), found.marking, made)


def _flat(one: Proposal) -> Iterator[Row]:
    head: Row = {"proposal": one.key, "name": one.name, "proposed_by": list(one.owners)}
    for each in one.made:
        yield (
            head | {"part": "made", "actor": list(each.owners), "bearing": None} | _plain(utterance_row(each))
        )
    for standing in one.standings:
        for told in standing.reactions:
            part: Row = {"part": "reaction", "actor": [standing.actor], "bearing": told.bearing}
            yield head | part | _plain(utterance_row(told.said)) | {"why": told.why}
    for each_uptake in one.uptakes:
        part = {"part": "may have taken it up", "actor": list(each_uptake.actors), "bearing": None}
        why = f"likeness {each_uptake.score:.2f}: {', '.join(each_uptake.shared)}"
        yield head | part | _plain(_uptake(each_uptake)) | {"why": why}


def _plain(row: Row) -> Row:
    """The columns that all parts have."""
    names = "key sentence paragraph document title day text_status url marking".split()
    return {name: row[name] for name in names} | {"why": None}


def _standing(one: Standing) -> Row:
    reactions: list[Json] = [_reaction(each) for each in one.reactions]
    return {"actor": one.actor, "stand": one.stand, "manner": one.manner, "reactions": reactions}


def _reaction(one: Reaction) -> Row:
    naming = _line(one.naming) if one.naming else None
    return {"bearing": one.bearing, "why": one.why, "naming": naming, **utterance_row(one.said)}


def _uptake(one: Uptake) -> Row:
    return {
        "key": one.key, "of": one.of, "score": one.score, "shared": list(one.shared), "sentence": one.sentence,
        "paragraph": one.address, "document": one.document, "title": one.title, "day": one.day,
        "text_status": one.text_status, "actors": list(one.actors), "url": one.url, "marking": one.marking.label,
    }  # fmt: skip


def _line(words: str) -> str:
    return " ".join(words.split())
