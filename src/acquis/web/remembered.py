"""Answers that are asked for again, kept while nothing in the store changes: one for each viewer and question."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from acquis.store.engine import Store
from acquis.store.state import State, state_of

_MOST = 64
Answer = TypeVar("Answer")


class Remembered:
    """The last answers, of one state of the store. What two viewers are told never mixes: the viewer is in the name."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._state: State = ()
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, name: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer of this name, made where none is remembered or the store has changed since."""
        with self._store.reading() as connection:
            state = state_of(connection)
        with self._lock:
            if state != self._state:
                self._state = state
                self._answers.clear()
            if name in self._answers:
                self._answers.move_to_end(name)
                return cast(Answer, self._answers[name])
        made = make()
        with self._lock:
            if state == self._state:
                self._answers[name] = made
                while len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
        return made
