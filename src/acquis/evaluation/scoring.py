"""One record beside one gold document in, counts on the tally out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from acquis.evaluation.gold import (
    Body,
    Doubtful,
    GoldChair,
    GoldClaim,
    GoldDocument,
    GoldMeeting,
    GoldStatement,
)
from acquis.evaluation.tally import Tally
from acquis.evaluation.words import alike, begins_with, same_place
from acquis.model.claim import Claim
from acquis.model.meeting import Meeting, NextMeeting, Role
from acquis.model.record import Record
from acquis.model.statement import Speaker, Statement

_Fits: TypeAlias = Callable[[GoldClaim, str], bool]
_NO_STATEMENT = Statement(Speaker())


def score(tally: Tally, name: str, record: Record | None, gold: GoldDocument) -> None:
    """Count one document; a record of None is a document that was not read: nothing found."""
    kinds = (("meeting", record.meeting), ("statement", record.statement)) if record else ()
    found = "+".join(kind for kind, value in kinds if value is not None)
    tally.fact(name, "kind", found, "meeting" if gold.meeting else "statement")
    if gold.meeting:
        _score_meeting(tally, name, (record and record.meeting) or Meeting(), gold.meeting)
    elif gold.statement:
        _score_statement(tally, name, (record and record.statement) or _NO_STATEMENT, gold.statement)
    _Claims(tally, name, gold).score(record.claims if record else ())


def _score_meeting(tally: Tally, name: str, found: Meeting, gold: GoldMeeting) -> None:
    following = found.next or NextMeeting()
    next_when = following.when.edtf if following.when else None
    tally.fact(name, "meeting.parties", frozenset(found.parties), gold.parties)
    tally.fact(name, "meeting.ordinal", found.ordinal, gold.ordinal)
    tally.fact(name, "meeting.country_of_place", found.country_of_place, gold.country_of_place)
    _score_dates(tally, name, found, gold)
    tally.fact(name, "meeting.place", found.place, gold.place, same=same_place)
    tally.fact(name, "meeting.next.when", next_when, gold.next_when)
    tally.fact(name, "meeting.next.place", following.place, gold.next_place, same=same_place)
    _score_chairs(tally, name, found.chairs, gold.chairs)
    chairing = tuple((chair.organisation, chair.party) for chair in gold.chairs if chair.organisation)
    participants, observers = _bodies(found.participants), _bodies(found.observers)
    tally.facts(
        (name, "meeting.participants"), participants, gold.participants, same=_same_body, ignored=chairing
    )
    tally.facts((name, "meeting.observers"), observers, gold.observers, same=_same_organisation)
    tally.facts((name, "meeting.under"), found.under, gold.under, same=alike, ignored=gold.under_alt)
    tally.facts((name, "meeting.topics"), found.topics, gold.topics, same=alike, ignored=gold.topics_alt)


def _score_dates(tally: Tally, name: str, found: Meeting, gold: GoldMeeting) -> None:
    """Start and end; a date that the annotator could only infer counts neither way."""
    start, end = (found.when.start, found.when.end) if found.when else (None, None)
    for key, given, wanted in (("start", start, gold.start), ("end", end, gold.end)):
        if wanted or not (given and given in gold.inferred):
            tally.fact(name, f"meeting.{key}", given, wanted)


def _score_chairs(tally: Tally, name: str, found: tuple[Role, ...], gold: tuple[GoldChair, ...]) -> None:
    """The chairs' names, and of those found by name their post, organisation and party."""
    wanted = [chair.name for chair in gold if chair.name]
    tally.facts((name, "meeting.chairs.name"), [role.name for role in found if role.name], wanted, same=alike)
    for chair in gold:
        match = next((role for role in found if alike(role.name, chair.name)), None)
        if match:
            tally.fact(name, "meeting.chairs.post", match.post, chair.post, same=alike)
            tally.fact(
                name, "meeting.chairs.organisation", match.organisation, chair.organisation, same=alike
            )
            tally.fact(name, "meeting.chairs.party", match.party, chair.party)


def _bodies(roles: Iterable[Role]) -> list[Body]:
    return [(role.organisation, role.party) for role in roles if role.organisation]


