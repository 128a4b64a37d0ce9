"""The findings of two records, matched by what they say: rows with the verbs, names, hedges and dates that differ."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from acquis.analysis.comparing.given import Finder
from acquis.analysis.comparing.names import Names
from acquis.analysis.comparing.scales import find_hedges, find_verbs, turn_of, turn_of_hedge
from acquis.analysis.comparing.turns import exchanged_verbs
from acquis.analysis.comparing.verbs import carrying_verb, same_verb
from acquis.analysis.comparing.wording import mark_words, word_likeness
from acquis.grammar.dates import find_dates
from acquis.grammar.words import plain_words
from acquis.model.claim import Claim
from acquis.model.comparison import Difference, Piece, Row, Said, Turn
from acquis.model.record import Record

_SAME_ACT, _OTHER_ACT = 0.36, 0.5  # how much two findings must have in common (cosine) to be one thing
_SMOOTHING = 10  # in a short text a word that stands once is not yet a rare one
_COMMON = 40  # findings that share a word: of a commoner one nothing is learnt
_CANDIDATES = 6
_MARKED = 0.5  # likeness from which words are marked one by one


@dataclass(frozen=True, slots=True)
class Unit:
    """A finding to be matched: its claim, its whole wording with the lead-in of a list, its words of meaning."""

    claim: Claim
    words: str
    bag: frozenset[str]
    said: Said


def units_of(record: Record, finder: Finder, names: Names, told: frozenset[int]) -> list[Unit]:
    """The findings of a record, without reports and exchanges in sentences that facts and topics have told (by start)."""
    units = []
    for claim in record.claims:
        if claim.act in ("report", "exchange") and claim.sentence.start in told:
            continue
        stem = f"{' '.join(claim.stem.quote.split())} " if claim.stem else ""
        words = stem + " ".join(claim.evidence.quote.split())
        said = finder.said(claim.evidence.start, claim.evidence.end)
        units.append(Unit(claim, words, names.bag(claim.evidence.quote) or names.bag(words), said))
    return units


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before findings are matched.

    `following` is where each text promises the next meeting (-1: nowhere): these two are one, whatever their words.
    `parties` are ids of those who met: who names them says no more than "the two sides".
    """

    names: Names
    following: tuple[int, int] = (-1, -1)
    parties: frozenset[str] = frozenset()


def finding_rows(a: Sequence[Unit], b: Sequence[Unit], known: Known) -> Iterator[Row]:
    """A row for every finding of both, in the order of A, then those that only B has."""
    pairs = _pairs(a, b)
    _tie(pairs, *(_promise_at(units, start) for units, start in zip((a, b), known.following, strict=True)))
    for at, unit in enumerate(a):
        if at in pairs:
            yield _both(unit, b[pairs[at]], known)
        else:
            yield Row(unit.claim.act, "only A", a=unit.said)
    taken = set(pairs.values())
    for at, unit in enumerate(b):
        if at not in taken:
            yield Row(unit.claim.act, "only B", b=unit.said)


def _promise_at(units: Sequence[Unit], start: int) -> int:
    """The promise in the sentence that begins there, or -1."""
    found = (at for at, unit in enumerate(units) if unit.claim.act == "commitment")
    return next((at for at in found if units[at].claim.sentence.start == start), -1)


def _tie(pairs: dict[int, int], a: int, b: int) -> None:
    """Make two findings a pair; what was paired with either stands alone."""
    if a < 0 or b < 0:
        return
    for at in [at for at, other in pairs.items() if at == a or other == b]:
        del pairs[at]
    pairs[a] = b


def _pairs(a: Sequence[Unit], b: Sequence[Unit]) -> dict[int, int]:
    """Which finding of A says what which of B says: the likest first, each once."""
    weights = _weights(a, b)
    holders: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(b):
        for word in unit.bag:
            holders[word].append(at)
    norms_a, norms_b = ([_norm(unit, weights) for unit in units] for units in (a, b))
    scored = []
    for at, unit in enumerate(a):
        shared: Counter[int] = Counter()
        for word in sorted(unit.bag):
            if len(holders[word]) <= _COMMON:
                for other in holders[word]:
                    shared[other] += weights[word] ** 2  # type: ignore[assignment]
        for other, _ in shared.most_common(_CANDIDATES):
            score = _cosine(unit, b[other], weights) / (norms_a[at] * norms_b[other] or 1)
            same = unit.claim.act == b[other].claim.act
            if score >= (_SAME_ACT if same else _OTHER_ACT):
                scored.append((-score - 0.1 * same, abs(at - other), at, other))
    return _greedy(scored)


