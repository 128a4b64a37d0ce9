"""The survey of a State, filled from its own words: a paper in four parts, and one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

from acquis.contract import Json
from acquis.exporters.notes import Notes
from acquis.exporters.register import cited_words, ground_fields
from acquis.exporters.utterances import source_of, utterance_row
from acquis.model.claim import Act
from acquis.model.paper import Block, Heading, Line, Paper, Run, Text
from acquis.model.profile import Survey, SurveyAnswer, SurveyPart
from acquis.model.utterance import Utterance

TITLE = "National Survey of Implementation"
GAP = "no statement found in this workspace"
_KINDS: dict[Act, str] = {
    "report": "reported",
    "commitment": "committed",
    "offer": "offered",
    "need": "needed",
}


def kind_of(act: Act) -> str:
    """What an answer is: reported, committed, offered, needed, or a position."""
    return _KINDS.get(act, "position")


def survey_json(survey: Survey, made: str) -> bytes:
    """One object: the State, then four parts with their provisions, each with answers or none (docs/state.md)."""
    parts: list[Json] = [_part_row(part) for part in survey.parts]
    whole: dict[str, Json] = {
        "survey": TITLE,
        "state": survey.code,
        "name": survey.name,
        "marking": survey.marking.label,
        "made": made,
        **ground_fields(survey.ground),
        "parts": parts,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _part_row(part: SurveyPart) -> dict[str, Json]:
    asked: list[Json] = [_answer_row(one) for one in part.answers]
    general: list[Json] = [_utterance(one) for one in part.general]
    return {
        "element": part.element,
        "name": part.name,
        "general": general,
        "general_in_all": part.general_total,
        "provisions": asked,
    }


def _answer_row(one: SurveyAnswer) -> dict[str, Json]:
    answers: list[Json] = [_utterance(each, one.entry.id) for each in one.utterances]
    cited: list[Json] = [cited_words(each) for each in one.entry.cited]
    return {
        "id": one.entry.id,
        "name": one.entry.name,
        "summary": one.entry.summary,
        "agreed_in": cited,
        "answers": answers,
        "answers_in_all": one.total,
        "gap": None if one.total else GAP,
    }


def _utterance(one: Utterance, provision: str | None = None) -> Json:
    return {"kind": kind_of(one.act), **utterance_row(one, provision)}


def survey_paper(survey: Survey, made: str) -> Paper:
    """The survey on pages, each answer with its source; gaps say that nothing was found."""
    notes = Notes()
    blocks = tuple(block for part in survey.parts for block in _blocks(part, survey, notes))
    return Paper(
        title=f"{TITLE}: {survey.name}",
        subtitle="Filled from its own words in this workspace; no question is mandatory, and a gap is no answer",
        marking=survey.marking,
        blocks=blocks,
        notes=notes.all,
        made=f"{made}, from {survey.ground.documents} documents. A draft for a person to complete: nothing in it is "
        "said that the State did not say; provisions stand in our own words.",
    )


def _blocks(part: SurveyPart, survey: Survey, notes: Notes) -> Iterator[Block]:
    yield Heading(part.name)
    for one in part.answers:
        yield Heading(one.entry.name, 2)
        yield Text((Run(f"{one.entry.summary or ''} ", "faint"), Run(_agreed(one), "faint")))
        yield from _answers(one.utterances, one.total, survey, notes)
    if part.general_total:
        yield Heading("On the subject as a whole", 2)
        yield from _answers(part.general, part.general_total, survey, notes)


def _agreed(one: SurveyAnswer) -> str:
    return f"Agreed in {'; '.join(map(cited_words, one.entry.cited))}." if one.entry.cited else ""


def _answers(said: tuple[Utterance, ...], total: int, survey: Survey, notes: Notes) -> Iterator[Block]:
    if not total:
        yield Text((Run(GAP, "faint"),))
    for one in said:
        yield Text(_line(one, survey, notes), bullet=True)
    if total > len(said):
        yield Text((Run(f"and {total - len(said)} more in the workspace", "faint"),))


def _line(one: Utterance, survey: Survey, notes: Notes) -> Line:
    others = [code for code in one.owners if code != survey.code]
    joint = f", with {', '.join(others)}" if others else ""
    words = Run(" ".join(one.sentence.split()), "quote", (notes.number(source_of(one)),))
    return Run(f"{kind_of(one.act).capitalize()} ({one.day or 'no date'}{joint}): ", "strong"), words
