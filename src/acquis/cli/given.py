"""A file that is given beside the workspace: read, and marked as the workspace marks what came from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from acquis.cli.options import Refused
from acquis.errors import NotKept, RequestError, UnreadableSource
from acquis.model.marking import Marking, Viewer, highest, may_see
from acquis.model.record import Record

if TYPE_CHECKING:
    from acquis.workspace import Workspace

# A file that nobody has marked: as `acquis add` keeps what came from no public address.
_UNMARKED = Marking.AMBER


def given_file(
    name: str, workspace: Workspace | None, viewer: Viewer, vocabulary: tuple[Path, ...]
) -> tuple[Record, Marking]:
    """The record of a file with its marking; raises NotKept where the viewer may not have it."""
    from acquis.reading import read  # late: it needs the vocabulary

    try:
        record = read(name, vocabulary=vocabulary)
    except UnreadableSource as problem:
        raise Refused(str(problem)) from problem
    marking = highest(_markings(workspace, name, record.document.id))
    if not may_see(viewer, marking):
        raise NotKept(f"{name}: a file that counts as {marking.label}; add it and mark it to share it")
    return record, marking


def _markings(workspace: Workspace | None, *names: str) -> Iterator[Marking]:
    """That of a file nobody has marked, and those of what a workspace keeps by its name or its bytes."""
    yield _UNMARKED
    if workspace is None:
        return
    for name in names:
        with suppress(RequestError):
            yield workspace.show(name).document.marking
