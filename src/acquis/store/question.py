"""What a search is asked."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.errors import RequestError
from acquis.grammar.query import Node
from acquis.grammar.query_parser import parse_query
from acquis.model.filters import Filters

NO_FILTERS = Filters()
DEEPEST_OFFSET = 10_000
MOST_HITS = 1_000
LISTED = 10
MOST_LISTED = 1_000


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words (None: any passage with a finding), the filters, and which of the hits to give.

    `listed` is how many owners and documents are named with their counts.
    """

    query: Node | None
    filters: Filters = NO_FILTERS
    limit: int = 50
    offset: int = 0
    listed: int = LISTED

    @classmethod
    def of(
        cls,
        words: str,
        filters: Filters = NO_FILTERS,
        *,
        limit: int = 50,
        offset: int = 0,
        listed: int = LISTED,
    ) -> Question:
        """A question as it is typed; without words it asks for findings. Raises RequestError."""
        return cls(parse_query(words) if words.strip() else None, filters, limit, offset, listed)

    def __post_init__(self) -> None:
        if self.query is None and not self.filters.narrow:
            raise RequestError("nothing to search for; give words or a filter")
        if not (0 <= self.limit <= MOST_HITS and 0 <= self.offset <= DEEPEST_OFFSET):
            raise RequestError(
                f"a limit of 0 to {MOST_HITS} and an offset of 0 to {DEEPEST_OFFSET} can be had"
            )
        if not 1 <= self.listed <= MOST_LISTED:
            raise RequestError(f"1 to {MOST_LISTED} owners and documents can be counted by name")
