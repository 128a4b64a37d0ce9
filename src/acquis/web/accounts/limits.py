"""How often something was tried of late; who tries too often waits. Kept in the memory of this server."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

_MOST_KEYS = 20_000


@dataclass(frozen=True, slots=True)
class Window:
    """At most so many tries of each key in so many seconds."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _tries: OrderedDict[Hashable, deque[float]] = field(default_factory=OrderedDict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def take(self, key: Hashable) -> float:
        """Count a try: 0 where it may be made, else the seconds to wait, and it is not counted."""
        now = self.clock()
        with self._lock:
            tries = self._tries.setdefault(key, deque(maxlen=self.most))
            self._tries.move_to_end(key)
            while tries and tries[0] <= now - self.seconds:
                tries.popleft()
            if len(tries) >= self.most:
                return max(tries[0] + self.seconds - now, 1.0)
            tries.append(now)
            while len(self._tries) > _MOST_KEYS:
                self._tries.popitem(last=False)
        return 0.0

    def give_back(self, key: Hashable) -> None:
        """The last try of a key does not count."""
        with self._lock:
            if tries := self._tries.get(key):
                tries.pop()


def _quarter(most: int) -> Window:
    return Window(most, 900)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is limited: sign-ins of a name from an address, from an address, of a name; and pages that cost much.

    A name has the widest limit: a stranger who only knows it can keep its owner out for a while.
    """

    pair: Window = field(default_factory=lambda: _quarter(8))
    address: Window = field(default_factory=lambda: _quarter(40))
    name: Window = field(default_factory=lambda: _quarter(100))
    heavy: Window = field(default_factory=lambda: Window(90, 60))

    def take_sign_in(self, name: str, address: str) -> float:
        """Count a sign-in: 0 where it may be tried, else the seconds to wait."""
        return max(window.take(key) for window, key in self._windows(name, address))

    def forgive(self, name: str, address: str) -> None:
        """It was the right password: the try does not count."""
        for window, key in self._windows(name, address):
            window.give_back(key)

    def _windows(self, name: str, address: str) -> tuple[tuple[Window, Hashable], ...]:
        return (self.pair, (name, address)), (self.address, address), (self.name, name)
