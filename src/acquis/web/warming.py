"""An entrance in; while its server runs, the pages without a key are filled, so that the next visitor does not wait."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Annotated, get_args, get_origin

from fastapi import Request
from pydantic import BaseModel

from acquis.errors import AcquisError, StoreError
from acquis.store.state import State
from acquis.web.accounts.entrance import Entrance
from acquis.web.desk import Desk
from acquis.web.page import View
from acquis.web.views import VIEWS

_LOOK = 2.0  # seconds between two looks whether anything changed


@contextmanager
def warming(entrance: Entrance, *, look: float = _LOOK) -> Iterator[Thread]:
    """Within, a thread fills pages for every clearance that people have, and anew once changes of the store rest.

    At the end it stops after the page at hand.
    """
    stop = Event()
    thread = Thread(target=_keep, args=(entrance, stop, look), name="warming", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join()


def _keep(entrance: Entrance, stop: Event, look: float) -> None:
    filled: State | None = None
    before: State | None = None
    while not stop.is_set():
        now = _state(entrance.desk)
        # Who adds a folder or judges a queue changes it every second: what is made meanwhile serves nobody.
        if now is not None and now != filled and (filled is None or now == before):
            _fill(entrance, stop)
            filled = now
        before = now
        stop.wait(look)


def _state(desk: Desk) -> State | None:
    """How the store is, and what day it is; None while the store does not answer."""
    try:
        return (*desk.remembered.state(), desk.today)
    except StoreError:
        return None


def _fill(entrance: Entrance, stop: Event) -> None:
    """The pages of each desk, what many rest on first."""
    for desk in entrance.desks():
        for view in VIEWS:
            if stop.is_set():
                return
            if "{" not in view.path:
                fill_unasked(view, desk)


def fill_unasked(view: View, desk: Desk) -> None:
    """Fill a page of which nothing is asked; where there is nothing to tell yet, its visitor hears why."""
    if _of_a_request(view):  # to sign in, the accounts and the log: they tell nothing of the documents
        return
    try:
        view.fill(desk, *_nothing_asked(view))
    except AcquisError:
        return


def _of_a_request(view: View) -> bool:
    """Does a page need the request itself, and not only who asks?"""
    parameters = inspect.signature(view.fill, eval_str=True).parameters.values()
    return any(one.annotation is Request for one in parameters)


def _nothing_asked(view: View) -> Iterator[BaseModel]:
    """The questions of a page as its form holds them before anything is typed."""
    for one in inspect.signature(view.fill, eval_str=True).parameters.values():
        kind = get_args(one.annotation)[0] if get_origin(one.annotation) is Annotated else one.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield kind()
