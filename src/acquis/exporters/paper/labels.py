"""How the labels of the Traffic Light Protocol look.

Source: FIRST, TLP version 2.0: on black, in the header and footer of each page, to the right, in 12 points or more.
"""

from __future__ import annotations

from acquis.model.marking import Marking

BACKGROUND = "000000"
POINTS = 12
COLOURS = {
    Marking.CLEAR: "FFFFFF",
    Marking.GREEN: "33FF00",
    Marking.AMBER: "FFC000",
    Marking.AMBER_STRICT: "FFC000",
    Marking.RED: "FF2B2B",
}
