"""Every error acquis raises, each saying what, where, and what would be right.

AcquisError
├── UnreadableSource     a source cannot be read; `code` names why for programs
├── EvidenceOutOfRange   an evidence slice lies outside its document
├── VocabularyError      a vocabulary file is not well formed
├── GoldError            a gold annotation is missing or not well formed
├── RequestError         a question that cannot be asked as it stands: a query, a correction, a marking
│   ├── NotKept          a document or a finding that the workspace does not have
│   ├── NothingYet       a moment at which no document counts yet
│   └── Overtaken        an answer to what somebody else has judged meanwhile
└── StoreError           a workspace does not answer, or cannot be written
    ├── StoreNotFound    there is no workspace there
    ├── StoreDamaged     it is damaged, or no workspace at all
    └── StoreTooNew      a newer acquis made it
"""

from __future__ import annotations


class AcquisError(Exception):
    """The root of the tree: catch this to catch everything acquis raises on purpose."""


class UnreadableSource(AcquisError):
    """A source that cannot be read: `path` says where, `code` why, `message` what would be right."""

    def __init__(self, path: str, code: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.code = code
        self.message = message


class EvidenceOutOfRange(AcquisError):
    """A span that does not lie inside its document."""

    def __init__(self, title: str | None, start: int, end: int) -> None:
        right = "a span needs 0 <= start < end <= length"
        super().__init__(f"{title or 'document'}: no text at {start}:{end}; {right}")


class VocabularyError(AcquisError):
    """A vocabulary file that is not well formed."""


class GoldError(AcquisError):
    """A gold annotation that is missing or not well formed."""


class RequestError(AcquisError):
    """A question that cannot be asked as it stands; the message says what would be right."""


class NotKept(RequestError):
    """A document or a finding that the workspace does not have, or not for this viewer."""


class NothingYet(RequestError):
    """A moment at which no document of the workspace counts yet; the message says from when one does."""


class Overtaken(RequestError):
    """An answer to a finding as it stood before somebody else judged it: `key` says which."""

    def __init__(self, key: str, by: str) -> None:
        super().__init__(
            f"{key} was judged by {by} meanwhile; look at it as it stands now, then answer again"
        )
        self.key = key


class StoreError(AcquisError):
    """A workspace that does not answer or cannot be written: `name` says which, without a password."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name


class StoreNotFound(StoreError):
    """A workspace that is not there."""


class StoreDamaged(StoreError):
    """A file that is no workspace, or one that is damaged."""


class StoreTooNew(StoreError):
    """A workspace that a newer acquis made."""
