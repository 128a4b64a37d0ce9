"""Answers that are asked for again, kept while nothing in the store changes: one for each viewer and question."""

from __future__ import annotations

from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import TypeVar, cast

from acquis.store.engine import Store
from acquis.store.state import State, state_of

_MOST = 256
_FEW = 3
_Kept = OrderedDict[Hashable, object]
Answer = TypeVar("Answer")


class Remembered:
    """The last answers, of one state of the store. What two viewers are told never mixes: the viewer is in the name.

    Who asks for what is being made waits for it, so that nothing is made twice at once.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._state: State = ()
        self._answers: _Kept = OrderedDict()
        self._few: defaultdict[str, deque[Hashable]] = defaultdict(deque)
        self._making: dict[Hashable, RLock] = {}
        self._lock = Lock()

    def get(self, name: Hashable, make: Callable[[], Answer], *, kind: str = "") -> Answer:
        """The answer of this name, made where none is remembered or the store has changed since.

        Of those of a `kind` the last few are remembered, whoever asked for them.
        """
        state = self.state()
        with self._lock:
            self._begin(state)
            if name in self._answers:
                return cast(Answer, self._known(name))
            making = self._making.setdefault((state, name), RLock())
        with making:
            return self._made(state, name, make, kind)

    def state(self) -> State:
        """What is different after every change of the store."""
        with self._store.reading() as connection:
            return state_of(connection)

    def _begin(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self._answers.clear()
            self._few.clear()

    def _known(self, name: Hashable) -> object:
        self._answers.move_to_end(name)
        return self._answers[name]

    def _made(self, state: State, name: Hashable, make: Callable[[], Answer], kind: str) -> Answer:
        """Made here, or meanwhile by somebody who was first; what fails is tried again by whoever comes next."""
        with self._lock:
            if state == self._state and name in self._answers:
                return cast(Answer, self._known(name))
        try:
            made = make()
        finally:
            with self._lock:
                self._making.pop((state, name), None)
        with self._lock:
            if state == self._state:
                self._answers[name] = made
                self._forget(kind, name)
                while len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
        return made

    def _forget(self, kind: str, name: Hashable) -> None:
        """Of a kind of which few are remembered, the one that came first makes room for this one."""
        if not kind:
            return
        few = self._few[kind]
        few.append(name)
        if len(few) > _FEW:
            self._answers.pop(few.popleft(), None)
