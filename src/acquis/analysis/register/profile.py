"""Everything a workspace has on one State: where it speaks, positions, promises, steps, needs, offers, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.hearing import day_of, manner_of, read_utterances
from acquis.analysis.memory import Names
from acquis.analysis.register.counting import by_number
from acquis.analysis.register.filters import ground_of
from acquis.analysis.register.newest import last_day, newest
from acquis.analysis.register.own import Own, ProfileWish, find_own
from acquis.analysis.register.promised import day_of_ledger, find_promised
from acquis.analysis.register.rewording import (
    Read,
    contradicting,
    find_contradictions,
    find_rewordings,
    year_of,
    years_of,
)
from acquis.analysis.register.through import find_through
from acquis.model.claim import Act
from acquis.model.marking import Marking, Viewer, highest
from acquis.model.profile import Position, Profile, Spoken, YearHeard
from acquis.model.promise import Promise
from acquis.model.utterance import Utterance
from acquis.store.rows import title_of
from acquis.store.voices import Heard, Voice, highest_said

_SHOWN: tuple[Act, ...] = ("report", "need", "offer")


def make_profile(
    connection: Connection, viewer: Viewer, names: Names, wish: ProfileWish, today: date
) -> Profile:
    """The profile of a State or group; Raises NotKept where nothing may be seen."""
    own = find_own(connection, viewer, names.files, wish)
    ground = ground_of(own.ear.hearing)
    promised = find_promised(connection, viewer, names, wish, day_of_ledger(ground.last, today))
    read = read_utterances(connection, viewer, own.ear.hearing, _to_read(own))
    concept = own.states.by_code.get(wish.code)
    through = tuple(find_through(own))
    shown = {act: _of_act(own, read, act) for act in _SHOWN}
    return Profile(
        code=wish.code,
        name=concept.name if concept else wish.code,
        region=own.states.region(wish.code),
        groups=own.states.groups_of(wish.code),
        ground=ground,
        marking=_marking(own, promised.promises, (one for group in through for one in group.utterances)),
        statements=_statements(own),
        positions=tuple(_positions(own, read)),
        promises=promised.promises,
        others=promised.others,
        reports=shown["report"],
        needs=shown["need"],
        offers=shown["offer"],
        counts=by_number(Counter(one.act for one in own.agreed.values() if own.itself(one))),
        through=through,
        rewordings=tuple(find_rewordings(own, read)),
        contradictions=tuple(find_contradictions(own, read)),
        unheard=tuple(
            entry for part in own.register.parts for entry in part.entries
            if entry.id not in own.on and wish.element in (None, part.element)
        ),
    )  # fmt: skip


def _to_read(own: Own) -> list[Voice]:
    """The voices whose words are shown or compared; the others are counted only."""
    limit, wanted = own.wish.limit, list[Voice]()
    for key, voices in own.on.items():
        wanted += newest(own.ear.hearing, voices, limit)
        if key in own.register.by_id:
            wanted += [one for year in years_of(own, voices) for one in year]
            wanted += contradicting(own, voices) or ()
    for act in _SHOWN:
        wanted += _said(own, act)[:limit]
    return wanted


def _said(own: Own, act: Act) -> list[Voice]:
    """What a State says itself by an act, the newest first."""
    return newest(own.ear.hearing, (one for one in own.agreed.values() if one.act == act and own.itself(one)))


def _of_act(own: Own, read: Read, act: Act) -> tuple[Utterance, ...]:
    return tuple(read[one.claim] for one in _said(own, act)[: own.wish.limit] if one.claim in read)


def _positions(own: Own, read: Read) -> Iterator[Position]:
    for key, voices in own.on.items():
        entry = own.register.by_id.get(key)
        shown = newest(own.ear.hearing, voices, own.wish.limit)
        yield Position(
            id=key if entry else None,
            name=entry.name if entry else own.register.part(key).name,
            element=entry.element if entry else own.register.part(key).element,
            years=_years(own, voices),
            utterances=tuple(read[one.claim] for one in shown if one.claim in read),
            total=len(voices),
            told=sum(not own.itself(one) for one in voices),
        )


def _years(own: Own, voices: Sequence[Voice]) -> tuple[YearHeard, ...]:
    """The acts of each year; what has no year comes last."""
    acts: dict[str | None, Counter[Act]] = {}
    for one in voices:
        acts.setdefault(year_of(own.ear.hearing.documents[one.document]), Counter())[one.act] += 1
    order = sorted(acts, key=lambda year: year or "~")
    return tuple(YearHeard(year, by_number(acts[year])) for year in order)


def _statements(own: Own) -> tuple[Spoken, ...]:
    """The documents a State speaks in, the newest first; those without a date last."""
    code, found = own.wish.code, Counter(one.document for one in own.every)
    agreed = Counter(one.document for one in own.agreed.values())
    spoken = [
        heard for heard in own.ear.hearing.documents.values()
        if code in heard.actors or (heard.row in found and not heard.actors)
    ]  # fmt: skip
    spoken.sort(key=last_day, reverse=True)
    return tuple(_spoken(one, code, found[one.row], agreed[one.row]) for one in spoken)


def _spoken(heard: Heard, code: str, findings: int, agreed: int) -> Spoken:
    return Spoken(
        document=heard.key,
        title=title_of(heard.title, heard.location),
        day=day_of(heard),
        manner=manner_of(heard, code),
        findings=findings,
        agreed=agreed,
        marking=Marking(heard.marking),
        url=heard.url,
    )


def _marking(own: Own, promises: Iterable[Promise], through: Iterable[Utterance]) -> Marking:
    """The highest of all that is counted or shown."""
    documents = own.ear.hearing.documents
    code = own.wish.code
    counted = {one.document for one in own.every}
    marked = [Marking(one.marking) for row, one in documents.items() if row in counted or code in one.actors]
    if counted:
        marked.append(Marking(highest_said(own.ear.connection, own.ear.viewer)))
    return highest((*marked, *(one.marking for one in promises), *(one.marking for one in through)))
