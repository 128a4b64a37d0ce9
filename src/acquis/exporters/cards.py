"""The head of a record in, labelled lines out: what a meeting or a statement says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from acquis.model.claim import Claim
from acquis.model.meeting import Meeting, Role
from acquis.model.record import Record
from acquis.model.statement import Statement
from acquis.model.when import When
from acquis.vocabulary import Vocabulary

Line: TypeAlias = tuple[str, str]
_LONG_TITLE = 80


def card_lines(record: Record, vocabulary: Vocabulary) -> list[Line]:
    """The lines of a card, (label, words); what the text leaves out has no line."""
    document = record.document
    lines: list[Line] = [("kind", document.kind)]
    lines.append(("published", ", ".join(filter(None, (document.published, document.publisher)))))
    lines.append(("symbol", document.symbol or ""))
    lines.append(("sponsors", _actors(document.sponsors, vocabulary)))
    if record.meeting:
        lines += [*meeting_lines(record.meeting, vocabulary)]
    if record.statement:
        lines += _statement(record.statement, vocabulary)
    return [(label, words) for label, words in lines if words]


def actor_name(code: str, vocabulary: Vocabulary) -> str:
    """ "United Kingdom (GB)" for a code, else the name as it is printed."""
    concept = vocabulary.by_code(code)
    return code if concept is None or concept.name == code else f"{concept.name} ({code})"


def concept_name(concept_id: str, vocabulary: Vocabulary) -> str:
    """The preferred name of a concept, else the words as they are printed."""
    return vocabulary.get(concept_id).name if concept_id in vocabulary.concepts.entries else concept_id


def counted(number: int, noun: str) -> str:
    """ "1 sentence", "2 sentences"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def count_acts(claims: Iterable[Claim]) -> str:
    """ "3 commitment, 2 call", the commonest first."""
    counts = Counter(claim.act for claim in claims)
    return ", ".join(f"{count} {act}" for act, count in counts.most_common())


def period(when: When | None) -> str:
    """ "2024-12-05 to 2024-12-06"."""
    return (when.edtf or "").replace("/", " to ") if when else ""


def short_title(title: str) -> str:
    """A title for a line: of a long one, such as a list of sponsors, the beginning and the end."""
    if len(title) <= _LONG_TITLE:
        return title
    begins, ends = title[:48].rpartition(" ")[0] or title[:48], title[-28:].partition(" ")[2] or title[-28:]
    return f"{begins.rstrip(',')} … {ends}"


def day_of(published: str | None, earliest: str | None, latest: str | None) -> str:
    """The day as it was published, else the part that both ends of what the text tells of have in common."""
    if published or not (earliest and latest):
        return published or "no date"
    for length in (10, 7, 4):
        if earliest[:length] == latest[:length]:
            return earliest[:length]
    return f"{earliest[:4]}/{latest[:4]}"


def next_meeting(meeting: Meeting) -> str:
    """ "London, 2024", or that the promise names neither place nor time."""
    following = meeting.next
    if following is None:
        return ""
    return (
        ", ".join(filter(None, (following.place, period(following.when)))) or "foreseen, place and date open"
    )


def meeting_lines(meeting: Meeting, vocabulary: Vocabulary) -> Iterator[Line]:
    """What a document says of a meeting; a line without words where it says nothing."""
    edition = f"edition {meeting.ordinal}" if meeting.ordinal else ""
    place = meeting.place or ""
    yield "meeting", ", ".join(filter(None, (meeting.series, edition, meeting.status)))
    yield "when", period(meeting.when)
    yield "where", f"{place} ({meeting.country_of_place})" if place and meeting.country_of_place else place
    yield "parties", _actors(meeting.parties, vocabulary)
    yield "under", "; ".join(meeting.under)
    for label, roles in (
        ("chairs", meeting.chairs),
        ("present", meeting.participants),
        ("observers", meeting.observers),
    ):
        yield label, "\n".join(map(_person, roles))
    yield "topics", "\n".join(meeting.topics)
    yield "next", next_meeting(meeting)


def _statement(statement: Statement, vocabulary: Vocabulary) -> Iterator[Line]:
    speaker = statement.speaker
    yield "speaker", _actors(speaker.actors, vocabulary)
    yield "person", ", ".join(filter(None, (speaker.person, speaker.post)))
    yield "on behalf of", _actors(speaker.on_behalf_of, vocabulary)
    yield "aligned with", _actors(speaker.aligned_with, vocabulary)
    yield "forum", ", ".join(filter(None, (statement.forum, statement.session)))
    yield "when", period(statement.when)
    yield "agenda item", statement.agenda_item or ""
    yield "elements", ", ".join(statement.elements)
    yield "threats", "\n".join(statement.threats)
    yield "references", "\n".join(statement.references)


def _actors(codes: tuple[str, ...], vocabulary: Vocabulary) -> str:
    return ", ".join(actor_name(code, vocabulary) for code in codes)


def _person(role: Role) -> str:
    words = ", ".join(filter(None, (role.name, role.post, role.organisation)))
    return f"{words} ({role.party})" if role.party else words
