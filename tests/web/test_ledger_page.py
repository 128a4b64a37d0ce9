"""The page of the ledger on any day, in pages that add up; where nothing counts yet it is empty, and says why."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.workspace import Workspace
from workspaces import LETTER, TALKS, add, write

PLAN = """---
title: Plan {number} of Aldoria
published: 2020-02-03
---

Aldoria commits to publish its report number {number} by 2021.
"""


def text_of(tree: LexborHTMLParser, selector: str) -> str:
    """The words of the first element."""
    node = tree.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


def links_of(tree: LexborHTMLParser, label: str) -> dict[str, str | None]:
    """The links of a navigation by their words."""
    return {node.text(): node.attributes["href"] for node in tree.css(f"nav[aria-label='{label}'] a")}


def keys_of(pages: Iterable[dict[str, object]]) -> list[str]:
    """The keys of the promises of pages for programs."""
    return [one["key"] for page in pages for one in page["ledger"]["promises"]]  # type: ignore[index]


@pytest.fixture
def past(workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]) -> TestClient:
    """Seven plans of 2020, talks of 2021, a letter of 2022: a promise each."""
    plans = [write(tmp_path, f"plan-{one}.md", PLAN.format(number=one)) for one in range(1, 8)]
    early = TALKS.replace("2031", "2021").replace("2032", "2022")
    add(
        workspace,
        *plans,
        write(tmp_path, "talks.md", early),
        write(tmp_path, "letter.md", LETTER.replace("2031", "2022").replace("2033", "2024")),
    )
    return client_of(workspace)


@pytest.fixture
def future(workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]) -> TestClient:
    """Documents that are all still to come."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    return client_of(workspace)


def test_pages_of_promises_add_up(past: TestClient) -> None:
    """Each promise stands on one page; every page leads to the next, and counts what is on all."""
    whole = past.get("/ledger.json").json()
    assert whole["total"] == len(keys_of([whole])) == 9
    assert (whole["pages"], whole["next"]) == (1, None)
    pages = [past.get("/ledger.json?size=4").json()]
    while pages[-1]["next"]:
        pages.append(past.get(pages[-1]["next"]).json())
    assert [len(keys_of([one])) for one in pages] == [4, 4, 1]
    assert keys_of(pages) == keys_of([whole])
    assert {(one["total"], json.dumps(one["counts"])) for one in pages} == {(9, json.dumps(whole["counts"]))}


def test_a_page_turns_and_its_files_hold_all(past: TestClient) -> None:
    """Filters go along; a page that is not there is the last one; the table and the calendar have no pages."""
    tree = LexborHTMLParser(past.get("/ledger?party=Aldoria&size=3&page=2").text)
    assert links_of(tree, "Pages of promises") == {
        "Previous page": "/ledger?party=Aldoria&size=3",
        "Next page": "/ledger?party=Aldoria&page=3&size=3",
    }
    assert len(tree.css("article.promise")) == 3
    assert past.get("/ledger.json?size=4&page=900").json()["page"] == 3
    files = [node.attributes["href"] for node in tree.css(".files a")]
    assert files == ["/ledger.json?party=Aldoria&page=2&size=3", "/ledger.csv?party=Aldoria"]
    rows = list(csv.reader(past.get("/ledger.csv?size=4&page=2").text.splitlines()))
    assert len(rows) == 2 + 9
    assert past.get("/ledger.ics?size=1").text.count("BEGIN:VEVENT") > 1


@pytest.mark.parametrize("query", ["size=201", "size=0", "page=0"])
def test_a_page_has_its_bounds(past: TestClient, query: str) -> None:
    """At most two hundred promises at once."""
    assert past.get(f"/ledger.json?{query}").status_code == 400


def test_another_day_is_a_link_away(past: TestClient) -> None:
    """Without scripts there are links to a year earlier and later and to today, and no slider to be seen."""
    tree = LexborHTMLParser(past.get("/ledger?party=Aldoria&as_of=2021-06").text)
    assert links_of(tree, "Another day") == {
        "A year earlier": "/ledger?party=Aldoria&as_of=2020-06",
        "A year later": "/ledger?party=Aldoria&as_of=2022-06",
        "Today": "/ledger?party=Aldoria",
    }
    slider = tree.css_first("#months[hidden] input[type=range]")
    assert slider is not None
    told = {name: slider.attributes[name] for name in ("min", "value", "data-first", "aria-valuetext")}
    assert told == {"min": "0", "value": "16", "data-first": "2020-02", "aria-valuetext": "30 June 2021"}
    assert "Today" not in links_of(LexborHTMLParser(past.get("/ledger").text), "Another day")


