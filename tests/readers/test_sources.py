"""Names that a user gives to the files behind them."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from acquis.errors import UnreadableSource
from acquis.readers.sources import Source, find_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with texts at two depths and files of other kinds."""
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.MD", "deep/c.markdown", "d.png", "e"):
        (tmp_path / name).write_text("The sides met.", encoding="utf-8")
    return tmp_path


def names(*given: str | Path) -> list[str]:
    """The names of the files found, in order."""
    return [Path(source.path).name for source in find_sources(tuple(map(str, given)))]


def test_a_folder_gives_its_texts_at_any_depth(folder: Path) -> None:
    """Text and Markdown by suffix in any case, in the order of their paths."""
    assert names(folder) == ["a.MD", "b.txt", "c.markdown"]


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.docx"])
def test_a_folder_gives_pages_and_word_files(tmp_path: Path, name: str) -> None:
    """Every format that is read is found by its suffix."""
    (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == [name]


def test_a_glob_gives_what_matches(folder: Path) -> None:
    """Sorted, with `**` for any depth, and no folders."""
    assert names(folder / "*") == ["a.MD", "b.txt", "d.png", "e"]
    assert names(folder / "**" / "*.markdown") == ["c.markdown"]


def test_a_file_is_itself_whatever_its_suffix(folder: Path) -> None:
    """What is named outright is read, in the order given."""
    assert names(folder / "e", folder / "d.pdf") == ["e", "d.pdf"]


@pytest.mark.parametrize("given", ["missing.txt", "nothing*.txt"])
def test_a_missing_file_is_an_error_when_read(tmp_path: Path, given: str) -> None:
    """A name without a file, or a glob without a match, stays a source so that the error can name it."""
    [source] = find_sources((str(tmp_path / given),))
    with pytest.raises(UnreadableSource, match="no such file") as caught:
        source.read()
    assert (caught.value.code, caught.value.path) == ("not-found", str(tmp_path / given))


def test_an_empty_folder_cannot_be_read(tmp_path: Path) -> None:
    """A folder without texts is an error, not silence."""
    [source] = find_sources((str(tmp_path),))
    with pytest.raises(UnreadableSource) as caught:
        source.read()
    assert caught.value.code == "unreadable"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" reads what is piped in."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"The sides met.")))
    [source] = find_sources(("-",))
    assert source.read() == b"The sides met."


def test_the_limit_is_inclusive(tmp_path: Path) -> None:
    """A file of just the limit is read; one byte more is too large."""
    (tmp_path / "a.txt").write_bytes(b"12345")
    path = str(tmp_path / "a.txt")
    assert Source(path, 5).read() == b"12345"
    with pytest.raises(UnreadableSource, match="larger than 4 bytes") as caught:
        Source(path, 4).read()
    assert caught.value.code == "too-large"


@pytest.mark.parametrize("name", ["a" * 5_000, "*" + "a" * 5_000, "a\0b", "a*\0"])
def test_a_name_that_no_file_can_have_is_unreadable(name: str) -> None:
    """It comes back as a source, and reading it says so; nothing else is raised."""
    (source,) = find_sources((name,))
    with pytest.raises(UnreadableSource) as told:
        source.read()
    assert told.value.code == "unreadable"
