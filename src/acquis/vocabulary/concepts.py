"""Checked entries of vocabulary files in; Concepts out, made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, cast, get_args

from acquis.model.concept import Citation, Concept, ConceptKind, Name
from acquis.vocabulary.files import Entry, NameEntry, as_day, full_name

ListField = Literal["names", "adjectives", "not_names", "keywords", "codes_in_titles", "members", "citations"]
EXTENDING: tuple[ListField, ...] = get_args(ListField)


class Concepts(Mapping[str, Concept]):
    """Concepts by id, each made when it is first asked for: most runs touch a small part of them."""

    def __init__(self, entries: Mapping[str, tuple[ConceptKind, Entry]]) -> None:
        self.entries = entries
        self._made: dict[str, Concept] = {}

    def __getitem__(self, concept_id: str) -> Concept:
        made = self._made.get(concept_id)
        if made is None:
            kind, entry = self.entries[concept_id]
            made = self._made[concept_id] = concept_from(entry, kind)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def concept_from(entry: Entry, kind: ConceptKind) -> Concept:
    """Make the concept that an entry describes."""
    return Concept(
        id=entry["id"],
        kind=kind,
        name=entry["name"],
        names=_names(entry),
        adjectives=tuple(entry.get("adjectives", ())),
        not_names=tuple(entry.get("not_names", ())),
        code=entry.get("code"),
        side=entry.get("side"),
        region=entry.get("region"),
        element=entry.get("element"),
        parent=entry.get("parent"),
        since=as_day(entry.get("since")),
        until=as_day(entry.get("until")),
        members=_members(entry),
        citations=_citations(entry),
        keywords=tuple(entry.get("keywords", ())),
        summary=entry.get("summary"),
        note=entry.get("note"),
        country=entry.get("country"),
        provision=entry.get("provision"),
        addressee=entry.get("addressee"),
        codes_in_titles=tuple(entry.get("codes_in_titles", ())),
        member=entry.get("member", False),
        observer=entry.get("observer", False),
        speaks_as_one=entry.get("speaks_as_one", False),
        type=entry.get("type"),
        size=entry.get("size"),
        group=entry.get("group"),
        strength=entry.get("strength"),
        registers=tuple(entry.get("registers", ())),
    )


def extended(entry: Entry, addition: Entry) -> Entry:
    """The same entry with the names, keywords, members and citations of an addition."""
    longer = {key: [*cast(list[object], entry.get(key, ())), *cast(list[object], addition[key])]
              for key in EXTENDING if key in addition}  # fmt: skip
    return cast(Entry, {**entry, **longer})


def _names(entry: Entry) -> tuple[Name, ...]:
    return tuple(_name(full_name(name)) for name in entry.get("names", ()))


def _name(name: NameEntry) -> Name:
    return Name(
        name["text"],
        as_day(name.get("since")),
        as_day(name.get("until")),
        name.get("exact_case", False),
        name.get("weak", False),
    )


def _members(entry: Entry) -> tuple[tuple[str, str | None, str | None], ...]:
    members = entry.get("members", ())
    return tuple((one["state"], as_day(one.get("since")), as_day(one.get("until"))) for one in members)


def _citations(entry: Entry) -> tuple[Citation, ...]:
    citations = entry.get("citations", ())
    return tuple(Citation(one["symbol"], str(one["para"]), one["basis"]) for one in citations)
