"""Which part of a page is its text: the main block, without navigation, banners, sharing and related links.

Every rule gives way where it would cost the page's prose: what holds most of it is no clutter, and a main block
that holds too little of it is not the main block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from acquis.readers.html.clutter import (
    HEADINGS,
    NEVER,
    clutter_limit,
    hints_at_main,
    is_main,
    is_related_heading,
    is_site_name,
)
from acquis.readers.html.tree import Node

_LEAST_MAIN, _LEAST_ARTICLE, _LEAST_HINTED = 0.5, 0.9, 0.7
_LINKED, _LEAST_LINKS = 0.85, 3
_LEAST_PROSE = 40
_WRAPPERS = frozenset("p blockquote b strong i em u span font small h1 h2 h3 h4 h5 h6".split())
_MOST_WRAPPED = 12
_CONTAINERS = frozenset("ul ol div section table td tr dl aside menu".split())


@dataclass(frozen=True, slots=True)
class Region:
    """The nodes from `start` to `end` without those in `skipped` (with all that stands inside them)."""

    start: int
    end: int
    skipped: frozenset[int]
    main: bool = True


def find_main(nodes: list[Node]) -> Region:
    """The region of a page that carries its text."""
    start = next((at for at, node in enumerate(nodes) if node.name == "body"), 0)
    measure = _Measure(nodes, frozenset())
    skipped = frozenset(_clutter(nodes, start, measure))
    measure = _Measure(nodes, skipped)
    chosen, main = _choose(nodes, start, measure, skipped)
    region = Region(chosen, nodes[chosen].end, skipped, main)
    linked = frozenset(_related(nodes, region, measure))
    if not main:
        linked |= frozenset(_linked(nodes, region, measure))
    return Region(region.start, region.end, skipped | linked, main)


def whole_page(nodes: list[Node]) -> Region:
    """Everything that can be text: for pages that are nothing but links."""
    silent = frozenset(at for at, node in enumerate(nodes) if node.name in NEVER)
    return Region(0, nodes[0].end if nodes else 0, silent, main=False)


class _Measure:
    """How much prose, link text, links and main headings any subtree holds, told in constant time."""

    def __init__(self, nodes: list[Node], skipped: frozenset[int]) -> None:
        prose, linked, links, heads = [0] * len(nodes), [0] * len(nodes), [0] * len(nodes), [0] * len(nodes)
        link_end = 0
        for at in _steps(nodes, 0, len(nodes), skipped):
            node = nodes[at]
            if not node.name:
                (linked if at < link_end else prose)[at] = len(node.text.strip())
            elif node.name == "a":
                link_end, links[at] = max(link_end, node.end), 1
            elif is_main(node) or (node.name == "h1" and not is_site_name(node)):
                heads[at] = 1
        self._nodes = nodes
        self._prose, self._linked = [0, *accumulate(prose)], [0, *accumulate(linked)]
        self._links, self._heads = [0, *accumulate(links)], [0, *accumulate(heads)]

    def prose(self, at: int) -> int:
        """Characters of text outside links."""
        return self._prose[self._nodes[at].end] - self._prose[at]

    def has_head(self, at: int) -> bool:
        """Does a main block or a main heading stand inside?"""
        return self._heads[self._nodes[at].end] > self._heads[at]

    def is_linked(self, at: int, least_links: int = _LEAST_LINKS) -> bool:
        """Is this a list of links, with few words between them?"""
        end = self._nodes[at].end
        linked = self._linked[end] - self._linked[at]
        links = self._links[end] - self._links[at]
        return links >= least_links and linked > _LINKED * (linked + self.prose(at))

    def is_empty(self, at: int) -> bool:
        """Is there no text inside?"""
        return not self.prose(at) and self._linked[self._nodes[at].end] == self._linked[at]


def _steps(nodes: list[Node], start: int, end: int, skipped: frozenset[int]) -> Iterator[int]:
    at = start
    while at < end:
        if at in skipped:
            at = nodes[at].end
        else:
            yield at
            at += 1


def _clutter(nodes: list[Node], start: int, measure: _Measure) -> Iterator[int]:
    """The elements that say of themselves they are no text, where they do not hold the page's prose."""
    whole = measure.prose(start) or 1
    at, inside_end = start + 1, 0
    while at < nodes[start].end:
        if nodes[at].name == "article" or is_main(nodes[at]):
            inside_end = max(inside_end, nodes[at].end)
        limit, despite_head = (
            clutter_limit(nodes[at], inside=at < inside_end) if nodes[at].name else (0, False)
        )
        small = measure.prose(at) <= limit * whole
        if limit and small and (despite_head or not measure.has_head(at)):
            yield at
            at = nodes[at].end
        else:
            at += 1


