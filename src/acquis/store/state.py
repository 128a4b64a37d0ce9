"""A connection in, what is different after every change of the store out."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from acquis.store.tables import judgements, marks, receipts

State = tuple[object, ...]


def state_of(connection: Connection) -> State:
    """What is different after every change: each leaves a receipt, a judgement or a mark, and none is taken away."""
    query = select(
        select(func.max(receipts.c.id)).scalar_subquery(),
        select(func.count()).select_from(judgements).scalar_subquery(),
        select(func.count()).select_from(marks).scalar_subquery(),
    )
    return tuple(connection.execute(query).one())
