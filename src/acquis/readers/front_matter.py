"""What stands before the text: YAML front matter, a `# source:` line, a leading date line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_SOURCE = re.compile(r"\A#[ \t]*source:[ \t]*([^\n]*)(?:\n|\Z)", re.I)
_DATE_LINE = re.compile(r"\A\s*date[ :\t]+(\d{4}-\d\d-\d\d)\b[ \t]*")
_LONGEST = 20_000
# Lines of `key: words`, at most one level deep, without YAML's finer points: they are read without YAML.
_KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_ODD = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_WORDS = rf"[A-Za-z0-9](?:[^:#{_ODD}]|:(?=\S)|(?<=\S)#)*"
_FIELD = rf"{_KEY}: +(?:{_WORDS}|\"(?:[^\"\\{_ODD}]|\\_)*\" *|'[^'{_ODD}]*' *)"
_UNPRINTED = re.compile(f"[{_ODD}]")
_TOP_KEY = re.compile(r"^[^ :]+(?=:)", re.M)
_PLAIN = re.compile(rf"(?:(?:{_FIELD}|{_KEY}:(?:\n  {_FIELD})+)(?:\n|\Z))+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a file says of it: front matter fields as words, the provenance line, a leading date."""

    fields: Mapping[str, str] = field(default_factory=dict)
    provenance: str | None = None
    date: str | None = None


def split_head(text: str) -> tuple[Head, str]:
    """The head of a file and the text after it. Front matter that is not YAML counts as text."""
    fields: Mapping[str, str] = {}
    provenance = None
    if match := _FENCE.match(text):
        found = _fields(match.group(1)) if match.end() <= _LONGEST else None
        if found is not None:
            fields, text = found, text[match.end() :]
    if match := _SOURCE.match(text.lstrip("\n")):
        provenance, text = match.group(1).strip(), text.lstrip("\n")[match.end() :]
    leading = _DATE_LINE.match(text)
    if leading:
        text = text[leading.end() :]
    return Head(fields, provenance, leading.group(1) if leading else None), text


def _fields(block: str) -> Mapping[str, str] | None:
    """The front matter as words by key; None where it is not a YAML mapping. Nested mappings become `a.b`."""
    tops = _TOP_KEY.findall(block)
    plain = len(tops) == len(set(tops)) and _PLAIN.fullmatch(block)
    return _plain_fields(block) if plain else _yaml_fields(block)


def _plain_fields(block: str) -> Mapping[str, str]:
    words: dict[str, str] = {}
    holder = ""
    for line in block.split("\n"):
        key, _, value = line.partition(":")
        if value:
            name = f"{holder}.{key.lstrip()}" if key.startswith(" ") else key
            words[name.lower()] = " ".join(_unquoted(value.strip()).split())
        else:
            holder = key
    return words


def _unquoted(value: str) -> str:
    """A value without its quotes; in double ones an escape may stand for a blank that does not break."""
    if value.startswith('"'):
        return value[1:-1].replace("\\_", " ")
    return value[1:-1] if value.startswith("'") else value


def _yaml_fields(block: str) -> Mapping[str, str] | None:
    import yaml  # late: plain text needs no YAML

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # base loader: dates and numbers stay words
    try:
        found = yaml.load(block, Loader=loader)
    except yaml.YAMLError:
        return None
    return _flat(found, "") if isinstance(found, dict) else None


def _flat(mapping: Mapping[object, object], prefix: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for key, value in mapping.items():
        name = f"{prefix}{key}".lower()
        if isinstance(value, dict):
            words |= _flat(value, f"{name}.")
        elif isinstance(value, list):
            words[name] = _tidy(", ".join(str(item) for item in value))
        elif value is not None:
            words[name] = _tidy(str(value))
    return words


def _tidy(value: str) -> str:
    """One line of characters that can be printed and kept: a YAML escape can name any other."""
    return " ".join(_UNPRINTED.sub(" ", value).split())
