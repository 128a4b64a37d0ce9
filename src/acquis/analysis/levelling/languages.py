"""The official languages of States: generated from Unicode CLDR by `training/collect_languages.py`, never guessed.

A State that the file does not have is one whose languages are not known here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("languages.json")
# Languages that a sentence about a pair may name; others are named by their code.
_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "it": "Italian",
    "ms": "Malay", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "zh": "Chinese", "ko": "Korean", "el": "Greek", "tr": "Turkish", "ro": "Romanian", "hr": "Croatian", "sr": "Serbian",
    "sq": "Albanian",
}  # fmt: skip


@lru_cache(maxsize=1)
def official_languages() -> Mapping[str, frozenset[str]]:
    """The codes of the official languages of each State, by its code."""
    languages: dict[str, str] = json.loads(FILE.read_bytes())["languages"]
    return {state: frozenset(codes.split()) for state, codes in languages.items()}


def language_name(code: str) -> str:
    """The English name of a language, else its code."""
    return _NAMES.get(code, code)
