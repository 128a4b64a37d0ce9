"""The series of two parties in; its last meeting, who sat there, what moved since, where accounts differ, out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from acquis.analysis.briefing.lines import shortened
from acquis.analysis.editions import put_together
from acquis.analysis.people import same_name
from acquis.analysis.series import side_of
from acquis.model.brief import BriefLine, Seat, Source
from acquis.model.comparison import Comparison, Row, Said, Topic
from acquis.model.frame import Frame
from acquis.model.meeting import Role
from acquis.model.series import Account, Edition, Series
from acquis.vocabulary import Vocabulary

_TALK = ("exchange", "report")  # what was talked about is told by topics
_TOGETHER: dict[Topic, str] = {
    "topic": "Topics",
    "name": "Named",
    "participant": "Taking part",
    "observer": "Observing",
}
_NAMES: dict[Topic, str] = {"chair": "In the chair", "topic": "Topic"}


def last_held(series: Series) -> int | None:
    """The index of the last edition that was held."""
    held = [at for at, edition in enumerate(series.editions) if edition.held]
    return held[-1] if held else None


def single_meeting(
    frames: Iterable[Frame], parties: Collection[str], vocabulary: Vocabulary
) -> Edition | None:
    """The last meeting of just these parties that belongs to no series, such as a visit or a call."""
    held = [
        Account(frame, frame.meeting, side_of(frame, vocabulary))
        for frame in frames
        if frame.meeting and frame.meeting.status == "held" and set(frame.meeting.parties) == set(parties)
    ]
    editions = put_together([[one] for one in held])
    return editions[-1] if editions else None


def meeting_line(name: str, edition: Edition) -> BriefLine:
    """Which meeting it was, when and where; all accounts are its sources."""
    number = (
        f", edition {edition.ordinal}{' (counted)' if edition.inferred else ''}" if edition.ordinal else ""
    )
    when = edition.when.edtf.replace("/", " to ") if edition.when and edition.when.edtf else "day not told"
    place = {"virtual": ", online", None: ""}.get(edition.place, f", {edition.place}")
    under = next((account.meeting.under for account in edition.accounts if account.meeting.under), ())
    based = f"; under {', '.join(under)}" if under else ""
    sources = tuple(Source(account.frame, "") for account in edition.accounts)
    return BriefLine(f"{name}{number}: {when}{place}{based}", None, sources)


def seats_of(edition: Edition, parties: Sequence[str]) -> tuple[Seat, ...]:
    """Who sat there, side by side, as far as the accounts tell."""
    return tuple(seat for party in parties if (seat := _seat(edition, party)) is not None)


def _seat(edition: Edition, party: str) -> Seat | None:
    chairs: list[Role] = []
    bodies: list[str] = []
    sources: list[Source] = []
    for account in edition.accounts:
        roles = [*account.meeting.chairs, *account.meeting.participants, *account.meeting.observers]
        own = [role for role in roles if role.party == party]
        if own:
            sources.append(Source(account.frame, ""))
        for role in own:
            if role.name and role.role != "participant":
                if not any(same_name(role.name, known.name or "") for known in chairs):
                    chairs.append(role)
            elif role.organisation and role.organisation not in bodies:
                bodies.append(role.organisation)
    if not sources:
        return None
    told = tuple(", ".join(filter(None, (role.name, role.post, role.organisation))) for role in chairs)
    return Seat(party, told, tuple(bodies), tuple(sources))


def topics_line(edition: Edition) -> BriefLine | None:
    """What was on the table, each topic once."""
    topics = list(dict.fromkeys(topic for account in edition.accounts for topic in account.meeting.topics))
    if not topics:
        return None
    sources = tuple(Source(one.frame, "") for one in edition.accounts if one.meeting.topics)
    return BriefLine(f"On the table: {shortened('; '.join(topics), 420)}", None, sources)


def like_with_like(now: Edition, before: Edition) -> tuple[Account, Account]:
    """The two accounts to compare: of one side if there are such, else the first of each."""
    for account in now.accounts:
        for other in before.accounts:
            if account.side and account.side == other.side:
                return other, account
    return before.accounts[0], now.accounts[0]


NameOf = Callable[[str], str]


def differing_lines(comparison: Comparison, a: Account, b: Account, name_of: NameOf) -> Iterator[BriefLine]:
    """Where two accounts of one meeting differ: what one leaves out, and what they tell otherwise."""
    sides = ((a, b, "only A"), (b, a, "only B"))
    alone = {which: [row for row in comparison.rows if row.standing == which] for _, _, which in sides}
    for has, lacks, which in sides:
        for topic, name in _TOGETHER.items():
            said = [one for row in alone[which] if row.topic == topic and (one := row.a or row.b)]
            if said:
                yield _only_together(name, said, has, lacks, name_of)
    for row in comparison.rows:
        if row.standing == "other words" and row.differences and row.a and row.b:
            yield _otherwise(row, a, b, name_of)
    for has, lacks, which in sides:
        for row in alone[which]:
            if row.topic not in _TOGETHER and row.topic not in _TALK:
                yield _only(row, has, lacks, name_of)


def _only_together(
    name: str, said: Sequence[Said], has: Account, lacks: Account, name_of: NameOf
) -> BriefLine:
    """Short things of one kind, in one line."""
    words = "; ".join(dict.fromkeys(one.value or one.words for one in said))
    sources = tuple(dict.fromkeys(_at(has, one) for one in said))
    return BriefLine(f"{name} only in {_who(has, lacks, name_of)}: {shortened(words, 300)}", None, sources)


def _only(row: Row, has: Account, lacks: Account, name_of: NameOf) -> BriefLine:
    said = row.a or row.b
    words = (said.value or said.words) if said else ""
    name = _NAMES.get(row.topic, row.topic.capitalize())
    return BriefLine(f"{name} only in {_who(has, lacks, name_of)}: ", shortened(words), (_at(has, said),))


def _otherwise(row: Row, a: Account, b: Account, name_of: NameOf) -> BriefLine:
    said = "; ".join(
        f"{one.aspect}: {', '.join(one.a) or 'nothing'} / {', '.join(one.b) or 'nothing'}"
        for one in row.differences
    )
    name = _NAMES.get(row.topic, row.topic.capitalize())
    return BriefLine(
        f"{name}, {_who(a, b, name_of)} / {_who(b, a, name_of)}: {shortened(said)}",
        None,
        (_at(a, row.a), _at(b, row.b)),
    )


def _who(account: Account, other: Account, name_of: NameOf) -> str:
    """How an account is called: by its side, or by its title where both are of one side or of none."""
    if account.side and account.side != other.side:
        return f"the account of {name_of(account.side)}"
    return f"“{shortened(account.frame.title, 60)}”"


def _at(account: Account, said: Said | None) -> Source:
    return Source(account.frame, said.address if said else "")


def moved_lines(comparison: Comparison, before: Account, now: Account) -> Iterator[BriefLine]:
    """What is new on the agenda since the edition before, and what is no longer named."""
    rows = [row for row in comparison.rows if row.topic == "topic"]
    new = [row.b.value or row.b.words for row in rows if row.standing == "only B" and row.b]
    gone = [row.a.value or row.a.words for row in rows if row.standing == "only A" and row.a]
    if new:
        yield BriefLine(f"New topics: {shortened('; '.join(new), 300)}", None, (Source(now.frame, ""),))
    if gone:
        sources = (Source(before.frame, ""), Source(now.frame, ""))
        yield BriefLine(f"No longer named: {shortened('; '.join(gone), 300)}", None, sources)
    for row in comparison.rows:
        if row.topic == "chair" and row.standing in ("only A", "only B"):
            said, account = (row.a, before) if row.standing == "only A" else (row.b, now)
            words = "New in the chair: " if row.standing == "only B" else "No longer in the chair: "
            if said:
                yield BriefLine(f"{words}{said.value or shortened(said.words)}", None, (_at(account, said),))
