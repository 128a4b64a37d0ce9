"""People and bodies of two meetings: names matched loosely, posts and organisations strictly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from acquis.analysis.comparing.given import Finder
from acquis.analysis.comparing.names import PROPER, SMALL, Names
from acquis.analysis.people import same_name
from acquis.grammar.words import normal_words, plain_words
from acquis.model.comparison import Difference, Row, Said, Standing, Topic
from acquis.model.meeting import Meeting, Role

_PRESIDES = frozenset({"chair", "co-chair", "head of delegation"})


def person_rows(a: Meeting, b: Meeting, finders: tuple[Finder, Finder], names: Names) -> Iterator[Row]:
    """A row for every person and every body of the two meetings."""
    theirs = list(_roles(b))
    for role in _roles(a):
        other = _counterpart(role, theirs, names)
        if other is None:
            yield Row(_topic(role), "only A", a=_said(role, finders[0]))
            continue
        theirs.remove(other)
        found = tuple(_differences(role, other, names))
        standing: Standing = "other words" if found else "same words"
        yield Row(_topic(role), standing, _said(role, finders[0]), _said(other, finders[1]), found)
    for role in theirs:
        yield Row(_topic(role), "only B", b=_said(role, finders[1]))


def _roles(meeting: Meeting) -> Iterator[Role]:
    yield from meeting.chairs
    yield from meeting.participants
    yield from meeting.observers


def _topic(role: Role) -> Topic:
    if role.role in _PRESIDES:
        return "chair"
    return "observer" if role.role == "observer" else "participant"


def _counterpart(role: Role, others: Sequence[Role], names: Names) -> Role | None:
    """The same person, or the same body where no person is named."""
    alike: Callable[[Role], bool]
    if role.name:
        name = role.name
        alike = lambda other: bool(other.name) and same_name(name, other.name or "")  # noqa: E731
    else:
        alike = lambda other: not other.name and _same_body(role, other, names)  # noqa: E731
    return next((other for other in others if alike(other)), None)


def _same_body(a: Role, b: Role, names: Names) -> bool:
    if not (a.organisation and b.organisation):
        return (a.post, a.organisation, a.party) == (b.post, b.organisation, b.party)
    return _same_words(a.post or "", b.post or "") and _same_organisation(
        a.organisation, b.organisation, names
    )


def _same_organisation(a: str, b: str, names: Names) -> bool:
    ours, theirs = names.whole(a, PROPER), names.whole(b, PROPER)
    return _same_words(a, b) or (ours is not None and theirs is not None and ours.id == theirs.id)


def _same_words(a: str, b: str) -> bool:
    return set(normal_words(a)) - SMALL == set(normal_words(b)) - SMALL


def _differences(a: Role, b: Role, names: Names) -> Iterator[Difference]:
    if a.name and b.name and plain_words(a.name) != plain_words(b.name):
        yield Difference("spelling", (a.name,), (b.name,))
    if a.post and b.post and not _same_words(a.post, b.post):
        yield Difference("post", (a.post,), (b.post,))
    if a.organisation and b.organisation and not _same_organisation(a.organisation, b.organisation, names):
        yield Difference("organisation", (a.organisation,), (b.organisation,))
    if a.party and b.party and a.party != b.party:
        yield Difference("party", (a.party,), (b.party,))
    if _topic(a) != _topic(b):
        yield Difference("role", (a.role,), (b.role,))


def _said(role: Role, finder: Finder) -> Said | None:
    value = ", ".join(filter(None, (role.name, role.post, role.organisation)))
    words = role.name or role.organisation or role.post or ""
    return finder.find(words, value) or Said(words, "", 0, 0, value)