def _weights(a: Sequence[Unit], b: Sequence[Unit]) -> dict[str, float]:
    """How telling each word is: the fewer findings of either text have it, the more."""
    ours, theirs = (Counter(word for unit in units for word in unit.bag) for units in (a, b))
    many = max(len(a), len(b)) + _SMOOTHING
    return {word: math.log(many / max(ours[word], theirs[word])) for word in ours | theirs}


def _greedy(scored: list[tuple[float, int, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, other in sorted(scored):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs


def _norm(unit: Unit, weights: dict[str, float]) -> float:
    return math.sqrt(sum(weights[word] ** 2 for word in unit.bag))


def _cosine(a: Unit, b: Unit, weights: dict[str, float]) -> float:
    return sum(weights[word] ** 2 for word in a.bag & b.bag)


def _both(a: Unit, b: Unit, known: Known) -> Row:
    """One thing that both say."""
    if plain_words(a.words) == plain_words(b.words):
        return Row(a.claim.act, "same words", a.said, b.said)
    pieces: tuple[Piece, ...] = ()
    if word_likeness(a.words, b.words) >= _MARKED:
        pieces = mark_words(a.words, b.words)
    return Row(a.claim.act, "other words", a.said, b.said, tuple(_differences(a, b, pieces, known)), pieces)


def _verbs(a: Unit, b: Unit, pieces: tuple[Piece, ...]) -> Iterator[Difference]:
    """The verbs in place of one another, where the words tell; else those that carry the two findings."""
    exchanged = [one for one in exchanged_verbs(pieces) if one.turn != "changed"]
    for one in exchanged:
        yield Difference("verb", (one.gone,), (one.come,), one.turn)
    ours, theirs = carrying_verb(a.claim, a.words), carrying_verb(b.claim, b.words)
    if not exchanged and ours and theirs and not same_verb(ours, theirs):
        yield Difference("verb", (ours,), (theirs,), turn_of(find_verbs(ours), find_verbs(theirs)))


def _differences(a: Unit, b: Unit, pieces: tuple[Piece, ...], known: Known) -> Iterator[Difference]:
    """What differs, the weightiest first; what both leave out is no difference."""
    if a.claim.act != b.claim.act:
        yield Difference("act", (a.claim.act,), (b.claim.act,))
    yield from _verbs(a, b, pieces)
    if a.claim.grade != b.claim.grade and a.claim.grade and b.claim.grade:
        turn: Turn = "softer" if b.claim.grade < a.claim.grade else "firmer"
        yield Difference("grade", (str(a.claim.grade),), (str(b.claim.grade),), turn)
    yield from _hedges(a.words, b.words)
    if set(a.claim.owners) != set(b.claim.owners):
        yield Difference("owners", a.claim.owners, b.claim.owners)
    yield from _only(a, b, known)


def _hedges(a: str, b: str) -> Iterator[Difference]:
    before, after = find_hedges(a), find_hedges(b)
    gone, come = tuple(before - after), tuple(after - before)
    if gone or come:
        turns = {turn_of_hedge(word, added=False) for word in gone} | {
            turn_of_hedge(word, added=True) for word in come
        }
        yield Difference("hedges", gone, come, turns.pop() if len(turns) == 1 else "changed")


def _only(a: Unit, b: Unit, known: Known) -> Iterator[Difference]:
    """Names and dates that one wording has and the other has not."""
    ours, theirs = known.names.ids(a.words), known.names.ids(b.words)
    gone = tuple(ours[key] for key in ours if key not in theirs and key not in known.parties)
    come = tuple(theirs[key] for key in theirs if key not in ours and key not in known.parties)
    if gone or come:
        yield Difference("names", gone, come)
    before, after = _dates(a.words), _dates(b.words)
    if before != after:
        yield Difference("due", tuple(sorted(before - after)), tuple(sorted(after - before)))


def _dates(words: str) -> set[str]:
    return {date.when.edtf for date in find_dates(words) if date.when.edtf and not date.when.inferred}
