"""The first page: what is due, what is new since the last visit, what could not be read in full."""

from __future__ import annotations

from dataclasses import dataclass, replace

from acquis.analysis.ledger import Asked
from acquis.errors import NotKept, RequestError
from acquis.model.filters import PromiseFilters
from acquis.model.kept import KeptDocument, KeptReceipt
from acquis.model.promise import Promise
from acquis.web.desk import AtDesk, Desk
from acquis.web.pages.since_visit import SinceVisit, last_day, since_visit
from acquis.web.visits import OnVisit

_DUE, _NEW, _UNREAD = 8, 8, 8


@dataclass(frozen=True, slots=True)
class HomePage:
    """`due` are promises with a date of which nothing is known yet, the nearest first; counts are of the whole workspace.

    `since` is what is new since the last visit of who asks, None on their first.
    """

    documents: int
    findings: int
    due: tuple[Promise, ...]
    new: tuple[KeptDocument, ...]
    unread: tuple[KeptReceipt, ...]
    since: SinceVisit | None = None
    title: str = "acquis"


def fill_home(desk: AtDesk, visit: OnVisit = None) -> HomePage:
    """What a desk officer looks at first; before anybody asks, what all of this clearance are told."""
    page = desk.remember("home", lambda: _home(desk))
    before = visit.before_at if visit else None
    if before is None:
        return page
    return replace(page, since=desk.remember(("since", before, desk.reviewer), lambda: _since(desk, before)))


def _since(desk: Desk, before: str) -> SinceVisit:
    return since_visit(desk, before, desk.workspace.documents(viewer=desk.viewer), _dated(desk))


def _home(desk: Desk) -> HomePage:
    documents = desk.workspace.documents(viewer=desk.viewer)
    newest = sorted(documents, key=lambda one: one.added_at, reverse=True)
    return HomePage(
        documents=len(documents),
        findings=sum(one.claims for one in documents),
        due=_due(desk) if documents else (),
        new=tuple(newest[:_NEW]),
        unread=_unread(desk),
    )


def _due(desk: Desk) -> tuple[Promise, ...]:
    """Open and due promises by the day they fall due, then those whose day has passed without evidence."""
    dated = _dated(desk)
    ahead = sorted((one for one in dated if last_day(one) >= desk.today.isoformat()), key=last_day)
    passed = sorted(
        (one for one in dated if last_day(one) < desk.today.isoformat()), key=last_day, reverse=True
    )
    return tuple([*ahead, *passed][:_DUE])


def _dated(desk: Desk) -> list[Promise]:
    """The promises with a day of which nothing is known yet."""
    asked = Asked(desk.today, filters=PromiseFilters(statuses=("open", "due", "no evidence yet")))
    try:
        ledger = desk.remember(("ledger", asked), lambda: desk.workspace.ledger(asked, viewer=desk.viewer))
    except (NotKept, RequestError):  # no document is of today or earlier
        return []
    return [one for one in ledger.promises if last_day(one) and one.same is None]


def _unread(desk: Desk) -> tuple[KeptReceipt, ...]:
    """The last receipts of sources that failed, or of which a part was skipped."""
    found = desk.workspace.receipts(viewer=desk.viewer, limit=500)
    seen: dict[str, KeptReceipt] = {}
    for one in found:
        seen.setdefault(one.work or one.location, one)
    return tuple([one for one in seen.values() if one.outcome == "failed" or one.skipped][:_UNREAD])
