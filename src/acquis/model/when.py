"""When: an interval of days with the precision of the words it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """An interval as an EDTF level 0/1 string ("2024", "2024-12-05/2024-12-06") and its words.

    `edtf` is None where the words settle no date ("in due course"). `earliest` and `latest` bound the
    interval in days, both inclusive. `inferred` marks a value counted from another date ("next year", "today").
    Source of the notation: ISO 8601-2:2019, Library of Congress EDTF.
    """

    edtf: str | None
    words: str
    earliest: date | None = None
    latest: date | None = None
    inferred: bool = False

    @property
    def start(self) -> str | None:
        """The first calendar value: "2024-12-05" of "2024-12-05/2024-12-06"."""
        return self.edtf.split("/")[0] if self.edtf else None

    @property
    def end(self) -> str | None:
        """The last calendar value: "2024-12-06" of "2024-12-05/2024-12-06"."""
        return self.edtf.split("/")[-1] if self.edtf else None
