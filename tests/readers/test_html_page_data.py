"""What a page says of itself: the most telling source first, and nothing that is no such thing."""

from __future__ import annotations

import json

import pytest

from acquis.model.document import Document
from acquis.readers.content import Content
from acquis.readers.html.reader import read_html

TEXT = "<p>The two sides met in Calder and spoke about threats to ports. They agreed to meet again.</p>"


def linked(data: object) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(head: str, body: str = TEXT, url: str | None = None) -> Document:
    """The document of a page."""
    page = f"<html><head>{head}</head><body><main>{body}</main></body></html>"
    return read_html(Content("page.html", page.encode(), url=url))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ('<meta property="og:title" content="Talks  held"><title>Other</title>', "", "Talks held"),
        ("<title>Talks held - Ministry | Aldoria</title>", "<h1>Talks held</h1>", "Talks held"),
        ("<title>Talks held | Ministry of Aldoria</title>", "", "Talks held"),
        ("<title>Aldoria-Brevania talks</title>", "", "Aldoria-Brevania talks"),
        (linked({"@type": "NewsArticle", "headline": "Talks held"}), "", "Talks held"),
        (
            '<meta property="og:title" content="Talks – Ministry"><meta property="og:site_name" content="Ministry">',
            "", "Talks",
        ),
        ("", "<h1>Talks held</h1>", "Talks held"),
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_text(head: str, body: str, title: str) -> None:
    """Without the name of the site behind it."""
    assert read(head, body + TEXT).title == title


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            linked(
                {
                    "@graph": [
                        {"@type": "WebSite"},
                        {"@type": ["Article"], "datePublished": "2031-05-09T10:00Z"},
                    ]
                }
            ),
            "",
        ),
        ('<meta property="article:published_time" content="2031-05-09T23:00:00-04:00">', ""),
        ('<meta name="dcterms.issued" content="2031-05-09">', ""),
        ('<meta name="DC.date" content="9 May 2031">', ""),
        ('<meta name="citation_publication_date" content="2031/05/09">', ""),
        ("", "<time datetime='2031-05-09'>Friday</time>"),
        ("", "<p class='news-date'>09.05.2031</p>"),
        ("", "<p>May 9, 2031</p>"),
    ],
)
def test_the_day_of_publication(head: str, body: str) -> None:
    """By linked data, metadata or a day that stands by itself over the text."""
    assert read(head, body + TEXT).published == "2031-05-09"


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        linked({"@type": "NewsArticle", "headline": 7, "datePublished": ["x"], "publisher": "x", "url": "javascript:1"}),
        linked([[[{"@type": {"a": 1}}]]]),
        '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="ftp://a.example/">',
        '<link rel="canonical" href="http://[broken"><meta name="date" content="soon">',
    ],
)  # fmt: skip
def test_hostile_or_broken_data_is_passed_over(head: str) -> None:
    """Nothing is raised, and what is no title, day or web address is none."""
    document = read(head)
    assert (document.title, document.published, document.url) == (None, None, None)


def test_publisher_and_address() -> None:
    """The site's name and the canonical address; else where the page came from."""
    head = '<meta property="og:site_name" content="Ministry of Aldoria"><link rel=canonical href="https://a.example/1">'
    document = read(head, url="https://a.example/1?from=feed")
    assert (document.publisher, document.url) == ("Ministry of Aldoria", "https://a.example/1")
    document = read("<title>Talks | Ministry</title>", url="https://b.example/2")
    assert (document.publisher, document.url) == ("Ministry", "https://b.example/2")


def test_the_words_tell_the_language_and_not_the_template() -> None:
    """An English text in a template of another language is English; few words believe the template."""
    english = "<p>The two sides met in Calder and spoke of the threats to the ports of both.</p>" * 5
    for declared, body, language in (
        ("fr", english, "en"),
        ("fr", "<p>Bonjour.</p>", "fr"),
        ("", english, "en"),
    ):
        page = f'<html lang="{declared}"><body>{body}</body></html>'
        assert read_html(Content("page.html", page.encode())).language == language
