"""A brief in, a paper out: sections of footnoted lines, who sat there as a table, sources at the end."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.names import NameOf
from acquis.exporters.notes import Notes
from acquis.model.brief import Brief, BriefLine, Seat, Section
from acquis.model.paper import Block, Grid, Heading, Line, Paper, Run, Text

_WIDTHS = (0.16, 0.5, 0.34)


def brief_paper(brief: Brief, made: str, name_of: NameOf) -> Paper:
    """The paper of a brief; `made` says when and by what."""
    notes = Notes()
    blocks = tuple(
        block
        for section in brief.sections
        for block in (Heading(_title(section, brief, name_of)), *_blocks(section, notes, name_of))
    )
    subject = f", {brief.series}" if brief.series else ""
    return Paper(
        title=f"{name_of(brief.party)} – {name_of(brief.counterpart)}",
        subtitle=f"Brief for {brief.on}{subject}",
        marking=brief.marking,
        blocks=blocks,
        notes=notes.all,
        made=f"{made}, from {brief.documents} documents. A line rests on the sources it names; what is not found is not denied.",
    )


def _title(section: Section, brief: Brief, name_of: NameOf) -> str:
    """The title of a section, with the names of the two in place of their codes."""
    title = section.title
    for code in (brief.party, brief.counterpart):
        title = " ".join(name_of(word) if word == code else word for word in title.split(" "))
    return title


def _blocks(section: Section, notes: Notes, name_of: NameOf) -> Iterator[Block]:
    if not section.lines and not section.seats:
        yield Text((Run(section.empty, "faint"),))
    for line in section.lines:
        yield Text(_line(line, notes), bullet=True)
    if section.seats:
        rows = tuple(_seat(seat, notes, name_of) for seat in section.seats)
        yield Grid(("Side", "In the chair", "With them"), rows, _WIDTHS)
    if section.more:
        yield Text((Run(f"and {section.more} more in the workspace", "faint"),))


def _line(line: BriefLine, notes: Notes) -> Line:
    """The words and, after the last of them, the numbers of their sources."""
    numbers = notes.numbers(line.sources)
    runs = [Run(line.lead, "strong" if line.quote else "plain")]
    if line.quote:
        runs.append(Run(line.quote, "quote"))
    if line.tail:
        runs.append(Run(line.tail))
    last = runs[-1]
    return (*runs[:-1], Run(last.text, last.style, numbers))


def _seat(seat: Seat, notes: Notes, name_of: NameOf) -> tuple[Line, ...]:
    numbers = notes.numbers(seat.sources)
    chairs = "; ".join(seat.chairs) or "not named"
    return (
        (Run(name_of(seat.party), "strong"),),
        (Run(chairs, notes=numbers),),
        (Run("; ".join(seat.bodies) or "–"),),
    )
