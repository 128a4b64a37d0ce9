"""Web pages to blocks: every block of the main text once, in order, and nothing of what stands around it."""

from __future__ import annotations

import codecs

import pytest

from acquis.errors import UnreadableSource
from acquis.model.document import Document
from acquis.readers import read_content
from acquis.readers.content import Content

LONG = "The two sides met in Calder and spoke about threats to ports and hospitals. "
INSIDE = {
    "<p>One.</p><p>Two.</p><p>One.</p>": ["One.", "Two.", "One."],
    "<p>One.<p>Two.<p>Three.": ["One.", "Two.", "Three."],
    "Bare words.<div>More words.<p>A paragraph.</p>A tail.</div>": [
        "Bare words.", "More words.", "A paragraph.", "A tail.",
    ],
    f"{LONG}<br><br>{LONG}<br/>\n<br/>They parted.": [LONG.strip(), LONG.strip(), "They parted."],
    "<p>They met<br>in Calder.</p>": ["They met in Calder."],
    "<p>Joint Statement<br>Calder, 4 May 2031</p><p>They met.</p>": [
        "Joint Statement", "Calder, 4 May 2031", "They met.",
    ],
    "<p>The 9<sup>th</sup> round, <span>cy</span><b>ber</b> and <i>law</i>.</p>": [
        "The 9\u2060th round, cyber and law.",
    ],
    "<dl><dt>Chair:</dt><dd>Aldoria spoke.</dd></dl>": ["Chair:", "Aldoria spoke."],
    "<blockquote>We stand together.</blockquote>": ["We stand together."],
    "<pre>The sides met\nin Calder.\n\nThey parted.</pre>": ["The sides met in Calder.", "They parted."],
    "<p>Soft&shy;ware&nbsp;&amp; law&#8203;.</p>": ["Software & law."],
    "<p>They <del>never</del> met.</p>": ["They met."],
    "<p>Begin Text</p><p>They met.</p><p>###</p>": ["They met."],
}  # fmt: skip
LISTS = {
    "<ul><li>train</li><li><p>share</p><ul><li>tools</li></ul></li></ul>": [
        ("¶1", "train", 1), ("¶2", "share", 1), ("¶3", "tools", 2),
    ],
    "<ol><li>One.<ol type=a><li>first<li>second</ol><li>Two.</ol>": [
        ("1", "One.", 1), ("1(a)", "first", 2), ("1(b)", "second", 2), ("2", "Two.", 1),
    ],
    "<ol start=13><li>One.<li value=20>Two.<li>Three.</ol>": [
        ("13", "One.", 1), ("20", "Two.", 1), ("21", "Three.", 1),
    ],
    "<ol type=i reversed><li>One.<li>Two.</ol>": [("(ii)", "One.", 1), ("(i)", "Two.", 1)],
    '<ol style="list-style-type: upper-alpha"><li>One.</ol>': [("(A)", "One.", 1)],
    "<ol><li>(f) States should not harm.</ol>": [("(f)", "States should not harm.", 1)],
    "<p>13. The Group:</p><p>(a) met;</p><p>- parted.</p>": [
        ("13", "The Group:", 1), ("13(a)", "met;", 1), ("¶3", "parted.", 1),
    ],
    "<p>They will:<br>(1) train;<br>(2) share.</p>": [
        ("¶1", "They will:", 0), ("1", "train;", 1), ("2", "share.", 1),
    ],
    "<table><tr><td>7.</td><td>The Group met.</td></tr></table>": [("7", "The Group met.", 1)],
}  # fmt: skip
TABLES = {
    "<table><tr><th>Side<th>Lead<tr><td>Aldoria<td>Ms Ormond.</table>": ["Side | Lead", "Aldoria | Ms Ormond."],
    "<table><tr><td>Menu</td><td><p>They met.</p><p>They parted.</p></td></tr></table>": [
        "Menu", "They met.", "They parted.",
    ],
    "<table><tr><td><table><tr><td>a.</td><td>b.</td><td>c.</td></tr></table></td><td>d.</td></tr></table>": [
        "a. | b. | c.", "d.",
    ],
}  # fmt: skip
CLUTTER = [
    "<nav>Away</nav>",
    "<div role=navigation>Away</div>",
    "<footer><p>Away with you.</p></footer>",
    "<aside><p>Away</p></aside>",
    "<form><p>Away</p></form>",
    "<div hidden>Away</div>",
    '<div style="display: none">Away</div>',
    "<div aria-hidden=true>Away</div>",
    '<div class="gem-c-cookie-banner"><h2>Away</h2><p>We use files.</p></div>',
    "<ol id=breadcrumb><li>Away</ol>",
    '<div class="post-navigation">Away</div>',
    '<a class="skip-link" href="#x">Away</a>',
    '<p class="visually-hidden">Away</p>',
    "<script>Away</script><style>Away</style><template>Away</template><svg><text>Away</text></svg>",
    "<noscript>Away</noscript><select><option>Away</select><button>Away</button>",
    "<h2>Related content</h2><ul><li><a href=1>Away</a></ul>",
    "<!-- Away -->",
]
NO_TEXT = [
    "<html><body><script>write('text')</script></body></html>",
    "<!doctype html><body><noscript>Please turn on scripts.</noscript><div id=app></div>",
    "<html><frameset cols=50%><frame src=a><noframes>No frames</noframes></frameset></html>",
    "<!doctype html>",
    "<html><head><title>A title</title></head></html>",
]


