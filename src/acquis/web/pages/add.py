"""What was read last, and what came of the files and addresses of a form: a page of receipts."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.exporters.rows import Table, receipts_table
from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking
from acquis.web.desk import AtDesk, Desk
from acquis.web.intake import MOST_BYTES, MOST_IN_A_FILE
from acquis.web.posted import MOST_FILES

_LAST = 15


@dataclass(frozen=True, slots=True)
class AddPage:
    """The receipts of this form (`added`), and those of what was read last, the newest first."""

    last: tuple[KeptReceipt, ...]
    added: tuple[KeptReceipt, ...] = ()
    markings: tuple[Marking, ...] = tuple(Marking)
    most_files: int = MOST_FILES
    most_megabytes: int = MOST_BYTES // 1_000_000
    most_in_a_file: int = MOST_IN_A_FILE // 1_000_000
    title: str = "Add documents"

    def table(self) -> Table:
        """One receipt a row."""
        return receipts_table(list(self.last), "")


def fill_add(desk: AtDesk) -> AddPage:
    """The form, and what was read last."""
    return added_page(desk, ())


def added_page(desk: Desk, added: tuple[KeptReceipt, ...]) -> AddPage:
    """The form again, with the receipts of what was just read."""
    return AddPage(tuple(desk.workspace.receipts(limit=_LAST, viewer=desk.viewer)), added)
