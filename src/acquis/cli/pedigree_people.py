"""Pedigrees and agreed wordings for people: a line on each text, its words below with what was changed marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from acquis.cli.marked import marked
from acquis.exporters.cards import short_title
from acquis.exporters.escape import visible
from acquis.exporters.names import NameOf
from acquis.exporters.pedigree_words import (
    boilerplate_words,
    change_words,
    habit_words,
    nearest_words,
    passage_words,
    pedigree_count,
    pedigree_title,
    use_words,
    wording_count,
)
from acquis.model.comparison import Piece
from acquis.model.pedigree import AgreedWording, Nearest, Passage, Pedigree, Use

_WIDEST = 110
_INDENT = 4
_LONGEST = 400  # characters of a passage of many


class PedigreeView:
    """Prints answers on a terminal, or as plain lines where there is none."""

    def __init__(self, name_of: NameOf) -> None:
        self._name_of = name_of
        self._console = Console(markup=False, highlight=False, emoji=False)
        width = self._console.width
        self._console.width = min(width, _WIDEST) if self._console.is_terminal else _WIDEST

    def pedigree(self, pedigree: Pedigree, *, phrase: bool) -> None:
        """A phrase with every use; of several passages each in short."""
        self._line(Text(visible(pedigree_title(pedigree, phrase=phrase)), "bold"))
        for passage in pedigree.passages:
            self._console.print()
            (self._whole if phrase else self._short)(passage)
        self._end(pedigree_count(pedigree, phrase=phrase), pedigree.marking.label)

    def wording(self, wording: AgreedWording) -> None:
        """Each sentence of a draft against the wording it comes nearest to."""
        self._line(Text(visible(f"Agreed wording near {wording.asked}"), "bold"))
        for one in wording.sentences:
            self._console.print()
            self._sentence(one)
        self._end(wording_count(wording), wording.marking.label)

    def _whole(self, passage: Passage) -> None:
        if passage.boilerplate:
            self._boilerplate(passage)
            return
        self._line(Text(visible(passage_words(passage, self._name_of))))
        self._nearest(passage)
        folded = {(habit.publisher, habit.actors) for habit in passage.habits}
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for number, use in enumerate(passage.uses, 1):
            again = use.source in folded and use.source in seen and not use.pieces
            seen.add(use.source)
            if not again:
                self._use(number, use)
        for habit in passage.habits:
            self._line(Text(visible(f"again and again: {habit_words(habit, self._name_of)}"), "dim"))

    def _short(self, passage: Passage) -> None:
        where = f"{passage.address}  " if passage.address else ""
        self._line(Text.assemble((visible(where), "bold"), visible(f"«{_shortened(passage.words)}»")))
        if passage.boilerplate:
            self._boilerplate(passage)
            return
        self._line(Text(visible(passage_words(passage, self._name_of))), indent=_INDENT)
        self._nearest(passage)
        for number, use in _chosen(passage):
            self._place(number, use)

    def _boilerplate(self, passage: Passage) -> None:
        self._line(Text(visible(boilerplate_words(passage, self._name_of))), indent=_INDENT)
        self._place(1, passage.uses[0])

    def _nearest(self, passage: Passage) -> None:
        """The words that were asked against the use they come nearest to, where they differ."""
        if passage.nearest and passage.pieces:
            said = Text.assemble(f"asked, against {passage.nearest}: «", self._marked(passage.pieces), "»")
            self._line(said, indent=_INDENT)

    def _use(self, number: int, use: Use) -> None:
        self._place(number, use)
        words = self._marked(use.pieces) if use.pieces else Text(visible(" ".join(use.quote.split())))
        self._line(Text.assemble("«", words, "»"), indent=2 * _INDENT)

    def _place(self, number: int, use: Use) -> None:
        changed = change_words(use)
        head = f"{number}. {use_words(use, self._name_of)}{f' · {changed}' if changed else ''}"
        self._line(Text(visible(head), "bold" if use.settled else ""), indent=_INDENT)
        self._line(self._source(use), indent=2 * _INDENT)

    def _sentence(self, one: Nearest) -> None:
        where = f"{one.address}  " if one.address else ""
        use = one.use
        words = self._marked(use.pieces) if use and use.pieces else Text(visible(one.sentence))
        self._line(Text.assemble((visible(where), "bold"), "«", words, "»"))
        settled = bool(use and use.settled)
        self._line(
            Text(visible(nearest_words(one, self._name_of)), "green" if settled else ""), indent=_INDENT
        )
        if use:
            self._line(self._source(use), indent=_INDENT)

    def _source(self, use: Use) -> Text:
        frame = use.frame
        title = short_title(frame.title or frame.location)
        return Text(visible(f"{title} {use.address} · {frame.key[:8]} · {frame.marking.label}"), "dim")

    def _marked(self, pieces: Sequence[Piece]) -> Text:
        plain = not self._console.is_terminal or self._console.no_color
        return marked(pieces, plain=plain, whole=True)

    def _end(self, count: str, marking: str) -> None:
        self._console.print()
        self._line(Text(visible(f"{count}; {marking}")))

    def _line(self, text: Text, *, indent: int = 0) -> None:
        for part in text.wrap(self._console, self._console.width - indent):
            part.rstrip()
            self._console.print(Text.assemble(" " * indent, part))


def _chosen(passage: Passage) -> list[tuple[int, Use]]:
    """Of a passage in short: the earliest use, the first agreed one, the one nearest to what was asked, the last."""
    numbered = list(enumerate(passage.uses, 1))
    wanted = {1, len(numbered), passage.nearest or 1}
    agreed = next((number for number, use in numbered if use.settled), 1)
    return [(number, use) for number, use in numbered if number in wanted | {agreed}]


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
