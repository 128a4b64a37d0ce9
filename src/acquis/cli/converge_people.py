"""Convergence for people: the groups, issues with support in each, the sentences; and false friends side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acquis.cli.lines import Lines
from acquis.cli.positions_people import print_words
from acquis.exporters.cards import actor_name, counted
from acquis.model.convergence import Convergence, FalseFriend, FalseFriends, Group, GroupedBy, Issue, Support
from acquis.model.positions import Position
from acquis.vocabulary import Vocabulary

_WIDE = 4
_NAMED = 40  # members of a group that are named
_BY: dict[GroupedBy, str] = {
    "positions": "groups found from the positions", "regions": "the regional groups", "codes": "the groups given",
    "nothing": "no groups",
}  # fmt: skip


def print_convergence(found: Convergence, vocabulary: Vocabulary) -> None:
    """The groups, then issues with enough to say, then the names of the rest."""
    lines = Lines()
    clear = f", silhouette {found.silhouette:.2f}" if found.silhouette is not None else ""
    lines.say(f"support across {_BY[found.grouped_by]}{clear}", "bold")
    for group in found.groups:
        _print_group(lines, group)
    for remark in found.remarks:
        lines.say(remark, "dim")
    crossed = found.grouped_by != "nothing"
    for issue in found.issues:
        if issue.enough:
            _print_issue(lines, issue, vocabulary, crossed=crossed)
    _print_rest(lines, [issue for issue in found.issues if not issue.enough])
    undated = f"; {counted(found.undated, 'document')} without a date left out" if found.undated else ""
    heard = f"{counted(found.heard, 'State')} heard, {found.placed} of them in a group"
    lines.say("")
    lines.say(f"{heard}; {counted(found.documents, 'document')}{undated}; {found.marking.label}", "bold")
    lines.say("Silence is no dissent: who is not heard is not counted.")


def _print_group(lines: Lines, group: Group) -> None:
    members = ", ".join(group.members[:_NAMED]) + (" …" if len(group.members) > _NAMED else "")
    lines.entry(group.name, f" {len(group.members)} heard: {members or 'none'}", wide=18)
    if group.told_by:
        lines.entry("", f" more than others {'; '.join(group.told_by)}", wide=18, style="dim")


def _print_issue(lines: Lines, issue: Issue, vocabulary: Vocabulary, *, crossed: bool) -> None:
    lines.head(f"{issue.name} ({issue.kind})")
    what = "across groups" if crossed else "of all"
    shared = f"; shared by all sides {issue.intercept:+.2f}" if issue.intercept is not None else ""
    lines.say(f"{what} {issue.score:.2f} ({issue.low:.2f} to {issue.high:.2f}){shared}", "bold", at=2)
    lines.say("; ".join(map(_support, issue.supports)), at=2)
    _print_side(lines, "for it", issue.carried, vocabulary)
    _print_side(lines, "stands apart", issue.apart, vocabulary)
    _print_side(lines, "through a group", issue.through, vocabulary)


def _support(one: Support) -> str:
    if one.heard == 0:
        return f"{one.group}: not heard"
    return f"{one.group}: {one.agreeing:g} of {one.heard} ({one.low:.2f} to {one.high:.2f})"


def _print_side(lines: Lines, label: str, positions: Iterable[Position], vocabulary: Vocabulary) -> None:
    for one in positions:
        why = f" ({one.why})" if one.why else ""
        lines.say(f"{label}: {actor_name(one.actor, vocabulary)} {one.stance}{why}", at=2)
        print_words(lines, one.utterance)


def _print_rest(lines: Lines, issues: Sequence[Issue]) -> None:
    if not issues:
        return
    lines.head(f"not enough to say: {counted(len(issues), 'issue')}")
    told = (f"{one.name}, {one.heard} heard" + _apart(one) for one in issues)
    lines.say("; ".join(told), at=2)


def _apart(one: Issue) -> str:
    return f" ({len(one.standing_apart)} apart)" if one.standing_apart else ""


def print_false_friends(found: FalseFriends, vocabulary: Vocabulary) -> None:
    """Pairs of sentences with what tells them apart, and how to judge them."""
    lines = Lines()
    for number, one in enumerate(found.pairs, 1):
        _print_pair(lines, number, one, vocabulary)
    none = "" if found.pairs else "no evidence found of words that are used in two ways (which is not a no); "
    rejected = f", {found.rejected} that a person rejected not shown" if found.rejected else ""
    lines.say(f"{none}{counted(len(found.pairs), 'pair')}{rejected}; {counted(found.findings, 'finding')} in "
              f"{counted(found.documents, 'document')} read; {found.marking.label}", "bold")  # fmt: skip
    for remark in found.remarks:
        lines.say(remark, "dim")
    if any(one.settled == "proposed" for one in found.pairs):
        lines.say("Whether they mean the same is yours to say: acquis link --false-friends A B, or acquis unlink "
                  "--false-friends A B, with the keys of the two findings.")  # fmt: skip


def _print_pair(lines: Lines, number: int, one: FalseFriend, vocabulary: Vocabulary) -> None:
    shared = f"«{one.shared}»" if one.shared else "named by a person"
    state = "false friends, a person says" if one.settled == "accepted" else f"perhaps ({one.score:.2f})"
    lines.say(f"{number}. {shared}: {state}", "bold")
    for reason in one.reasons:
        lines.say(reason, at=2)
    for said in (one.one, one.other):
        owners = ", ".join(actor_name(code, vocabulary) for code in said.owners)
        lines.say(f"{owners}, {said.act}", at=2)
        print_words(lines, said, whole=True)
    lines.say("")
