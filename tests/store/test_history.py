"""Moments: what counted then is what had come by then, in the version that was the newest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select, update

from acquis.model.claim import Act
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.claims import Wanted, find_claims
from acquis.store.frames import Moment, find_all_frames, find_frames
from acquis.store.history import Reign, reigns
from acquis.store.tables import documents, versions
from acquis.workspace import Workspace
from dialogues import came
from workspaces import add, write

HEAD = "---\ntitle: Letter of Brevania\npublished: 2031-06-01\n---\n\n"
OLD = HEAD + "Brevania will publish its national position by 2033."
NEW = HEAD + "Brevania will publish its national position by 2034."
MAY, JUNE, JULY = (f"2021-{month}-10T12:00:00.000000+00:00" for month in ("05", "06", "07"))
COMMITMENT: tuple[Act, ...] = ("commitment",)


def _two_versions(workspace: Workspace, folder: Path, *, marking: Marking | None = None) -> tuple[str, str]:
    """A page as it was in May, and as it is since June; the keys of both."""
    keys = []
    for words, at in ((OLD, MAY), (NEW, JUNE)):
        (receipt,) = add(workspace, write(folder, "letter.md", words), marking=marking)
        came(workspace, receipt.document or "", at)
        keys.append(receipt.document or "")
    return keys[0], keys[1]


def _known(workspace: Workspace, moment: Moment, viewer: Viewer = EVERYTHING) -> list[str]:
    with workspace.store.reading() as connection:
        return [frame.key for frame in find_frames(connection, viewer, moment)]


def test_the_version_counts_that_was_the_newest_then(workspace: Workspace, tmp_path: Path) -> None:
    """By day, the day of its coming included; before the first there was nothing, and now the newest counts."""
    old, new = _two_versions(workspace, tmp_path)
    days = {
        day: _known(workspace, Moment(known_on=date.fromisoformat(day)))
        for day in ("2021-05-09", "2021-05-10", "2021-06-09", "2021-06-10")
    }
    assert days == {"2021-05-09": [], "2021-05-10": [old], "2021-06-09": [old], "2021-06-10": [new]}
    assert _known(workspace, Moment()) == [new]


def test_a_time_is_exact(workspace: Workspace, tmp_path: Path) -> None:
    """Within a day what came a moment later was not known."""
    old, new = _two_versions(workspace, tmp_path)
    assert _known(workspace, Moment(known_at=JUNE)) == [new]
    assert _known(
        workspace, Moment(known_at=JUNE.replace(".000000", "").replace("12:00:00", "11:59:59"))
    ) == [old]
    assert _known(workspace, Moment(known_on=date(2021, 6, 30), known_at=MAY)) == [old]


def test_an_old_version_that_came_late_was_never_the_newest(workspace: Workspace, tmp_path: Path) -> None:
    """What was met before the newest one, and came from another workspace after it, takes nothing from it."""
    old, new = _two_versions(workspace, tmp_path)
    with workspace.store.writing() as connection:
        version = select(documents.c.version_id).where(documents.c.key == old).scalar_subquery()
        connection.execute(update(versions).where(versions.c.id == version).values(added_at=JULY))
    assert _known(workspace, Moment(known_on=date(2021, 7, 31))) == [new]
    with workspace.store.reading() as connection:
        rows = {frame.row: frame.key for frame in find_all_frames(connection)}
        told = {rows[row]: reign for row, reign in reigns(connection).items()}
    assert told == {new: Reign(JUNE, None), old: Reign(JULY, JULY)}


def test_a_reign_ends_when_the_next_version_comes(workspace: Workspace, tmp_path: Path) -> None:
    """Every version is told of, the newest without an end."""
    old, new = _two_versions(workspace, tmp_path)
    with workspace.store.reading() as connection:
        rows = {frame.row: frame.key for frame in find_all_frames(connection)}
        assert {rows[row]: one for row, one in reigns(connection).items()} == {
            old: Reign(MAY, JUNE), new: Reign(JUNE, None),
        }  # fmt: skip


def test_findings_of_an_older_version_are_there_for_who_asks(workspace: Workspace, tmp_path: Path) -> None:
    """By the documents that are named; without any named, those of newest documents; of none, none."""
    _two_versions(workspace, tmp_path)
    with workspace.store.reading() as connection:
        rows = {frame.row for frame in find_all_frames(connection)}
        newest = {frame.row for frame in find_frames(connection, EVERYTHING)}

        def quotes(rows: set[int] | None) -> list[str]:
            wanted = Wanted(acts=COMMITMENT, document_ids=None if rows is None else frozenset(rows))
            return [one.claim.evidence.quote[-5:] for one in find_claims(connection, EVERYTHING, wanted)]

        assert quotes(rows - newest) == ["2033."]
        assert quotes(rows) == ["2033.", "2034."]
        assert quotes(None) == ["2034."]
        assert quotes(set()) == []


def test_an_older_version_is_marked_as_its_work(workspace: Workspace, tmp_path: Path) -> None:
    """Who may not see the work sees no version of it, at no time."""
    _two_versions(workspace, tmp_path, marking=Marking.RED)
    then = Moment(known_on=date(2021, 5, 31))
    assert len(_known(workspace, then)) == 1
    assert _known(workspace, then, Viewer(Marking.AMBER)) == []
