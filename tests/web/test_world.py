"""The world map: every member of the United Nations is on it, whoever is not asked about is lines alone."""

from __future__ import annotations

import re

from acquis.analysis.states import states_of
from acquis.web.world import Shown, draw, read_drawing


def test_every_member_has_a_shape_or_a_dot() -> None:
    """None of the 193 is left out for being small."""
    drawing = read_drawing()
    members = set(states_of(()).members)
    assert len(members) == 193
    assert members <= drawing.shapes.keys() | drawing.dots.keys()


def test_paths_stay_on_the_drawing() -> None:
    """Whole numbers, and every point within the edges."""
    drawing = read_drawing()
    for path in drawing.shapes.values():
        assert re.fullmatch(r"[Mlz\d -]+", path)
        for x, y, steps in re.findall(r"M(\d+) (-?\d+)l([^z]*)z", path):
            numbers = list(map(int, re.findall(r"-?\d+", steps)))
            across, down = int(x), int(y)
            for east, south in zip(numbers[::2], numbers[1::2], strict=True):
                across, down = across + east, down + south
                assert -1 <= across <= drawing.width + 1
                assert down <= drawing.height
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in drawing.dots.values())


def test_states_that_are_asked_about_are_drawn_once() -> None:
    """The small one as a dot too; one without a shape is told; the rest are lines without a name."""
    map_ = draw(
        [
            Shown("FR", "spoken", "France: spoken to"),
            Shown("TV", "nothing", "Tuvalu: no evidence found"),
            Shown("XC", "reported", "Aldoria: reported by itself", contested=True),
        ]
    )
    assert [one.code for one in map_.states] == ["FR", "TV"]
    assert map_.missing == ("XC",)
    assert map_.states[1].dot is not None
    drawing = read_drawing()
    assert drawing.shapes["FR"] not in map_.others
    assert drawing.shapes["DE"] in map_.others
