"""Short texts of invented States, compared."""

from __future__ import annotations

from pathlib import Path

from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.analysis.comparing.names import Names, names_of
from acquis.model.comparison import Comparison, Mode, Row, Topic
from acquis.model.marking import Marking
from acquis.reading import read_text

FILES = (Path(__file__).parent.parent / "examples" / "vocabulary" / "states.yaml",)
NAMES: Names = names_of(FILES)


def given(text: str, key: str = "a.md", marking: Marking = Marking.AMBER) -> Given:
    """A text as it is given for comparison."""
    return Given(read_text(text, path=key, vocabulary=FILES), key, marking)


def compared(a: str, b: str, *, mode: Mode | None = None) -> Comparison:
    """Two texts, compared."""
    return compare(given(a, "a.md"), given(b, "b.md"), NAMES, mode=mode)


def readout(body: str, *, day: str = "4 May 2031") -> str:
    """A readout of a meeting of Aldoria and Brevania that goes on with these words."""
    lead = f"Aldoria and Brevania held their Cyber Dialogue in Calder on {day}."
    return f"---\ntitle: Aldoria-Brevania Cyber Dialogue\npublished: 2031-05-09\n---\n{lead}\n\n{body}\n"


def account(body: str, *, day: str = "4 May 2031") -> str:
    """The other side's readout, with a lead of its own."""
    lead = (
        f"Officials of Brevania and Aldoria met on {day} at Calder for the Brevania-Aldoria Cyber Dialogue."
    )
    return f"---\ntitle: Officials meet in Calder\npublished: 2031-05-10\n---\n{lead}\n\n{body}\n"


def rows_on(comparison: Comparison, *topics: Topic) -> list[Row]:
    """The rows on these topics."""
    return [row for row in comparison.rows if row.topic in topics]


def values(rows: list[Row]) -> list[tuple[str, str | None, str | None]]:
    """Standing and both values of every row."""
    return [(row.standing, row.a.value if row.a else None, row.b.value if row.b else None) for row in rows]
