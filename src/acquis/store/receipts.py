"""Receipts in the store: one row for every attempt to read a source."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from acquis.model.kept import KeptReceipt, Moved
from acquis.model.marking import Marking, Viewer
from acquis.store.codec import pack, unpack, whole
from acquis.store.settling import NOTHING_LOST, Lost
from acquis.store.tables import locations, receipts, works
from acquis.store.visible import visible_receipts

_COLUMNS = ("at", "location", "outcome", "marking", "work")

_of_work = (
    select(works.c.marking).where(works.c.key == receipts.c.work_key).scalar_subquery().label("of_work")
)
_of_place = (
    select(works.c.marking)
    .join(locations, locations.c.work_id == works.c.id)
    .where(locations.c.location == receipts.c.location)
    .scalar_subquery()
    .label("of_place")
)


def add_receipt(connection: Connection, receipt: KeptReceipt, lost: Lost = NOTHING_LOST) -> None:
    """Write a receipt; `lost` are the judged findings whose words are gone, for each clearance."""
    body = {key: value for key, value in asdict(receipt).items() if key not in _COLUMNS}
    if body["moved"]:
        body["moved"]["lost"] = lost
    values = {
        "at": receipt.at, "location": receipt.location, "work_key": receipt.work, "marking": int(receipt.marking),
        "outcome": receipt.outcome, "body": pack(body),
    }  # fmt: skip
    connection.execute(insert(receipts), values)


def find_receipts(
    connection: Connection,
    viewer: Viewer,
    *,
    work_key: str | None = None,
    failed: bool = False,
    limit: int | None = None,
) -> list[KeptReceipt]:
    """The receipts a viewer may see, the newest first: of one work, of failures alone, or all."""
    query = (
        select(receipts, _of_work, _of_place).where(visible_receipts(viewer)).order_by(receipts.c.id.desc())
    )
    if work_key is not None:
        query = query.where(receipts.c.work_key == work_key)
    if failed:
        query = query.where(receipts.c.outcome == "failed")
    return [_as_marked(row, viewer) for row in connection.execute(query.limit(limit))]


def _as_marked(row: Row[Any], viewer: Viewer) -> KeptReceipt:
    """The receipt, marked no lower than the work it tells of is now."""
    receipt = read_receipt_row(row, viewer)
    return replace(receipt, marking=Marking(max(row.marking, row.of_work or 0, row.of_place or 0)))


@whole
def read_receipt_row(row: Row[Any], viewer: Viewer) -> KeptReceipt:
    """The receipt of a row, without the judgements that this viewer may not see."""
    body = unpack(row.body)
    moved = body.pop("moved")
    pairs: dict[str, Any] = {
        part: tuple((first, second) for first, second in body.pop(part)) for part in ("claims", "skipped")
    }
    if moved:
        moved["lost"] = tuple(moved["lost"][viewer.clearance])
    return KeptReceipt(
        at=row.at, location=row.location, outcome=row.outcome, marking=Marking(row.marking), work=row.work_key,
        moved=Moved(**moved) if moved else None, **pairs, **body,
    )  # fmt: skip
