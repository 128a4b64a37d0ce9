"""The profile of a State for people: a section a question, each line with its words and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from acquis.cli.framework_people import NOTHING
from acquis.cli.ledger_people import source_of
from acquis.cli.lines import Lines, quote_of
from acquis.cli.said import WIDE, ground_words, print_said
from acquis.exporters.cards import actor_name, counted, day_of, short_title
from acquis.exporters.profile import reworded_words, years_words
from acquis.model.profile import Contradiction, Position, Profile, Reworded, Spoken, ThroughGroup
from acquis.model.promise import Promise
from acquis.model.register import RegisterEntry
from acquis.model.utterance import Utterance
from acquis.vocabulary import Vocabulary


class StateView:
    """Prints profiles; `limit` bounds lists of documents and promises, None bounds nothing."""

    def __init__(self, vocabulary: Vocabulary, *, limit: int | None, names: bool) -> None:
        self._lines = Lines()
        self._vocabulary = vocabulary
        self._limit = limit
        self._names = names

    def show(self, profile: Profile) -> None:
        """Print one profile."""
        self._head(profile)
        if profile.heard:
            self._contradictions(profile.contradictions)
            self._positions(profile)
            self._promises(profile)
            counts = dict(profile.counts)
            self._said("reported steps", profile.reports, counts.get("report", 0), profile.code)
            self._said("needs", profile.needs, counts.get("need", 0), profile.code)
            self._said("offers", profile.offers, counts.get("offer", 0), profile.code)
            self._rewordings(profile.rewordings, profile.code)
        self._through(profile.through)
        if profile.heard:
            self._statements(profile.statements)
        self._unheard(profile.unheard)
        self._lines.say("")
        self._lines.say(f"{ground_words(profile.ground)}; {profile.marking.label}")

    def _head(self, profile: Profile) -> None:
        name = f"{profile.name} ({profile.code})" if profile.name != profile.code else profile.name
        self._lines.say(" · ".join(filter(None, (name, profile.region))), "bold")
        if profile.groups:
            codes = ", ".join(profile.groups)
            self._lines.say(f"in {codes}", "dim")
        if not profile.heard:
            self._lines.say(f"{NOTHING} that it says anything in this workspace")
            return
        told = ", ".join(f"{act} {many}" for act, many in profile.counts)
        self._lines.say(f"on the framework: {told or NOTHING}")

    def _said(self, title: str, said: Sequence[Utterance], total: int, code: str) -> None:
        self._lines.head(f"{title}{_of(len(said), total)}")
        if not said:
            self._lines.say(NOTHING if not total else "none shown")
        for one in said:
            print_said(self._lines, one, self._vocabulary, owner=code)

    def _positions(self, profile: Profile) -> None:
        self._lines.head("positions")
        if not profile.positions:
            self._lines.say(NOTHING)
        for one in profile.positions:
            self._position(one, profile.code)

    def _position(self, one: Position, code: str) -> None:
        name = f"{one.name} · {one.id.partition('.')[2]}" if one.id else f"{one.name} · no provision named"
        told = f"; {one.told} told by others" if one.told else ""
        self._lines.say("")
        self._lines.say(name, "bold")
        self._lines.say(f"{years_words(one)}{told}{_of(len(one.utterances), one.total, mark=';')}", "dim")
        for each in one.utterances:
            print_said(self._lines, each, self._vocabulary, provision=one.id, owner=code)

    def _promises(self, profile: Profile) -> None:
        shown = profile.promises[: self._limit]
        self._lines.head(f"promises{_of(len(shown), len(profile.promises))}")
        told = ", ".join(f"{many} {status}" for status, many in _statuses(profile.promises))
        self._lines.say(told or NOTHING)
        for one in shown:
            self._promise(one)
        if profile.others:
            more = (
                f"{counted(profile.others, 'promise')} on other matters: acquis ledger --party {profile.code}"
            )
            self._lines.say(more, "dim")

    def _promise(self, one: Promise) -> None:
        lines = self._lines
        due = f" · due {one.due.edtf.replace('/', ' to ')}" if one.due and one.due.edtf else ""
        frame = one.frame
        ends = (day.isoformat() if day else None for day in (frame.earliest, frame.latest))
        lines.entry(day_of(frame.published, *ends), f"{one.status}{due}", wide=WIDE, style="bold")
        lines.entry("", quote_of(one.promised), wide=WIDE)
        lines.entry("", f"{source_of(one.frame, one.claim.paragraph)} · {one.key}", wide=WIDE, style="dim")
        if one.evidence:
            lines.entry("", f"{one.why}: {quote_of(one.evidence.sentence)}", wide=WIDE)
            lines.entry("", source_of(one.evidence.frame, one.evidence.address), wide=WIDE, style="dim")

    def _rewordings(self, rewordings: Iterable[Reworded], code: str) -> None:
        found = list(rewordings)
        self._lines.head("wording, from year to year")
        if not found:
            self._lines.say("no two sentences of two years that are alike, or whose verbs can be compared")
        for one in found:
            self._lines.say(f"{one.name}: {reworded_words(one)}", "bold")
            for each in (one.before, one.after):
                print_said(self._lines, each, self._vocabulary, provision=one.provision, owner=code)

    def _contradictions(self, contradictions: Iterable[Contradiction]) -> None:
        for one in contradictions:
            self._lines.head(f"for and against: {one.name}")
            self._lines.say("one sentence reads as support, another as objection; the words decide", "dim")
            for each in (one.favourable, one.objecting):
                print_said(self._lines, each, self._vocabulary, provision=one.provision)

    def _through(self, through: Iterable[ThroughGroup]) -> None:
        found = list(through)
        self._lines.head("through its groups, on days of membership")
        if not found:
            self._lines.say(NOTHING)
        for one in found:
            self._lines.say("")
            size = f"{counted(one.total, 'sentence')} in {counted(one.documents, 'document')}"
            self._lines.say(f"{actor_name(one.group, self._vocabulary)} · {size}", "bold")
            named = "; ".join(f"{name} {many}" for name, many in one.provisions)
            if named:
                self._lines.say(named, "dim")
            for each in one.utterances:
                print_said(self._lines, each, self._vocabulary)

    def _statements(self, statements: Sequence[Spoken]) -> None:
        shown = statements[: None if self._limit is None else self._limit * 2]
        self._lines.head(f"where it speaks{_of(len(shown), len(statements))}")
        for one in shown:
            about = f"{one.agreed} of {counted(one.findings, 'finding')} on the framework"
            manner = "" if one.manner == "itself" else one.manner
            words = " · ".join(filter(None, (short_title(one.title), manner, about, one.document)))
            self._lines.entry(one.day or "no date", words, wide=WIDE)
        undated = sum(one.day is None for one in statements)
        if undated:
            self._lines.say(f"{counted(undated, 'document')} without a date, placed last", "dim")

    def _unheard(self, unheard: Sequence[RegisterEntry]) -> None:
        self._lines.head(f"{NOTHING}: which denies nothing")
        many = Counter(one.element for one in unheard)
        self._lines.say(
            "; ".join(f"{element}: {counted(number, 'provision')}" for element, number in many.items())
        )
        if self._names:
            self._lines.say("; ".join(f"{one.name} ({one.id.partition('.')[2]})" for one in unheard))
        elif unheard:
            self._lines.say("--all names them", "dim")


def _statuses(promises: Iterable[Promise]) -> Sequence[tuple[str, int]]:
    return Counter(one.status for one in promises).most_common()


def _of(shown: int, total: int, *, mark: str = ",") -> str:
    """ ", the newest 5 of 30"."""
    return f"{mark} the newest {shown} of {total}" if 0 < shown < total else ""
