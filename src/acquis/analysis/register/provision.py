"""One provision in; who speaks to it, with which acts, when and in which sentences; who has not been heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, manner_of
from acquis.analysis.register.counting import Round, count_mentions, find_speakers
from acquis.analysis.register.entries import register_of
from acquis.analysis.register.filters import RegisterFilters, ground_of, owners_of
from acquis.analysis.register.framework import marking_of, quiet_or_nothing, tally_of
from acquis.analysis.register.newest import newest, read_in_order
from acquis.analysis.register.own import Ear
from acquis.analysis.states import States, states_of
from acquis.model.marking import Viewer
from acquis.model.register import ProvisionHeard, RegionHeard, Speaker
from acquis.store.voices import find_mentions

NO_REGION = "no regional group"


def provision_alone(files: tuple[Path, ...], provision: str) -> ProvisionHeard:
    """What was agreed, without a workspace. Raises KeyError for what is no provision."""
    register = register_of(files)
    entry = register.by_id[provision]
    element = register.part(entry.element).name if entry.element else None
    return ProvisionHeard(entry, element, register.under(provision), register.cited_by((entry,)))


def make_provision(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], filters: RegisterFilters, provision: str
) -> ProvisionHeard:  # fmt: skip
    """Who is heard on a provision, as far as a viewer may know it. Raises RequestError for an unknown region."""
    alone = provision_alone(files, provision)
    quiet = quiet_or_nothing(connection, viewer, filters)
    own = Ear(connection, viewer, quiet).listen(filters.listening(frozenset({provision})))
    round_of = filters.round_of(states_of(files), owners_of(own.voices))
    own = replace(own, voices=tuple(one for one in own.voices if any(map(round_of.wanted, one.owners))))
    concepts = frozenset((provision, *(one.id for one in alone.parts)))
    mentions = find_mentions(connection, viewer, filters.listening(concepts))
    counts = count_mentions(mentions, quiet.documents, round_of)
    answer = replace(
        alone,
        entry=replace(alone.entry, tally=tally_of(provision, counts)),
        parts=tuple(replace(one, tally=tally_of(one.id, counts)) for one in alone.parts),
        ground=ground_of(quiet),
        marking=marking_of(
            connection, viewer, quiet, {row for one in counts.values() for row in one.documents}
        ),
    )
    return _with_words(_with_speakers(answer, own, round_of), connection, viewer, own, filters.limit)


def _with_speakers(answer: ProvisionHeard, hearing: Hearing, round_of: Round) -> ProvisionHeard:
    speakers = find_speakers(hearing, round_of.wanted)
    states = round_of.states
    own = [code for code in speakers if code in states.by_code]
    speaking = {code for code in own if speakers[code].speaks}
    otherwise = (set(own) | _through_groups(hearing, states)) - speaking
    return replace(
        answer,
        states=_by_name((speakers[code] for code in own), states),
        others=_by_name((one for code, one in speakers.items() if code not in states.by_code), states),
        regions=_regions(round_of, speaking, otherwise),
        otherwise=tuple(code for code in round_of.counted if code in otherwise),
        silent=tuple(code for code in round_of.counted if code not in speaking | otherwise),
    )


def _by_name(speakers: Iterable[Speaker], states: States) -> tuple[Speaker, ...]:
    """In the order of names, which says nothing of anybody."""

    def name(one: Speaker) -> str:
        concept = states.by_code.get(one.code)
        return (concept.name if concept else one.code).casefold()

    return tuple(sorted(speakers, key=name))


def _through_groups(hearing: Hearing, states: States) -> set[str]:
    """The States whose groups speak in documents of days on which they belonged to them."""
    found: set[str] = set()
    for row, group in {(one.document, owner) for one in hearing.voices for owner in one.owners}:
        heard = hearing.documents[row]
        if group in states.by_group and manner_of(heard, group) != "told by another":
            found.update(states.members_of(group, heard.latest))
    return found


def _regions(round_of: Round, speaking: set[str], otherwise: set[str]) -> tuple[RegionHeard, ...]:
    grouped: dict[str, list[str]] = {}
    for code in round_of.counted:
        grouped.setdefault(round_of.states.region(code) or NO_REGION, []).append(code)
    return tuple(_region(name, codes, speaking, otherwise) for name, codes in sorted(grouped.items()))


def _region(name: str, codes: Sequence[str], speaking: set[str], otherwise: set[str]) -> RegionHeard:
    many, apart = (sum(code in some for code in codes) for some in (speaking, otherwise))
    return RegionHeard(name, len(codes), many, apart, len(codes) - many - apart)


def _with_words(
    answer: ProvisionHeard, connection: Connection, viewer: Viewer, hearing: Hearing, limit: int | None
) -> ProvisionHeard:
    """The words of the newest sentences, and of the newest reports."""
    reports = [one for one in hearing.voices if one.act == "report"]
    return replace(
        answer,
        utterances=read_in_order(connection, viewer, hearing, newest(hearing, hearing.voices, limit)),
        total=len({one.claim for one in hearing.voices}),
        reports=read_in_order(connection, viewer, hearing, newest(hearing, reports, limit)),
        reported=len({one.claim for one in reports}),
    )
