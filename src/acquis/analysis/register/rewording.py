"""Sentences of one State on one provision in; out: how its words changed from year to year, and where it contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from acquis.analysis.comparing.scales import Phrase, find_hedges, find_verbs, turn_of, turn_of_hedge
from acquis.analysis.comparing.turns import exchanged_verbs
from acquis.analysis.comparing.wording import changes_of, likeness, mark_words
from acquis.analysis.register.newest import newest
from acquis.analysis.register.own import Own
from acquis.grammar.words import plain_words
from acquis.model.claim import Act
from acquis.model.comparison import Piece, Turn
from acquis.model.profile import Contradiction, Reworded
from acquis.model.utterance import Utterance
from acquis.store.voices import Heard, Voice

_FAVOURABLE: frozenset[Act] = frozenset({"support", "affirmation"})
_SURE = 0.75  # confidence below which a finding is no ground to say that a State contradicts itself
_A_YEAR = 4  # sentences of one year that are compared: the newest
_ALIKE = 0.5  # likeness of two sentences, by words, from which they are one that was reworded
_LONGEST = 1_500  # characters of a sentence that are compared
# Of sentences that are not alike the first verb is compared, where it leads: what follows tells of other things, and
# words of duty ("will", "should") stand in any sentence.
_LEADING = 60
_TELLING = frozenset({"asking", "welcoming", "holding", "blaming"})
Read = Mapping[int, Utterance]


def year_of(heard: Heard) -> str | None:
    """The year of a document; None where it has none, or may be of two."""
    years = {day[:4] for day in (heard.earliest, heard.latest) if day}
    return years.pop() if len(years) == 1 else None


def years_of(own: Own, voices: Sequence[Voice]) -> list[list[Voice]]:
    """The newest sentences that a State said for itself in each year in which it is heard, from the first year on."""
    documents = own.ear.hearing.documents
    by_year: dict[str, list[Voice]] = {}
    for one in newest(own.ear.hearing, filter(own.alone, voices)):
        year = year_of(documents[one.document])
        if year is not None:
            by_year.setdefault(year, []).append(one)
    return [by_year[year][:_A_YEAR] for year in sorted(by_year)]


def find_rewordings(own: Own, read: Read) -> Iterator[Reworded]:
    """For each provision and each two years that follow one another: the likest two sentences, where they differ."""
    for key, entry in own.register.by_id.items():
        for before, after in pairwise(years_of(own, own.on.get(key, ()))):
            sides = [[read[one.claim] for one in some if one.claim in read] for some in (before, after)]
            found = _compare(key, entry.name, *sides)
            if found is not None:
                yield found


def _compare(key: str, name: str, before: list[Utterance], after: list[Utterance]) -> Reworded | None:
    words = {one.key: plain_words(one.sentence[:_LONGEST]) for one in (*before, *after)}
    pairs = [(likeness(words[a.key], words[b.key]), a, b) for a in before for b in after]
    if not pairs:
        return None
    score, a, b = max(pairs, key=lambda pair: pair[0])
    if score >= _ALIKE:
        return _reworded(key, name, a, b) if words[a.key] != words[b.key] else None
    return _said_otherwise(key, name, before[0], after[0])


def _reworded(key: str, name: str, a: Utterance, b: Utterance) -> Reworded:
    pieces = mark_words(*(" ".join(one.sentence[:_LONGEST].split()) for one in (a, b)))
    changes = changes_of(pieces)
    gone, come = (tuple(filter(None, side)) for side in zip(*changes, strict=True))
    return Reworded(key, name, a, b, True, gone, come, _turn(a.sentence, b.sentence, pieces), pieces)


def _turn(a: str, b: str, pieces: Sequence[Piece]) -> Turn:
    """By the words of commitment that were exchanged; else by the words that hedge or harden, where they agree."""
    verbs = [one.turn for one in exchanged_verbs(pieces) if one.turn != "changed"]
    if verbs:
        return verbs[0]
    before, after = find_hedges(a[:_LONGEST]), find_hedges(b[:_LONGEST])
    turns = {turn_of_hedge(word, added=False) for word in before - after} | {
        turn_of_hedge(word, added=True) for word in after - before
    }
    return turns.pop() if len(turns) == 1 else "changed"


def _said_otherwise(key: str, name: str, a: Utterance, b: Utterance) -> Reworded | None:
    """Two sentences that are not alike: by their first words of commitment, where these stand on one scale."""
    before, after = (_leading(one.quote) for one in (a, b))
    turn = turn_of(before, after)
    if turn == "changed":
        return None
    return Reworded(key, name, a, b, False, (before[0].words,), (after[0].words,), turn)


def _leading(quote: str) -> list[Phrase]:
    first = find_verbs(quote[:_LEADING])[:1]
    return [one for one in first if _TELLING.intersection(scale for scale, _ in one.scales)]


def contradicting(own: Own, voices: Sequence[Voice]) -> tuple[Voice, Voice] | None:
    """The newest sentence for a provision and the newest against it, where a State said both itself."""
    said = [one for one in newest(own.ear.hearing, filter(own.itself, voices)) if _is_sure(one)]
    favourable = next((one for one in said if one.act in _FAVOURABLE), None)
    objecting = next((one for one in said if one.act == "objection"), None)
    return (favourable, objecting) if favourable and objecting else None


def _is_sure(one: Voice) -> bool:
    return one.confidence >= _SURE or one.status in ("accepted", "corrected")


def find_contradictions(own: Own, read: Read) -> Iterator[Contradiction]:
    """Every provision that a State both supports and objects to, with both sentences."""
    for key, entry in own.register.by_id.items():
        pair = contradicting(own, own.on.get(key, ()))
        if pair and all(one.claim in read for one in pair):
            yield Contradiction(key, entry.name, *(read[one.claim] for one in pair))
