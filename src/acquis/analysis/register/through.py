"""A State in; what the groups it belongs to say, in documents of days on which it belonged to them, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from acquis.analysis.hearing import manner_of
from acquis.analysis.register.newest import newest, read_in_order
from acquis.analysis.register.own import Own
from acquis.analysis.states import Membership
from acquis.model.profile import ThroughGroup
from acquis.store.voices import Listening, Voice

_SHOWN = 3


def find_through(own: Own) -> Iterator[ThroughGroup]:
    """What each group says on the framework, in the order of the vocabulary; groups that say nothing are left out."""
    by_group: dict[str, list[Membership]] = {}
    for one in own.states.by_state.get(own.wish.code, ()):
        by_group.setdefault(one.group, []).append(one)
    for group, memberships in by_group.items():
        found = _through(own, group, memberships)
        if found is not None:
            yield found


def _through(own: Own, group: str, memberships: list[Membership]) -> ThroughGroup | None:
    ids = frozenset(own.register.by_id)
    linked = _said(own, group, memberships, own.ear.listen(Listening(ids, owner=group)).voices)
    every = _said(own, group, memberships, own.ear.listen(Listening(owner=group)).voices)
    named = {one.claim for one in linked}
    voices = [
        *(one for one in linked if _fits(own, one)),
        *(one for one in every if one.element and one.claim not in named and _fits(own, one)),
    ]
    if not voices:
        return None
    shown = own.wish.limit if own.wish.limit is None else min(_SHOWN, own.wish.limit)
    ear = own.ear
    return ThroughGroup(
        group=group,
        provisions=_names(own, voices),
        utterances=read_in_order(ear.connection, ear.viewer, ear.hearing, newest(ear.hearing, voices, shown)),
        total=len({one.claim for one in voices}),
        documents=len({one.document for one in voices}),
    )


def _said(own: Own, group: str, memberships: list[Membership], voices: Iterable[Voice]) -> list[Voice]:
    """What a group says itself on days of membership. A document without a date counts as of today."""
    documents = own.ear.hearing.documents
    counts: dict[int, bool] = {}
    for one in voices:
        if one.document not in counts:
            heard = documents[one.document]
            member = any(each.holds(heard.latest) for each in memberships)
            counts[one.document] = member and manner_of(heard, group) != "told by another"
    return [one for one in voices if counts[one.document]]


def _fits(own: Own, voice: Voice) -> bool:
    if own.wish.element is None:
        return True
    entry = own.register.by_id.get(voice.concept or "")
    return own.wish.element in (voice.element if entry is None else entry.element,)


def _names(own: Own, voices: Iterable[Voice]) -> tuple[tuple[str, int], ...]:
    """The provisions with how many sentences, the commonest first, then in the order of the register."""
    counts = Counter(one.concept for one in voices if one.concept)
    entries = own.register.by_id
    return tuple((entries[key].name, counts[key]) for key in sorted(
        (key for key in entries if key in counts), key=lambda key: -counts[key]
    ))  # fmt: skip
