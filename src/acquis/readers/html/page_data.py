"""What a page says of itself: title, day, publisher, address and language, from its metadata and its headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from acquis.grammar.dates import read_header_date
from acquis.readers.html.tree import Node, inner_words

_LONGEST_SCRIPT, _MOST_SCRIPTS, _MOST_OBJECTS = 400_000, 20, 5_000
_LONGEST_VALUE = 1_000
_ARTICLE = re.compile(r"article|posting|report|webpage|statement|release|creativework", re.I)
_TITLES = ("og:title", "ld:headline", "citation_title", "dcterms.title", "dc.title", "twitter:title")
_DATES = (
    "ld:datepublished", "article:published_time", "og:article:published_time", "datepublished", "dcterms.issued",
    "dc.date.issued", "dcterms.date", "dc.date", "citation_publication_date", "citation_date", "publication_date",
    "publish-date", "pubdate", "date", "govuk:first-published-at", "dcterms.created",
)  # fmt: skip
_PUBLISHERS = (
    "og:site_name",
    "ld:publisher",
    "dcterms.publisher",
    "dc.publisher",
    "citation_publisher",
    "publisher",
)
_SUFFIX = re.compile(r"\s+(?:[|–—»•·]|-|::)\s+")
_DAY_NAMES = re.compile(
    r"\b(?:date|published|pubdate|datetime|posted|created|datepublished|timestamp)\b", re.I
)
_SPLIT_NAME = re.compile(r"[-_]|(?<=[a-z])(?=[A-Z])")
_LONGEST_DATE = 60


@dataclass(slots=True)
class _Found:
    """Values by key ("og:title", "ld:headline"), the first of each; and what the page shows."""

    values: dict[str, str] = field(default_factory=dict)
    headline: str = ""
    days: list[str] = field(default_factory=list)

    def add(self, key: str, value: str) -> None:
        value = " ".join(value[:_LONGEST_VALUE].split())
        if value:
            self.values.setdefault(key.lower(), value)

    def first(self, keys: tuple[str, ...]) -> str:
        return next((self.values[key] for key in keys if key in self.values), "")


def find_page_data(nodes: list[Node], headline: str, start: int) -> Mapping[str, str]:
    """The fields of the page's head: title, published, publisher, url, language (as declared); absent where unknown.

    `headline` is the page's main heading, and `start` where its text begins.
    """
    found = _collect(nodes, start)
    found.headline = headline
    fields = {
        "title": _title(found),
        "published": _published(found),
        "publisher": found.first(_PUBLISHERS) or _site(found),
        "url": _address(found),
        "language": found.values.get("lang", ""),
    }
    return {key: value for key, value in fields.items() if value}


def _collect(nodes: list[Node], start: int) -> _Found:
    found = _Found()
    scripts = 0
    for at, node in enumerate(nodes):
        match node.name:
            case "":
                continue
            case "html":
                found.add("lang", node.attribute("lang") or node.attribute("xml:lang"))
            case "meta":
                key = node.attribute("property") or node.attribute("name") or node.attribute("itemprop")
                found.add(key or "-", node.attribute("content"))
            case "link" if "canonical" in node.attribute("rel").lower().split():
                found.add("canonical", node.attribute("href"))
            case "title":
                found.add("<title>", inner_words(nodes, at))
            case "script" if scripts < _MOST_SCRIPTS:
                scripts += 1
                _read_linked_data(inner_words(nodes, at), found)
            case _ if at >= start:
                _look_for_day(nodes, at, found)
    return found


def _look_for_day(nodes: list[Node], at: int, found: _Found) -> None:
    """A `<time>` or an element whose name says that it holds the day of publication."""
    node = nodes[at]
    if len(found.days) >= 20 or not (node.name == "time" or _names_a_day(node)):
        return
    inside = inner_words(nodes, at) if node.end - at < 12 else ""
    words = node.attribute("datetime") or node.attribute("content") or inside
    if words and len(words) <= _LONGEST_DATE:
        found.days.append(words)


def _names_a_day(node: Node) -> bool:
    if not node.attributes:
        return False
    names = f"{node.attribute('class')} {node.attribute('itemprop')} {node.attribute('id')}"
    return len(names) > 2 and bool(_DAY_NAMES.search(_SPLIT_NAME.sub(" ", names[:300])))


def _title(found: _Found) -> str:
    """The title as the page gives it, without the name of the site behind it."""
    printed = found.values.get("<title>", "")
    title = found.first(_TITLES) or found.headline or printed
    if found.headline and title != found.headline and title.lower().startswith(found.headline.lower()):
        return found.headline
    parts = _SUFFIX.split(title)
    site = found.first(_PUBLISHERS).lower()
    is_printed = title == printed and not found.headline and len(parts) > 1
    if len(parts) > 1 and (is_printed or parts[-1].lower() == site):
        return title[: title.rindex(parts[-1])].rstrip(" |–—»•·-:")
    return title


def _site(found: _Found) -> str:
    """The name of the site, as it stands behind the headline in `<title>`; empty where it cannot be told."""
    headline, separator, site = found.values.get("<title>", "").rpartition(" | ")
    if not separator:
        headline, separator, site = found.values.get("<title>", "").rpartition(" - ")
    return site if headline and headline.startswith(found.headline) else ""


def _published(found: _Found) -> str:
    """The day of publication, by metadata, else by what stands near the headline; empty where neither is a day."""
    declared = (found.values[key] for key in _DATES if key in found.values)
    for words in (*declared, *found.days[:3]):
        if day := read_header_date(words[:_LONGEST_DATE]):
            return day
    return ""


def _address(found: _Found) -> str:
    for key in ("canonical", "og:url", "ld:url"):
        address = found.values.get(key, "")
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.hostname:
            return address
    return ""


def _read_linked_data(script: str, found: _Found) -> None:
    """Headline, day, publisher and address of the article that JSON-LD describes; what is no JSON is passed over."""
    if len(script) > _LONGEST_SCRIPT:
        return
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    for thing in filter(_is_article, _objects(data)):
        for key in ("headline", "datePublished", "url"):
            if isinstance(thing.get(key), str):
                found.add(f"ld:{key}", str(thing[key]))
        publisher = thing.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            found.add("ld:publisher", str(publisher["name"]))


def _is_article(thing: dict[str, object]) -> bool:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind[:200]) for kind in listed)


def _objects(data: object) -> Iterator[dict[str, object]]:
    """All objects of a JSON value, without recursion and not without end."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_OBJECTS:
        thing = waiting.pop()
        seen += 1
        if isinstance(thing, dict):
            yield thing
            waiting.extend(thing.values())
        elif isinstance(thing, list):
            waiting.extend(thing[:_MOST_OBJECTS])