def _same_body(found: Body, gold: Body) -> bool:
    return alike(found[0], gold[0]) and (found[1] == gold[1] or not gold[1])


def _same_organisation(found: Body, gold: Body) -> bool:
    return alike(found[0], gold[0])


def _score_statement(tally: Tally, name: str, found: Statement, gold: GoldStatement) -> None:
    tally.facts((name, "statement.speaker"), found.speaker.actors, gold.actors, ignored=gold.on_behalf_of)
    if gold.forum_told:
        tally.fact(name, "statement.forum", found.forum, gold.forum)
    tally.fact(name, "statement.agenda_item", found.agenda_item, gold.agenda_item)
    tally.facts((name, "statement.elements"), tuple(map(str, found.elements)), gold.elements)
    tally.facts(
        (name, "statement.threats"), found.threats, gold.threats, same=alike, ignored=gold.other_threats
    )
    tally.facts((name, "statement.references"), found.references, gold.references, same=alike)


class _Claims:
    """Matches the claims of one document: by gold act first, then by the acts that would also do."""

    def __init__(self, tally: Tally, name: str, gold: GoldDocument) -> None:
        self._tally = tally
        self._name = name
        self._left = list(gold.claims)
        self._doubtful = gold.doubtful

    def score(self, found: Iterable[Claim]) -> None:
        rest = []
        for claim in found:
            exact = self._match(claim, lambda gold, act: gold.act == act)
            if exact:
                self._settle(claim, exact, exact=True)
            else:
                rest.append(claim)
        for claim in rest:
            other = self._match(claim, lambda gold, act: act in gold.alternatives)
            if other:
                self._settle(claim, other, exact=False)
            elif not any(_is_doubtful(claim, doubtful) for doubtful in self._doubtful):
                self._count(_act(claim), found=1)
                self._miss(f"extra {_act(claim)}: {claim.sentence.quote[:110]!r}")
        for gold in self._left:
            self._count(gold.act, gold=1)
            self._miss(f"missed {gold.act}: {gold.starts_with!r}")

    def _match(self, claim: Claim, fits: _Fits) -> GoldClaim | None:
        act = _act(claim)
        return next(
            (gold for gold in self._left if fits(gold, act) and _begins(claim, gold.starts_with)), None
        )

    def _settle(self, claim: Claim, gold: GoldClaim, *, exact: bool) -> None:
        self._left.remove(gold)
        hit = int(exact)
        self._tally.add(self._name, "claims.lenient", hit=1, found=1, gold=1)
        self._tally.add(self._name, "claims", hit=hit, found=1, gold=1)
        self._tally.add(self._name, f"claims.{gold.act}", hit=hit, found=hit, gold=1)
        if not exact:
            self._tally.add(self._name, f"claims.{_act(claim)}", found=1)
            self._miss(f"{_act(claim)} for {gold.act}: {gold.starts_with!r}")
        self._details(claim, gold)

    def _details(self, claim: Claim, gold: GoldClaim) -> None:
        due = claim.due.edtf if claim.due else None
        if not gold.owners_uncertain:
            self._tally.fact(self._name, "claims.owners", frozenset(claim.owners), gold.owners)
        if gold.due or due:
            self._tally.fact(self._name, "claims.due", due, gold.due)
        if gold.element_told:
            self._tally.fact(self._name, "claims.element", claim.element, gold.element)

    def _count(self, act: str, *, found: int = 0, gold: int = 0) -> None:
        for figure in ("claims", "claims.lenient", f"claims.{act}"):
            self._tally.add(self._name, figure, found=found, gold=gold)

    def _miss(self, detail: str) -> None:
        self._tally.miss(self._name, "claims", detail)


def _act(claim: Claim) -> str:
    """The act by which a claim is scored: gold annotations count an exchange as a report."""
    return "report" if claim.act == "exchange" else claim.act


def _begins(claim: Claim, first_words: str) -> bool:
    """Whether the claim stands in a sentence that begins so, here or in another place that says the same."""
    return any(begins_with(place.sentence.quote, first_words) for place in (claim.place, *claim.also))


def _is_doubtful(claim: Claim, doubtful: Doubtful) -> bool:
    return doubtful.act in (None, _act(claim)) and _begins(claim, doubtful.starts_with)
