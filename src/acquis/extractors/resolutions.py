"""Resolutions and their drafts, told from other texts by what stands at their head.

In: a document. Out: is it a draft, and does a body of the United Nations speak in it?
"""

from __future__ import annotations

import re

from acquis.model.document import Document

# The form in which the UN prints who puts a draft forward: "Kenya and Japan: draft resolution".
_DRAFT = re.compile(
    r"(?:^|:[*†]?\s)(?:(?:second|third|revised|joint|amended|oral)[ -]){0,3}draft (?:resolution|decision)"
    r"(?: (?:submitted|proposed|presented|sponsored) by .*)?\s*$",
    re.I | re.M,
)
# A resolution is one long sentence; its subject stands on a line of its own.
_BODY = re.compile(
    r"^The (?:General Assembly|Security Council|Human Rights Council|Economic and Social Council),$", re.M
)
_HEAD = 8_000


def is_draft_resolution(document: Document) -> bool:
    """Does the title or a line of the head say that the text is a draft resolution or decision?"""
    return _DRAFT.search(f"{document.title or ''}\n{document.text[:_HEAD]}") is not None


def speaks_as_body(document: Document) -> bool:
    """Is a body of the United Nations the subject of the whole text, as in a resolution?"""
    return _BODY.search(document.text, 0, _HEAD) is not None
