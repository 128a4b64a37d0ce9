"""Values of the model in, JSON out: dataclasses by their fields, dates as ISO, enums by their labels."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from pydantic import BaseModel

from acquis.contract import Json
from acquis.model.account import Role
from acquis.model.marking import Marking


def to_json(value: object) -> bytes:
    """The JSON of a page, UTF-8."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def plain(value: object) -> Json:
    """The same value in what JSON knows."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (Marking, Role)):
        return value.label
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BaseModel):
        return plain(value.model_dump())
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in shown_fields(type(value))}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, Iterable):
        return [plain(one) for one in value]
    raise TypeError(f"a page cannot hold a {type(value).__name__}")


def place_of(address: str) -> str:
    """The fragment that leads to a paragraph: "at-¶5" of "¶5"; empty where there is no address."""
    plain = "".join(address.split())
    return f"at-{plain}" if plain else ""


@lru_cache(maxsize=256)
def shown_fields(kind: type) -> tuple[str, ...]:
    """The fields that people are shown: row ids, which no representation shows, are left out."""
    return tuple(one.name for one in fields(kind) if one.repr)
