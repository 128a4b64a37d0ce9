"""Two texts given in, one comparison out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.analysis.comparing.drafts import align_drafts
from acquis.analysis.comparing.facts import fact_rows
from acquis.analysis.comparing.findings import Known, finding_rows, units_of
from acquis.analysis.comparing.given import Finder, Given
from acquis.analysis.comparing.modes import choose_mode, is_read
from acquis.analysis.comparing.names import PROPER, Names
from acquis.analysis.comparing.notices import notice
from acquis.analysis.comparing.persons import person_rows
from acquis.analysis.comparing.subjects import Subjects, name_rows, topic_rows
from acquis.errors import RequestError
from acquis.extractors.names import code_of_publisher
from acquis.model.comparison import Compared, Comparison, Difference, Mode, Row, Said
from acquis.model.marking import highest
from acquis.model.meeting import Meeting
from acquis.model.record import Record
from acquis.vocabulary import Vocabulary


def compare(a: Given, b: Given, names: Names, *, mode: Mode | None = None) -> Comparison:
    """The comparison of two texts, in the mode that is asked for, else the one that fits them.

    Raises RequestError where there is nothing to compare: one document twice, no text, two languages.
    """
    _refuse(a, b, mode)
    chosen, why = (mode, "as asked") if mode else choose_mode(a, b)
    ours, theirs = (_compared(given, names.vocabulary) for given in (a, b))
    marking = highest((a.marking, b.marking))
    if chosen == "drafts":
        paragraphs = align_drafts(a.record.document, b.record.document)
        notices = notice(paragraphs, a.record, b.record, names)
        return Comparison(
            chosen, why, ours, theirs, marking, _draft_remarks(a, b), paragraphs=paragraphs, notices=notices
        )
    rows = tuple(_rows(a.record, b.record, names))
    return Comparison(chosen, why, ours, theirs, marking, _remarks(chosen, ours, theirs), rows=rows)


def _refuse(a: Given, b: Given, mode: Mode | None) -> None:
    """Raise RequestError for what cannot be compared."""
    if a.record.document.id == b.record.document.id:
        raise RequestError(f"{a.key} and {b.key} are one document: the same bytes; name two")
    for given in (a, b):
        if not given.record.document.paragraphs:
            raise RequestError(f"{given.key}: there is no text to compare")
        if mode not in (None, "drafts") and not is_read(given.record):
            language = given.record.document.language
            raise RequestError(f"{given.key}: language {language!r} is not read; compare with --mode drafts")
    ours, theirs = a.record.document.language, b.record.document.language
    if mode is None and ours != theirs and "und" not in (ours, theirs):
        told = f"{a.key} is in language {ours!r}, {b.key} in {theirs!r}"
        raise RequestError(f"{told}; compare two of one language, or align them with --mode drafts")


def _compared(given: Given, vocabulary: Vocabulary) -> Compared:
    document = given.record.document
    title = document.title or document.path.rstrip("/").rpartition("/")[2] or document.path
    code = code_of_publisher(vocabulary, document.publisher, document.url) or _speaker(given.record)
    return Compared(
        given.key, title, document.published, document.publisher, code, document.language, given.marking,
        document.url, document.symbol,
    )  # fmt: skip


def _speaker(record: Record) -> str | None:
    """Who speaks a statement, where it is one: what they say they wrote."""
    actors = record.statement.speaker.actors if record.statement else ()
    return actors[0] if len(actors) == 1 else None


def _remarks(mode: Mode, a: Compared, b: Compared) -> tuple[str, ...]:
    """Who wrote the two: what differs may be the writer's choice."""
    if mode not in ("accounts", "editions"):
        return ()
    if a.by and b.by and a.by != b.by:
        told = f"A is written by {a.by}, B by {b.by}"
        return (
            f"{told}: what differs may be the writer's choice, not the years'"
            if mode == "editions"
            else told,
        )
    if a.by and b.by:
        return (f"both texts are written by {a.by}",)
    unknown = " and ".join(letter for letter, side in (("A", a), ("B", b)) if not side.by)
    return (f"which side wrote {unknown} is not said in it",)


def _draft_remarks(a: Given, b: Given) -> tuple[str, ...]:
    if is_read(a.record) and is_read(b.record):
        return ()
    return ("acquis reads no findings in this language: words are marked, verbs and names are not weighed",)


def _rows(a: Record, b: Record, names: Names) -> Iterator[Row]:
    finders = (Finder(a), Finder(b))
    told: list[Row] = []
    if a.meeting and b.meeting:
        told += fact_rows(a, b, finders, names)
        told += person_rows(a.meeting, b.meeting, finders, names)
    else:
        told += _speakers(a, b)
    ours, theirs = Subjects(a, finders[0], names), Subjects(b, finders[1], names)
    told += topic_rows(ours, theirs)
    yield from told
    yield from finding_rows(
        units_of(a, finders[0], names, _starts(row.a for row in told)),
        units_of(b, finders[1], names, _starts(row.b for row in told)),
        Known(names, _following(told), _parties(a, b, names)),
    )
    yield from name_rows(ours, theirs, _known(a, b, names))


def _following(told: list[Row]) -> tuple[int, int]:
    """Where each text promises the next meeting, -1 where it does not."""
    row = next((row for row in told if row.topic == "next meeting"), None)
    return (row.a.start if row and row.a else -1, row.b.start if row and row.b else -1)


def _starts(said: Iterator[Said | None]) -> frozenset[int]:
    return frozenset(one.start for one in said if one is not None and one.end)


def _known(a: Record, b: Record, names: Names) -> frozenset[str]:
    """What rows of people and facts have told: parties, their bodies, legal bases."""
    meetings = [record.meeting or Meeting() for record in (a, b)]
    roles = [role for m in meetings for role in (*m.chairs, *m.participants, *m.observers)]
    words = [*(role.organisation or "" for role in roles), *(one for m in meetings for one in m.under)]
    return frozenset(key for text in words for key in names.ids(text, PROPER)) | _parties(a, b, names)


def _parties(a: Record, b: Record, names: Names) -> frozenset[str]:
    """The ids of those who met."""
    meetings = [record.meeting for record in (a, b) if record.meeting]
    return frozenset(names.vocabulary.codes.get(code, "") for meeting in meetings for code in meeting.parties)


def _speakers(a: Record, b: Record) -> Iterator[Row]:
    """Who speaks, where that is told of both."""
    if not (a.statement and b.statement):
        return
    ours, theirs = (record.speaker for record in (a.statement, b.statement))
    for value_a, value_b in ((ours.actors, theirs.actors), (ours.on_behalf_of, theirs.on_behalf_of)):
        if set(value_a) != set(value_b):
            said_a, said_b = (
                Said(", ".join(value), "", 0, 0, ", ".join(value)) for value in (value_a, value_b)
            )
            yield Row("speaker", "other words", said_a, said_b, (Difference("owners", value_a, value_b),))
