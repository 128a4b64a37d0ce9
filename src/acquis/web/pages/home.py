"""The first page: what is due, what came last, what could not be read in full."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.analysis.ledger import Asked
from acquis.errors import NotKept, RequestError
from acquis.model.filters import PromiseFilters
from acquis.model.kept import KeptDocument, KeptReceipt
from acquis.model.promise import Promise
from acquis.web.desk import AtDesk, Desk

_DUE, _NEW, _UNREAD = 8, 8, 8


@dataclass(frozen=True, slots=True)
class HomePage:
    """`due` are promises with a date of which nothing is known yet, the nearest first; counts are of the whole workspace."""

    documents: int
    findings: int
    due: tuple[Promise, ...]
    new: tuple[KeptDocument, ...]
    unread: tuple[KeptReceipt, ...]
    title: str = "acquis"


def fill_home(desk: AtDesk) -> HomePage:
    """What a desk officer looks at first."""
    return desk.remember("home", lambda: _home(desk))


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
    asked = Asked(desk.today, filters=PromiseFilters(statuses=("open", "due", "no evidence yet")))
    try:
        ledger = desk.remember(("ledger", asked), lambda: desk.workspace.ledger(asked, viewer=desk.viewer))
    except (NotKept, RequestError):  # no document is of today or earlier
        return ()
    dated = [one for one in ledger.promises if one.due and one.due.latest and one.same is None]
    ahead = sorted(
        (one for one in dated if one.due and one.due.latest and one.due.latest >= desk.today), key=_falls_due
    )
    passed = sorted((one for one in dated if one not in ahead), key=_falls_due, reverse=True)
    return tuple([*ahead, *passed][:_DUE])


def _falls_due(one: Promise) -> str:
    return one.due.latest.isoformat() if one.due and one.due.latest else ""


def _unread(desk: Desk) -> tuple[KeptReceipt, ...]:
    """The last receipts of sources that failed, or of which a part was skipped."""
    found = desk.workspace.receipts(viewer=desk.viewer, limit=500)
    seen: dict[str, KeptReceipt] = {}
    for one in found:
        seen.setdefault(one.work or one.location, one)
    return tuple([one for one in seen.values() if one.outcome == "failed" or one.skipped][:_UNREAD])
