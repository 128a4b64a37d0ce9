"""Accounts of one series in; its editions in order of time, numbered, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from acquis.analysis.links import NO_LINKS, Links
from acquis.model.series import Account, Edition
from acquis.model.when import When

# Two accounts of one meeting may differ by a day or two: where it began, or a different clock.
_SLACK = timedelta(days=3)


def edition_groups(accounts: Sequence[Account], links: Links = NO_LINKS) -> list[list[Account]]:
    """The accounts of each meeting together: those of one number, else of the same days; people's word goes first."""
    groups: list[list[Account]] = []
    for account in sorted(
        accounts, key=lambda one: (one.meeting.ordinal is None, _order(one), one.frame.key)
    ):
        group = _group_of(account, groups, links)
        if group is None:
            groups.append([account])
        else:
            group.append(account)
    return groups


def _group_of(account: Account, groups: Sequence[list[Account]], links: Links) -> list[Account] | None:
    """The edition that people put an account into, else the one it fits; none that they kept it out of."""
    free = [each for each in groups if not _pairs(account, each) & links.two_editions]
    tied = [each for each in free if _pairs(account, each) & links.one_edition]
    fitting = (each for each in free if any(_same_meeting(account, other) for other in each))
    return next(iter(tied), None) or next(fitting, None)


def _pairs(account: Account, group: Sequence[Account]) -> set[frozenset[str]]:
    return {frozenset({account.frame.work, other.frame.work}) for other in group}


def _same_meeting(one: Account, other: Account) -> bool:
    numbers = one.meeting.ordinal, other.meeting.ordinal
    mine, theirs = one.meeting.when, other.meeting.when
    if numbers[0] and numbers[1]:
        # A number counts whatever the dates: what was planned for spring may have been held in autumn. But two
        # meetings that were held years apart are two, if a text numbers one of them wrongly.
        return numbers[0] == numbers[1] and not (_held(one, other) and _far_apart(mine, theirs))
    return _touch(mine, theirs)


def _held(*accounts: Account) -> bool:
    return all(account.meeting.status == "held" for account in accounts)


def _far_apart(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return max(one.earliest, other.earliest) - min(one.latest, other.latest) > timedelta(days=180)


def _touch(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest - _SLACK <= other.latest and other.earliest - _SLACK <= one.latest


def put_together(groups: Sequence[Sequence[Account]]) -> tuple[Edition, ...]:
    """The editions in order of time, with the numbers that their neighbours settle."""
    editions = sorted(map(_edition, groups), key=_edition_order)
    return tuple(_numbered(editions))


def _edition(group: Sequence[Account]) -> Edition:
    held = [one for one in group if one.meeting.status == "held"]
    telling = held or list(group)
    ordinals = Counter(one.meeting.ordinal for one in telling if one.meeting.ordinal)
    places = Counter(one.meeting.place for one in telling if one.meeting.place)
    return Edition(
        ordinal=ordinals.most_common(1)[0][0] if ordinals else None,
        inferred=False,
        held=bool(held),
        when=_narrowest([one.meeting.when for one in telling]),
        place=next(iter(places)) if len(places) == 1 else None,
        accounts=tuple(sorted(group, key=lambda one: (one.frame.earliest or date.max, one.frame.key))),
    )


def _narrowest(whens: Sequence[When | None]) -> When | None:
    """The most exact of the times that accounts give: days rather than a month."""
    bounded = [when for when in whens if when and when.earliest and when.latest]
    return min(bounded, key=_days, default=next((when for when in whens if when), None))


def _days(when: When) -> int:
    return (when.latest - when.earliest).days if when.earliest and when.latest else 9999


def _order(account: Account) -> date:
    when = account.meeting.when
    return (when.earliest if when else None) or account.frame.earliest or date.max


def _edition_order(edition: Edition) -> tuple[date, int]:
    when = edition.when
    return (when.earliest if when else None) or min(map(_order, edition.accounts)), edition.ordinal or 0


def _numbered(editions: Sequence[Edition]) -> list[Edition]:
    """Number what stands right after a numbered edition and leaves the next number where it is; else leave it."""
    numbered = list(editions)
    for at in range(1, len(numbered)):
        before, this = numbered[at - 1].ordinal, numbered[at]
        if this.ordinal is not None or before is None:
            continue
        later = next((each.ordinal for each in numbered[at + 1 :] if each.ordinal), None)
        gap = next((n for n, each in enumerate(numbered[at + 1 :], 2) if each.ordinal), None)
        if later is None or (gap is not None and later == before + gap):
            numbered[at] = replace(this, ordinal=before + 1, inferred=True)
    return numbered
