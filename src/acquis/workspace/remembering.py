"""Series, promises and what became of them; links; the brief: one line a method."""

from __future__ import annotations

from datetime import date

from acquis.analysis.attendance import find_attendants
from acquis.analysis.briefing.brief import Meeting, make_brief
from acquis.analysis.following import tell_link
from acquis.analysis.ledger import Asked, make_ledger
from acquis.analysis.lineage import make_lineage
from acquis.analysis.memory import remember
from acquis.analysis.news import Then, find_news
from acquis.analysis.silence import Wish, find_silence
from acquis.analysis.stories import tell_stories
from acquis.batch.adding import now
from acquis.batch.looking import look_again, today
from acquis.batch.sequels import bring_up_to_date
from acquis.model.attendance import Attendant
from acquis.model.brief import Brief
from acquis.model.judgement import Judgement, Verdict
from acquis.model.lineage import Lineage
from acquis.model.link import Linked, Pair
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.news import News
from acquis.model.promise import Ledger
from acquis.model.series import Series
from acquis.model.silence import Silence
from acquis.model.story import Story
from acquis.store.frames import Moment
from acquis.store.judgements import standing_ties
from acquis.store.judging import Saying
from acquis.store.linking import link, take_back
from acquis.workspace.door import Door


class Remembering(Door):
    """What is remembered over time."""

    def series(self, *, known_on: date | None = None, viewer: Viewer = EVERYTHING) -> tuple[Series, ...]:
        """Every series of meetings with its editions, the accounts of each, and who chaired."""
        with self.store.reading() as connection:
            return remember(connection, viewer, self._names(), Moment(None, known_on)).series

    def people(self, *, viewer: Viewer = EVERYTHING) -> tuple[Attendant, ...]:
        """Everybody who chaired, took part or spoke, by party, with their posts over time and the documents."""
        with self.store.reading() as connection:
            return find_attendants(connection, viewer)

    def ledger(self, asked: Asked, *, viewer: Viewer = EVERYTHING) -> Ledger:
        """The promises that are asked for, each with its status on a day and the words at both ends."""
        names = self._searched(asked, viewer)
        with self.store.reading() as connection:
            return make_ledger(connection, viewer, names, asked)

    def stories(
        self, called: str | None = None, *, as_of: date | None = None, viewer: Viewer = EVERYTHING
    ) -> tuple[Story, ...]:
        """Every series as it stands on a day, or those that a name may mean; the overdue ones first."""
        asked = Asked(as_of or date.today())
        names = self._searched(asked, viewer)
        with self.store.reading() as connection:
            return tell_stories(connection, viewer, names, asked, called=called)

    def silence(
        self, called: str, *, edition: int | None = None, as_of: date | None = None, viewer: Viewer = EVERYTHING
    ) -> Silence:  # fmt: skip
        """What the last held edition of a series, or the one of a number, no longer has of the one before."""
        wish = Wish(called, edition, as_of or date.today())
        names = self._searched(wish.asked, viewer)
        with self.store.reading() as connection:
            return find_silence(connection, viewer, names, wish)

    def since(self, day: date | None = None, *, by: str = "", viewer: Viewer = EVERYTHING) -> News:
        """What is new since a day (UTC) began; without one, since `by` last asked so, which is remembered."""
        names = self._searched(Asked(date.max), viewer)
        if day is None:
            return look_again(self.store, viewer, names, by)
        with self.store.reading() as connection:
            return find_news(connection, viewer, names, Then.before(day), today())

    def brief(self, meeting: Meeting, *, viewer: Viewer = EVERYTHING) -> Brief:
        """What a delegation needs to know before it meets another, each line with its sources."""
        names = self._names()
        bring_up_to_date(self.store, names.vocabulary, names.actors)
        with self.store.reading() as connection:
            return make_brief(connection, viewer, names, meeting)

    def lineage(self, key: str, *, as_of: date | None = None, viewer: Viewer = EVERYTHING) -> Lineage:
        """One promise through editions and documents: what made it, said it again, changed it, reported on it."""
        names = self._names()
        bring_up_to_date(self.store, names.vocabulary, names.actors)
        with self.store.reading() as connection:
            return make_lineage(connection, viewer, names, key, as_of or date.today())

    def link(self, pair: Pair, *, by: str, why: str = "", marking: Marking | None = None) -> Linked:
        """Tie two things: accounts of one meeting, names of one person, a promise and its sequel; what follows."""
        return self._link(pair, "accept", Saying(by, now(), why, marking))

    def unlink(self, pair: Pair, *, by: str, why: str = "", marking: Marking | None = None) -> Linked:
        """Part two things, whoever put them together; a sequel that was parted is not proposed again."""
        return self._link(pair, "reject", Saying(by, now(), why, marking))

    def take_back(
        self, id: str, *, by: str, why: str = "", marking: Marking | None = None, viewer: Viewer = EVERYTHING
    ) -> Linked:
        """Withdraw the judgement with this id, the last on a pair or a promise and its sequel: what was before counts."""
        with self.store.writing() as connection:
            judgement = take_back(connection, id, Saying(by, now(), why, marking, viewer))
        with self.store.reading() as connection:
            return tell_link(connection, self._names(), judgement, date.today())

    def last_of_pair(self, by: str, *, viewer: Viewer = EVERYTHING) -> Judgement | None:
        """The last judgement on a pair of sentences that this person made and nobody took back."""
        with self.store.reading() as connection:
            said = standing_ties(connection, viewer, "pair")
        return next((one for one in reversed(said) if one.by == by), None)

    def last_of_sequel(self, by: str, *, viewer: Viewer = EVERYTHING) -> Judgement | None:
        """The last judgement on a promise and what became of it that this person made and nobody took back."""
        with self.store.reading() as connection:
            said = standing_ties(connection, viewer, "link")
        return next((one for one in reversed(said) if one.by == by and one.subject.tie == "sequel"), None)

    def _link(self, pair: Pair, verdict: Verdict, saying: Saying) -> Linked:
        with self.store.writing() as connection:
            judgement = link(connection, pair, verdict, saying)
        names = self._names()
        if judgement.subject.tie == "sequel":
            bring_up_to_date(self.store, names.vocabulary, names.actors)
        with self.store.reading() as connection:
            return tell_link(connection, names, judgement, date.today())