def _choose(nodes: list[Node], body: int, measure: _Measure, skipped: frozenset[int]) -> tuple[int, bool]:
    """The main block and whether the page says that it is: `<main>`, `<article>`, a telling name, the body."""
    open_nodes = list(_steps(nodes, body, nodes[body].end, skipped))
    whole = measure.prose(body)
    main = _largest((at for at in open_nodes if is_main(nodes[at])), measure)
    articles = [at for at in open_nodes if nodes[at].name == "article"]
    if main is not None and measure.prose(main) >= _LEAST_MAIN * whole:
        inner = _largest((at for at in articles if main < at < nodes[main].end), measure)
        narrow = inner is not None and measure.prose(inner) >= _LEAST_ARTICLE * measure.prose(main)
        return (inner if narrow and inner is not None else main), True
    article = _largest(articles, measure)
    if article is not None and measure.prose(article) >= _LEAST_HINTED * whole:
        return article, True
    hinted = _largest((at for at in open_nodes if hints_at_main(nodes[at])), measure)
    if hinted is not None and measure.prose(hinted) >= _LEAST_HINTED * whole:
        return hinted, False
    return body, False


def _largest(places: Iterable[int], measure: _Measure) -> int | None:
    return max(places, key=measure.prose, default=None)


def _linked(nodes: list[Node], region: Region, measure: _Measure) -> Iterator[int]:
    """Lists of links, in a page that does not say where its main block is.

    A list among paragraphs may be one of participants: it is left out only above the first of them.
    """
    flowing, first = _flow(nodes, region)
    end = 0 if flowing else region.end
    for at in _steps(nodes, region.start + 1, region.end, region.skipped):
        if at < end or nodes[at].name not in _CONTAINERS or not measure.is_linked(at):
            continue
        if nodes[at].end <= first or nodes[at].parent not in flowing:
            end = nodes[at].end
            yield at


def _flow(nodes: list[Node], region: Region) -> tuple[set[int], int]:
    """The elements that hold long paragraphs side by side, and where the first of these stands."""
    long = [
        at
        for at in _steps(nodes, region.start, region.end, region.skipped)
        if not nodes[at].name and len(nodes[at].text) >= _LEAST_PROSE and nodes[nodes[at].parent].name != "a"
    ]
    flowing = {_holder(nodes, at) for at in long}
    return flowing, long[0] if long else region.end


def _holder(nodes: list[Node], text: int) -> int:
    """The element that holds the paragraph of a text."""
    at = nodes[text].parent
    for _ in range(_MOST_WRAPPED):
        if nodes[at].name not in _WRAPPERS or nodes[at].parent < 0:
            break
        at = nodes[at].parent
    return at


def _related(nodes: list[Node], region: Region, measure: _Measure) -> Iterator[int]:
    """Headings such as "Related content" with the links under them."""
    for at in _steps(nodes, region.start, region.end, region.skipped):
        if nodes[at].name in HEADINGS and is_related_heading(nodes, at):
            following = list(_links_after(nodes, at, measure))
            if any(not measure.is_empty(place) for place in following):
                yield from (at, *following)


def _links_after(nodes: list[Node], heading: int, measure: _Measure) -> Iterator[int]:
    at = nodes[heading].end
    last = nodes[nodes[heading].parent].end
    while at < last and nodes[at].name not in HEADINGS:
        if not (measure.is_empty(at) or measure.is_linked(at, 1)):
            return
        yield at
        at = nodes[at].end
