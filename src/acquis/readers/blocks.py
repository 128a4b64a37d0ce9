"""Lines of a text or Markdown file to blocks: headings, paragraphs, list items with their printed marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from acquis.grammar.numbering import Mark, read_mark
from acquis.model.document import ParagraphKind

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^(?:[-_*=~]\s?){3,}$|^\\?#{2,}$|^#\s#\s#$|^\\?###$|^\[?END\]?$", re.I)
_WHOLE_BOLD = re.compile(r"^(\*\*|__)(?!\1)((?:(?!\1).)+)\1:?$")
# Marks around a text released by a press office; at times glued to its first word.
_FRAME = re.compile(r"^\s*\[?(?:begin|end) (?:of )?text\b[:\]]?\s*|^\s*Begin Text(?=[A-Z])", re.I)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_PAGE = re.compile(r"^(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$", re.I)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]*_]*$")
_SPEAKER = re.compile(r"^\**(?:Q\b|[A-Z][A-Z.'’\- ]{2,40}:)")
# A link target makes a wrapped line long.
_ADDRESS = re.compile(r"\]\(\S{1,2000}")
_LONG_LINE = 200
_LONGEST_FRAME = 40
_LONGEST_SENTENCE = 10_000
_WRAPPED = 0.75
_CERTAINLY_TEXT = 25
_TITLE_LINES, _TITLE_WIDTH = 7, 140


class Block(NamedTuple):
    """One block before it has an address.

    `mark` is its printed number or bullet, `level` its depth, `page` the page it begins on, counted from 1.
    """

    kind: ParagraphKind
    text: str
    mark: Mark | None = None
    level: int = 0
    page: int | None = None


def read_blocks(text: str, *, markdown: bool) -> list[Block]:
    """The blocks of a file in order; hard line breaks mended, sentences broken by a page or blank line joined."""
    return mend([block for chunk in _chunks(text, markdown) for block in _blocks_of(chunk, markdown)])


def _chunks(text: str, markdown: bool) -> Iterator[list[str]]:
    """Runs of lines between blank lines, rules and page numbers."""
    chunk: list[str] = []
    for raw in text.split("\n"):
        line = raw.rstrip()
        if "text" in line.lower():
            line = _FRAME.sub("", line)
        bare = line.strip()
        if not bare or _RULE.match(bare) or (not markdown and _PAGE.match(bare)):
            if chunk:
                yield chunk
                chunk = []
        else:
            chunk.append(line)
    if chunk:
        yield chunk


def _blocks_of(lines: list[str], markdown: bool) -> Iterator[Block]:
    """The blocks of one run of lines."""
    if _is_title_block(lines):
        yield from (Block("heading", _flat(line.lstrip("# ")), None, 2) for line in lines)
        return
    width = max(len(_ADDRESS.sub("", line)) if "](" in line else len(line) for line in lines)
    held: list[str] = []
    mark: Mark | None = None
    level = 0
    for line in lines:
        heading = _HEADING.match(line.strip()) if markdown and line.lstrip().startswith("#") else None
        found = None if heading else read_mark(line)
        if heading or (found and _may_begin(found, held, mark)) or (held and _breaks(held[-1], line, width)):
            if held or mark:
                yield _block(held, mark, level, markdown)
            held, mark, level = [], None, 0
        if heading:
            yield Block("heading", _flat(heading.group(2)), None, len(heading.group(1)))
        elif found and not held and mark is None:
            mark, level = found, 1 + (len(line) - len(line.lstrip())) // 2
            held = [line[found.end :]]
        else:
            held.append(line)
    if held or mark:
        yield _block(held, mark, level, markdown)


def _is_title_block(lines: list[str]) -> bool:
    """Several short lines, none of them a sentence and none begun in lower case: title, speaker, place, date."""
    if not 2 <= len(lines) <= _TITLE_LINES:
        return False
    return all(map(_is_title_line, lines)) and not any(map(read_mark, lines))


def _is_title_line(line: str) -> bool:
    bare = line.strip()
    if len(line) > _TITLE_WIDTH or bare[:1].islower() or bare.endswith(","):
        return False
    return not _SENTENCE_END.search(bare)


def _may_begin(found: Mark, held: list[str], mark: Mark | None) -> bool:
    """A mark inside a run of lines begins an item after a full stop, a bullet or the number before it."""
    if not held:
        return True
    if found.kind == "bullet":
        return mark is not None or bool(_SENTENCE_END.search(held[-1]))
    if mark is not None and mark.kind == found.kind:
        return found.value == mark.value + 1 or found.value == 1
    return bool(_SENTENCE_END.search(held[-1].rstrip())) and found.value == 1


def _breaks(before: str, line: str, width: int) -> bool:
    """Does a paragraph end at this line break? Long lines are paragraphs; wrapped ones end short or before an indent."""
    before = before.rstrip()
    if _SPEAKER.match(line.strip()) and _SENTENCE_END.search(before):
        return True
    if width > _LONG_LINE and len(line) > _LONG_LINE and looks_like_heading(before):
        return True
    if not _SENTENCE_END.search(before) or (
        not line.lstrip()[:1].isupper() and line.lstrip()[:1] not in "“\"'‘"
    ):
        return width > _LONG_LINE and len(before) > _LONG_LINE and bool(_SENTENCE_END.search(before))
    indented = len(line) - len(line.lstrip()) > len(before) - len(before.lstrip())
    return width > _LONG_LINE or len(before) < width * _WRAPPED or (indented and width < _LONG_LINE)


def _block(lines: list[str], mark: Mark | None, level: int, markdown: bool) -> Block:
    text = _flat(" ".join(lines))
    if mark is None and markdown and (bold := _WHOLE_BOLD.match(text)) and looks_like_heading(bold.group(2)):
        return Block("heading", bold.group(2), None, 3)
    return Block("item" if mark else "paragraph", text, mark, level if mark else 0)


def _flat(text: str) -> str:
    bare = text.strip()
    return bare if " ".join(bare.split()) == bare else _SPACES.sub(" ", text).strip()


def is_frame(line: str) -> bool:
    """Is a line nothing but a mark around the text of a release ("Begin Text", "###", "END")?"""
    return len(line) <= _LONGEST_FRAME and bool(_RULE.match(line) or not _FRAME.sub("", line).strip(" ."))


def looks_like_heading(text: str) -> bool:
    """A short line that is no sentence: few words, no full stop at the end."""
    words = text.split()
    if not 0 < len(words) <= 16 or len(text) > 140:
        return False
    return not _SENTENCE_END.search(text) or (text.endswith(":") and len(words) <= 6)


def mend(blocks: list[Block], *, typeset: bool = True) -> list[Block]:
    """Join a block that stops inside a sentence with one that goes on in lower case.

    In text that was set in lines and pages a long one that stops without a full stop is broken too; where the
    author's own marks part the paragraphs (`typeset` is false), only small letters say so.
    """
    mended: list[Block] = []
    for block in blocks:
        last = mended[-1] if mended else None
        if last and block.mark is None and _goes_on(last, block, typeset):
            mended[-1] = last._replace(text=f"{last.text} {block.text}".strip())
        elif block.text or block.mark:
            mended.append(block)
    return [block for block in mended if block.text]


def _goes_on(last: Block, block: Block, typeset: bool) -> bool:
    if block.kind == "heading" or last.kind == "heading":
        return False
    if last.mark and not last.text:
        return True
    if len(last.text) > _LONGEST_SENTENCE:  # no sentence is so long, and joining without end is quadratic
        return False
    if _SENTENCE_END.search(last.text[-12:]):
        return False
    words = last.text.split()
    broken = typeset and len(words) > _CERTAINLY_TEXT and ". " in last.text and block.text[:1].isalnum()
    return broken or (block.text[:1].islower() and len(words) > 3)
