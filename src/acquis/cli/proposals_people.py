"""Proposals for people: who made each and in which words, then who says what of it, then later text that is like it."""

from __future__ import annotations

from acquis.analysis.proposals.naming import terms_in
from acquis.cli.lines import Lines, quote_of
from acquis.exporters.cards import actor_name, counted, short_title
from acquis.model.proposal import Proposal, Proposals, Reaction, Standing, Uptake
from acquis.model.utterance import Utterance
from acquis.vocabulary import Vocabulary

_WIDE = 22  # the longest stand and a blank
_SHOWN = 3  # sentences of one actor on one proposal, and of those that make it
_ACTORS = 5  # of a proposal that are named


def print_proposals(found: Proposals, vocabulary: Vocabulary) -> None:
    """Print each proposal, then what was counted."""
    lines = Lines()
    for one in found.proposals:
        _print_proposal(lines, one, vocabulary)
    for line in summary_lines(found):
        lines.say(line, "bold")


def summary_lines(found: Proposals) -> list[str]:
    """What was found, on what ground, and what that means."""
    shown = len(found.proposals)
    more = f", the latest {shown} shown (--limit shows more)" if shown < found.found else ""
    head = f"{counted(found.found, 'proposal')} in {counted(found.documents, 'document')}{more}; {found.marking.label}"
    undated = f"{counted(found.undated, 'document')} without a date left out" if found.undated else ""
    return list(
        filter(None, [head, undated, "who is not named has not been heard on it here" if shown else ""])
    )


def _print_proposal(lines: Lines, one: Proposal, vocabulary: Vocabulary) -> None:
    lines.say(f"{one.name} · proposed by {_actors(one.owners, vocabulary)}", "bold cyan")
    for made in one.made[:_SHOWN]:
        _quoted(lines, "proposed", made.sentence, _source(made))
    _left_out(lines, len(one.made) - _SHOWN)
    for standing in one.standings:
        _print_standing(lines, standing, vocabulary)
    if not one.standings:
        lines.entry("", "no evidence found of anybody else who speaks of it", wide=_WIDE, style="dim")
    for uptake in one.uptakes:
        _print_uptake(lines, one, uptake)
    if not one.uptakes:
        lines.entry("", _nothing_later(one), wide=_WIDE, style="dim")
    lines.say("")


def _nothing_later(one: Proposal) -> str:
    if one.searched:
        return f"no later text found that may have taken it up; {counted(one.searched, 'text')} searched"
    dated = any(made.day for made in one.made)
    told = "no later draft, summary or agreed text is here" if dated else "its texts have no date"
    return f"no later text found: {told}"


def _print_standing(lines: Lines, one: Standing, vocabulary: Vocabulary) -> None:
    heard = "" if one.manner == "itself" else f" ({one.manner})"
    lines.entry(one.stand, f"{actor_name(one.actor, vocabulary)}{heard}", wide=_WIDE)
    for reaction in one.reactions[-_SHOWN:]:
        if reaction.naming:
            lines.entry("", f"(after {quote_of(reaction.naming)})", wide=_WIDE, style="dim")
        _quoted(lines, "", reaction.said.sentence, f"{_source(reaction.said)} · {_why(reaction, one)}")
    _left_out(lines, len(one.reactions) - _SHOWN)


def _why(reaction: Reaction, standing: Standing) -> str:
    return reaction.why if reaction.bearing == standing.stand else f"{reaction.bearing}; {reaction.why}"


def _print_uptake(lines: Lines, one: Proposal, uptake: Uptake) -> None:
    """The later sentence with the words that both have between stars, and the same in the proposal's own."""
    of = next((made for made in one.made if made.key == uptake.of), one.made[0])
    lines.entry(f"may have it ({uptake.score:.2f})", quote_of(starred(uptake.sentence, uptake)), wide=_WIDE)
    where = f"{short_title(uptake.title)} {uptake.address}".strip()
    source = " · ".join((uptake.day or "no date", where, uptake.document, uptake.text_status, uptake.key))
    lines.entry("", source, wide=_WIDE, style="dim")
    lines.entry("", f"beside {quote_of(starred(of.sentence, uptake))}", wide=_WIDE, style="dim")


def starred(sentence: str, uptake: Uptake) -> str:
    """The sentence with the words that a proposal and a later text share between stars."""
    shared = {term for word in uptake.shared for term in terms_in(word)}
    return " ".join(
        f"*{word}*" if not shared.isdisjoint(terms_in(word)) else word for word in sentence.split()
    )


def _quoted(lines: Lines, label: str, sentence: str, source: str) -> None:
    lines.entry(label, quote_of(sentence), wide=_WIDE)
    lines.entry("", source, wide=_WIDE, style="dim")


def _left_out(lines: Lines, number: int) -> None:
    if number > 0:
        lines.entry("", f"… and {counted(number, 'sentence')} more", wide=_WIDE, style="dim")


def _source(one: Utterance) -> str:
    title = f"{short_title(one.title)} {one.address}".strip()
    return " · ".join((one.day or "no date", title, one.document, one.key))


def _actors(codes: tuple[str, ...], vocabulary: Vocabulary) -> str:
    named = [actor_name(code, vocabulary) for code in codes[:_ACTORS]]
    return ", ".join(named) + (f" and {len(codes) - _ACTORS} more" if len(codes) > _ACTORS else "")
