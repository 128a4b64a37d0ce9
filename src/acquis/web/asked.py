"""What a form asks for: the base of the questions that an address can carry."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, StringConstraints

from acquis.errors import RequestError
from acquis.grammar.edtf import read_edtf
from acquis.store.typed import one_of

__all__ = ["Asked", "Words", "day_asked", "one_of"]

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class Asked(BaseModel):
    """The words of an address as they were typed; empty asks for nothing. What a form does not know is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @property
    def query(self) -> str:
        """What is asked as the end of an address, "?party=GB"; what a form asks anyway is left out."""
        given = self.model_dump(exclude_defaults=True)
        return f"?{urlencode(given, doseq=True)}" if given else ""

    def turned(self, page: int) -> str:
        """The end of the address of another page of the answer."""
        return self.model_copy(update={"page": page}).query

    @property
    def anything(self) -> bool:
        """Is anything asked?"""
        return any(value for name, value in self.model_dump().items() if name != "page")


def day_asked(words: str, otherwise: date) -> date:
    """The last day of what was typed ("2024", "2024-06"). Raises RequestError for what is no date."""
    if not words.strip():
        return otherwise
    when = read_edtf(words.strip())
    if when is None or when.latest is None:
        raise RequestError(f"{words!r} is no date; expected 2031, 2031-05 or 2031-05-02")
    return when.latest
