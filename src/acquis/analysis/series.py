"""Documents that tell of meetings in; series of meetings with their editions and accounts out.

Meetings belong to one series when the same parties meet on the same matter, whatever the series is called and
whichever party is named first. People may tie documents together or part them; their word goes first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from acquis.analysis.editions import edition_groups, put_together
from acquis.analysis.links import NO_LINKS, Links
from acquis.analysis.people import find_people
from acquis.analysis.series_names import SeriesName, read_series_name
from acquis.model.frame import Frame
from acquis.model.meeting import Meeting
from acquis.model.series import Account, Series
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lexicon import Lexicon

# A meeting of more parties than this is the same series when most parties come again: not all do each time.
_FEW = 4
_MOST_OF_THEM = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """One document on one meeting, with what the name of its series means."""

    frame: Frame
    meeting: Meeting
    name: SeriesName

    @property
    def parties(self) -> frozenset[str]:
        """Who meets."""
        return frozenset(self.meeting.parties)


# What makes documents ones of a series: who meets, and what its name means.
_Sort = tuple[frozenset[str], SeriesName]


def find_series(
    frames: Iterable[Frame], vocabulary: Vocabulary, actors: Lexicon, links: Links = NO_LINKS
) -> tuple[Series, ...]:
    """All series of at least one meeting with a name, by name; documents that people linked belong to one series."""
    known = list(frames)
    told = [one for frame in known if (one := _told(frame, actors)) is not None]
    told += _joining(known, told, links)
    groups = _Groups()
    for one in sorted(told, key=lambda one: (not one.name.matter, one.frame.earliest is None)):
        groups.add(one)
    merged = _tied(groups.found, links)
    return tuple(
        sorted((_series(group, vocabulary, links) for group in merged), key=lambda s: (s.name, s.parties))
    )


def _told(frame: Frame, actors: Lexicon) -> Told | None:
    meeting = frame.meeting
    if meeting is None or len(meeting.parties) < 2 or not (meeting.series or meeting.ordinal):
        return None
    codes = frozenset(meeting.parties)
    name = read_series_name(meeting.series or "", actors, codes)
    if not name.matter:
        titled = read_series_name(frame.title, actors, codes)
        matter = titled.matter & _TELLING
        name = SeriesName(matter, name.kind or titled.kind)
    return Told(frame, meeting, name)


def _joining(frames: Sequence[Frame], told: Sequence[Told], links: Links) -> list[Told]:
    """Documents of which people say that they tell of a meeting of a series, though they do not say so themselves."""
    if not links.one_edition:
        return []
    by_work = {frame.work: frame for frame in frames}
    known = {one.frame.work: one for one in told}
    joining: dict[str, Told] = {}
    more = True
    while more:
        more = False
        for pair in sorted(map(sorted, links.one_edition)):
            partner = next((known[work] for work in pair if work in known), None)
            silent = [by_work[work] for work in pair if work in by_work and work not in known]
            if partner is not None and silent:
                joining[silent[0].work] = known[silent[0].work] = _beside(silent[0], partner)
                more = True
    return list(joining.values())


def _beside(frame: Frame, partner: Told) -> Told:
    """A document that gives no series or parties of its own: it has those of the one it is tied to, and no more."""
    own = frame.meeting or Meeting(status=partner.meeting.status)
    meeting = own if len(own.parties) > 1 else replace(own, parties=partner.meeting.parties)
    return Told(replace(frame, meeting=meeting), meeting, partner.name)


# Of a title only words that are commonly a matter of such meetings tell what the series is about.
_TELLING = frozenset(
    {"cyber", "economic", "trade", "defence", "defense", "technology", "security", "human", "space"}
)


class _Groups:
    """Documents by series, as they are gathered.

    Many of a series have the same parties and name: what is compared is each of these once.
    """

    def __init__(self) -> None:
        self.found: list[list[Told]] = []
        self._sorts: list[dict[_Sort, None]] = []
        self._by_party: defaultdict[str, dict[int, None]] = defaultdict(dict)

    def add(self, one: Told) -> None:
        """Put a document where it belongs, or make it a series of its own."""
        at = self._home(one)
        if at is None:
            at = len(self.found)
            self.found.append([])
            self._sorts.append({})
        self.found[at].append(one)
        self._sorts[at][one.parties, one.name] = None
        for party in one.parties:
            self._by_party[party][at] = None

    def _home(self, one: Told) -> int | None:
        """The series a document belongs to: one of the same parties, matter and kind.

        What names no matter belongs to the only series of its parties, and to none of several.
        """
        near = sorted({at for party in one.parties for at in self._by_party[party]})
        sort = (one.parties, one.name)
        fitting = [at for at in near if any(_same_series(sort, other) for other in self._sorts[at])]
        same = [at for at in fitting if any(one.name.matter == name.matter for _, name in self._sorts[at])]
        best = same or (fitting if len(fitting) == 1 else [])
        return best[0] if best else None


def _same_series(one: _Sort, other: _Sort) -> bool:
    return _same_parties(one[0], other[0]) and _same_name(one[1], other[1])


def _same_parties(one: frozenset[str], other: frozenset[str]) -> bool:
    if one == other:
        return True
    shared = len(one & other)
    return min(len(one), len(other)) > _FEW and shared >= _MOST_OF_THEM * len(one | other)


def _same_name(one: SeriesName, other: SeriesName) -> bool:
    """The same matter, or one name leaves it out; the same kind, or one name leaves that out."""
    if one.kind and other.kind and one.kind != other.kind:
        return False
    nameless = not (one.kind or one.matter) or not (other.kind or other.matter)
    if nameless and not {one.kind, other.kind} <= {"talks", None}:
        return False  # a meeting without a name may be one of a dialogue, not of a council or a group
    return one.matter == other.matter or not one.matter or not other.matter


def _tied(groups: list[list[Told]], links: Links) -> list[list[Told]]:
    """Series that hold two documents which people called one edition are one series."""
    for pair in sorted(map(sorted, links.one_edition)):
        holding = [group for group in groups if any(one.frame.work in pair for one in group)]
        for group in holding[1:]:
            holding[0] += group
            groups.remove(group)
    return groups


def _series(group: Sequence[Told], vocabulary: Vocabulary, links: Links) -> Series:
    names = Counter(one.meeting.series for one in group if one.meeting.series)
    ordered = sorted(names, key=lambda name: (-names[name], len(name), name))
    parties = _ordered_parties(group)
    accounts = [Account(one.frame, one.meeting, side_of(one.frame, vocabulary)) for one in group]
    editions = put_together(edition_groups(accounts, links))
    found = Series(ordered[0] if ordered else "-".join(parties), tuple(ordered), parties, editions)
    return replace(found, people=find_people(editions, links))


def _ordered_parties(group: Sequence[Told]) -> tuple[str, ...]:
    """The parties of the series, those first that are always there."""
    counts = Counter(code for one in group for code in one.meeting.parties)
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def side_of(frame: Frame, vocabulary: Vocabulary) -> str | None:
    """The party that published a document: by the side its publisher is on, or by its name."""
    if not frame.publisher or frame.meeting is None:
        return None
    from acquis.vocabulary.vocabulary import normalise_name

    for sense in vocabulary.senses.get(normalise_name(frame.publisher), ()):
        concept = vocabulary.get(sense.concept_id)
        for code in (concept.side, concept.code):
            if code in frame.meeting.parties:
                return code
    return None
