"""What is asked of implementation in; provisions by States with the evidence of each cell out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import ALWAYS, Hearing, Period, hear, read_utterances
from acquis.analysis.implementation.aiming import blamed
from acquis.analysis.implementation.counting import Asked, count
from acquis.analysis.implementation.tracing import BLAME, Ground, Placed, trace
from acquis.analysis.states import States, states_of
from acquis.errors import RequestError
from acquis.model.implementation import By, Cell, Implementation, Trace
from acquis.model.marking import Viewer
from acquis.model.utterance import Utterance
from acquis.store.voice_words import find_aimed, find_names, find_said
from acquis.store.voices import Listening
from acquis.vocabulary import Vocabulary

_SHOWN = 1  # sentences of one kind in one cell of a list of States
_OF_ONE = 3  # the same where a State and a provision are asked about


@dataclass(frozen=True, slots=True)
class Wish:
    """What implementation is asked for; what is None or empty asks for nothing.

    `provisions` are ids, `element` one of the six, `state` and `group` codes, `region` a regional group. `words`
    reads the latest sentences behind each cell.
    """

    provisions: frozenset[str] = frozenset()
    element: str | None = None
    state: str | None = None
    region: str | None = None
    group: str | None = None
    period: Period = ALWAYS
    by: By = "provision"
    words: bool = False


def make_implementation(
    connection: Connection, viewer: Viewer, vocabulary: Vocabulary, files: tuple[Path, ...], wish: Wish
) -> Implementation:
    """The cells with evidence and their counts. Raises RequestError where nothing agreed is of that element."""
    provisions = provisions_of(vocabulary, wish)
    world = states_of(files)
    hearing = hear(connection, viewer, Listening(concepts=frozenset(provisions)), wish.period)
    placed = find_traces(connection, hearing, world, files)
    states = states_asked(world, wish, (state for _, state, _ in placed))
    kept = set(states)
    placed = [one for one in placed if one[1] in kept]
    cells = cells_of(placed, provisions)
    shown = _read(connection, viewer, hearing, cells, wish) if wish.words else {}
    return Implementation(
        provisions=provisions,
        states=tuple(states),
        cells=cells,
        counts=count(cells, wish.by, Asked(states, provisions, world, vocabulary)),
        by=wish.by,
        utterances=shown,
        documents=len(hearing.documents),
        undated=hearing.undated,
    )


def provisions_of(vocabulary: Vocabulary, wish: Wish) -> tuple[str, ...]:
    """The ids of the provisions that are asked about, in the order of the framework."""
    every = vocabulary.of_kind("provision")
    chosen = tuple(
        one.id for one in every
        if (not wish.provisions or one.id in wish.provisions) and (not wish.element or one.element == wish.element)
    )  # fmt: skip
    if not chosen:
        raise RequestError("no provision is asked about; `acquis implementation` without options shows all")
    return chosen


def states_asked(world: States, wish: Wish, heard: Iterable[str]) -> list[str]:
    """The States that count: one, those of a region or group, or all; by code."""
    if wish.state is not None:
        if wish.state not in world.by_code:
            raise RequestError(f"{wish.state} is no State; --group shows the members of a group")
        return [wish.state]
    if wish.group is not None and not world.members_of(wish.group):
        raise RequestError(f"{wish.group} is no group with known members")
    return sorted(world.counted(heard, region=wish.region, group=wish.group))


def find_traces(
    connection: Connection, hearing: Hearing, world: States, files: tuple[Path, ...]
) -> list[Placed]:
    """The traces of all voices of a hearing."""
    names = find_names(connection, (one.claim for one in hearing.voices))
    return trace(Ground(hearing, names, _aimed(connection, hearing, files), world))


def _aimed(connection: Connection, hearing: Hearing, files: tuple[Path, ...]) -> Mapping[int, frozenset[str]]:
    """The States that blame is aimed at, by the words of its sentence; by row id of its finding."""
    rows = {one.claim for one in hearing.voices if one.act in BLAME}
    named = find_aimed(connection, rows)
    said = find_said(connection, named)
    return {row: blamed(said[row], codes, files) for row, codes in named.items()}


def cells_of(placed: Iterable[Placed], provisions: Sequence[str]) -> tuple[Cell, ...]:
    """Traces by provision, in the order given, and State."""
    held: defaultdict[tuple[str, str], list[Trace]] = defaultdict(list)
    for provision, state, made in placed:
        held[provision, state].append(made)
    order = {provision: at for at, provision in enumerate(provisions)}
    pairs = sorted(held, key=lambda pair: (order[pair[0]], pair[1]))
    return tuple(Cell(*pair, tuple(held[pair])) for pair in pairs)


def _read(
    connection: Connection, viewer: Viewer, hearing: Hearing, cells: Iterable[Cell], wish: Wish
) -> dict[str, Utterance]:
    """The words of the latest findings of each kind in each cell, by key."""
    most = _OF_ONE if wish.state and len(wish.provisions) == 1 else _SHOWN
    shown = {one.key for cell in cells for kind in cell.kinds for one in cell.of_kind(kind)[-most:]} | {
        one.key for cell in cells if cell.group_only for one in cell.traces[-most:]
    }
    names = find_names(connection, (one.claim for one in hearing.voices))
    voices = [one for one in hearing.voices if one.claim in names and names[one.claim][0] in shown]
    return {one.key: one for one in read_utterances(connection, viewer, hearing, voices).values()}
