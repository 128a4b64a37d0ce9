"""The text of a page to blocks: headings, paragraphs, list items, table rows and footnotes, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from acquis.grammar.numbering import Mark, read_mark
from acquis.readers.blocks import Block, is_frame, looks_like_heading, read_blocks
from acquis.readers.html.clutter import HEADINGS
from acquis.readers.html.lists import ListState, choose_mark, open_list
from acquis.readers.html.main import Region
from acquis.readers.html.notes import is_back_link, is_note, is_note_link, note_mark, note_number
from acquis.readers.html.tree import Node
from acquis.readers.table_rows import Piece, Row, close_row, join_pieces

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section "
    "summary table tbody td tfoot th thead tr ul head optgroup option".split()
)
_LISTS = frozenset({"ol", "ul", "menu"})
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_SMALL = frozenset({"sup", "sub"})
_DROPPED = frozenset({"del", "head", "title", "script"})
_MANY_WORDS = 30
# A part of a word that is set higher stays a token of its own, as in Markdown ("9<sup>th</sup>").
_JOINER = "\u2060"
_LOOSE = re.compile(r"(?<![^\W_])\u2060|\u2060(?![^\W_])")
_LONGEST_SIGN = 12


def read_page_blocks(nodes: list[Node], region: Region) -> list[Block]:
    """The blocks of a region in order, its footnotes last."""
    walker = _Walker(nodes)
    walker.walk(region)
    return [*join_pieces(walker.pieces), *walker.notes]


class _Walker:
    """Goes through a region once; `_open` holds what is to be done where an element ends."""

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes
        self.pieces: list[Piece] = []
        self.notes: list[Block] = []
        self._open: list[tuple[int, Callable[[], None]]] = []
        self._buffer: list[str] = []
        self._bold = self._bold_depth = self._pre_depth = 0
        self._mark: Mark | None = None
        self._lists: list[ListState] = []
        self._rows: list[Row] = []
        self._heading = 0
        self._note_sign: str | None = None
        self._note_start: int | None = None

    def walk(self, region: Region) -> None:
        """Read all nodes of a region."""
        at = region.start
        while at < region.end:
            while self._open and self._open[-1][0] <= at:
                self._open.pop()[1]()
            at = self._nodes[at].end if at in region.skipped else self._enter(at)
        while self._open:
            self._open.pop()[1]()
        self._flush()

    def _enter(self, at: int) -> int:
        """Begin a node; the index of the node to go on with."""
        node = self._nodes[at]
        if not node.name:
            self._add(node.text if self._pre_depth else node.text.replace("\n", " "))
            return at + 1
        if node.name == "br":
            self._buffer.append("\n")
        elif node.name in _DROPPED or (node.name == "button" and not self._heading) or self._is_sign(at):
            return node.end
        elif node.name in _BLOCKS:
            self._begin_block(at)
        else:
            self._begin_inline(node)
        return at + 1

    def _add(self, text: str) -> None:
        self._buffer.append(text)
        if self._bold_depth:
            self._bold += len(text.strip())

    def _is_sign(self, at: int) -> bool:
        """The link of a footnote, or a `<sup>` that holds nothing else."""
        link, end = at, self._nodes[at].end
        if self._nodes[at].name in {"sup", "span"} and end - at <= _LONGEST_SIGN:
            link = next((place for place in range(at + 1, end) if self._nodes[place].name), at)
        node = self._nodes[link]
        if node.name != "a" or end - at > _LONGEST_SIGN:
            return False
        words = "".join(inside.text for inside in self._nodes[at + 1 : end])
        if not is_note_link(node, words):
            return False
        if is_back_link(node, words) and not "".join(self._buffer).strip():
            self._note_sign = words
        return bool(words.strip())

    def _begin_inline(self, node: Node) -> None:
        if node.name in _SMALL:
            self._join()
            self._open.append((node.end, self._join))
        elif node.name in _BOLD or (
            "style" in node.attributes and _BOLD_STYLE.search(node.attribute("style"))
        ):
            self._bold_depth += 1
            self._open.append((node.end, self._end_bold))

    def _join(self) -> None:
        if self._buffer and self._buffer[-1][-1:].isalnum():
            self._buffer.append(_JOINER)

    def _end_bold(self) -> None:
        self._bold_depth -= 1

    def _begin_block(self, at: int) -> None:
        self._flush()
        node = self._nodes[at]
        end: Callable[[], None] = self._flush
        if is_note(node) and self._note_start is None:
            self._note_start = len(self.pieces)
            self._mark = None
            end = partial(self._end_note, note_number(node))
        elif node.name == "li":
            self._mark = self._lists[-1].mark(node) if self._lists else ListState("bullet", 1).mark(node)
            end = self._end_item
        elif node.name in _LISTS:
            self._lists.append(open_list(self._nodes, at))
            end = self._end_list
        elif node.name in HEADINGS:
            self._heading = int(node.name[1])
            end = self._end_heading
        elif node.name == "tr":
            self._rows.append(Row(len(self.pieces)))
            end = self._end_row
        elif node.name in {"td", "th"} and self._rows:
            end = self._end_cell
        elif node.name == "pre":
            self._pre_depth += 1
            end = self._end_pre
        self._open.append((node.end, end))

    def _end_item(self) -> None:
        self._flush()
        self._mark = None

    def _end_list(self) -> None:
        self._flush()
        self._lists.pop()

    def _end_heading(self) -> None:
        self._flush()
        self._heading = 0

    def _end_pre(self) -> None:
        self._flush()
        self._pre_depth -= 1

    def _end_cell(self) -> None:
        self._flush()
        self._rows[-1].cells.append(len(self.pieces))

    def _end_row(self) -> None:
        self._flush()
        row = self._rows.pop()
        if row.cells:
            self.pieces[row.start :] = close_row(self.pieces[row.start :], row)

    def _end_note(self, number: str) -> None:
        self._flush()
        self._mark = None
        start = self._note_start or 0
        self._note_start = None
        self._keep_note(number, " ".join(piece.block.text for piece in self.pieces[start:]))
        del self.pieces[start:]

    def _keep_note(self, number: str, text: str) -> None:
        mark, text = note_mark(number, text)
        if text:
            self.notes.append(Block("footnote", text, mark))

    def _flush(self) -> None:
        """What was gathered since the last block becomes one or, at line breaks, several."""
        text = "".join(self._buffer)
        bold, self._bold, self._buffer = self._bold, 0, []
        sign, self._note_sign = self._note_sign, None
        lines = [" ".join(line.split()) for line in text.split("\n")]
        flat = " ".join(filter(None, lines))
        if _JOINER in flat:
            lines, flat = [_LOOSE.sub("", line) for line in lines], _LOOSE.sub("", flat)
        if not any(map(str.isalnum, flat)) or is_frame(flat):
            return
        if sign is not None and self._note_start is None:
            self._keep_note("".join(filter(str.isdigit, sign)), flat)
        elif self._heading and len(flat.split()) <= _MANY_WORDS:
            self.pieces.append(Piece(Block("heading", flat, None, self._heading)))
        elif len(lines) > 1 and flat not in lines:
            self._add_lines("\n".join(lines))
        else:
            self.pieces.append(Piece(self._block(flat, bold >= len("".join(text.split())) > 0)))

    def _add_lines(self, text: str) -> None:
        """Lines that the page breaks itself are read as those of a text file."""
        for block in read_blocks(text, markdown=False):
            unmarked = self._mark and block.mark is None and block.kind != "heading"
            self.pieces.append(Piece(self._block(block.text, bold=False) if unmarked else block))
            self._mark = None

    def _block(self, text: str, bold: bool) -> Block:
        made, self._mark = self._mark, None
        level = max(len(self._lists), 1)
        if made:
            mark, text = choose_mark(made, text)
            return Block("item", text, mark, level)
        if bold and looks_like_heading(text) and not self._rows and not self._lists:
            return Block("heading", text, None, 3)
        typed = read_mark(text)
        if typed and text[typed.end :].strip():
            return Block("item", text[typed.end :].strip(), typed, level)
        return Block("paragraph", text)
