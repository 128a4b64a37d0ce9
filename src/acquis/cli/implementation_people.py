"""Implementation for people: a table of counts in 80 columns, or the cells of one State or provision with sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from acquis.cli.heard import print_utterance
from acquis.cli.lines import Lines
from acquis.exporters.cards import actor_name, concept_name, counted
from acquis.exporters.implementation import VOLUNTARY
from acquis.model.implementation import KINDS, NOTHING, Cell, Count, Implementation, Kind
from acquis.vocabulary import Vocabulary

_NAME = 32
_HEADS: dict[Kind, str] = {
    "reported by itself": "report",
    "confirmed by another's text": "confirm",
    "contested": "contest",
    "spoken to": "speak",
}
_LEGEND = (
    "report: reported by itself · confirm: confirmed by another's text · contest: contested by another · speak: any "
    "other act of its own · group: of all heard, only through a group · none: no evidence found · docs: documents the "
    "row rests on. A State counts under every kind it has."
)
_MOST_NAMES = 12


def print_implementation(
    answer: Implementation, vocabulary: Vocabulary, *, everything: bool, listed: bool
) -> None:
    """Print the table, or where one State or provision is asked about, its cells; then what was looked through."""
    lines = Lines()
    if not listed:
        _print_counts(lines, answer, vocabulary, everything=everything)
    elif len(answer.states) == 1:
        _print_state(lines, answer, vocabulary, everything=everything)
    else:
        for provision in answer.provisions:
            _print_provision(lines, answer, provision, vocabulary)
    lines.say("")
    undated = f"; {counted(answer.undated, 'document')} without a date left out" if answer.undated else ""
    lines.say(
        f"{VOLUNTARY} From {counted(answer.documents, 'document')}{undated}; {answer.marking.label}", "bold"
    )


def _print_counts(lines: Lines, answer: Implementation, vocabulary: Vocabulary, *, everything: bool) -> None:
    heads = "".join(f"{_HEADS[kind]:>8}" for kind in KINDS)
    lines.say(f"{answer.by:{_NAME}}{heads}{'group':>6}{'none':>5}{'docs':>5}", "bold")
    held = [one for one in answer.counts if everything or one.documents]
    for one in held:
        lines.say(_count_line(one, concept_name(one.label, vocabulary)))
    lines.say("")
    if len(held) < len(answer.counts):
        left = len(answer.counts) - len(held)
        lines.say(f"{counted(left, 'row')} without any evidence not shown; --all shows them")
    lines.say(f"of {counted(len(answer.states), 'State')}. {_LEGEND}")


def _count_line(one: Count, name: str) -> str:
    short = name if len(name) < _NAME else f"{name[: _NAME - 2]}…"
    numbers = "".join(f"{one.kinds[kind] or '·':>8}" for kind in KINDS)
    return f"{short:{_NAME}}{numbers}{one.group_only or '·':>6}{one.silent or '·':>5}{one.documents:>5}"


def _print_state(lines: Lines, answer: Implementation, vocabulary: Vocabulary, *, everything: bool) -> None:
    lines.say(actor_name(answer.states[0], vocabulary), "bold")
    for cell in answer.cells:
        lines.head(concept_name(cell.provision, vocabulary))
        _print_cell(lines, cell, answer, vocabulary)
    empty = [concept_name(one.provision, vocabulary) for one in answer.empty()]
    if empty:
        lines.head(NOTHING)
        shown = empty if everything else empty[:_MOST_NAMES]
        rest = f" and {len(empty) - len(shown)} more (--all)" if len(shown) < len(empty) else ""
        lines.say(f"on {'; '.join(shown)}{rest}")


def _print_cell(lines: Lines, cell: Cell, answer: Implementation, vocabulary: Vocabulary) -> None:
    for kind in cell.kinds:
        _print_kind(lines, cell, kind, answer, vocabulary)


def _print_kind(
    lines: Lines, cell: Cell, kind: Kind, answer: Implementation, vocabulary: Vocabulary, *, label: str = ""
) -> None:
    traces = cell.of_kind(kind)
    groups = sorted({one.through for one in traces if one.through})
    only = f", only through {', '.join(groups)}" if groups and cell.group_only else ""
    told = counted(len(traces), "sentence")
    lines.say(f"{label or kind}{only}: {told}", "bold", at=2)
    shown = [answer.utterances[one.key] for one in traces if one.key in answer.utterances]
    for one in shown:
        if kind == "contested":
            owners = ", ".join(actor_name(owner, vocabulary) for owner in one.owners)
            lines.say(f"{one.act} of {owners or 'nobody named'}", at=4)
        print_utterance(lines, one, at=4, provision=cell.provision)
    if len(traces) > len(shown):
        lines.say(
            f"and {counted(len(traces) - len(shown), 'sentence')} more: --format jsonl has their keys",
            "dim",
            at=4,
        )


def _print_provision(lines: Lines, answer: Implementation, provision: str, vocabulary: Vocabulary) -> None:
    cells = [one for one in answer.cells if one.provision == provision]
    if not cells and len(answer.provisions) > 1:
        return
    lines.head(concept_name(provision, vocabulary))
    summary = vocabulary.get(provision).summary
    if summary:
        lines.say(summary, "dim")
    for kind in KINDS:
        some = [one for one in cells if kind in one.kinds and not one.group_only]
        if some:
            lines.say(f"{kind}: {counted(len(some), 'State')}", "bold")
            for one in sorted(some, key=lambda one: actor_name(one.state, vocabulary)):
                _print_kind(lines, one, kind, answer, vocabulary, label=actor_name(one.state, vocabulary))
    _print_groups(lines, [one for one in cells if one.group_only], answer, vocabulary)
    silent = len(answer.states) - len(cells)
    lines.say(f"{NOTHING}: {counted(silent, 'State')}", "bold")


def _print_groups(
    lines: Lines, cells: Sequence[Cell], answer: Implementation, vocabulary: Vocabulary
) -> None:
    """States that are heard only through groups: the group once, with its sentence and its members."""
    of_group: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
    for cell in cells:
        for trace in cell.traces:
            if trace.through:
                of_group[trace.through][cell.state] = cell
    for group, members in sorted(of_group.items()):
        lines.say(
            f"spoken to only through {actor_name(group, vocabulary)}: {counted(len(members), 'State')}",
            "bold",
        )
        lines.say(", ".join(sorted(members)), at=2)
        traces = [one for one in next(iter(members.values())).traces if one.through == group]
        for one in traces[-1:]:
            if one.key in answer.utterances:
                print_utterance(lines, answer.utterances[one.key], at=4, provision=cell.provision)
