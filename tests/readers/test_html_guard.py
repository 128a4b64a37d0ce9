"""Hostile and broken pages: little time, no crash, and the words are kept."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquis.errors import UnreadableSource
from acquis.model.document import Document
from acquis.readers import read_content
from acquis.readers.content import Content

LONG = "The two sides met in Calder and spoke about threats to ports and hospitals. "


def read(page: str) -> Document:
    """The document of a page."""
    return read_content(Content("page.html", page.encode()))


HOSTILE = {
    "deep": "<div>" * 100_000 + LONG,
    "deep tables": "<table><tr><td>" * 4_000 + LONG,
    "deep lists": "<ul><li>" * 5_000 + LONG,
    "open formatting": "".join(f"<p><font size={number}>x</p>" for number in range(5_000)) + LONG,
    "hidden depth": "<div><textarea></div></textarea>" * 20_000 + LONG,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">" + LONG,
    "body attributes": "<body " + " ".join(f"a{number}=1" for number in range(100_000)) + ">" + LONG,
    "brackets": "<" * 200_000 + f"<p>{LONG}",
    "data": '<script type="application/ld+json">' + "[" * 100_000 + f"</script>{LONG}",
    "NUL": LONG.replace(" w", " w\x00"),
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_cost_little_and_keep_their_words(page: str) -> None:
    """No depth, no open tag and no number of attributes makes a page slow."""
    began = time.perf_counter()
    assert LONG.rsplit(maxsplit=1)[-1] in read(f"<!doctype html>{page}").text
    assert time.perf_counter() - began < 15


def test_depth_hides_nowhere() -> None:
    """Not in a style sheet that a drawing makes a tag like any other."""
    page = "<!doctype html><svg><style>" + "<g>" * 60_000 + "</g></style></svg>"
    began = time.perf_counter()
    with pytest.raises(UnreadableSource, match="no text"):
        read(page)
    assert time.perf_counter() - began < 15


def test_a_large_page_is_read_in_linear_time() -> None:
    """Five thousand paragraphs a second and more; a busy machine is allowed a fifth of that."""
    page = (
        "<main>"
        + "<p>The <b>two sides</b> met in <a href=/c>Calder</a> and agreed to meet again.</p>" * 2_000
    )
    read(page)
    began = time.perf_counter()
    assert len(read(page).paragraphs) == 2_000
    assert time.perf_counter() - began < 2


PIECES = st.sampled_from(
    "<p> </p> <div> </div> <br> <br><br> <ul> <ol> <li> </ol> </ul> <table> <tr> <td> </tr> </table> <b> </b> <sup> "
    "</sup> <h2> </h2> <main> </main> <article> <nav> </nav> <pre> </pre> <!-- --> <script> </script> <a "
    "href=#fn1> </a> <section role=doc-endnote> <li id=fn1> <div hidden> &shy; &#0; 1. (a) [1] met. They 9 \x00 "
    "<head> <body> <title> <svg> <form> <aside> <dl> <dt> <dd> <q> < > <h1> </h1> <![CDATA[ ]]> <template>".split(
        " "
    )
)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=50).map(" ".join))
def test_any_tags_give_paragraphs_inside_the_text(page: str) -> None:
    """Whatever is left open or closed twice: a document whose spans hold, or no text."""
    try:
        document = read(f"<!doctype html>{page}")
    except UnreadableSource as problem:
        document = None
        said = problem.code
    assert (
        said in {"empty", "binary"}
        if document is None
        else all(part.start < part.end <= len(document.text) for part in document.paragraphs)
    )
