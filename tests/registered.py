"""Documents for tests of the register: invented States on a few provisions, over several years."""

from __future__ import annotations

from pathlib import Path

from acquis.model.judgement import Correction
from acquis.model.marking import Marking
from acquis.workspace import Workspace
from workspaces import add, finding, write


def _statement(state: str, day: str | None, *sentences: str) -> str:
    head = f"---\ntitle: Statement by {state} on norms of responsible State behaviour\n"
    published = f"published: {day}\n" if day else ""
    return f"{head}{published}kind: statement\n---\n\nMr. Chair,\n\n" + "\n\n".join(sentences) + "\n"


DOCUMENTS = {
    "aldoria-2030.md": _statement(
        "Aldoria",
        "2030-03-04",
        "Aldoria welcomes norm 13(j) on the responsible reporting of vulnerabilities in its entirety.",
        "On norm 13(j), Aldoria has operated a national policy for the disclosure of vulnerabilities since 2029.",
        "Aldoria will publish a national position on international law by December 2032.",
    ),
    "aldoria-2031.md": _statement(
        "Aldoria",
        "2031-03-04",
        "Aldoria takes note of norm 13(j) on the responsible reporting of vulnerabilities.",
        "We need help to train our national response team, our CERT, in digital forensics.",
        "Aldoria offers to train experts of other States in cyber incident response.",
    ),
    "brevania.md": _statement(
        "Brevania",
        "2031-03-05",
        "Brevania supports norm 13(c).",
        "Brevania opposes norm 13(c) as it is applied today.",
        "Cassena supports norm 13(j) as well.",
    ),
    "hestrel.md": _statement(
        "Hestrel on behalf of the Harbour Group",
        "2031-03-06",
        "The Harbour Group supports norm 13(f) and the protection of hospitals against cyberattacks.",
    ),
    "cassena.md": _statement("Cassena", None, "Cassena supports norm 13(f) on critical infrastructure."),
}


def fill(workspace: Workspace, folder: Path) -> Workspace:
    """Add all of them; what Brevania tells of Cassena is Cassena's, as a person said."""
    add(workspace, *(write(folder, name, words) for name, words in DOCUMENTS.items()), marking=Marking.CLEAR)
    told = finding(workspace, "Cassena supports norm 13(j) as well.")
    owned = Correction(owners=("XE",))
    workspace.judge(told.key, "correct", by="A.", correction=owned, marking=Marking.CLEAR)
    return workspace
