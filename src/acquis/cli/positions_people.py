"""Positions for people: by stance, each actor once with its newest sentence, then who leans otherwise than before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acquis.cli.lines import Lines, quote_of
from acquis.exporters.cards import actor_name, concept_name, counted, short_title
from acquis.model.positions import Move, Position, Positions, Stance
from acquis.model.utterance import Utterance
from acquis.vocabulary import Vocabulary

_WIDE = 4
_HEADS: dict[Stance, str] = {
    "proposes": "propose it", "supports": "support it", "supports on conditions": "support it on conditions",
    "acts on it": "promise, offer or report something for it", "calls for it": "call for it",
    "affirms it": "affirm it", "keeps it open": "keep it open", "is concerned": "voice concern",
    "objects": "object",
}  # fmt: skip


def print_positions(found: Positions, vocabulary: Vocabulary) -> None:
    """The stances in turn, States before groups of States before others; then moves; then the ground."""
    lines = Lines()
    names = ", ".join(concept_name(one, vocabulary) for one in found.concepts[:6])
    more = f" and {len(found.concepts) - 6} more" if len(found.concepts) > 6 else ""
    lines.say(f"{found.asked}: {names}{more}" if names else f"{found.asked}: as a proposal", "bold")
    for remark in found.remarks:
        lines.say(remark, "dim")
    own = _unqualified_left_out([one for one in found.positions if one.manner != "told by another"])
    for stance, head in _HEADS.items():
        _print_stance(lines, head, [one for one in own if one.stance == stance], vocabulary)
    _print_moves(lines, found.moves, vocabulary)
    for line in _ground(found, own):
        lines.say(line, "bold" if line.endswith(found.marking.label) else "")


def _unqualified_left_out(positions: Sequence[Position]) -> list[Position]:
    """Who lays down conditions in a text does not also support without them there."""
    bound = {
        (one.actor, one.utterance.document) for one in positions if one.stance == "supports on conditions"
    }
    return [
        one
        for one in positions
        if one.stance != "supports" or (one.actor, one.utterance.document) not in bound
    ]


def _print_stance(lines: Lines, head: str, positions: Sequence[Position], vocabulary: Vocabulary) -> None:
    if not positions:
        return
    actors: dict[str, list[Position]] = {}
    for one in positions:
        actors.setdefault(one.actor, []).append(one)
    lines.head(f"{head}: {len(actors)}")
    order = {"State": 0, "group": 1, "other": 2}
    for said in sorted(actors.values(), key=lambda some: order[some[0].kind]):
        one = said[0]
        kind = "" if one.kind == "State" else " (group of States)" if one.kind == "group" else " (no State)"
        more = f", and in {counted(len(said) - 1, 'other sentence')}" if len(said) > 1 else ""
        lines.say(f"{actor_name(one.actor, vocabulary)}{kind}{_why(one)}{more}", "bold", at=2)
        print_words(lines, one.utterance)


def _why(one: Position) -> str:
    return f": {one.why}" if one.why else ""


def print_words(lines: Lines, one: Utterance, *, whole: bool = False) -> None:
    """The sentence (of a long one the beginning, or the `whole`), and where and when it stands."""
    words = f"«{' '.join(one.sentence.split())}»" if whole else quote_of(one.sentence)
    lines.say(words, at=_WIDE)
    lines.say(source_of(one), "dim", at=_WIDE)


def source_of(one: Utterance) -> str:
    """ "2031-03-06 · Capacity-building ¶5 · be5d2f440b948148 · finding 3f2a91c0"."""
    where = f"{short_title(one.title)} {one.address}".strip()
    return " · ".join((one.day or "no date", where, one.document, f"finding {one.key}"))


def _print_moves(lines: Lines, moves: Iterable[Move], vocabulary: Vocabulary) -> None:
    held = list(moves)
    if held:
        lines.head("lean otherwise than before")
    for one in held:
        stances = f"{one.before.stance}, then {one.after.stance}"
        lines.say(f"{actor_name(one.actor, vocabulary)}: {stances}", "bold", at=2)
        print_words(lines, one.before.utterance)
        print_words(lines, one.after.utterance)


def _ground(found: Positions, own: Sequence[Position]) -> list[str]:
    mentions = sum(one.stance == "mentions it" for one in own)
    told = sum(one.manner == "told by another" for one in found.positions)
    rest = [f"{mentions} more mention it without a side"] if mentions else []
    rest += [f"{told} more are told by another"] if told else []
    undated = f"; {counted(found.undated, 'document')} without a date left out" if found.undated else ""
    heard = len({one.actor for one in own if one.kind == "State"})
    head = f"{counted(heard, 'State')} heard in {counted(found.documents, 'document')}{undated}"
    none = ["no evidence found, which is not a no"] if not found.positions else []
    return [*none, *rest, f"{head}; {found.marking.label}"]
