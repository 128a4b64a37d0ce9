"""Series in, the words for people out: which edition, when and where, and what comes next."""

from __future__ import annotations

from acquis.exporters.cards import counted, period
from acquis.model.series import Edition
from acquis.model.story import Story


def next_words(story: Story) -> str:
    """ "next in London, 2026: open"; where that day has passed, by how many days it is overdue."""
    awaited = story.awaited
    if awaited is None:
        return "no next meeting is promised or announced here"
    where = f" in {awaited.place}" if awaited.place and awaited.place != "virtual" else ""
    when = period(awaited.when) or (awaited.when.words if awaited.when else "no date")
    latest = awaited.when.latest if awaited.when else None
    late = f", {counted(story.overdue, 'day')} overdue since {latest}" if story.overdue else ""
    return f"next{where}, {when}: {awaited.status}{late}"


def when_and_where(edition: Edition) -> str:
    """ "2024-12-05 to 2024-12-06 in London"; where the accounts differ on the place, what each says."""
    when = period(edition.when) or (edition.when.words if edition.when else "")
    places = sorted({one.meeting.place for one in edition.accounts if one.meeting.place})
    if edition.place == "virtual":
        where = "online"
    elif edition.place is None and len(places) > 1:
        where = f"in {' or '.join(places)}, for the accounts differ"
    else:
        where = f"in {edition.place}" if edition.place else ""
    return " ".join(filter(None, (when, where))) + (
        "" if when else ", no date told" if where else "no date told"
    )


def edition_number(edition: Edition) -> str:
    """ "2", "3*" where the number is counted from the edition before, "?" where nothing tells it."""
    return f"{edition.ordinal or '?'}{'*' if edition.inferred else ''}"


def edition_label(edition: Edition) -> str:
    """ "Edition 2", "Edition 3*"; "Edition without a number"."""
    return f"Edition {edition_number(edition)}" if edition.ordinal else "Edition without a number"
