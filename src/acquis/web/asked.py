"""What a form asks for: the base of the questions that an address can carry."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints

from acquis.errors import RequestError

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Known = TypeVar("Known", bound=str)


class Asked(BaseModel):
    """The words of an address as they were typed; empty asks for nothing. What a form does not know is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @property
    def anything(self) -> bool:
        """Is anything asked?"""
        return any(value for name, value in self.model_dump().items() if name != "page")


def one_of(word: str, known: tuple[Known, ...]) -> Known | None:
    """The value that was typed, None where none was. Raises RequestError with those there are."""
    if word and word not in known:
        raise RequestError(f"no {word[:60]!r}; there are {', '.join(known)}")
    return next((one for one in known if one == word), None)
