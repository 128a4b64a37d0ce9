"""The vocabulary's YAML files in, one compact JSON file with their digest out.

The build hook loads this file by its path, when acquis cannot be imported yet: so it needs nothing but the
standard library and PyYAML, and PyYAML only when there is YAML to read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NotRequired, TypedDict, cast

if TYPE_CHECKING:
    import yaml

COMPILED = "compiled.json"
FORMAT = 3
APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'"})
PLAIN_SCALARS: tuple[tuple[str, str, list[str]], ...] = (
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", r"^(?:0|[1-9][0-9]*)$", list("0123456789")),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
)


class NameEntry(TypedDict):
    """One name that needs more than its text."""

    text: str
    since: NotRequired[str | int]
    until: NotRequired[str | int]
    exact_case: NotRequired[bool]
    weak: NotRequired[bool]


class MemberEntry(TypedDict):
    """A State in a group, by code, between two days."""

    state: str
    since: NotRequired[str | int]
    until: NotRequired[str | int]


class CitationEntry(TypedDict):
    """Where a provision is agreed."""

    symbol: str
    para: str | int
    basis: str


class Entry(TypedDict, total=False):
    """One entry as a vocabulary file writes it; docs/vocabulary.md says what each field means."""

    id: str
    extends: str
    name: str
    names: list[str | NameEntry]
    adjectives: list[str]
    not_names: list[str]
    code: str
    side: str
    region: str
    element: str
    parent: str
    provision: str
    addressee: str
    country: str
    since: str | int
    until: str | int
    members: list[MemberEntry]
    citations: list[CitationEntry]
    keywords: list[str]
    summary: str
    note: str
    codes_in_titles: list[str]
    member: bool
    observer: bool
    speaks_as_one: bool
    type: str
    size: int
    group: str
    strength: int
    registers: list[str]


class CollisionEntry(TypedDict):
    """A name that several entries share, and how to tell which one is meant."""

    alias: str
    ids: list[str]
    rule: str
    note: NotRequired[str]


class IdeaEntry(TypedDict, total=False):
    """A class of words and phrases that say the same for our purpose (`grammar/ideas.py` reads the phrases)."""

    id: str
    extends: str
    name: str
    words: list[str]
    not_words: list[str]


class MeaningEntry(TypedDict):
    """Ideas that together in one sentence speak to a provision."""

    id: str
    provision: str
    all: list[str]
    none: NotRequired[list[str]]
    unless: NotRequired[list[str]]
    within: NotRequired[int]
    anywhere: NotRequired[bool]
    score: NotRequired[int]


SenseRow = tuple[str, str, str | None, bool, str | None, str | None]
"""What a name can mean: concept id, form, exact spelling, weak, since, until (`vocabulary.Sense`)."""


class Compiled(TypedDict):
    """The whole vocabulary in one JSON object; `senses` is made of the entries, so that loading need not."""

    format: int
    digest: str
    kinds: dict[str, list[Entry]]
    collisions: list[CollisionEntry]
    ideas: list[IdeaEntry]
    meanings: list[MeaningEntry]
    senses: dict[str, list[SenseRow]]


def read_documents(text: str) -> list[object]:
    """Parse one vocabulary file: one object for each YAML document in it; raises `yaml.YAMLError`."""
    import yaml

    return [document for document in yaml.load_all(text, Loader=_plain_loader()) if document is not None]


@cache
def _plain_loader() -> type[yaml.SafeLoader]:
    """YAML without its surprises: `NO` is a country code, a date is text, only true and false are flags."""
    import yaml

    class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}

    for tag, pattern, first in PLAIN_SCALARS:
        PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
    return PlainLoader


def yaml_files(directory: Path) -> list[Path]:
    """The vocabulary files of a directory, in the order of their names."""
    return sorted(directory.glob("*.yaml"))


def digest_of(files: Iterable[Path]) -> str:
    """The SHA-256 of the files' names and bytes: it changes when any of them does."""
    digest = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def compile_directory(directory: Path) -> Compiled:
    """Put all vocabulary files of a directory into one object; what is in them is not checked here."""
    files = yaml_files(directory)
    compiled = empty_compiled(digest_of(files))
    for path in files:
        for document in read_documents(path.read_text(encoding="utf-8")):
            add_document(compiled, cast(dict[str, object], document))
    return compiled


def empty_compiled(digest: str = "") -> Compiled:
    """A vocabulary without entries."""
    return {
        "format": FORMAT,
        "digest": digest,
        "kinds": {},
        "collisions": [],
        "ideas": [],
        "meanings": [],
        "senses": {},
    }


def add_document(compiled: Compiled, document: dict[str, object]) -> None:
    """Add one checked document (`kind` and `entries`) to the compiled vocabulary."""
    kind = cast(str, document["kind"])
    if kind == "collision":
        compiled["collisions"].extend(cast(list[CollisionEntry], document["entries"]))
    elif kind == "idea":
        compiled["ideas"].extend(cast(list[IdeaEntry], document["entries"]))
    elif kind == "meaning":
        compiled["meanings"].extend(cast(list[MeaningEntry], document["entries"]))
    else:
        _add_concepts(compiled, kind, cast(list[Entry], document["entries"]))


def _add_concepts(compiled: Compiled, kind: str, entries: list[Entry]) -> None:
    compiled["kinds"].setdefault(kind, []).extend(entries)
    for entry in entries:
        for text, row in sense_rows(entry):
            compiled["senses"].setdefault(normalise_name(text), []).append(row)


def normalise_name(text: str) -> str:
    """Lower case, straight apostrophes, single blanks: how names are compared."""
    return " ".join(text.translate(APOSTROPHES).lower().split())


def sense_rows(entry: Entry) -> Iterator[tuple[str, SenseRow]]:
    """The texts that mean an entry, and those that look like it and do not.

    `names` may repeat the preferred name to qualify it; an entry that extends another adds to its senses.
    """
    concept_id = entry["extends"] if "extends" in entry else entry["id"]
    names = [full_name(name) for name in entry.get("names", ())]
    if "name" in entry and all(name["text"] != entry["name"] for name in names):
        names.insert(0, {"text": entry["name"]})
    for name in names:
        exact = name["text"] if name.get("exact_case") else None
        since, until = as_day(name.get("since")), as_day(name.get("until"))
        yield name["text"], (concept_id, "name", exact, name.get("weak", False), since, until)
    plain = (("adjective", "adjectives"), ("keyword", "keywords"), ("not", "not_names"))
    for form, field in plain:
        for text in cast(list[str], entry.get(field, ())):
            yield text, (concept_id, form, None, False, None, None)


def full_name(name: str | NameEntry) -> NameEntry:
    """A name as a mapping, also when the file gives its text alone."""
    return {"text": name} if isinstance(name, str) else name


def as_day(value: str | int | None) -> str | None:
    """A year, month or day as text: YAML reads a bare year as a number."""
    return None if value is None else str(value)


def write_compiled(directory: Path) -> Path:
    """Write `compiled.json` beside the YAML files; the same files give the same bytes."""
    path = directory / COMPILED
    text = json.dumps(compile_directory(directory), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8")
    return path
