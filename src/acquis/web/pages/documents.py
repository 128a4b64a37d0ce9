"""All documents in, the page that lists them out."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.exporters.rows import Table, documents_table
from acquis.model.kept import KeptDocument
from acquis.web.desk import AtDesk


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The newest version of every work, the newest first; those without a date come last."""

    documents: tuple[KeptDocument, ...]
    title: str = "Documents"

    def table(self) -> Table:
        """One document a row."""
        return documents_table(list(self.documents), "")


def fill_documents(desk: AtDesk) -> DocumentsPage:
    """Every document there is for this viewer."""

    def listed() -> DocumentsPage:
        found = desk.workspace.documents(viewer=desk.viewer)
        dated = [one for one in found if one.latest or one.published]
        undated = [one for one in found if not (one.latest or one.published)]
        return DocumentsPage((*sorted(dated, key=lambda one: one.latest or "", reverse=True), *undated))

    return desk.remember("documents", listed)