def read(page: str | bytes, charset: str | None = None) -> Document:
    """The document of a page."""
    data = page if isinstance(page, bytes) else page.encode()
    return read_content(Content("page.html", data, charset))


def words(document: Document) -> list[str]:
    """The words of each paragraph."""
    return [document.text[part.start : part.end] for part in document.paragraphs]


@pytest.mark.parametrize(("inside", "expected"), INSIDE.items(), ids=range(len(INSIDE)))
def test_every_block_comes_once_and_in_order(inside: str, expected: list[str]) -> None:
    """Block tags, double line breaks and bare text part blocks; inline tags part nothing."""
    assert words(read(f"<body>{inside}</body>")) == expected


def test_paragraphs_stay_apart_whatever_they_end_in() -> None:
    """A long paragraph that ends in a link without a full stop is not joined to the next, as in a wrapped text."""
    one = "The two sides met in Caldren. They spoke of ports, of cables and of the people who mend them at sea, "
    found = words(read(f"<main><p>{one * 3}<a href='/x'>Read more</a></p><p>Officials took part.</p></main>"))
    assert (len(found), found[1]) == (2, "Officials took part.")


@pytest.mark.parametrize(("inside", "expected"), LISTS.items(), ids=range(len(LISTS)))
def test_items_have_the_number_that_a_browser_prints(
    inside: str, expected: list[tuple[str, str, int]]
) -> None:
    """Start, value, type and depth count; a number that is typed goes before one that is made."""
    document = read(f"<body>{inside}</body>")
    found = [(part.address, document.text[part.start : part.end], part.level) for part in document.paragraphs]
    assert found == expected


@pytest.mark.parametrize(("inside", "expected"), TABLES.items(), ids=range(len(TABLES)))
def test_rows_of_data_are_lines_and_layout_loses_nothing(inside: str, expected: list[str]) -> None:
    """A row of short cells is one paragraph; a table that lays out a page gives its blocks."""
    assert words(read(f"<body>{inside}</body>")) == expected


@pytest.mark.parametrize("clutter", CLUTTER, ids=range(len(CLUTTER)))
@pytest.mark.parametrize(
    "shell", ["<body><main>{}</main></body>", "<body><div>{}</div></body>"], ids=["main", "div"]
)
def test_what_stands_around_the_text_is_left_out(clutter: str, shell: str) -> None:
    """By element, role, state and name, before and after the text."""
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    assert words(read(shell.format(f"{clutter}{text}{clutter}"))) == [LONG.strip()] * 2


@pytest.mark.parametrize(
    "shell",
    [
        '<form id="aspnetForm">{}</form>',
        '<div class="with-sidebar cookie">{}</div>',
        '<div style="display:none">{}</div>',
        "<aside>{}</aside>",
        "<main><p>Short.</p></main><div>{}</div>",
        "<article><p>Short.</p></article><div class=content><p>Other.</p></div><div>{}</div>",
    ],
)
def test_no_rule_costs_the_prose_of_the_page(shell: str) -> None:
    """What holds most of the text is neither clutter nor outside the main block, whatever it is called."""
    assert words(read(f"<body>{shell.format(f'<p>{LONG}</p>' * 5)}</body>"))[-5:] == [LONG.strip()] * 5


def test_links_in_a_page_without_a_main_block_are_left_out() -> None:
    """A column of links beside the text; a page that is nothing but links keeps them."""
    links = "<td><a href=1>One</a><br><a href=2>Two</a><br><a href=3>Three</a></td>"
    page = f"<body><table><tr>{links}<td><p>{LONG}</p></td></tr></table></body>"
    assert words(read(page)) == [LONG.strip()]
    assert "One" in read(f"<body><table><tr>{links}</tr></table></body>").text


def test_a_list_of_links_among_paragraphs_is_kept() -> None:
    """The participants may be links; a menu above the text is left out."""
    links = "<ul><li><a href=1>Aldoria</a><li><a href=2>Brevania</a><li><a href=3>Cassena</a></ul>"
    page = f"<body>{links}<p><b>{LONG}</b></p><p>Present were:</p>{links}</body>"
    assert words(read(page)) == [LONG.strip(), "Present were:", "Aldoria", "Brevania", "Cassena"]


def test_the_head_of_an_article_is_kept_with_its_headline() -> None:
    """A header inside the article belongs to the text, one outside does not."""
    page = f"<body><header>Ministry</header><article><header><h1>Talks</h1></header><p>{LONG}</p></article></body>"
    assert words(read(page)) == ["Talks", LONG.strip()]


