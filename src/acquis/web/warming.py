"""A desk in; while its server starts, the pages without a key are filled, so that the first visitor does not wait."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Annotated, get_args, get_origin

from fastapi import Request
from pydantic import BaseModel

from acquis.errors import AcquisError
from acquis.web.desk import Desk
from acquis.web.page import View
from acquis.web.views import VIEWS


@contextmanager
def warming(desk: Desk) -> Iterator[Thread]:
    """Within, a thread fills pages for this desk, what many rest on first; at the end it stops after the page at hand."""
    stop = Event()
    thread = Thread(target=_fill, args=(desk, stop), name="warming", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join()


def _fill(desk: Desk, stop: Event) -> None:
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
