"""What a workspace holds that promises are told from: made once for a viewer and a moment, kept while nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

from acquis.analysis.links import Links, read_links
from acquis.analysis.pledges import Ground, Pledge, find_pledges
from acquis.analysis.sequels import Sequels, load_found
from acquis.analysis.series import find_series
from acquis.model.frame import Frame
from acquis.model.marking import Viewer
from acquis.model.series import Series
from acquis.store.claims import Wanted, find_claims
from acquis.store.frames import Moment, find_frames
from acquis.store.judgements import find_judgements
from acquis.store.sequels import State as Searched
from acquis.store.sequels import searched_states
from acquis.store.state import State, state_of
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lexicon import Lexicon

_MOST_MEMORIES = 3  # each holds every promise of a workspace


class Memories:
    """The last memories that were made, of one state of a store: many questions are asked of the same one."""

    def __init__(self) -> None:
        self._state: State = ()
        self._kept: dict[tuple[Viewer, Moment], Memory] = {}
        self._lock = Lock()
        self._making = Lock()

    def kept(self, viewer: Viewer, moment: Moment, state: State) -> Memory | None:
        """The memory of a viewer and a moment, where it is kept of this state."""
        with self._lock:
            if state != self._state:
                self._state, self._kept = state, {}
            kept = self._kept.pop((viewer, moment), None)
            if kept is not None:  # the one that was asked longest ago makes room first
                self._kept[viewer, moment] = kept
            return kept

    def get(self, viewer: Viewer, moment: Moment, state: State, make: Callable[[], Memory]) -> Memory:
        """The memory of a viewer and a moment, made where none is kept: by one, for all who ask meanwhile."""
        kept = self.kept(viewer, moment, state)
        if kept is not None:
            return kept
        with self._making:
            return self.kept(viewer, moment, state) or self._made(viewer, moment, state, make())

    def _made(self, viewer: Viewer, moment: Moment, state: State, made: Memory) -> Memory:
        with self._lock:
            if state == self._state:
                while len(self._kept) >= _MOST_MEMORIES:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[viewer, moment] = made
        return made


@dataclass(frozen=True, slots=True)
class Names:
    """The vocabulary, its names of States and groups ready to be found, and the user's files it was made with.

    `memories` are those of one store that was read with this vocabulary.
    """

    vocabulary: Vocabulary
    actors: Lexicon
    files: tuple[Path, ...] = ()
    memories: Memories = field(default_factory=Memories, compare=False)


@dataclass(frozen=True, slots=True)
class Memory:
    """All that answers are made of: the documents that count, their series, promises and links, for one viewer.

    `every` is how many promises there are; one that holds some of them alone has fewer.
    """

    frames: dict[str, Frame]
    series: tuple[Series, ...]
    pledges: tuple[Pledge, ...]
    links: Links
    every: int
    _found: list[Kept] = field(default_factory=list, compare=False, repr=False)

    def found(self, connection: Connection, chosen: Sequence[Pledge]) -> Sequels:
        """What was found for some of its promises; what was found for all is kept until they are searched again."""
        searched = searched_states(connection)
        for kept in self._found:
            if kept.searched == searched:
                return kept.sequels
        found = load_found(connection, self.frames, chosen, self.links)
        if len(chosen) == self.every:
            self._found[:] = [Kept(searched, found)]
        return found


@dataclass(frozen=True, slots=True)
class Kept:
    """What was found for all promises of a memory, and how every document was when it was searched."""

    searched: Mapping[int, Searched]
    sequels: Sequels


def remember(
    connection: Connection, viewer: Viewer, names: Names, moment: Moment, *, owner: str | None = None
) -> Memory:
    """What was known at a moment, as far as a viewer may know it; with an `owner` its promises alone may do."""
    state = state_of(connection)
    if owner is not None:
        kept = names.memories.kept(viewer, moment, state)
        return kept or _remember(connection, viewer, names, moment, owner=owner)
    return names.memories.get(viewer, moment, state, lambda: _remember(connection, viewer, names, moment))


def _remember(
    connection: Connection, viewer: Viewer, names: Names, moment: Moment, *, owner: str | None = None
) -> Memory:
    frames = {frame.key: frame for frame in find_frames(connection, viewer, moment)}
    links = read_links([one for one in find_judgements(connection, viewer) if moment.heard(one.at)])
    series = find_series(frames.values(), names.vocabulary, names.actors, links)
    rows = None if moment.knows_all else frozenset(frame.row for frame in frames.values())
    claims = find_claims(connection, viewer, Wanted(acts=("commitment",), owner=owner, document_ids=rows))
    pledges = tuple(find_pledges(claims, Ground(frames, series, names.actors)))
    return Memory(frames, series, pledges, links, len(pledges))
