"""Pages that would take a parser for ever: tags nested by the ten thousand, left open, or with endless attributes.

An HTML parser walks its stack of open tags for every tag, and the attributes of a tag for every attribute: hostile
pages make that quadratic. The cost is reckoned beforehand, and a page over the limit is read flat.
"""

from __future__ import annotations

import re

_MOST_STEPS = 200_000_000
_LONG_TAG = 2_000
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?)?"
_TAG = re.compile(
    rf"<(?:!--(?:-?>|.*?(?:--!?>|\Z))|(?P<close>/?)(?P<name>[a-z][^\s/>]*+)(?:[\s/]++|{_ATTRIBUTE})*+>?|[!?/][^>]*+>?)",
    re.I | re.S,
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_SCRIPT_END = re.compile("</script", re.I)
# Tags that never stay open, and those that the next of their kind closes.
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr html head body "
    "p li dt dd tr td th tbody thead tfoot option rp rt".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# An open formatting tag may be made anew in every block that follows.
_FORMATTING_STEPS = 50
_KEPT_FLAT = frozenset("title meta link br h1 h2 h3 h4 h5 h6 html head body".split())
_DROPPED_FLAT = re.compile(r"<(script|style|template|svg)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)


def make_safe(page: str) -> str:
    """The page itself, or where it would cost too much to parse, its words with plain paragraph tags."""
    return page if _steps(page) <= _MOST_STEPS else _flattened(page)


def _steps(page: str) -> int:
    """An upper bound of what a parser does: for every tag the depth it may stand at; stops over the limit.

    A tag counts as closed only by its own end tag right after what it holds, so nothing can hide its depth.
    """
    steps = weight = at = 0
    stack: list[str] = []
    while steps <= _MOST_STEPS and (tag := _TAG.search(page, at)):
        at = tag.end()
        name = (tag["name"] or "").lower()
        if at - tag.start() > _LONG_TAG:
            steps += _attributes(tag[0])
        if not name or name in _FLAT:
            pass
        elif tag["close"]:
            if stack and stack[-1] == name:
                weight -= _weight(stack.pop())
        elif name == "script" and "svg" not in stack and "math" not in stack:
            end = _SCRIPT_END.search(page, at)
            at = end.start() if end else len(page)
        else:
            stack.append(name)
            weight += _weight(name)
        steps += weight
    return steps


def _weight(name: str) -> int:
    return _FORMATTING_STEPS if name in _FORMATTING else 1


def _attributes(tag: str) -> int:
    return sum(1 for _ in _ATTRIBUTES.finditer(tag)) ** 2 // 2


def _flattened(page: str) -> str:
    return _TAG.sub(_flat_tag, _DROPPED_FLAT.sub(" ", page))


def _flat_tag(tag: re.Match[str]) -> str:
    name = (tag["name"] or "").lower()
    if name in _KEPT_FLAT:
        return tag[0] if len(tag[0]) <= _LONG_TAG else f"<{name}>"
    return "" if not name or name in _FORMATTING or name == "span" else "<p>"
