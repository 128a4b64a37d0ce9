"""What a person keeps for themselves, searches and visits: one line a method.

`by` is whose it is: nothing of it is shown to anybody else.
"""

from __future__ import annotations

from collections.abc import Iterable

from acquis.batch.adding import now
from acquis.batch.visiting import visit
from acquis.errors import RequestError
from acquis.model.marking import EVERYTHING, Viewer
from acquis.model.saved import SavedCount, SavedSearch, Visit
from acquis.store.saved import find_saved, forget_saved, list_saved, look_at_saved, rename_saved, save
from acquis.store.search import count_found
from acquis.store.typed import TypedSearch
from acquis.vocabulary import load_vocabulary
from acquis.workspace.door import Door


class Saving(Door):
    """What is kept for one person."""

    def save_search(self, name: str, question: str, *, by: str) -> SavedSearch:
        """Keep a question, as the end of an address, under a name; in place of what had it. Raises RequestError."""
        typed = TypedSearch.of_address(question)
        typed.question(load_vocabulary(self._vocabulary))
        with self.store.writing() as connection:
            return save(connection, by, name, typed.address, now())

    def saved_searches(self, *, by: str) -> list[SavedSearch]:
        """The searches of a person, by name."""
        with self.store.reading() as connection:
            return list_saved(connection, by)

    def saved_search(self, name: str, *, by: str) -> SavedSearch:
        """One of them; raises NotKept."""
        with self.store.reading() as connection:
            return find_saved(connection, by, name)

    def look_at_saved(self, name: str, *, by: str) -> SavedSearch:
        """Write down that somebody looks at a search of theirs; as it was before. Raises NotKept."""
        with self.store.writing() as connection:
            return look_at_saved(connection, by, name, now())

    def rename_search(self, name: str, other: str, *, by: str) -> SavedSearch:
        """Give it another name. Raises NotKept, and RequestError where another one has it."""
        with self.store.writing() as connection:
            return rename_saved(connection, by, name, other)

    def forget_search(self, name: str, *, by: str) -> None:
        """Take it away; raises NotKept."""
        with self.store.writing() as connection:
            forget_saved(connection, by, name)

    def count_saved(
        self, searches: Iterable[SavedSearch], *, viewer: Viewer = EVERYTHING
    ) -> list[SavedCount]:
        """What each finds now, and how much of it came since; why, where one cannot be asked any more."""
        return [self._count(one, viewer) for one in searches]

    def _count(self, one: SavedSearch, viewer: Viewer) -> SavedCount:
        try:
            question = TypedSearch.of_address(one.question).question(load_vocabulary(self._vocabulary))
        except RequestError as problem:
            return SavedCount(one, problem=str(problem))
        with self.store.reading() as connection:
            return SavedCount(one, *count_found(connection, question, viewer, one.looked_at))

    def visit(self, *, by: str) -> Visit:
        """The visit of who comes now, which begins where the one before began half an hour ago or longer."""
        return visit(self.store, by)
