"""Levelling up for people: shares in a table, subjects with needs, offers and steps, proposed partners."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from acquis.cli.heard import print_utterance, where_heard
from acquis.cli.lines import Lines, quote_of
from acquis.exporters.cards import actor_name, counted
from acquis.exporters.implementation import VOLUNTARY
from acquis.exporters.levelling import ENOUGH
from acquis.model.levelling import Done, Levelling, Share, Stated, Subject
from acquis.vocabulary import Vocabulary

_WIDE = 8
_NAME = 24


def print_levelling(answer: Levelling, vocabulary: Vocabulary, parts: Sequence[str]) -> None:
    """Print the parts that are asked for, then what was looked through."""
    lines = Lines()
    if "shares" in parts:
        _print_shares(lines, answer.shares)
    if "needs" in parts:
        _print_subjects(lines, answer.subjects, vocabulary)
    if "partners" in parts:
        _print_partners(lines, answer, vocabulary)
    lines.say("")
    undated = f"; {counted(answer.undated, 'document')} without a date left out" if answer.undated else ""
    more = f"; {answer.left_out} earlier needs and offers left out" if answer.left_out else ""
    looked = f"From {counted(answer.documents, 'document')}{undated}{more}; {answer.marking.label}"
    lines.say(f"{VOLUNTARY} {looked}", "bold")


def _print_shares(lines: Lines, shares: Sequence[Share]) -> None:
    for region, some in groupby(shares, key=lambda one: one.region):
        held = list(some)
        lines.head(f"{region}: {counted(held[0].states, 'State')}")
        lines.say(
            f"{'element':{_NAME}}{'report':>7}{'speak':>7}{'group':>7}{'none':>7}{'docs':>7}  share of those who speak",
            "dim",
        )
        for one in held:
            lines.say(_share_line(one))
    lines.say("")
    lines.say("report: a step reported by the State or confirmed by another's text · speak: any act of its own · group: only "
              "through a group · none: no evidence found. Intervals are Wilson's, 95 %.", "dim")  # fmt: skip


def _share_line(one: Share) -> str:
    numbers = (one.reporting, one.speaking, one.group_only, one.silent, one.documents)
    told = "".join(f"{number or '·':>7}" for number in numbers)
    return f"{one.element:{_NAME}}{told}  {_interval(one)}"


def _interval(one: Share) -> str:
    if one.share is None or one.low is None or one.high is None:
        return ENOUGH
    return f"{one.share:.0%} ({one.low:.0%}–{one.high:.0%})"


def _print_subjects(lines: Lines, subjects: Sequence[Subject], vocabulary: Vocabulary) -> None:
    """Every need and offer in full where it comes first, and by its key where it comes again."""
    seen: set[str] = set()
    if not subjects:
        lines.say("no need and no offer on ICTs found", "bold")
    for subject in subjects:
        lines.head(subject.name)
        for label, some in (("need", subject.needs), ("offer", subject.offers), ("done", subject.done)):
            for one in some:
                _print_stated(lines, label, one, vocabulary, seen)
        if subject.done_in_all > len(subject.done):
            lines.say(f"{subject.done_in_all} States or groups in all report a step here", "dim", at=_WIDE)
        for label, some in (("need", subject.needs), ("offer", subject.offers)):
            if not some:
                lines.say(f"no {label} found", "dim", at=_WIDE)


def _print_stated(
    lines: Lines, label: str, one: Stated | Done, vocabulary: Vocabulary, seen: set[str]
) -> None:
    group = " (of the group)" if isinstance(one, Stated) and one.group else ""
    name = f"{actor_name(one.owner, vocabulary)}{group}"
    key = one.utterance.key
    if key in seen:
        lines.entry(label, f"{name}: as above, {key}", wide=_WIDE)
        return
    seen.add(key)
    lines.entry(label, name, wide=_WIDE)
    print_utterance(lines, one.utterance, at=_WIDE)


def _print_partners(lines: Lines, answer: Levelling, vocabulary: Vocabulary) -> None:
    lines.head("proposed partners")
    if not answer.pairs:
        lines.say("no need fits an offer")
    for pair in answer.pairs:
        lines.say(f"{actor_name(pair.need.owner, vocabulary)} ← {actor_name(pair.offer.owner, vocabulary)} · fit {pair.score:.2f}",
                  "bold")  # fmt: skip
        for label, one in (("need", pair.need), ("offer", pair.offer)):
            lines.entry(label, quote_of(one.utterance.sentence), wide=_WIDE)
            lines.say(where_heard(one.utterance), "dim", at=_WIDE)
        for number, reason in enumerate(pair.why):
            lines.entry("" if number else "why", reason, wide=_WIDE)
        lines.say("")
    if answer.unmatched:
        lines.head("needs without a partner")
    for left in answer.unmatched:
        lines.say(actor_name(left.need.owner, vocabulary), "bold")
        lines.entry("need", quote_of(left.need.utterance.sentence), wide=_WIDE)
        lines.say(where_heard(left.need.utterance), "dim", at=_WIDE)
        lines.entry("missing", left.missing, wide=_WIDE)
