"""What ties a finding to a provision: how surely, and by which words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProvisionLink:
    """A finding speaks to a provision: `score` 0 to 1 how surely, `why` by which of its words, in words."""

    provision: str
    score: float
    why: str
