"""The answer of a search in, people's view out: each sentence between its neighbours, then the counts."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from acquis.cli.highlight import STYLES
from acquis.exporters.cards import actor_name, counted, day_of, short_title
from acquis.exporters.escape import visible
from acquis.grammar.query import Node, Phrase, Prefix, Word, wanted
from acquis.grammar.words import normal_words, stem
from acquis.model.answers import Facet, FoundClaim, Hit, SearchAnswer
from acquis.store.question import Question
from acquis.vocabulary import Vocabulary

_WIDEST = 110
_MARGIN = 4
_BESIDE = 160  # characters of a neighbour that are shown
_LISTED = 8  # values of a facet that are shown
# A word as it is printed, with accents that stand behind their letters.
_WORD = re.compile(r"[\w\u0300-\u036f]+")


def print_answer(answer: SearchAnswer, question: Question, vocabulary: Vocabulary) -> None:
    """Print hits and counts. What a document says is text, never markup."""
    console = Console(markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    if not answer.total:
        asked = f"for {question.query}" if question.query else "that meets the filters"
        console.print(Text(visible(f"no evidence found {asked} (which is not a no)")))
        return
    fits = _fitting(question.query)
    for number, hit in enumerate(answer.hits, question.offset + 1):
        console.print(Text(f"{number:3} ").append(visible(_head(hit)), "cyan"))
        console.print(Padding(_body(hit, fits, vocabulary), (0, 0, 1, _MARGIN)))
    shown = f", {len(answer.hits)} shown" if len(answer.hits) < answer.total else ""
    console.print(Text(f"{counted(answer.total, 'sentence')} found{shown}", "bold"))
    console.print(_facets(answer.facets, vocabulary))


def _facets(facets: tuple[Facet, ...], vocabulary: Vocabulary) -> Table:
    """A line or more for each facet that has values."""
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    for facet in facets:
        if facet.counts:
            rows.add_row(facet.name, Text(visible(_counts(facet, vocabulary))))
    return rows


def _head(hit: Hit) -> str:
    day = day_of(hit.published, hit.earliest, hit.latest)
    return f"{short_title(hit.title)} · {day} · {hit.address} · {hit.marking.label} · {hit.document}"


def _body(hit: Hit, fits: Callable[[str], bool], vocabulary: Vocabulary) -> Text:
    """The sentence, its neighbours in pale, and what was found in it."""
    lines = []
    if hit.before:
        cut = "…" if len(hit.before) > _BESIDE else ""
        lines.append(Text(visible(cut + hit.before[-_BESIDE:]), "dim"))
    lines.append(_emphasised(hit.sentence, fits))
    if hit.after:
        cut = "…" if len(hit.after) > _BESIDE else ""
        lines.append(Text(visible(hit.after[:_BESIDE] + cut), "dim"))
    lines += [_claim(claim, vocabulary) for claim in hit.claims]
    return Text("\n").join(lines)


def _emphasised(sentence: str, fits: Callable[[str], bool]) -> Text:
    words = Text(visible(sentence))
    for match in _WORD.finditer(sentence):
        if fits(match.group()):
            words.stylize("bold yellow", match.start(), match.end())
    return words


def _fitting(query: Node | None) -> Callable[[str], bool]:
    """Is a printed word one that the query asks for?"""
    whole: set[str] = set()
    begins: tuple[str, ...] = ()
    for node in wanted(query) if query is not None else ():
        match node:
            case Word():
                whole.add(stem(node.text))
            case Phrase():
                whole.update(map(stem, node.words))
            case Prefix():
                begins += (node.text,)
                whole.update([node.whole] if node.whole else [])
    return lambda printed: any(word in whole or word.startswith(begins) for word in normal_words(printed))


def _claim(claim: FoundClaim, vocabulary: Vocabulary) -> Text:
    owners = ", ".join(actor_name(owner, vocabulary) for owner in claim.owners) or "nobody named"
    parts = [f"grade {claim.grade}" if claim.grade else "", claim.element or ""]
    parts += ["" if claim.status == "found" else claim.status, claim.key]
    said = " · ".join(part for part in parts if part)
    return Text("→ ").append(claim.act, STYLES[claim.act]).append(visible(f" of {owners} · {said}"))


def _counts(facet: Facet, vocabulary: Vocabulary) -> str:
    """The commonest values, and how many more there are."""
    listed = facet.counts[:_LISTED]
    names = [actor_name(one.value, vocabulary) if facet.name == "owner" else one.label for one in listed]
    words = [f"{one.count} {short_title(name)}" for one, name in zip(listed, names, strict=True)]
    more = facet.distinct - len(listed)
    return ", ".join(words) + (f" and {more} more" if more > 0 else "")
