"""Two documents in, what differs between them out: side by side, words marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Annotated, get_args

from fastapi import Query

from acquis.errors import RequestError
from acquis.exporters.comparison import comparison_paper
from acquis.exporters.comparison_words import TITLES, difference_words
from acquis.exporters.paper.printable import printable
from acquis.exporters.rows import Row, Table
from acquis.exporters.series_words import edition_label
from acquis.grammar.words import normal_words
from acquis.model.comparison import AlignedParagraph, Comparison, Mode, Said
from acquis.model.comparison import Row as Compared
from acquis.model.frame import Frame
from acquis.model.kept import KeptDocument
from acquis.model.marking import Marking
from acquis.model.paper import Paper
from acquis.model.story import Story
from acquis.reading import READER
from acquis.web.asked import Asked, Words, one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.page import File, paper_file
from acquis.web.pages.dialogues import all_stories

MODES: tuple[Mode, ...] = get_args(Mode)


class CompareAsked(Asked):
    """Two documents, each by its key or by words of its title, and the way in which they are compared."""

    a: Words = ""
    b: Words = ""
    mode: Words = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that are worth laying side by side, and why."""

    why: str
    a: Frame
    b: Frame


@dataclass(frozen=True, slots=True)
class Choice:
    """What words may mean: `documents` have them all in their titles."""

    words: str
    documents: tuple[KeptDocument, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """A comparison, or none where it is not settled which two documents are meant.

    Then `choices` are those that the words may mean, and `pairs` some to begin with.
    """

    asked: CompareAsked
    comparison: Comparison | None
    pairs: tuple[Pair, ...] = ()
    choices: tuple[Choice, ...] = ()
    modes: tuple[Mode, ...] = MODES
    title: str = "Compare two texts"
    paper: Paper | None = field(default=None, repr=False)

    def table(self) -> Table:
        """One thing said, or of drafts one paragraph, a row."""
        if self.comparison is None:
            return Table("comparison", (), Marking.CLEAR, "")
        said = map(_row, self.comparison.rows)
        aligned = map(_paragraph, self.comparison.paragraphs)
        return Table("comparison", (*said, *aligned), self.comparison.marking, "")

    def file(self, form: str) -> File:
        """The comparison as a paper. Raises RequestError where nothing is asked."""
        if self.comparison is None or self.paper is None:
            raise RequestError("a comparison needs two documents: a=KEY&b=KEY")
        name = f"comparison {self.comparison.a.key} {self.comparison.b.key}"
        return paper_file(name, self.paper, form)


def fill_compare(desk: AtDesk, asked: Annotated[CompareAsked, Query()]) -> ComparePage:
    """Two documents side by side. Raises NotKept, RequestError for what cannot be compared."""
    found = {words: _fitting(desk, words) for words in (asked.a, asked.b) if words}
    choices = tuple(Choice(words, some) for words, some in found.items() if len(some) > 1)
    if choices or not (asked.a and asked.b):
        return ComparePage(asked, None, tuple(_pairs(desk, asked)), choices)
    a, b = (found[words][0].key if found[words] else words for words in (asked.a, asked.b))
    mode = one_of(asked.mode, MODES)
    comparison, paper = desk.remember(("compare", a, b, mode), lambda: _made(desk, a, b, mode))
    title = f"{TITLES[comparison.mode]}: {comparison.a.title} / {comparison.b.title}"
    return ComparePage(asked, comparison, title=title, paper=paper)


def _fitting(desk: Desk, typed: str) -> tuple[KeptDocument, ...]:
    """The documents that have all these words in their titles; none where the words are a document's own name."""
    known = desk.remember("documents listed", lambda: desk.workspace.documents(viewer=desk.viewer))
    if any(typed in (one.key, one.symbol, one.work, one.location) for one in known):
        return ()
    wanted = set(normal_words(typed))
    return tuple(one for one in known if wanted and wanted <= set(normal_words(one.title or "")))


def _made(desk: Desk, a: str, b: str, mode: Mode | None) -> tuple[Comparison, Paper]:
    comparison = desk.workspace.compare(a, b, mode=mode, viewer=desk.viewer)
    return comparison, printable(comparison_paper(comparison, f"Made {desk.today} by {READER}"))


def _pairs(desk: Desk, asked: CompareAsked) -> Iterator[Pair]:
    """Accounts of one meeting and editions that follow one another; with one document chosen those that have it."""
    chosen = {words for words in (asked.a, asked.b) if words}
    for story in all_stories(desk).stories:
        for pair in _pairs_of(story):
            if not chosen or chosen & {pair.a.key, pair.b.key}:
                yield pair


def _pairs_of(story: Story) -> Iterator[Pair]:
    name = story.series.name
    for edition in story.series.editions:
        for one, other in combinations(edition.accounts, 2):
            why = f"{name}: two accounts of {edition_label(edition).lower()}"
            yield Pair(why, one.frame, other.frame)
    for before, after in pairwise(story.series.editions):
        one, other = next(
            ((b, a) for b in before.accounts for a in after.accounts if b.side and b.side == a.side),
            (before.accounts[0], after.accounts[0]),
        )
        why = f"{name}: {edition_label(before).lower()} and {edition_label(after).lower()}"
        yield Pair(why, one.frame, other.frame)


def _row(one: Compared) -> Row:
    differs = "; ".join(map(difference_words, one.differences))
    return {
        "kind": one.topic,
        "standing": one.standing,
        **_said("a", one.a),
        **_said("b", one.b),
        "differs": differs,
    }


def _said(side: str, said: Said | None) -> Row:
    told = (" ".join(said.words.split()), said.value, said.address) if said else (None, None, None)
    return dict(zip((side, f"{side}_value", f"{side}_paragraph"), told, strict=True))


def _paragraph(one: AlignedParagraph) -> Row:
    words = {
        side: "".join(p.text for p in one.pieces if p.standing != other)
        for side, other in (("a", "new"), ("b", "gone"))
    }
    return {
        "kind": "paragraph", "standing": one.change, "a": words["a"], "a_value": None, "a_paragraph": one.a,
        "b": words["b"], "b_value": None, "b_paragraph": one.b, "differs": f"{one.likeness:.2f} alike",
    }  # fmt: skip
