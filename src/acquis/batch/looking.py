"""What is new since a person last looked: compared with then, and remembered as a look once it is known."""

from __future__ import annotations

from datetime import date

from acquis.analysis.memory import Names
from acquis.analysis.news import Then, find_news
from acquis.batch.adding import now
from acquis.model.marking import Viewer
from acquis.model.news import News
from acquis.store.engine import Store
from acquis.store.frames import find_frames
from acquis.store.looks import last_look, write_look


def today() -> date:
    """The day it is by the clock of the workspace (UTC)."""
    return date.fromisoformat(now()[:10])


def look_again(store: Store, viewer: Viewer, names: Names, by: str) -> News:
    """What is new since the last look of this person with this clearance; the first look tells only that it is one.

    The time of the look is taken while nobody else writes: what comes later bears a later time, and nothing falls
    between two looks.
    """
    with store.writing() as connection:
        at, last = now(), last_look(connection, viewer, by)
    with store.reading() as connection:
        here = len(find_frames(connection, viewer))
        if last is None and here:
            news = News(None, today(), here, first=True)
        else:
            news = find_news(connection, viewer, names, Then.at(last or at), today())
    with store.writing() as connection:
        write_look(connection, viewer, by, at)
    return news
