"""Sources to numbered notes: each source one number, in the order in which it is first used."""

from __future__ import annotations

from acquis.model.brief import Source
from acquis.model.frame import Frame
from acquis.model.paper import Note


class Notes:
    """Numbers sources as they come."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._notes: list[Note] = []
        self._documents: dict[str, int] = {}

    def number(self, source: Source) -> int:
        """The number of a source, the same each time."""
        key = (source.frame.key, source.address)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._notes) + 1
            known = self._documents.setdefault(source.frame.key, number)
            self._notes.append(_note(number, known, source))
        return self._numbers[key]

    def numbers(self, sources: tuple[Source, ...]) -> tuple[int, ...]:
        """The numbers of several, each once."""
        return tuple(dict.fromkeys(self.number(source) for source in sources))

    @property
    def all(self) -> tuple[Note, ...]:
        """All notes so far."""
        return tuple(self._notes)


def _note(number: int, known: int, source: Source) -> Note:
    """A source in full the first time its document is named, later by the number it had then."""
    frame = source.frame
    if known == number:
        return Note(number, source_words(frame, source.address), frame.url, frame.key, source.address)
    return Note(
        number,
        f"as {known}{f', {address_words(source.address)}' if source.address else ''}, {day_words(frame)}",
        document=frame.key,
        paragraph=source.address,
    )


def address_words(address: str) -> str:
    """ "¶5" as it is, "2" as "paragraph 2"."""
    return f"paragraph {address}" if address[:1].isdigit() else address


def source_words(frame: Frame, address: str) -> str:
    """Title, publisher, date, address, where it was found and how it is marked, as far as they are known."""
    where = frame.work if frame.url is None and not frame.work.startswith(("sha256:", "http")) else ""
    place = frame.location.rstrip("/").rpartition("/")[2] if frame.url is None and not where else ""
    parts = (
        frame.title,
        frame.publisher,
        day_words(frame),
        address_words(address),
        where or place,
        frame.marking.label,
    )
    return ", ".join(part for part in parts if part)


def day_words(frame: Frame) -> str:
    """The day of a document: as published, else the day of the meeting it tells of, else that none is given."""
    if frame.published:
        return frame.published
    when = frame.meeting.when if frame.meeting else None
    if when and when.edtf:
        return (
            f"meeting of {when.edtf.replace('/', ' to ')}"
            if not frame.planned
            else f"before {when.edtf.split('/')[-1]}"
        )
    return frame.earliest.isoformat() if frame.earliest else "no date"
