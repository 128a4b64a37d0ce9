"""Series for people: a line for each with the promise it waits for, or the whole story of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.cli.lines import Lines, document_source, quote_of
from acquis.exporters.cards import actor_name, counted, period
from acquis.exporters.series_words import edition_number, next_words, when_and_where
from acquis.model.marking import highest
from acquis.model.promise import Promise
from acquis.model.series import Edition, Person
from acquis.model.story import Awaited, Story
from acquis.vocabulary import Vocabulary

_FEW = 6
_INDENT = 4
_LABEL, _NUMBER, _STATUS = 13, 5, 19


def print_series(stories: Sequence[Story]) -> None:
    """A line for each series, with the source of what is awaited below it."""
    lines = Lines()
    for story in stories:
        lines.say(_line(story), "bold red" if story.overdue else "")
        for source in _awaited_sources(story.awaited):
            lines.say(source, "dim", at=_INDENT)
    overdue = sum(story.overdue > 0 for story in stories)
    told = f"{len(stories)} series, {overdue} overdue"
    day = f" as of {stories[0].as_of}" if stories else ""
    lines.say(f"{told}{day}; {highest(story.marking for story in stories).label}", "bold")


def _line(story: Story) -> str:
    """ "UK-EU Cyber Dialogue (EU, GB): 3 editions, last 2025-12-09 to 2025-12-10 in Brussels; next …"."""
    series, last = story.series, story.last
    parties = ", ".join(series.parties[:_FEW])
    more = f" and {len(series.parties) - _FEW} more" if len(series.parties) > _FEW else ""
    ago = f" ({counted(story.quiet, 'day')} ago)" if story.quiet else ""
    held = f"last {when_and_where(last)}{ago}" if last else "none held"
    return f"{series.name} ({parties}{more}): {counted(len(series.editions), 'edition')}, {held}; {next_words(story)}"


def _awaited_sources(awaited: Awaited | None) -> Iterator[str]:
    """Where the next meeting is promised, or announced."""
    if awaited is not None and awaited.promise is not None:
        promise = awaited.promise
        yield f"promised in {document_source(promise.frame, promise.claim.paragraph)} · promise {promise.key}"
    elif awaited is not None and awaited.edition is not None:
        yield from (f"announced in {document_source(one.frame)}" for one in awaited.edition.accounts)


def print_story(story: Story, vocabulary: Vocabulary) -> None:
    """All there is on one series."""
    lines, series = Lines(), story.series
    lines.say(series.name, "bold")
    lines.entry("parties", ", ".join(actor_name(code, vocabulary) for code in series.parties), wide=_LABEL)
    others = [name for name in series.names if name != series.name]
    if others:
        lines.entry("other names", "; ".join(others), wide=_LABEL)
    style = "bold red" if story.overdue else "bold"
    lines.entry(str(story.as_of), next_words(story), wide=_LABEL, style=style)
    for source in _awaited_sources(story.awaited):
        lines.entry("", source, wide=_LABEL, style="dim")
    _print_editions(lines, series.editions)
    _print_people(lines, series.people)
    _print_promises(lines, story.promises)
    lines.say("")
    lines.say(story.marking.label, "bold")


def _print_editions(lines: Lines, editions: Sequence[Edition]) -> None:
    lines.head(f"editions ({len(editions)})")
    for edition in editions:
        told = when_and_where(edition) + ("" if edition.held else " (announced)")
        lines.entry(edition_number(edition), told, wide=_NUMBER)
        for account in edition.accounts:
            side = account.side or "side not told"
            lines.say(document_source(account.frame, side=side), "dim", at=_NUMBER)
    if any(edition.inferred for edition in editions):
        lines.say("* no text gives this number: it is counted from the edition before", "dim")


def _print_people(lines: Lines, people: Sequence[Person]) -> None:
    """Who chaired or led, by side: their post at each edition, word for word."""
    if people:
        lines.head("who chaired")
    for person in sorted(people, key=lambda one: one.party or "~"):
        also = f" (also {', '.join(person.spellings[1:])})" if len(person.spellings) > 1 else ""
        lines.entry(person.party or "?", f"{person.name}{also}", wide=_NUMBER)
        for number, post, documents in _posts(person):
            lines.say(f"edition {number}: {post} · {documents}", "dim", at=_NUMBER)


def _posts(person: Person) -> Iterator[tuple[str, str, str]]:
    """Edition, post and documents; accounts that say the same of one edition together."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in person.posts:
        number = (
            edition_number(one.edition)
            if one.edition.ordinal
            else period(one.edition.when) or "without a date"
        )
        told = ", ".join(filter(None, (one.post, one.organisation))) or "no post told"
        spelt = f" (as {one.name})" if one.name != person.name else ""
        found.setdefault((number, told), []).append(f"{one.document}{spelt}")
    for (number, told), documents in found.items():
        yield number, told, ", ".join(dict.fromkeys(documents))


def _print_promises(lines: Lines, promises: Sequence[Promise]) -> None:
    """The meetings that were promised, and what became of each."""
    if promises:
        lines.head("meetings promised")
    for one in promises:
        due = f" · due {period(one.due)}" if period(one.due) else ""
        lines.entry(one.status, f"{quote_of(one.promised)}{due}", wide=_STATUS)
        source = document_source(one.frame, one.claim.paragraph)
        lines.entry("", f"{source} · promise {one.key}", wide=_STATUS, style="dim")
        lines.entry("", one.why, wide=_STATUS)
        if one.evidence is not None:
            lines.entry("", f"→ {quote_of(one.evidence.sentence)}", wide=_STATUS)
            told = document_source(one.evidence.frame, one.evidence.address)
            lines.entry("", f"  {told}", wide=_STATUS, style="dim")
