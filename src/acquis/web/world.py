"""The drawing of the world, and what stands on each State, in; shapes with classes, patterns and words out.

Made by training/draw_world.py. Which lines are drawn says nothing about the status of any territory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DRAWING = Path(__file__).parent / "world.json"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths by code, in units of a drawing so wide and high; `dots` are the places of States too small to be seen."""

    width: int
    height: int
    shapes: Mapping[str, str]
    dots: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Shown:
    """One State on the map: `kind` names its pattern, `contested` lays lines over it, `words` say all of it."""

    code: str
    kind: str
    words: str
    contested: bool = False
    path: str = ""
    dot: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map: the States that are asked about, the lines of all other shapes, and the States that have no shape."""

    width: int
    height: int
    states: tuple[Shown, ...]
    others: str
    missing: tuple[str, ...]


@lru_cache(maxsize=1)
def read_drawing() -> Drawing:
    """The drawing that comes with the package."""
    read = json.loads(DRAWING.read_text(encoding="utf-8"))
    dots = {code: (x, y) for code, (x, y) in read["dots"].items()}
    return Drawing(read["width"], read["height"], read["shapes"], dots)


def draw(states: Iterable[Shown]) -> WorldMap:
    """The map of these States, each once; what is not among them is drawn as lines alone."""
    drawing = read_drawing()
    placed = {one.code: _placed(one, drawing) for one in states}
    drawn = tuple(one for one in placed.values() if one.path or one.dot)
    others = "".join(path for code, path in drawing.shapes.items() if code not in placed)
    missing = tuple(one.code for one in placed.values() if not (one.path or one.dot))
    return WorldMap(drawing.width, drawing.height, drawn, others, missing)


def _placed(one: Shown, drawing: Drawing) -> Shown:
    path, dot = drawing.shapes.get(one.code, ""), drawing.dots.get(one.code)
    return Shown(one.code, one.kind, one.words, one.contested, path, dot)
