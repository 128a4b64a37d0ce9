"""The register in, rows for programs and spreadsheets out: what was agreed, and who is heard on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from acquis.contract import Json
from acquis.exporters.rows import Row, Table
from acquis.exporters.utterances import utterance_row
from acquis.model.marking import Marking, highest
from acquis.model.register import (
    AgreedDocument,
    Cited,
    Framework,
    Ground,
    Part,
    ProvisionHeard,
    RegisterEntry,
    Speaker,
    Tally,
)
from acquis.model.utterance import Utterance


def framework_rows(framework: Framework) -> Iterator[Row]:
    """What was looked through; then elements, each with its provisions; then documents. `row` says what a row is."""
    yield {
        "row": "ground", **ground_fields(framework.ground), "marking": framework.marking.label,
    }  # fmt: skip
    if framework.whole:
        yield entry_row(framework.whole)
    for part in framework.parts:
        yield _part_row(part)
        yield from map(entry_row, part.entries)
    yield from map(document_row, framework.documents)


def framework_table(framework: Framework, made: str) -> Table:
    """One provision a row, in the order of the register."""
    entries = [entry for part in framework.parts for entry in part.entries]
    first = [framework.whole] if framework.whole else []
    return Table("framework", tuple(map(_flat, (*first, *entries))), framework.marking, made)


def provision_rows(answer: ProvisionHeard) -> Iterator[Row]:
    """The provision, its documents, who speaks to it, regions, States without evidence, sentences."""
    yield {
        **entry_row(answer.entry), **ground_fields(answer.ground), "marking": answer.marking.label,
        "sentences_in_all": answer.total, "reports_in_all": answer.reported,
        "silent": list(answer.silent), "otherwise": list(answer.otherwise),
    }  # fmt: skip
    yield from map(entry_row, answer.parts)
    yield from map(document_row, answer.documents)
    yield from (speaker_row(one, "state") for one in answer.states)
    yield from (speaker_row(one, "group or body") for one in answer.others)
    for one in answer.regions:
        yield {
            "row": "region", "region": one.region, "states": one.states, "speaking": one.speaking,
            "otherwise": one.otherwise, "silent": one.silent,
        }  # fmt: skip
    for each in _sentences(answer):
        yield {"row": "sentence", **utterance_row(each, answer.entry.id)}


def provision_table(answer: ProvisionHeard, made: str) -> Table:
    """One sentence a row, the newest first."""
    said = tuple(utterance_row(one, answer.entry.id) for one in _sentences(answer))
    return Table("provision", said, _marking(answer), made)


def _sentences(answer: ProvisionHeard) -> list[Utterance]:
    """The newest sentences, then the newest reports among those left out, each once."""
    return list({one.key + one.document: one for one in (*answer.utterances, *answer.reports)}.values())


def _marking(answer: ProvisionHeard) -> Marking:
    return highest(one.marking for one in _sentences(answer))


def entry_row(entry: RegisterEntry) -> Row:
    """A provision with what is asked for it, and how many are heard; without a workspace the counts are null."""
    asked: list[Json] = [
        {
            "id": one.id, "name": one.name, "addressee": one.addressee, "summary": one.summary,
            "citations": _citations(one.cited),
        }
        for one in entry.recommendations
    ]  # fmt: skip
    return {
        "row": "provision",
        "id": entry.id,
        "name": entry.name,
        "element": entry.element,
        "parent": entry.parent,
        "summary": entry.summary,
        "note": entry.note,
        "citations": _citations(entry.cited),
        "recommendations": asked,
        **_numbers(entry.tally),
    }


def document_row(one: AgreedDocument) -> Row:
    """A document of the register; `basis` says whether its symbol was checked or is recalled."""
    return {
        "row": "document",
        "id": one.id,
        "name": one.name,
        "symbol": one.symbol,
        "status": one.status,
        "day": one.day,
        "summary": one.summary,
        "note": one.note,
        "basis": basis(one.checked),
    }


def speaker_row(one: Speaker, kind: str) -> Row:
    """Who speaks, with which acts and when."""
    acts: dict[str, Json] = dict(one.acts)
    return {
        "row": "speaker",
        "kind": kind,
        "code": one.code,
        "acts": acts,
        "first": one.first,
        "last": one.last,
        "sentences": one.sentences,
        "documents": one.documents,
        "jointly": one.jointly,
        "told_by_another": one.told,
    }


def ground_fields(ground: Ground | None) -> Row:
    """What an answer looked through, as fields of a row; null without a workspace."""
    return {
        "documents_looked_through": ground.documents if ground else None,
        "first_day": ground.first if ground else None,
        "last_day": ground.last if ground else None,
        "undated_left_out": ground.undated if ground else None,
    }


def basis(checked: bool) -> str:
    """In the words of the vocabulary's citations."""
    return "checked" if checked else "recalled"


def cited_words(one: Cited) -> str:
    """ "A/70/174, 13(f) (GGE 2015 report; checked)"."""
    where = "" if one.paragraph == "whole" else f", {one.paragraph}"
    told = "; ".join(filter(None, (one.document, basis(one.checked))))
    return f"{one.symbol}{where} ({told})"


def _citations(cited: Iterable[Cited]) -> list[Json]:
    return [
        {"symbol": one.symbol, "paragraph": one.paragraph, "document": one.document, "basis": basis(one.checked)}
        for one in cited
    ]  # fmt: skip


def _part_row(part: Part) -> Row:
    return {
        "row": "element",
        "id": part.element,
        "name": part.name,
        "note": part.note,
        "of_the_framework": part.of_framework,
        **_numbers(part.tally),
    }


def _numbers(tally: Tally | None) -> Row:
    return {
        "states": tally.states if tally else None,
        "groups": tally.groups if tally else None,
        "states_reporting": tally.reporting if tally else None,
        "documents": tally.documents if tally else None,
        "sentences": tally.sentences if tally else None,
    }


def _flat(entry: RegisterEntry) -> Row:
    row = entry_row(entry)
    words: Row = {
        "citations": "; ".join(map(cited_words, entry.cited)),
        "recommendations": "; ".join(one.name for one in entry.recommendations),
    }
    return {key: words.get(key, value) for key, value in row.items() if key != "row"}
