"""The page about the workspace tells what docs/accuracy.md tells."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.model.claim import GRADES
from acquis.web.pages.accuracy import FIGURES


def test_the_figures_are_those_of_the_docs(root: Path) -> None:
    """Each value stands there with its interval, or without one where none was measured."""
    docs = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for one in FIGURES:
        value = f"{one.value:.3f}" if one.low is not None else f"{one.value:g}".removeprefix("0")
        interval = f"{one.low:.3f}–{one.high:.3f}" if one.low is not None and one.high is not None else ""
        lines = [line for line in docs.splitlines() if line.startswith("|") and value in line]
        assert any(interval in line for line in lines), one


def test_the_page_says_how_well_it_reads_and_what_grades_mean(client: TestClient) -> None:
    """Every figure with the texts it was measured on; all five grades; plurals as people write them."""
    page = LexborHTMLParser(client.get("/about").text)
    assert len(page.css("tbody tr")) == len(FIGURES)
    words = " ".join((page.css_first("main") or page.root).text().split())  # type: ignore[union-attr]
    assert all(meaning in words for meaning in GRADES.values())
    assert re.search(r"\d+ processes", words)
    assert "ranks nobody" in words
