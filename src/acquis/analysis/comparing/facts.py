"""What two meetings say of themselves: series, dates, place, legal basis, next meeting."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.analysis.comparing.given import Finder
from acquis.analysis.comparing.names import Names
from acquis.grammar.words import normal_words
from acquis.model.comparison import Aspect, Difference, Row, Said, Topic
from acquis.model.meeting import Meeting
from acquis.model.record import Record
from acquis.model.when import When


def fact_rows(a: Record, b: Record, finders: tuple[Finder, Finder], names: Names) -> Iterator[Row]:
    """A row for every fact that one of the two meetings has."""
    ours, theirs = a.meeting or Meeting(), b.meeting or Meeting()
    yield from _fact("date", "due", (_day(ours.when, finders[0]), _day(theirs.when, finders[1])))
    yield from _fact("place", "place", (_place(ours, finders[0]), _place(theirs, finders[1])))
    yield from _bases(ours, theirs, finders, names)
    yield from _next(a, b, finders)


def _fact(topic: Topic, aspect: Aspect, said: tuple[Said | None, Said | None]) -> Iterator[Row]:
    a, b = said
    if a is None or b is None:
        if a or b:
            yield Row(topic, "only A" if a else "only B", a, b)
        return
    ours, theirs = a.value or "", b.value or ""
    if normal_words(ours) == normal_words(theirs):
        yield Row(topic, "same words", a, b)
    else:
        yield Row(topic, "other words", a, b, (Difference(aspect, (ours,), (theirs,)),))


def _day(when: When | None, finder: Finder) -> Said | None:
    if when is None or not when.edtf:
        return None
    value = when.edtf.replace("/", " to ")
    return finder.find(when.words, value) or Said(when.words, "", 0, 0, value)


def _place(meeting: Meeting, finder: Finder) -> Said | None:
    place = meeting.place
    return (finder.find(place) or Said(place, "", 0, 0, place)) if place else None


def _bases(a: Meeting, b: Meeting, finders: tuple[Finder, Finder], names: Names) -> Iterator[Row]:
    """The instruments that the meeting is held under, whatever each text calls them."""
    left = list(b.under)
    for words in a.under:
        other = next((one for one in left if _same_instrument(words, one, names)), None)
        said = finders[0].find(words)
        if other is None:
            yield Row("legal basis", "only A", a=said)
            continue
        left.remove(other)
        same = normal_words(words) == normal_words(other)
        yield Row("legal basis", "same words" if same else "other words", said, finders[1].find(other))
    for words in left:
        yield Row("legal basis", "only B", b=finders[1].find(words))


def _same_instrument(a: str, b: str, names: Names) -> bool:
    ours, theirs = (set(names.ids(words, ("instrument",))) for words in (a, b))
    return bool(ours & theirs) or names.bag(a) == names.bag(b)


def _next(a: Record, b: Record, finders: tuple[Finder, Finder]) -> Iterator[Row]:
    """Place and time of the next meeting, each text's in one row."""
    ours, theirs = (_promise(record, finder) for record, finder in zip((a, b), finders, strict=True))
    if ours is None or theirs is None:
        if ours or theirs:
            yield Row("next meeting", "only A" if ours else "only B", ours, theirs)
        return
    found = tuple(_next_differences(a.meeting, b.meeting))
    yield Row("next meeting", "other words" if found else "same words", ours, theirs, found)


def _next_differences(a: Meeting | None, b: Meeting | None) -> Iterator[Difference]:
    if a and b and a.next and b.next:
        if (a.next.place or "") != (b.next.place or ""):
            yield Difference("place", _listed(a.next.place), _listed(b.next.place))
        ours, theirs = (m.next.when.edtf if m.next and m.next.when else None for m in (a, b))
        if ours != theirs:
            yield Difference("due", _listed(ours), _listed(theirs))


def _listed(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _promise(record: Record, finder: Finder) -> Said | None:
    """Where the next meeting is promised: the promise of that place and time, else where its place is named."""
    following = record.meeting.next if record.meeting else None
    if following is None:
        return None
    when = following.when.edtf if following.when else None
    value = ", ".join(filter(None, (following.place, when))) or "foreseen, place and date open"
    for claim in record.claims:
        due = claim.due.edtf if claim.due else None
        if (
            claim.act == "commitment"
            and (claim.venue, due) == (following.place, when)
            and (claim.venue or due)
        ):
            return finder.said(claim.sentence.start, claim.sentence.end, value)
    words = following.when.words if following.when else following.place or "next"
    return finder.find(words, value) or Said(words, "", 0, 0, value)