def test_a_headline_outside_the_main_block_opens_the_text() -> None:
    """The title is the first heading, as in a Markdown file; the name of the site is not."""
    page = f"<title>Talks held</title><body><div><h1>Talks held</h1></div><main><p>{LONG}</p></main></body>"
    document = read(page)
    assert (document.paragraphs[0].kind, words(document)) == ("heading", ["Talks held", LONG.strip()])
    other = read(f"<title>Talks</title><body><h1>Ministry</h1><main><p>{LONG}</p></main></body>")
    assert words(other) == [LONG.strip()]


def test_bold_lines_are_headings_and_long_headings_are_text() -> None:
    """A few words in bold alone open a section; a paragraph that a page sets as heading is none."""
    page = f"<main><p><b>Next steps</b></p><p>They <b>met</b>.</p><h3>{LONG * 3}</h3><p><strong>They met.</strong></p></main>"
    kinds = [part.kind for part in read(page).paragraphs]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph"]


NOTED = {
    "doc roles": '<p>They met.<sup><a href="#fn:1" role="doc-noteref">1</a></sup> They parted.</p>'
    '<section class="footnotes"><ol><li id="fn:1" role="doc-endnote"><p>In Calder. <a href="#fnref:1">↩</a></p></li></ol></section>',
    "word": '<p>They met.<a href="#_ftn1" name="_ftnref1">[1]</a> They parted.</p>'
    '<p><a href="#_ftnref1" name="_ftn1">[1]</a> In Calder.</p>',
    "ids": '<p>They met.<a href="#footnote-1">[1]</a> They parted.</p><div id="footnote-1"><p>1. In Calder.</p></div>',
}  # fmt: skip


@pytest.mark.parametrize("page", NOTED.values(), ids=NOTED)
def test_footnotes_stand_after_the_text(page: str) -> None:
    """Their signs are taken out of the sentence; a link that is no sign stays."""
    document = read(f"<body>{page}<p>See <a href='#norms'>[1]</a>.</p></body>")
    assert words(document) == ["They met. They parted.", "See [1].", "In Calder."]
    assert [(part.kind, part.address) for part in document.paragraphs][-1] == ("footnote", "note 1")


@pytest.mark.parametrize("page", NO_TEXT, ids=range(len(NO_TEXT)))
def test_a_page_without_text_says_so(page: str) -> None:
    """A page that scripts would fill is empty, and the message names the cause."""
    with pytest.raises(UnreadableSource, match="without its scripts") as caught:
        read(page)
    assert (caught.value.code, caught.value.path) == ("empty", "page.html")


@pytest.mark.parametrize(
    ("encoding", "charset", "head"),
    [
        ("utf-8", None, ""),
        ("cp1252", None, ""),
        ("cp1252", "ISO-8859-1", ""),
        ("utf-8", "iso-8859-1", ""),
        ("cp1252", None, "<meta charset=iso-8859-1>"),
        ("cp1250", None, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">'),
        ("cp1250", "windows-1250", "<meta charset=utf-8>"),
        ("utf-16", None, ""),
        ("utf-8-sig", "windows-1250", ""),
        ("utf-8", "no-such-charset", ""),
        ("utf-8", "rot13", ""),
        ("utf-8", None, "<meta charset=utf-16>"),
    ],
)
def test_characters_are_those_of_the_page(encoding: str, charset: str | None, head: str) -> None:
    """By byte-order mark, by the transport, by the page, by what the bytes are; wrong labels are forgiven."""
    data = f"<!doctype html><head>{head}</head><p>Café – “ö”</p>".encode(encoding)
    assert words(read(data, charset)) == ["Café – “ö”"]


def test_japanese_characters_are_read() -> None:
    """A page in Shift_JIS that says so."""
    data = "<html><meta charset=Shift_JIS><p>サイバー協議</p>".encode("shift_jis")
    assert words(read(data)) == ["サイバー協議"]


def test_the_first_bytes_tell_a_page() -> None:
    """Whatever its suffix; in any encoding; after a prolog and comments; and a fragment too."""
    for data in (
        b"<!DOCTYPE html><p>They met.",
        b"\n<!-- saved -->\n<HTML><p>They met.",
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></html>',
        codecs.BOM_UTF8 + b"<html><p>They met.",
        "<html><p>They met.".encode("utf-16"),
        b'<div class="x"><p>They met.</p></div>',
    ):
        assert read_content(Content("note.txt", data)).text == "They met."
    assert read_content(Content("page.htm", b"They <p>met.")).text == "They\n\nmet."


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "---\ntitle: A\n---\n<div>They met.</div>"),
        ("a.md", "<p>They met.</p>"),
        ("a.txt", "They met.<br>They parted."),
        ("-", "# Talks\n\n<p>They met.</p>"),
        ("a.txt", "< 5 States met."),
    ],
)
def test_tags_in_a_text_make_no_page(path: str, text: str) -> None:
    """Markdown and text with tags in them stay what they are."""
    assert read_content(Content(path, text.encode())).paragraphs[-1].kind == "paragraph"
    assert "met." in read_content(Content(path, text.encode())).text
