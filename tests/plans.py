"""Plans of workspaces: documents, judgements, failures and removals, each with its marking, to be done in full or in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from acquis.model.judgement import Correction, Judgement, Verdict
from acquis.model.link import Pair
from acquis.model.marking import Marking, Viewer
from acquis.workspace import Workspace
from workspaces import add, write

SENTENCES = (
    "We will host a workshop in Sentar in 2032.",
    "Gavria condemns the attack on the hospitals of Cassena.",
    "We call on all States to protect hospitals.",
    "The two sides agreed to meet again in May 2033.",
    "Japan and Italy held their third Cyber Dialogue in Rome on 2 May 2031.",
    "Japan proposes a voluntary hospital alarm register.",
    "Italy supports the hospital alarm register proposed by Japan.",
)
# Said wherever the meeting is told of: somebody who chaired, whom no finding names.
CHAIRED = "The Japanese side was led by Emi Kato, Cyber Ambassador."
DAYS = ("2031-05-02", "2031-05-19", "2031-06", "2032-02-29")


@dataclass(frozen=True)
class Judged:
    """A judgement to be made on the finding of a sentence."""

    sentence: str
    verdict: Verdict
    marking: Marking | None
    correction: Correction | None


@dataclass(frozen=True)
class Written:
    """A document to be made: its versions, its marking, what is judged, what becomes of it."""

    name: str
    versions: tuple[tuple[str, ...], ...]
    marking: Marking
    judged: tuple[Judged, ...]
    fails: bool
    removed: bool
    published: str = "2031-05-02"


@st.composite
def judgements(draw: st.DrawFn, sentences: Sequence[str]) -> Judged:
    """Any verdict, marked as its work or higher."""
    verdict: Verdict = draw(st.sampled_from(["accept", "reject", "correct"]))
    correction = Correction(act=draw(st.sampled_from(["call", "report"])), owners=("XD",))
    return Judged(
        draw(st.sampled_from(sentences)),
        verdict,
        draw(st.sampled_from([None, Marking.AMBER, Marking.RED, Marking.RED])),
        correction if verdict == "correct" else None,
    )


@st.composite
def documents(draw: st.DrawFn, number: int) -> Written:
    """One or two versions of a few sentences, with judgements on the first."""
    some = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(tuple)
    versions = tuple(draw(st.lists(some, min_size=1, max_size=2, unique=True)))
    judged = tuple(draw(st.lists(judgements(versions[0]), max_size=3)))
    name = f"document-{number}.md"
    return Written(
        name,
        versions,
        draw(st.sampled_from([Marking.CLEAR, *Marking])),
        judged,
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.sampled_from(DAYS)),
    )


def rich(name: str, marking: Marking, *, removed: bool = False, published: str = DAYS[0]) -> Written:
    """A document of two versions, with judgements marked higher on words that go and on words that stay."""
    call = Correction(act="call")
    judged = (
        Judged(SENTENCES[0], "reject", Marking.RED, None),
        Judged(SENTENCES[1], "correct", Marking.RED, call),
        Judged(SENTENCES[2], "reject", Marking.RED, None),
        Judged(SENTENCES[3], "accept", None, None),
    )
    return Written(name, (SENTENCES, SENTENCES[1:]), marking, judged, True, removed, published)


# The later ones repeat what the first one promises.
RICH = (
    rich("a.md", Marking.CLEAR),
    rich("b.md", Marking.RED, published=DAYS[1]),
    rich("c.md", Marking.AMBER, removed=True, published=DAYS[2]),
    rich("d.md", Marking.CLEAR, published=DAYS[3]),
    rich("e.md", Marking.AMBER, published=DAYS[3]),
)


@dataclass(frozen=True)
class Made:
    """A document that was written, and what was said of it."""

    written: Written
    judgements: list[Judgement]


PLANS = st.integers(1, 3).flatmap(lambda count: st.tuples(*map(documents, range(count))))


def build(workspace: Workspace, folder: Path, plan: Sequence[Written]) -> list[Made]:
    """Do all that the plan says; what was written, and the judgements that came of it."""
    made = [Made(one, _keep(workspace, folder, one)) for one in plan]
    for first, second in pairwise(made):
        second.judgements.extend(_paired(workspace, folder, first.written, second.written))
    _remove(workspace, folder, plan)
    return made


def build_for(workspace: Workspace, folder: Path, made: Sequence[Made], viewer: Viewer) -> None:
    """Do it again with what a viewer may see, and with nothing else."""
    seen = [one for one in made if one.written.marking <= viewer.clearance]
    for one in seen:
        _keep(workspace, folder, one.written, [j for j in one.judgements if j.marking <= viewer.clearance])
    _remove(workspace, folder, [one.written for one in seen])


def _paired(workspace: Workspace, folder: Path, first: Written, second: Written) -> Iterator[Judgement]:
    """Two sentences said to mean two things, and what became of a promise: marked as the higher of their documents.

    Both are kept with the second document.
    """
    found = [workspace.show(str(folder / one.name)).claims for one in (first, second)]
    if all(found):
        pair = Pair(found[0][0].key, found[1][0].key, false_friends=True)
        yield workspace.link(pair, by="A.").judgement
    promise = next(
        (one for one in found[0] if one.claim.act == "commitment" and one.status != "rejected"), None
    )
    if promise and found[1]:
        sequel = Pair(promise.key, found[1][-1].key, relation="repeated")
        yield workspace.link(sequel, by="A.").judgement


def _remove(workspace: Workspace, folder: Path, plan: Sequence[Written]) -> None:
    for one in plan:
        if one.removed:
            workspace.remove(str(folder / one.name), by="A.")


def _keep(
    workspace: Workspace, folder: Path, one: Written, said: Sequence[Judgement] | None = None
) -> list[Judgement]:
    """Add the versions of a document, judged after the first: as planned, or with what was said already."""
    for version, sentences in enumerate(one.versions):
        head = f"---\ntitle: Text {one.name}\npublished: {one.published}\n---\n\n"
        told = (*sentences, CHAIRED) if SENTENCES[4] in sentences else sentences
        path = write(folder, one.name, head + "\n\n".join(told))
        add(workspace, path, marking=one.marking)
        if version == 0 and said is None:
            said = [_judge(workspace, path, each) for each in one.judged]
        elif version == 0 and said is not None:
            workspace.add_judgements(said)
    if one.fails:
        path.write_bytes(b"\x00\x01" * 50)
        add(workspace, path)
    return list(said or ())


def _judge(workspace: Workspace, path: Path, judged: Judged) -> Judgement:
    kept = workspace.show(str(path)).claims
    (each,) = [each for each in kept if judged.sentence in each.claim.sentence.quote]
    workspace.judge(each.key, judged.verdict, by="A.", marking=judged.marking, correction=judged.correction)
    return workspace.judgements(each.key)[-1]
