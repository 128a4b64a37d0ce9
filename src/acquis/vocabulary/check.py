"""One parsed vocabulary document in; nothing out, or a VocabularyError: file, entry, what is right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from typing import cast, get_args

from acquis.errors import VocabularyError
from acquis.model.concept import ConceptKind

KINDS: tuple[str, ...] = (*get_args(ConceptKind), "collision", "idea", "meaning")
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TEXT = frozenset(
    {"id", "extends", "name", "code", "side", "region", "element", "parent", "provision", "addressee"}
    | {"country", "summary", "note", "type", "group"}
)
DAYS = frozenset({"since", "until"})
TEXTS = frozenset({"adjectives", "not_names", "keywords", "codes_in_titles", "registers"})
FLAGS = frozenset({"member", "observer", "speaks_as_one", "exact_case", "weak"})
NUMBERS = frozenset({"size", "strength"})
RECORDS = {
    "names": (frozenset({"text"}), frozenset({"since", "until", "exact_case", "weak"})),
    "members": (frozenset({"state"}), frozenset({"since", "until"})),
    "citations": (frozenset({"symbol", "para", "basis"}), frozenset[str]()),
}
ENTRY_FIELDS = (TEXT | DAYS | TEXTS | FLAGS | NUMBERS | RECORDS.keys()) - {"exact_case", "weak"}
MEANING_FIELDS = frozenset({"id", "provision", "all", "none", "unless", "within", "anywhere", "score"})
_WORD = r"[^\W_]+"
_PIECE = rf"(?:\({_WORD}\)|{_WORD}\*?(?:/{_WORD}\*?)+|{_WORD}(?:\+{_WORD})*\*?)"
PHRASE = re.compile(rf"{_PIECE}(?: (?:\.\. )?{_PIECE})*")
EXTENDING = frozenset({"extends", *RECORDS, "adjectives", "not_names", "keywords", "codes_in_titles"})


def check_document(document: object, *, file: str) -> None:
    """Check one YAML document of a vocabulary file; raises `VocabularyError`."""
    if not isinstance(document, dict) or not {"kind", "entries"} == document.keys():
        raise VocabularyError(f"{file}: a vocabulary file has the two keys 'kind' and 'entries'")
    if document["kind"] not in KINDS:
        raise VocabularyError(f"{file}: kind {document['kind']!r} is unknown; use one of {', '.join(KINDS)}")
    if not isinstance(document["entries"], list):
        raise VocabularyError(f"{file}: 'entries' is a list of entries, each with an 'id' and a 'name'")
    for number, entry in enumerate(document["entries"], start=1):
        check_entry(entry, kind=document["kind"], where=f"{file}: {_title(entry, number)}")


def check_entry(entry: object, *, kind: str, where: str) -> None:
    """Check one entry of a known kind; `where` opens the message of the error."""
    if not isinstance(entry, dict):
        raise VocabularyError(f"{where}: an entry is a mapping with 'id' and 'name', not {entry!r}")
    if kind in OTHERS:
        OTHERS[kind](entry, where)
        return
    _check_fields(entry, EXTENDING if "extends" in entry else ENTRY_FIELDS - {"extends"}, where)
    if "extends" not in entry:
        _check_id(entry, kind, where)
    for field, value in entry.items():
        _check_value(field, value, where)


def _title(entry: object, number: int) -> str:
    if isinstance(entry, dict):
        for key in ("id", "extends", "alias"):
            if key in entry:
                return str(entry[key])
    return f"entry {number}"


def _check_fields(entry: dict[str, object], allowed: frozenset[str], where: str) -> None:
    for field in entry.keys() - allowed:
        close = difflib.get_close_matches(str(field), allowed, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"use {', '.join(sorted(allowed))}"
        raise VocabularyError(f"{where}: field {field!r} is unknown here; {hint}")


def _check_id(entry: dict[str, object], kind: str, where: str) -> None:
    for field in ("id", "name"):
        if not isinstance(entry.get(field), str) or not entry[field]:
            raise VocabularyError(f"{where}: an entry needs a text {field!r}")
    if not str(entry["id"]).startswith(f"{kind}."):
        raise VocabularyError(f"{where}: the id of a {kind} starts with '{kind}.', as in '{kind}.example'")


def _check_collision(entry: dict[str, object], where: str) -> None:
    _check_fields(entry, frozenset({"alias", "ids", "rule", "note"}), where)
    ids = entry.get("ids")
    if not (isinstance(entry.get("alias"), str) and isinstance(entry.get("rule"), str)):
        raise VocabularyError(f"{where}: a collision needs a text 'alias' and a text 'rule'")
    if not isinstance(ids, list) or len(ids) < 2 or not _all_text(ids):
        raise VocabularyError(f"{where}: 'ids' lists the two or more entries that share the name")


def _check_idea(entry: dict[str, object], where: str) -> None:
    _check_fields(entry, frozenset({"extends", "id", "name", "words", "not_words"}), where)
    if "extends" not in entry:
        _check_id(entry, "idea", where)
    for field in ("words", "not_words"):
        phrases = entry.get(field, [])
        if not _all_text(phrases):
            raise VocabularyError(f"{where}: {field!r} is a list of texts, not {phrases!r}")
        for phrase in cast(list[str], phrases):
            if not PHRASE.fullmatch(phrase):
                raise VocabularyError(
                    f"{where}: {phrase!r} is no phrase: words of letters and digits, with *, /, +, (…) and .. "
                    "between two of them"
                )


def _check_meaning(entry: dict[str, object], where: str) -> None:
    _check_fields(entry, MEANING_FIELDS, where)
    if not str(entry.get("id", "")).startswith("meaning."):
        raise VocabularyError(f"{where}: the id of a meaning starts with 'meaning.'")
    if not isinstance(entry.get("provision"), str):
        raise VocabularyError(f"{where}: a meaning needs the id of a 'provision'")
    if not entry.get("all") or not all(
        _all_text(entry.get(field, [])) for field in ("all", "none", "unless")
    ):
        raise VocabularyError(f"{where}: 'all' lists ideas, at least one; 'none' and 'unless' are lists too")
    for field, kind in (("anywhere", bool), ("within", int), ("score", int)):
        value = entry.get(field)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool) != (kind is bool)):
            right = "true or false" if kind is bool else "a whole number"
            raise VocabularyError(f"{where}: {field!r} is {right}, not {value!r}")


OTHERS: dict[str, Callable[[dict[str, object], str], None]] = {
    "collision": _check_collision,
    "idea": _check_idea,
    "meaning": _check_meaning,
}


def _check_value(field: str, value: object, where: str) -> None:
    if field in RECORDS:
        _check_records(field, value, where)
    elif field in TEXTS and not _all_text(value):
        raise VocabularyError(f"{where}: {field!r} is a list of texts, not {value!r}")
    elif (field in TEXT or field == "text") and not isinstance(value, str):
        raise VocabularyError(f"{where}: {field!r} is a text, not {value!r}; put it in quotes")
    elif field in DAYS and not DAY.fullmatch(str(value)):
        raise VocabularyError(f"{where}: {field!r} is a year, month or day such as 2020-09, not {value!r}")
    elif field in FLAGS and not isinstance(value, bool):
        raise VocabularyError(f"{where}: {field!r} is true or false, not {value!r}")
    elif field in NUMBERS and (not isinstance(value, int) or isinstance(value, bool)):
        raise VocabularyError(f"{where}: {field!r} is a whole number, not {value!r}")


def _check_records(field: str, value: object, where: str) -> None:
    needed, optional = RECORDS[field]
    if not isinstance(value, list):
        raise VocabularyError(f"{where}: {field!r} is a list, not {value!r}")
    for item in value:
        if field == "names" and isinstance(item, str):
            continue
        if not isinstance(item, dict) or not needed <= item.keys():
            wanted = ", ".join(sorted(needed))
            raise VocabularyError(f"{where}: each of {field!r} has {wanted}; {item!r} has not")
        _check_fields(item, needed | optional, f"{where}: {field}")
        for key, part in item.items():
            _check_value(key, part, f"{where}: {field}")


def _all_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
