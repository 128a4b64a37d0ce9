"""Meetings as documents tell them, for tests of series: built by hand, no text is read."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

from acquis.analysis.links import NO_LINKS, Links
from acquis.analysis.series import find_series
from acquis.grammar.edtf import read_edtf
from acquis.model.frame import Frame
from acquis.model.marking import Marking
from acquis.model.meeting import Meeting, Role
from acquis.model.series import Series
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import build_lexicon

VOCABULARY = load_vocabulary(
    tuple(sorted((Path(__file__).parent.parent / "examples" / "vocabulary").glob("*.yaml")))
)
ACTORS = build_lexicon(VOCABULARY, ("state", "group"))


class Extra(TypedDict, total=False):
    """What a document may say beside its series and its time."""

    ordinal: int | None
    parties: tuple[str, ...]
    place: str | None
    planned: bool
    published: str
    publisher: str
    chairs: tuple[Role, ...]
    title: str


def told(series: str | None, when: str, **extra: Unpack[Extra]) -> Frame:
    """A document on a meeting held, or planned, `when`; its key and work are made of what is given."""
    held, day = read_edtf(when), read_edtf(extra.get("published", when))
    parties = extra.get("parties", ("XC", "XD"))
    meeting = Meeting(
        series, extra.get("ordinal"), held, extra.get("place"), parties=parties, chairs=extra.get("chairs", ()),
        status="planned" if extra.get("planned") else "held",
    )  # fmt: skip
    key = f"{series} {when} {sorted((name, str(value)) for name, value in extra.items())}"
    return Frame(
        row=1, key=key, work=key, location=f"{key}.md", title=extra.get("title", "Readout"),
        published=extra.get("published"), publisher=extra.get("publisher"), url=None,
        earliest=day.earliest if day else None, latest=day.latest if day else None,
        added_at="2031-01-01T10:00:00.000000+00:00", marking=Marking.CLEAR, actors=parties, meeting=meeting,
    )  # fmt: skip


def series_of(*frames: Frame, links: Links = NO_LINKS) -> tuple[Series, ...]:
    """The series of these documents."""
    return find_series(frames, VOCABULARY, ACTORS, links)


def numbers(series: Series) -> list[tuple[int | None, bool]]:
    """The number of each edition, and whether it is counted from its neighbours."""
    return [(one.ordinal, one.inferred) for one in series.editions]
