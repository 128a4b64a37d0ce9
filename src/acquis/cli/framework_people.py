"""The register for people: elements with their provisions, or one provision with who is heard on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acquis.cli.lines import Lines
from acquis.cli.said import ground_words, print_said
from acquis.exporters.cards import actor_name, counted
from acquis.exporters.register import basis, cited_words
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
from acquis.vocabulary import Vocabulary

_IN = 2
_LABEL = 14
_NAME, _WIDEST_NAME = 34, 56
NOTHING = "no evidence found"
_ALONE = "no workspace here: what was agreed alone, nobody is counted; `acquis add` reads documents into one"


def print_framework(framework: Framework, *, whole: bool) -> None:
    """The register; `whole` adds notes and what is asked for, as for one element."""
    lines = Lines()
    if framework.whole:
        lines.say(framework.whole.name, "bold")
        _print_agreed(lines, framework.whole, whole=whole)
    for part in framework.parts:
        _print_part(lines, part, whole=whole)
    lines.head("agreed in")
    for document in framework.documents:
        _print_document(lines, document)
    _print_foot(lines, framework.ground, framework.marking.label)


def _print_part(lines: Lines, part: Part, *, whole: bool) -> None:
    lines.head(part.name)
    stands = "one of the four elements of the framework" if part.of_framework else "beside the four elements"
    heard = f"; {_heard(part.tally)}" if part.tally else ""
    lines.say(f"{part.element} · {stands}{heard}", "dim")
    for entry in part.entries:
        lines.say("")
        lines.say(f"{entry.name} · {short_id(entry)}", "bold")
        _print_agreed(lines, entry, whole=whole)


def _print_agreed(lines: Lines, entry: RegisterEntry, *, whole: bool) -> None:
    """Our words, the citations, what is asked for, how many are heard."""
    if entry.summary:
        lines.say(entry.summary, at=_IN)
    lines.say(f"agreed in {_cited(entry.cited)}", "dim", at=_IN)
    if whole and entry.note:
        lines.say(f"note: {entry.note}", "dim", at=_IN)
    for one in entry.recommendations:
        told = f" {one.summary}" if whole and one.summary else ""
        of = f" of {one.addressee}" if one.addressee else ""
        lines.say(f"asked{of}: {one.name}, {_cited(one.cited)}.{told}", at=_IN)
    if entry.tally:
        lines.say(_heard(entry.tally), at=_IN)


def _heard(tally: Tally) -> str:
    """ "12 States speak to it, 2 report doing something; 1 group or body; 20 sentences in 14 documents"."""
    if not tally.sentences:
        return NOTHING
    size = f"{counted(tally.sentences, 'sentence')} in {counted(tally.documents, 'document')}"
    states = f"{counted(tally.states, 'State')} speak{'s' if tally.states == 1 else ''} to it"
    reporting = f", {tally.reporting or 'none'} report{'s' if tally.reporting == 1 else ''} doing something"
    if not tally.states:
        states, reporting = "no State is heard on it", ""
    groups = (
        f"; {tally.groups} groups or bodies"
        if tally.groups > 1
        else "; 1 group or body"
        if tally.groups
        else ""
    )
    return f"{states}{reporting}{groups}; {size}"


def print_provision(answer: ProvisionHeard, vocabulary: Vocabulary, *, names: bool) -> None:
    """What was agreed; then who speaks to it, who reports, in which words, and of whom there is no evidence."""
    lines = Lines()
    entry = answer.entry
    lines.say(" · ".join(filter(None, (entry.name, short_id(entry), answer.element))), "bold")
    _print_agreed(lines, entry, whole=True)
    if answer.parts:
        lines.head("its provisions")
        for one in answer.parts:
            heard = f": {_heard(one.tally)}" if one.tally else ""
            lines.say(f"{one.name} · {short_id(one)}{heard}")
    if answer.ground and answer.ground.documents:
        _print_heard(lines, answer, vocabulary, names=names)
    lines.head("agreed in")
    for document in answer.documents:
        _print_document(lines, document)
    _print_foot(lines, answer.ground, answer.marking.label)


def _print_heard(lines: Lines, answer: ProvisionHeard, vocabulary: Vocabulary, *, names: bool) -> None:
    lines.head("States, by name")
    _print_speakers(lines, answer.states, vocabulary)
    if answer.others:
        lines.head("groups and bodies")
        _print_speakers(lines, answer.others, vocabulary)
    lines.head(f"reported as done{_of(len(answer.reports), answer.reported)}")
    if not answer.reports:
        lines.say(NOTHING if not answer.reported else "none shown")
    for one in answer.reports:
        print_said(lines, one, vocabulary, provision=answer.entry.id)
    told = {one.key for one in answer.reports}
    rest = [one for one in answer.utterances if one.key not in told]
    if rest:
        lines.head(f"sentences{_of(len(answer.utterances), answer.total)}")
    for one in rest:
        print_said(lines, one, vocabulary, provision=answer.entry.id)
    _print_silent(lines, answer, vocabulary, names=names)


def _print_speakers(lines: Lines, speakers: Sequence[Speaker], vocabulary: Vocabulary) -> None:
    if not speakers:
        lines.say(NOTHING)
    names = [actor_name(one.code, vocabulary) for one in speakers]
    wide = min(max([_NAME, *(len(name) + 2 for name in names)]), _WIDEST_NAME)
    for name, one in zip(names, speakers, strict=True):
        lines.entry(name if len(name) < wide else f"{name[: wide - 2]}…", _speaker(one), wide=wide)


def _speaker(one: Speaker) -> str:
    acts = ", ".join(f"{act} {number}" for act, number in one.acts)
    days = one.first or "no date"
    if one.last and one.last != one.first:
        days = f"{one.first} to {one.last}"
    told = "told by others alone" if not one.speaks else f"{one.told} told by others" if one.told else ""
    joint = f"{one.jointly} jointly" if one.jointly else ""
    size = f"{counted(one.sentences, 'sentence')} in {counted(one.documents, 'document')}"
    return " · ".join(filter(None, (acts, days, size, joint, told)))


def _print_silent(lines: Lines, answer: ProvisionHeard, vocabulary: Vocabulary, *, names: bool) -> None:
    if not answer.regions:
        return
    lines.head(f"{NOTHING}: which denies nothing")
    for one in answer.regions:
        told = f"; {one.otherwise} through a group or told by others alone" if one.otherwise else ""
        speak = f"{one.speaking} speak{'s' if one.speaking == 1 else ''}{told}"
        lines.entry(one.region, f"{one.silent} of {counted(one.states, 'State')}; {speak}", wide=_NAME)
    if not names:
        lines.say("--all names them", "dim")
        return
    for label, codes in (("no evidence", answer.silent), ("otherwise", answer.otherwise)):
        if codes:
            lines.entry(label, ", ".join(actor_name(code, vocabulary) for code in codes), wide=_LABEL)


def _print_document(lines: Lines, one: AgreedDocument) -> None:
    told = " · ".join(filter(None, (one.name, one.status, one.day, f"symbol {basis(one.checked)}")))
    lines.entry(one.symbol, told, wide=_LABEL)
    about = ". ".join(filter(None, ((one.summary or "").rstrip("."), one.note)))
    if about:
        lines.entry("", f"{about.rstrip('.')}.", wide=_LABEL, style="dim")


def _print_foot(lines: Lines, ground: Ground | None, label: str) -> None:
    lines.say("")
    lines.say(
        "what was agreed stands in our own words: quote the official text; “recalled” is to be checked", "dim"
    )
    lines.say(_ALONE if ground is None else f"{ground_words(ground)}; {label}")


def _cited(cited: Iterable[Cited]) -> str:
    return "; ".join(map(cited_words, cited)) or "no document named"


def _of(shown: int, total: int) -> str:
    """ ", the newest 20 of 186"."""
    return f", the newest {shown} of {total}" if 0 < shown < total else ""


def short_id(entry: RegisterEntry) -> str:
    """The id as it is typed: "norm.f"."""
    return entry.id.partition(".")[2]