def test_what_was_promised_after_a_day_is_counted(past: TestClient) -> None:
    """Of those that the filters ask for, whatever their status; today nothing was made later."""

    def later(query: str) -> int:
        return int(past.get(f"/ledger.json?{query}").json()["made_later"])

    assert [later(f"as_of={day}") for day in ("2020-03", "2021-06", "2022-12")] == [2, 1, 0]
    assert later("as_of=2020-03&party=Aldoria") == later("as_of=2020-03&party=Aldoria&status=kept") == 1
    assert later("") == 0
    page = past.get("/ledger?as_of=2021-06").text
    assert "1 promise was made later." in page


@pytest.mark.parametrize("query", ["", "?as_of=2020", "?party=Aldoria&status=kept"])
def test_where_nothing_counts_yet_the_page_is_empty(future: TestClient, query: str) -> None:
    """One line says from when something does, for people and for programs; there is nothing to slide through."""
    page = future.get(f"/ledger{query}")
    assert page.status_code == 200
    tree = LexborHTMLParser(page.text)
    assert text_of(tree, ".lead").startswith("No document is of ")
    assert text_of(tree, ".lead").endswith("or earlier; the first is of 2031-05-22.")
    assert not tree.css("article.promise, #months, nav[aria-label='Another day']")
    told = future.get(f"/ledger.json{query}").json()
    assert (told["total"], told["ledger"]["promises"], told["months"]) == (0, [], None)
    assert future.get(f"/ledger.csv{query}").status_code == 200
    assert "BEGIN:VEVENT" not in future.get(f"/ledger.ics{query}").text


def test_a_day_on_which_something_counts_is_shown(future: TestClient) -> None:
    """A day to come may be asked for."""
    assert future.get("/ledger.json?as_of=2032").json()["total"] == 1


def test_the_ledger_is_told_in_the_order_that_is_asked_for(past: TestClient) -> None:
    """The newest document first unless asked otherwise; what falls due next goes before what is past."""

    def told(order: str) -> list[dict[str, dict[str, str] | None]]:
        found: list[dict[str, dict[str, str] | None]] = past.get(
            f"/ledger.json?order={order}&as_of=2022-07-01"
        ).json()["ledger"]["promises"]
        return found

    def made_on(order: str) -> list[str]:
        return [frame["latest"] for one in told(order) if (frame := one["frame"])]

    made = made_on("")
    assert made == sorted(made, reverse=True)
    assert made_on("oldest+first") == sorted(made)
    due = [when["latest"] if (when := one["due"]) else "" for one in told("next+due+first")]
    ahead = [day for day in due if day >= "2022-07-01"]
    assert due[: len(ahead)] == sorted(ahead)
    assert ahead
    assert [day for day in due[len(ahead) :] if day] == sorted(
        day for day in due if day and day < "2022-07-01"
    )
    rows = list(csv.reader(past.get("/ledger.csv").text.splitlines()))
    published = rows[1].index("published")
    assert [row[published] for row in rows[2:]] == sorted((row[published] for row in rows[2:]), reverse=True)
    assert past.get("/ledger?order=best").status_code == 400


def test_a_day_is_told_the_same_whatever_was_asked_before(
    past: TestClient,
    workspace: Workspace,
    vocabulary: tuple[Path, ...],
    client_of: Callable[[Workspace], TestClient],
) -> None:
    """What several days share is no part of any day's answer: who begins with a past day hears the same."""
    days = ("", "?as_of=2021-06", "?as_of=2020-03", "?as_of=2022-12", "?as_of=2021-06")
    told = [past.get(f"/ledger.json{day}").json() for day in days]
    assert [one["total"] for one in told] == [9, 8, 7, 9, 8]
    for day, one in zip(days, told, strict=True):
        fresh = client_of(Workspace(workspace.store, vocabulary=vocabulary))
        assert fresh.get(f"/ledger.json{day}").json() == one
