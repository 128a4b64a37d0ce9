"""Pedigrees and agreed wordings in, papers for people out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.comparison import marked_line
from acquis.exporters.names import NameOf
from acquis.exporters.notes import Notes
from acquis.exporters.pedigree_words import (
    boilerplate_words,
    change_words,
    nearest_words,
    passage_words,
    pedigree_count,
    pedigree_title,
    status_words,
    when_words,
    who,
    wording_count,
)
from acquis.model.brief import Source
from acquis.model.paper import Block, Grid, Heading, Line, Paper, Run, Text
from acquis.model.pedigree import AgreedWording, Nearest, Passage, Pedigree, Use

_MARKED = "Words are marked against the earlier use that each comes nearest to."


def pedigree_paper(pedigree: Pedigree, made: str, name_of: NameOf, *, phrase: bool) -> Paper:
    """The paper of a pedigree; `made` says when and by what."""
    notes = Notes()
    blocks: list[Block] = [
        Text((Run(pedigree_count(pedigree, phrase=phrase), "strong"),)),
        Text((Run(_MARKED),)),
    ]
    for passage in pedigree.passages:
        blocks += _passage(passage, notes, name_of, phrase=phrase)
    title = pedigree_title(pedigree, phrase=phrase)
    return Paper("Pedigree of words", title, pedigree.marking, tuple(blocks), notes.all, made)


def wording_paper(wording: AgreedWording, made: str, name_of: NameOf) -> Paper:
    """The paper of a draft beside the nearest agreed wording."""
    notes = Notes()
    rows = tuple(_sentence(one, notes, name_of) for one in wording.sentences)
    blocks: tuple[Block, ...] = (
        Text((Run(wording_count(wording), "strong"),)),
        Text(
            (
                Run(
                    "Struck out are words of the nearest wording that the draft leaves out; added are its own."
                ),
            )
        ),
        Grid(("Where", "The draft against the nearest wording", "Which it is"), rows, (0.1, 0.6, 0.3)),
    )
    return Paper("Agreed language", wording.asked, wording.marking, blocks, notes.all, made)


def _passage(passage: Passage, notes: Notes, name_of: NameOf, *, phrase: bool) -> Iterator[Block]:
    if not phrase:
        where = f"{passage.address} " if passage.address else ""
        yield Heading(f"{where}{_beginning(passage.words)}", 2)
    if passage.boilerplate:
        yield Text((Run(boilerplate_words(passage, name_of)), *_quoted(passage.uses[0], notes)))
        return
    yield Text((Run(passage_words(passage, name_of)),))
    rows = tuple(_use(number, use, notes, name_of) for number, use in enumerate(passage.uses, 1))
    yield Grid(("", "When", "Who", "Words", "Status"), rows, (0.05, 0.14, 0.19, 0.48, 0.14))


def _use(number: int, use: Use, notes: Notes, name_of: NameOf) -> tuple[Line, ...]:
    changed = change_words(use)
    status: Line = (Run(status_words(use), "strong"), Run(f" {changed}" if changed else "", "faint"))
    return (
        (Run(str(number)),),
        (Run(when_words(use.frame)),),
        (Run(who(use, name_of)),),
        _quoted(use, notes),
        status,
    )


def _sentence(one: Nearest, notes: Notes, name_of: NameOf) -> tuple[Line, ...]:
    use = one.use
    words: Line = marked_line(use.pieces) if use and use.pieces else (Run(one.sentence),)
    note = (notes.number(Source(use.frame, use.address)),) if use else ()
    return (Run(one.address),), words, (Run(nearest_words(one, name_of), "plain", note),)


def _quoted(use: Use, notes: Notes) -> Line:
    """The words, marked where they were changed, with the note of their source."""
    words: Line = (
        marked_line(use.pieces) if use.pieces else (Run(f" {' '.join(use.quote.split())}", "quote"),)
    )
    return (*words, Run("", notes=(notes.number(Source(use.frame, use.address)),)))


def _beginning(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:90].rpartition(' ')[0] or words[:90]} …"
