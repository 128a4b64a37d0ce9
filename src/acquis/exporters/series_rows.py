"""Series with their stories in, rows for programs out."""

from __future__ import annotations

from acquis.contract import Json
from acquis.exporters.ledger import promise_row
from acquis.exporters.rows import Row
from acquis.model.series import Account, Edition, Person
from acquis.model.story import Awaited, Story


def story_row(story: Story) -> Row:
    """One series: its editions with all accounts, who chaired, what was promised and what comes next."""
    series = story.series
    return {
        "name": series.name,
        "names": list(series.names),
        "parties": list(series.parties),
        "as_of": story.as_of.isoformat(),
        "editions": [edition_row(one) for one in series.editions],
        "people": [_person(one) for one in series.people],
        "promises": [promise_row(one) for one in story.promises],
        "next": _awaited(story.awaited) if story.awaited else None,
        "days_overdue": story.overdue or None,
        "days_since_last": story.quiet or None,
        "marking": story.marking.label,
    }


def edition_row(one: Edition) -> Row:
    """One edition with its accounts."""
    return {
        "ordinal": one.ordinal,
        "inferred": one.inferred,
        "held": one.held,
        "when": one.when.edtf if one.when else None,
        "place": one.place,
        "accounts": [account_row(each) for each in one.accounts],
    }


def account_row(one: Account) -> Row:
    """One document on one edition, and the side that wrote it."""
    frame = one.frame
    return {
        "document": frame.key, "title": frame.title, "published": frame.published, "side": one.side,
        "held": one.meeting.status == "held", "location": frame.location, "marking": frame.marking.label,
    }  # fmt: skip


def _person(one: Person) -> Row:
    posts: list[Json] = [
        {
            "edition": post.edition.ordinal,
            "when": post.edition.when.edtf if post.edition.when else None,
            "name": post.name,
            "post": post.post,
            "organisation": post.organisation,
            "document": post.document,
        }
        for post in one.posts
    ]
    return {"name": one.name, "spellings": list(one.spellings), "party": one.party, "posts": posts}


def _awaited(one: Awaited) -> Row:
    return {
        "when": one.when.edtf if one.when else None,
        "words": one.when.words if one.when else None,
        "place": one.place,
        "status": one.status,
        "why": one.why,
        "promise": one.promise.key if one.promise else None,
        "announced_in": [account.frame.key for account in one.edition.accounts] if one.edition else [],
    }
