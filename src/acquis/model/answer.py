"""What a person answers to a finding as they were shown it: the one that a form or a key press makes."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.judgement import Correction, Verdict
from acquis.model.marking import Marking


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict on the finding with this key.

    `after` is the id of the last judgement that the person was shown on it, empty where there was none: the answer
    counts only while that is still the last. None asks for no such care.
    """

    key: str
    verdict: Verdict
    after: str | None = None
    why: str = ""
    correction: Correction | None = None
    marking: Marking | None = None
