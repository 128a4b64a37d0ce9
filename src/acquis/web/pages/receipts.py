"""Every reading in, the page that says what could not be read, or not in full, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query

from acquis.exporters.rows import Table, receipts_table
from acquis.model.kept import KeptReceipt
from acquis.web.asked import Asked
from acquis.web.desk import AtDesk

_AT_ONCE = 200


class ReceiptsAsked(Asked):
    """What could not be read in full as it stands now, or every reading there was."""

    show: Literal["unread", "all"] = "unread"


@dataclass(frozen=True, slots=True)
class ReceiptsPage:
    """Receipts, the newest first. `failed` could not be read at all, of `partly` a part was skipped."""

    asked: ReceiptsAsked
    receipts: tuple[KeptReceipt, ...]
    sources: int
    failed: int
    partly: int
    at_once: int = _AT_ONCE
    title: str = "What was not read"

    def table(self) -> Table:
        """One reading a row."""
        return receipts_table(list(self.receipts), "")


def fill_receipts(desk: AtDesk, asked: Annotated[ReceiptsAsked, Query()]) -> ReceiptsPage:
    """The receipts that are asked for, for this viewer."""
    found = desk.remember("receipts", lambda: desk.workspace.receipts(viewer=desk.viewer))
    newest: dict[str, KeptReceipt] = {}
    for one in found:
        newest.setdefault(one.work or one.location, one)
    failed = [one for one in newest.values() if one.outcome == "failed"]
    partly = [one for one in newest.values() if one.outcome != "failed" and one.skipped]
    shown = tuple(found) if asked.show == "all" else (*failed, *partly)
    return ReceiptsPage(asked, shown, len(newest), len(failed), len(partly))
