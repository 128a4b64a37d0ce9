"""`acquis export` of findings: whose they are goes by code or by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Path:
    """A workspace with a promise of Japan and one of France."""
    for name in ("Japan", "France"):
        (tmp_path / f"{name}.md").write_text(
            f"{name} agreed to train six officers in 2032.\n", encoding="utf-8"
        )
    texts = (tmp_path / "Japan.md", tmp_path / "France.md")
    assert run("add", "--workspace", tmp_path / "acquis.db", *texts).exit_code == 0
    return tmp_path / "acquis.db"


@pytest.mark.parametrize("owner", ["JP", "jp", "Japan"])
def test_an_owner_goes_by_code_or_name(run: Run, kept: Path, owner: str) -> None:
    """The findings of that State alone, under the highest marking of them."""
    head, *rows = map(
        json.loads, run("export", "claims", "--owner", owner, "--workspace", kept).stdout.splitlines()
    )
    assert (head["marking"], head["rows"]) == ("TLP:AMBER", len(rows)) == ("TLP:AMBER", 1)
    assert rows[0]["owners"] == ["JP"]


@pytest.mark.parametrize("command", [("export", "claims"), ("review",)])
def test_an_unknown_owner_is_refused_with_names_like_it(
    run: Run, kept: Path, command: tuple[str, ...]
) -> None:
    """One line, exit code 2; no empty file that looks like an answer."""
    result = run(*command, "--owner", "Jappan", "--workspace", kept)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean Japan" in result.stderr
