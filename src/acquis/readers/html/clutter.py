"""What elements of a page say of themselves: navigation, banners, hidden parts; or the main block."""

from __future__ import annotations

import re

from acquis.readers.html.tree import Node

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# The largest share of a page's prose that an element may hold and still count as clutter.
_SURELY, _LIKELY = 0.6, 0.4
NEVER = frozenset("noscript datalist input progress meter map dialog".split())
_CLUTTER_NAMES = frozenset("nav footer aside menu form".split())
_CLUTTER_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog tablist form "
    "tooltip".split()
)
_NOTES = re.compile(r"foot-?notes?|end-?notes?|\breferences\b|doc-(?:foot|end)note", re.I)
_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+")
# Words of class or id. Some say what it is outright, others only together with too little prose.
_SURE_WORDS = frozenset(
    "cookie cookies consent gdpr breadcrumb breadcrumbs skiplink skiplinks navbar navigation pagination pager "
    "sharing sharethis addtoany addthis sharedaddy relatedposts newsletter".split()
)
_LIKELY_WORDS = frozenset(
    "nav menu submenu footer sidebar aside share social related recommended recommendations comments comment "
    "respond advert advertisement popup modal toolbar print printer signup subscribe subscription widget "
    "widgets topbar masthead offcanvas megamenu feedback metadata screenreader jumplinks pagetools".split()
)
_LIKELY_PAIRS = re.compile(
    r"skip-?(?:to|link|nav)|sr-only|visually-?hidden|screen-reader|back-to-top|see-also|read-more|more-news|"
    r"latest-news|site-(?:header|footer|nav)|page-(?:tools|footer)|language-(?:switch|select|links)|lang-switch|"
    r"post-(?:navigation|tags|meta)|entry-(?:meta|footer|tags)|article-(?:tags|tools)|tag-(?:list|cloud)|"
    r"social-(?:media|links)|follow-us|bread-?crumb|phase-banner|published-dates|contextual-(?:side|foot)",
    re.I,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MAIN_HINT = re.compile(
    r"^(?:main|maincontent|main-?(?:content|body|text|col(?:umn)?)|content|contents|content-?(?:body|main|area)|"
    r"page-?content|article|article-?(?:body|content|text)|post-?(?:body|content)|entry-?content|body-?content|"
    r"story|story-?body|news-?(?:body|content|detail|text)|press-?release)$",
    re.I,
)
_SITE_NAME = re.compile(r"\b(?:site|logo|brand|branding)\b", re.I)
_RELATED = re.compile(
    r"^(?:related\b.*|see also|read (?:more|also|next)|more (?:news|on|about|from|like|stories)\b.*|further reading|"
    r"latest\b.*|you (?:may|might) (?:also )?(?:like|be interested).*|share\b.*|follow us.*|explore the topic.*|"
    r"other (?:news|articles|links|languages)\b.*|in this section|on this page|contents|quick links|useful links|"
    r"links|tags|topics|downloads?|print this page)\s*:?$",
    re.I,
)


def clutter_limit(node: Node, *, inside: bool) -> tuple[float, bool]:
    """Up to which share of the page's prose this element is clutter (0 for never), and whether it is so despite a heading.

    `inside` says that it stands in a main block or an article, whose header belongs to the text.
    """
    if node.name in {"html", "body", "main"}:
        return 0, False
    if node.name in NEVER:
        return 1, True
    if not node.attributes and node.name not in _CLUTTER_NAMES and node.name != "header":
        return 0, False
    names = f"{node.attribute('class')} {node.attribute('id')}"
    if _NOTES.search(f"{names} {node.attribute('role')}"):
        return 0, False
    if _is_hidden(node) or node.name in _CLUTTER_NAMES or node.attribute("role") in _CLUTTER_ROLES:
        return _SURELY, node.name != "form" and node.attribute("role") != "banner"
    if node.name == "header" and not inside:
        return _LIKELY, False
    return _by_names(names)


def _by_names(names: str) -> tuple[float, bool]:
    if not names.strip():
        return 0, False
    words = {word.lower() for word in _WORDS.findall(names)}
    if words & _SURE_WORDS:
        return _SURELY, False
    return (_LIKELY, False) if words & _LIKELY_WORDS or _LIKELY_PAIRS.search(names) else (0, False)


def _is_hidden(node: Node) -> bool:
    if "hidden" in node.attributes or node.attribute("aria-hidden").lower() == "true":
        return True
    return "style" in node.attributes and bool(_HIDDEN_STYLE.search(node.attribute("style")))


def is_main(node: Node) -> bool:
    """Does an element say that it is the main block?"""
    return node.name == "main" or (bool(node.attributes) and node.attribute("role") == "main")


def hints_at_main(node: Node) -> bool:
    """Does the name that an element was given say that it holds the text?"""
    if node.name not in {"div", "section", "td"} or not node.attributes:
        return False
    if node.attribute("itemprop") == "articleBody":
        return True
    names = [node.attribute("id"), *node.attribute("class").split()]
    return any(_MAIN_HINT.match(name) for name in names)


def is_site_name(node: Node) -> bool:
    """Is a heading the name of the site, as in a page's head of old?"""
    return bool(_SITE_NAME.search(f"{node.attribute('class')} {node.attribute('id')}"))


def is_related_heading(nodes: list[Node], at: int) -> bool:
    """Does a heading announce links to other pages?"""
    inside = nodes[at + 1 : min(nodes[at].end, at + 20)]
    return bool(_RELATED.match("".join(node.text for node in inside).strip()[:100]))
