"""The profile of a State: rows for programs, a paper for people, what to say of it in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from acquis.analysis.briefing.lines import shortened
from acquis.contract import Json
from acquis.exporters.ledger import promise_row
from acquis.exporters.names import NameOf
from acquis.exporters.notes import Notes
from acquis.exporters.register import ground_fields
from acquis.exporters.rows import Row
from acquis.exporters.utterances import source_of, utterance_row
from acquis.model.brief import Source
from acquis.model.paper import Block, Heading, Line, Paper, Run, Text
from acquis.model.profile import Contradiction, Position, Profile, Reworded, Spoken, ThroughGroup
from acquis.model.utterance import Utterance

NOTHING = "no evidence found"
_ACTS = (("report", "reports"), ("need", "needs"), ("offer", "offers"))


def profile_rows(profile: Profile) -> Iterator[Row]:
    """The State, then what is known of it, one thing a row; `row` says what a row is."""
    counts: dict[str, Json] = dict(profile.counts)
    yield {
        "row": "state",
        "code": profile.code,
        "name": profile.name,
        "region": profile.region,
        "groups": list(profile.groups),
        "acts": counts,
        "other_promises": profile.others,
        "unheard": [one.id for one in profile.unheard],
        **ground_fields(profile.ground),
        "marking": profile.marking.label,
    }
    yield from map(_statement_row, profile.statements)
    yield from map(_position_row, profile.positions)
    yield from ({"row": "promise", **promise_row(one)} for one in profile.promises)
    for act, said in zip(
        ("report", "need", "offer"), (profile.reports, profile.needs, profile.offers), strict=True
    ):
        yield from ({"row": act, **utterance_row(one)} for one in said)
    yield from map(_through_row, profile.through)
    yield from map(_reworded_row, profile.rewordings)
    yield from map(_contradiction_row, profile.contradictions)


def _statement_row(one: Spoken) -> Row:
    return {
        "row": "statement", "document": one.document, "title": one.title, "day": one.day, "manner": one.manner,
        "findings": one.findings, "on_the_framework": one.agreed, "url": one.url, "marking": one.marking.label,
    }  # fmt: skip


def _position_row(one: Position) -> Row:
    years: list[Json] = [{"year": each.year, "acts": dict(each.acts)} for each in one.years]
    said: list[Json] = [utterance_row(each, one.id) for each in one.utterances]
    return {
        "row": "position", "provision": one.id, "name": one.name, "element": one.element, "years": years,
        "sentences_in_all": one.total, "told_by_another": one.told, "sentences": said,
    }  # fmt: skip


def _through_row(one: ThroughGroup) -> Row:
    named: list[Json] = [{"name": name, "sentences": many} for name, many in one.provisions]
    said: list[Json] = [utterance_row(each) for each in one.utterances]
    return {
        "row": "through a group", "group": one.group, "sentences_in_all": one.total, "documents": one.documents,
        "provisions": named, "sentences": said,
    }  # fmt: skip


def _reworded_row(one: Reworded) -> Row:
    return {
        "row": "rewording", "provision": one.provision, "name": one.name, "one_sentence": one.alike,
        "gone": list(one.gone), "come": list(one.come), "turn": one.turn,
        "before": utterance_row(one.before, one.provision), "after": utterance_row(one.after, one.provision),
    }  # fmt: skip


def _contradiction_row(one: Contradiction) -> Row:
    return {
        "row": "contradiction", "provision": one.provision, "name": one.name,
        "favourable": utterance_row(one.favourable, one.provision),
        "objecting": utterance_row(one.objecting, one.provision),
    }  # fmt: skip


def reworded_words(one: Reworded) -> str:
    """ "“welcomes” became “takes note of”: softer", "dropped: “in its entirety”: softer"."""
    turn = "" if one.turn == "changed" else f": {one.turn}"
    if not one.alike:
        return f"other words: “{one.gone[0]}” in the one, “{one.come[0]}” in the other{turn}"
    gone, come = ("; ".join(f"“{shortened(words)}”" for words in some) for some in (one.gone, one.come))
    told = ("dropped " + gone) if gone else "", ("added " + come) if come else ""
    return ", ".join(filter(None, told)) + turn


def years_words(one: Position) -> str:
    """ "2021 support 1; 2023 report 2, call 1; no year told: call 1"."""
    return "; ".join(
        f"{year.year or 'no date'} {', '.join(f'{act} {many}' for act, many in year.acts)}"
        for year in one.years
    )


def profile_paper(profile: Profile, made: str, name_of: NameOf) -> Paper:
    """The profile on pages, each line with the sources it rests on."""
    notes = Notes()
    region = f"{profile.region}; " if profile.region else ""
    groups = ", ".join(map(name_of, profile.groups))
    return Paper(
        title=profile.name,
        subtitle=f"{region}{groups or 'no group known'}",
        marking=profile.marking,
        blocks=tuple(_blocks(profile, notes, name_of)),
        notes=notes.all,
        made=f"{made}, from {profile.ground.documents} documents. Norms are voluntary and silence is no breach; "
        "what is not found is not denied.",
    )


def _blocks(profile: Profile, notes: Notes, name_of: NameOf) -> Iterator[Block]:
    yield Heading("Positions")
    yield from _or_nothing(_positions(profile, notes))
    yield Heading("Promises")
    yield from _or_nothing(_promises(profile, notes))
    for (act, title), said in zip(_ACTS, (profile.reports, profile.needs, profile.offers), strict=True):
        yield Heading("Reported steps" if act == "report" else title.capitalize())
        yield from _or_nothing(_said(one, notes) for one in said)
    yield Heading("What changed from year to year")
    yield from _or_nothing(_changes(profile, notes))
    if profile.contradictions:
        yield Heading("For and against")
        yield Text((Run("One sentence reads as support, another as objection; the words decide.", "faint"),))
        for one in profile.contradictions:
            yield Text((Run(one.name, "strong"),))
            yield from (_said(each, notes) for each in (one.favourable, one.objecting))
    yield Heading("Through its groups")
    yield from _or_nothing(_groups(profile, notes, name_of))
    yield Heading("Where it speaks")
    yield from _or_nothing(_statements(profile))
    yield Heading("No evidence found")
    yield Text(
        (Run("; ".join(one.name for one in profile.unheard) or "none of the provisions is without a word"),)
    )


def _or_nothing(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; where there are none, that nothing was found."""
    found = list(blocks)
    yield from found or [Text((Run(NOTHING, "faint"),))]


