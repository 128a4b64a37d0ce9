"""The audit log, the newest lines first, as far as whoever asks may see what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request
from pydantic import Field

from acquis.exporters.rows import Table
from acquis.model.account import Deed
from acquis.model.marking import highest
from acquis.web.accounts.entrance import entrance_of
from acquis.web.asked import Asked
from acquis.web.desk import AtDesk
from acquis.web.plain import plain

_AT_ONCE = 500


class AuditAsked(Asked):
    """Which part of the log."""

    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Lines of the log; `older` is the number of the next page, None on the last."""

    asked: AuditAsked
    deeds: tuple[Deed, ...]
    older: int | None
    title: str = "Audit log"

    def table(self) -> Table:
        """One deed a row."""
        rows = tuple(row for one in self.deeds if isinstance(row := plain(one), dict))
        return Table("audit", rows, highest(one.marking for one in self.deeds), "")


def fill_audit(request: Request, desk: AtDesk, asked: Annotated[AuditAsked, Query()]) -> AuditPage:
    """A part of the log; empty where the server answers one person."""
    people = entrance_of(request).people
    if people is None:
        return AuditPage(asked, (), None)
    skip = (asked.page - 1) * _AT_ONCE
    found = people.deeds(limit=_AT_ONCE + 1, skip=skip, viewer=desk.viewer)
    return AuditPage(asked, tuple(found[:_AT_ONCE]), asked.page + 1 if len(found) > _AT_ONCE else None)
