"""Untrusted text in, text that a terminal, a line reader or a spreadsheet takes as text out."""

from __future__ import annotations

import re

# C0 and C1 controls (an escape sequence begins with either), and marks that turn the direction of the text.
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_ENDS = (0x2028, 0x2029)
_SHOWN = dict.fromkeys((*_CONTROLS, *_DIRECTIONS, *_LINE_ENDS), "\ufffd") | {0x09: " ", 0x0A: " ", 0x0D: " "}
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *_DIRECTIONS, *_LINE_ENDS)}
_UNSAFE = re.compile(f"[{''.join(map(chr, _ESCAPED))}]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(text: str) -> str:
    """The text for a terminal, of the same length: a control character becomes one sign that does nothing."""
    return text.translate(_SHOWN)


def json_safe(line: str) -> str:
    """A line of JSON whose text can neither move a cursor nor be taken for two lines."""
    return (
        line.translate(_ESCAPED) if _UNSAFE.search(line) else line
    )  # to translate is slow, and hardly ever needed


def cell(text: str) -> str:
    """A cell of a table: what a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