def _positions(profile: Profile, notes: Notes) -> Iterator[Block]:
    for one in profile.positions:
        told = f" ({one.told} told by others)" if one.told else ""
        yield Text((Run(f"{one.name}: ", "strong"), Run(f"{years_words(one)}{told}", "faint")))
        yield from (_said(each, notes) for each in one.utterances)


def _promises(profile: Profile, notes: Notes) -> Iterator[Block]:
    for one in profile.promises:
        number = notes.number(Source(one.frame, one.claim.paragraph))
        line: Line = (Run(f"{one.status}: ", "strong"), Run(one.promised, "quote", (number,)))
        if one.evidence:
            told = notes.number(Source(one.evidence.frame, one.evidence.address))
            line = (
                *line,
                Run(f" {one.why}: ", "faint"),
                Run(shortened(one.evidence.sentence), "quote", (told,)),
            )
        yield Text(line, bullet=True)


def _said(one: Utterance, notes: Notes) -> Text:
    """Day, act and words, with the number of the source."""
    words = " ".join(one.sentence.split())
    run = Run(words, "quote", (notes.number(source_of(one)),))
    return Text((Run(f"{one.day or 'no date'}, {one.act}: "), run), bullet=True)


def _changes(profile: Profile, notes: Notes) -> Iterator[Block]:
    for one in profile.rewordings:
        yield Text((Run(f"{one.name}: ", "strong"), Run(reworded_words(one))))
        yield from (_said(each, notes) for each in (one.before, one.after))


def _groups(profile: Profile, notes: Notes, name_of: NameOf) -> Iterator[Block]:
    for one in profile.through:
        yield Text((Run(f"{name_of(one.group)}: ", "strong"), Run(f"{one.total} sentences", "faint")))
        yield from (_said(each, notes) for each in one.utterances)


def _statements(profile: Profile) -> Iterator[Block]:
    for one in profile.statements:
        about = f" ({one.manner}; {one.agreed} of {one.findings} findings on the framework)"
        yield Text((Run(f"{one.day or 'no date'}: {one.title}"), Run(about, "faint")), bullet=True)
