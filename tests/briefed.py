"""Two editions of a dialogue of invented States, two accounts of the second, and a statement: material for briefs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from acquis.analysis.briefing.brief import Meeting
from acquis.model.brief import Brief, Section
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.workspace import Workspace
from workspaces import add, write

FIRST = """---
title: First Aldoria-Brevania Cyber Dialogue
published: 2031-03-04
---

Aldoria and Brevania held their first Cyber Dialogue in Sentar on 3 March 2031.

The discussions covered:

- ransomware;
- supply chain security.

The Aldorian delegation was led by Ilse Marten, Ambassador for Digital Affairs. The Brevanian delegation was led by Tomas Revik, Director for Security.

Both sides agreed to hold the second Cyber Dialogue in Calder in 2032. Aldoria will publish a handbook on the protection of hospitals by 2033.
"""
SECOND = """---
title: Second Aldoria-Brevania Cyber Dialogue
published: 2032-05-06
---

Aldoria and Brevania held their second Cyber Dialogue in Calder on 4 May 2032.

The discussions covered:

- ransomware;
- incident response.

The Aldorian delegation was led by Ilse Marten, Ambassador for Digital Affairs. The Brevanian delegation was led by Tomas Revick, Director for Security.

Both sides reaffirmed that international law applies to the use of ICTs by States.

Both sides agreed to hold the third Cyber Dialogue in Sentar in 2033.
"""
OTHER = """---
title: Brevania and Aldoria meet in Calder
published: 2032-05-07
---

Officials of Brevania and Aldoria met in Calder on 4 May 2032 for the second Brevania-Aldoria Cyber Dialogue.

They discussed ransomware and the protection of submarine cables.

Brevania will train twelve officers of Aldoria in digital forensics by the end of 2032.

The third Brevania-Aldoria Cyber Dialogue will take place in Sentar in 2033.
"""
ALONE = """---
title: Statement by Brevania on capacity-building
published: 2032-06-01
---

Statement by Brevania on capacity-building at the Open-ended Working Group.

We lack specialists in digital forensics and would benefit from training in capacity-building programmes.
"""
TEXTS = {"first.md": FIRST, "second.md": SECOND, "other.md": OTHER, "alone.md": ALONE}


def fill(workspace: Workspace, folder: Path, *, marking: Marking | None = None) -> None:
    """Add all four texts."""
    add(workspace, *(write(folder, name, words) for name, words in TEXTS.items()), marking=marking)


def brief(
    workspace: Workspace,
    *,
    on: date = date(2032, 7, 1),
    series: str | None = None,
    viewer: Viewer = EVERYTHING,
) -> Brief:
    """The brief of Aldoria for a meeting with Brevania."""
    return workspace.brief(Meeting("XC", "XD", on, on, series), viewer=viewer)


def section(found: Brief, title: str) -> Section:
    """The section whose title begins so."""
    return next(one for one in found.sections if one.title.startswith(title))


def told(part: Section) -> list[str]:
    """What its lines say, quote and all."""
    return [f"{line.lead}{line.quote or ''}{line.tail}" for line in part.lines]
