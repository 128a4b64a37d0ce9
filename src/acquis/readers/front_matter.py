"""What stands before the text: YAML front matter, a `# source:` line, a leading date line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_SOURCE = re.compile(r"\A#[ \t]*source:[ \t]*([^\n]*)(?:\n|\Z)", re.I)
_DATE_LINE = re.compile(r"\A\s*date[ :\t]+(\d{4}-\d\d-\d\d)\b[ \t]*")
_LONGEST = 20_000


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
            words[name] = ", ".join(str(item) for item in value)
        elif value is not None:
            words[name] = " ".join(str(value).split())
    return words
