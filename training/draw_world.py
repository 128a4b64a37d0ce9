"""Draws the world map of the pages: shapes of States in, one small file of SVG paths by State code out.

    npm pack world-atlas@2.0.2 i18n-iso-countries@7.14.0
    python training/draw_world.py countries-50m.json codes.json

The first file is of world-atlas (ISC; its shapes are Natural Earth's, public domain), the second, which ties numeric
codes to those of two letters, of i18n-iso-countries (MIT). The projection is Equal Earth (Šavrič, Patterson and Jenny
2018): a State is drawn as large as it is. Lines are thinned arc by arc, so that neighbours keep one border.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Ring = list[Point]

TARGET = Path(__file__).parents[1] / "src" / "acquis" / "web" / "world.json"
WIDTH = 2000  # units of the drawing, which paths count in whole numbers
TOLERANCE = 1.0  # units by which a thinned line may be off
SMALLEST_ISLAND = 10.0  # square units; of each State the largest part is kept however small it is
DOTTED = 60.0  # square units under which a State is a dot as well
SOUTH = -58.0  # no State lies further south
# Not among the shapes of this scale: the middle of its islands.
ADDED_DOTS: dict[str, Point] = {"TV": (179.2, -8.5)}
# Without a number among the shapes, with a code of the vocabulary.
BY_NAME = {"Kosovo": "XK"}
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = math.sqrt(3) / 2


def project(point: Point) -> Point:
    """Degrees to the plane of Equal Earth, in which the world is about 5.41 wide; south is down."""
    theta = math.asin(_ROOT * math.sin(math.radians(point[1])))
    square = theta * theta
    six = square * square * square
    slope = _A[0] + 3 * _A[1] * square + six * (7 * _A[2] + 9 * _A[3] * square)
    x = math.radians(point[0]) * math.cos(theta) / (_ROOT * slope)
    return x, -theta * (_A[0] + _A[1] * square + six * (_A[2] + _A[3] * square))


_EAST = project((180.0, 0.0))[0]
_TOP, _BOTTOM = project((0.0, 84.0))[1], project((0.0, SOUTH))[1]
_UNIT = WIDTH / (2 * _EAST)


def place(point: Point) -> Point:
    """Degrees to units of the drawing."""
    x, y = project(point)
    return (x + _EAST) * _UNIT, (y - _TOP) * _UNIT


def read_arcs(topology: dict[str, object]) -> list[Ring]:
    """The arcs of a TopoJSON file in degrees, thinned; both ends of an arc stay where they are."""
    scale, move = (topology["transform"][name] for name in ("scale", "translate"))  # type: ignore[index]
    arcs = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        points: Ring = []
        for east, north in arc:
            x, y = x + east, y + north
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(thin(points))
    return arcs


def thin(points: Ring) -> Ring:
    """Douglas and Peucker's thinning, measured on the drawing."""
    placed = [place(one) for one in unrolled(points)]
    kept, open_parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        far, at = max(
            ((_distance(placed[i], placed[first], placed[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > TOLERANCE:
            kept.add(at)
            open_parts += [(first, at), (at, last)]
    thinned = [points[i] for i in sorted(kept)]
    # An island of which thinning leaves nothing stays as it is.
    return points if len(thinned) < 5 and points[0] == points[-1] else thinned


def _distance(point: Point, a: Point, b: Point) -> float:
    across, down = b[0] - a[0], b[1] - a[1]
    length = across * across + down * down
    share = ((point[0] - a[0]) * across + (point[1] - a[1]) * down) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.hypot(point[0] - a[0] - share * across, point[1] - a[1] - share * down)


def unrolled(ring: Sequence[Point]) -> Ring:
    """The same line with longitudes that go on past 180 degrees rather than jump."""
    turned: Ring = []
    turn = 0.0
    for at, (x, y) in enumerate(ring):
        if at:
            step = x - ring[at - 1][0]
            turn += -360.0 if step > 180 else 360.0 if step < -180 else 0.0
        turned.append((x + turn, y))
    return turned


def cut(ring: Ring) -> Iterator[Ring]:
    """The parts of a ring on one side of the 180th meridian each."""
    whole = unrolled(ring)
    for turn in (-360.0, 0.0, 360.0):
        moved = [(x + turn, y) for x, y in whole]
        part = _clip(_clip(moved, -180.0, east=True), 180.0, east=False)
        if len(part) > 2:
            yield part


def _clip(ring: Ring, edge: float, *, east: bool) -> Ring:
    """What lies east (or west) of a meridian: Sutherland and Hodgman."""

    def inside(point: Point) -> bool:
        return point[0] >= edge if east else point[0] <= edge

    kept: Ring = []
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        if inside(here):
            kept.append(here)
        if inside(here) != inside(there):
            share = (edge - here[0]) / (there[0] - here[0])
            kept.append((edge, here[1] + share * (there[1] - here[1])))
    return kept


def rings_of(geometry: dict[str, object], arcs: Sequence[Ring]) -> Iterator[Ring]:
    """The rings of a polygon or of several, in units of the drawing."""
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in shapes:  # type: ignore[attr-defined]
        for numbers in polygon:
            ring: Ring = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                ring += arc[1:] if ring else arc
            if ring and max(y for _, y in ring) > SOUTH:
                yield from ([place(one) for one in part] for part in cut(ring))


def area(ring: Ring) -> float:
    """Square units, whichever way the ring turns."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def path(rings: Iterable[Ring]) -> str:
    """The d of a <path>: whole units, relative to the point before."""
    parts = []
    for ring in rings:
        whole = [(round(x), round(y)) for x, y in ring]
        whole = [one for at, one in enumerate(whole) if at == 0 or one != whole[at - 1]]
        steps = (f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(whole))
        words = " ".join(steps).replace(" -", "-")
        parts.append(f"M{whole[0][0]} {whole[0][1]}l{words or '0 0'}z")
    return "".join(parts)


def middle(ring: Ring) -> tuple[int, int]:
    """About the middle of a ring."""
    return round(sum(x for x, _ in ring) / len(ring)), round(sum(y for _, y in ring) / len(ring))


def draw(topology: dict[str, object], numbers: dict[str, str]) -> dict[str, object]:
    """Paths by code of two letters, dots of the small, and the shapes that have no code."""
    arcs = read_arcs(topology)
    rings: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:  # type: ignore[index]
        code = numbers.get(geometry.get("id", ""), BY_NAME.get(geometry["properties"]["name"], ""))
        rings.setdefault(code, []).extend(rings_of(geometry, arcs))
    shapes, dots = {}, {}
    for code, every in sorted(rings.items()):
        if not every:
            continue
        largest = max(every, key=area)
        shapes[code] = path([one for one in every if one is largest or area(one) > SMALLEST_ISLAND])
        if code and sum(map(area, every)) < DOTTED:
            dots[code] = middle(largest)
    for code, where in ADDED_DOTS.items():
        dots[code] = middle([place(where)])
    return {"width": WIDTH, "height": round((_BOTTOM - _TOP) * _UNIT), "shapes": shapes, "dots": dots}


def main() -> None:
    """Write the drawing."""
    topology, codes = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
    drawn = draw(topology, {number: two for two, _, number, *_ in codes})
    TARGET.write_text(json.dumps(drawn, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
