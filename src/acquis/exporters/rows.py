"""What a workspace keeps, as flat rows for files: each row with its own marking."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from acquis.contract import Json, claim_row
from acquis.model.judgement import Judgement
from acquis.model.kept import KeptClaim, KeptDocument, KeptReceipt
from acquis.model.marking import Marking, highest
from acquis.store.judgement_codec import judgement_body

Row = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind. `marking` is the highest of theirs; `made` says when and by which acquis.

    `note` says of how many these are the first, where they are not all.
    """

    name: str
    rows: tuple[Row, ...]
    marking: Marking
    made: str
    note: str = ""

    @property
    def head(self) -> Row:
        """The first line of every export: what it is, and how it may be shared."""
        return {"export": self.name, "marking": self.marking.label, "rows": len(self.rows), "made": self.made}


def claims_table(claims: list[KeptClaim], made: str) -> Table:
    """Findings as they stand: the fields of the reader contract, and where, by whom and how they are kept."""
    rows = tuple(
        {
            "key": one.key,
            "status": one.status,
            "judgement": one.judgement,
            "document": one.document,
            "work": one.work,
            "title": one.title,
            "published": one.published,
            "marking": one.marking.label,
            **claim_row(one.claim),
        }
        for one in claims
    )
    return Table("claims", rows, highest(one.marking for one in claims), made)


def documents_table(documents: list[KeptDocument], made: str) -> Table:
    """The newest version of each work."""
    rows = tuple(_plain(asdict(one)) for one in documents)
    return Table("documents", rows, highest(one.marking for one in documents), made)


def receipts_table(receipts: list[KeptReceipt], made: str) -> Table:
    """What was read and what could not be."""
    rows = tuple(_plain(asdict(one)) for one in receipts)
    return Table("receipts", rows, highest(one.marking for one in receipts), made)


def judgements_table(judgements: list[Judgement], made: str) -> Table:
    """Judgements, each as the one object that an import reads back."""
    return Table(
        "judgements", tuple(map(judgement_body, judgements)), highest(one.marking for one in judgements), made
    )


def _plain(row: Row) -> Row:
    marking = row["marking"]
    return {**row, "marking": marking.label if isinstance(marking, Marking) else marking}
