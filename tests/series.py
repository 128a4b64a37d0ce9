"""Meetings as documents tell them, for tests of series: built by hand, no text is read."""

from __future__ import annotations

from pathlib import Path

from acquis.analysis.links import NO_LINKS, Links
from acquis.analysis.series import find_series
from acquis.analysis.series_names import actor_lexicon
from acquis.grammar.edtf import read_edtf
from acquis.model.frame import Frame
from acquis.model.marking import Marking
from acquis.model.meeting import Meeting, Role
from acquis.model.series import Series
from acquis.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(
    tuple(sorted((Path(__file__).parent.parent / "examples" / "vocabulary").glob("*.yaml")))
)
ACTORS = actor_lexicon(VOCABULARY)


def told(
    series: str | None,
    when: str,
    *,
    ordinal: int | None = None,
    parties: tuple[str, ...] = ("XC", "XD"),
    place: str | None = None,
    planned: bool = False,
    published: str | None = None,
    publisher: str | None = None,
    chairs: tuple[Role, ...] = (),
    title: str = "Readout",
) -> Frame:
    """A document on a meeting held, or planned, `when`; its key and work are made of what is given."""
    held, day = read_edtf(when), read_edtf(published or when)
    meeting = Meeting(
        series, ordinal, held, place, status="planned" if planned else "held", parties=parties, chairs=chairs
    )
    key = f"{series} {ordinal} {when} {published} {publisher} {title}"
    return Frame(
        row=1, key=key, work=key, location=f"{key}.md", title=title, published=published, publisher=publisher,
        url=None, earliest=day.earliest if day else None, latest=day.latest if day else None,
        added_at="2031-01-01T10:00:00.000000+00:00", marking=Marking.CLEAR, actors=parties, meeting=meeting,
    )  # fmt: skip


def series_of(*frames: Frame, links: Links = NO_LINKS) -> tuple[Series, ...]:
    """The series of these documents."""
    return find_series(frames, VOCABULARY, ACTORS, links)


def numbers(series: Series) -> list[tuple[int | None, bool]]:
    """The number of each edition, and whether it is counted from its neighbours."""
    return [(one.ordinal, one.inferred) for one in series.editions]
