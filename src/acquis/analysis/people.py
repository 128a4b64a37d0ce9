"""Chairs over the editions of a series: names matched loosely, posts word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from acquis.analysis.links import NO_LINKS, Links
from acquis.grammar.words import plain_words
from acquis.model.meeting import Role
from acquis.model.series import Edition, Person, Post

# In words of four letters or more one letter may differ, or two be swapped: Boix and Biox, Stadejek and Stadajek.
_SHORTEST = 4


def same_name(one: str, other: str) -> bool:
    """Do two names mean one person? Every word of the shorter has one in the longer that is it, or nearly it.

    At least two words must match, so that a surname alone is nobody but itself. One word may be misspelt, and not the
    first: John and Joan are two. In another order (KATO Emi, Emi Kato) the words must be the same.
    """
    mine, theirs = plain_words(one), plain_words(other)
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    if sorted(mine) == sorted(theirs):
        return bool(mine)
    if len(mine) < 2 or not _is_or_begins(mine[0], theirs[0]):
        return False
    return mine[-1][0] == theirs[-1][0] and _misspelt(mine[1:], theirs[1:]) <= 1


def _misspelt(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words are only nearly those of the other name; more than there are where one is missing there."""
    left, nearly = list(theirs), 0
    for word in mine:
        match = next((each for each in left if _is_or_begins(word, each)), None)
        if match is None:
            nearly += 1
            match = next((each for each in left if _nearly(word, each)), None)
        if match is None:
            return len(mine) + 1
        left.remove(match)
    return nearly


def _is_or_begins(one: str, other: str) -> bool:
    """The same word, or its first letter alone."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    from rapidfuzz.distance import OSA  # late: most names are equal or quite unlike

    return OSA.distance(one, other, score_cutoff=1) <= 1


def find_people(editions: Sequence[Edition], links: Links = NO_LINKS) -> tuple[Person, ...]:
    """Everybody who chaired or led a side, in the order they first appear, with their post at each edition."""
    groups: list[_Group] = []
    for role, post in _posts(editions):
        group = _group_of(role, groups, links)
        if group is None:
            groups.append([(role, post)])
        else:
            group.append((role, post))
    return tuple(map(_person, groups))


def _posts(editions: Iterable[Edition]) -> Iterator[tuple[Role, Post]]:
    for edition in editions:
        for account in edition.accounts:
            for role in account.meeting.chairs:
                if role.name:
                    post = Post(edition, role.name, role.post, role.organisation, account.frame.key)
                    yield role, post


_Group = list[tuple[Role, Post]]


def _group_of(role: Role, groups: Sequence[_Group], links: Links) -> _Group | None:
    """Whoever people say it is, else the one whose name fits; nobody that they say it is not."""
    free = [each for each in groups if not _pairs(role, each) & links.two_persons]
    tied = [each for each in free if _pairs(role, each) & links.one_person]
    return next(iter(tied), None) or next((each for each in free if _fits(role, each)), None)


def _pairs(role: Role, group: _Group) -> set[frozenset[str]]:
    return {frozenset({_printed(role.name or ""), _printed(post.name)}) for _, post in group}


def _printed(name: str) -> str:
    return " ".join(name.split())


def _fits(role: Role, group: _Group) -> bool:
    name = role.name or ""
    sides = {each.party for each, _ in group if each.party}
    fits = role.party is None or not sides or role.party in sides
    return fits and all(same_name(name, post.name) for _, post in group)


def _person(group: _Group) -> Person:
    spellings = Counter(post.name for _, post in group)
    ordered = tuple(sorted(spellings, key=lambda name: (-spellings[name], -len(name), name)))
    parties = Counter(role.party for role, _ in group if role.party)
    party = parties.most_common(1)[0][0] if parties else None
    return Person(ordered[0], ordered, party, tuple(post for _, post in group))
