"""Opening a store: made where asked for, refused where it is not ours, on both engines."""

from __future__ import annotations

from acquis.store.engine import Store, open_store
from acquis.store.keeping import known_versions


def test_an_empty_store_holds_no_version(store: Store) -> None:
    """A new store is there, and empty."""
    with store.reading() as connection:
        assert known_versions(connection) == frozenset()


def test_a_store_is_opened_again(address: str) -> None:
    """What was made once is found."""
    open_store(address, create=True).close()
    open_store(address).close()
