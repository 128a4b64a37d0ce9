"""The shared readout as a ministry publishes it on the web, and as it sends it round in Word."""

from __future__ import annotations

import io
from html import escape

import docx
from docx.document import Document as WordFile
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from readout import PUBLISHED, PUBLISHER, READOUT, TITLE

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>{title} | {publisher}</title>
<meta property="og:site_name" content="{publisher}">
<meta property="article:published_time" content="{published}T09:30:00+02:00">
<link rel="canonical" href="https://mfa.example.org/news/dialogue">
<style>.menu {{ color: red }}</style><script>var track = "agreed to nothing";</script></head>
<body class="page-news has-sidebar">
<div id="cookie-banner"><p>We agreed to use cookies that make this site work. You will accept them.</p></div>
<a class="skip-link" href="#main">Skip to the text</a>
<header role="banner"><a href="/">Ministry</a><nav><ul><li><a href="/p">Policy</a></li><li>Visas</li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> » News</div>
<main id="main"><article>
{text}
<aside><p>The Minister will visit Cassena in 2033.</p></aside>
<div class="share-buttons">Share this page</div>
</article>
<section class="related"><h2>Related news</h2><ul><li><a href="/1">Brevania agreed to buy ships</a></li></ul></section>
</main>
<footer><p>All rights reserved. The Ministry will answer letters within a month.</p></footer>
</body></html>"""
_HTML = {"title": "<h1>{}</h1>", "heading": "<h2>{}</h2>", "paragraph": "<p>{}</p>", "item": "<li>{}</li>"}


def as_page() -> bytes:
    """The readout as a page with navigation, a cookie banner and related links around it."""
    written = "\n".join(_HTML[kind].format(escape(words)) for kind, words in READOUT)
    first, last = written.index("<li>"), written.rindex("</li>") + len("</li>")
    text = f'{written[:first]}<ol type="a">{written[first:last]}</ol>{written[last:]}'
    return _PAGE.format(title=TITLE, publisher=PUBLISHER, published=PUBLISHED, text=text).encode()


def as_word_file() -> bytes:
    """The readout as a DOCX file whose items are numbered by Word."""
    word = docx.Document()
    add_list(word, 70, [("lowerLetter", "(%1)")])
    styles = {"title": "Title", "heading": "Heading 2", "paragraph": "Normal", "item": "Normal"}
    for kind, words in READOUT:
        paragraph = word.add_paragraph(words, style=styles[kind])
        if kind == "item":
            number(paragraph, 70, 0)
    return saved(word)


def add_list(word: WordFile, list_id: int, levels: list[tuple[str, str]], extra: str = "") -> None:
    """Add a list to the numbering of a file: the format and the text of each level; `extra` goes into each level."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    numbering = word.part.numbering_part.element
    abstract = parse_xml(f'<w:abstractNum {_SPACE} w:abstractNumId="{list_id}">{written}</w:abstractNum>')
    numbering.insert(0, abstract)
    add_instance(word, list_id, list_id)


def add_instance(word: WordFile, num_id: int, list_id: int, overrides: str = "") -> None:
    """Add an instance of a list, with overrides of its levels as XML."""
    written = f'<w:num {_SPACE} w:numId="{num_id}"><w:abstractNumId w:val="{list_id}"/>{overrides}</w:num>'
    word.part.numbering_part.element.append(parse_xml(written))


def number(paragraph: Paragraph, num_id: int, level: int) -> None:
    """Put a paragraph into a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = num_id


def saved(word: WordFile) -> bytes:
    """The bytes of a DOCX file."""
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()
