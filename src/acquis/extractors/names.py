"""Names of the vocabulary in short strings that are not the text: titles, provenance lines, publishers.

In: words and a vocabulary. Out: what they name, in order. (Names inside the text are `Material.mentions`.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from acquis.extractors.material import ACTORS, actor_code
from acquis.model.concept import Concept, ConceptKind
from acquis.vocabulary.vocabulary import APOSTROPHES, Sense, Vocabulary

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"(?<![\w.-])[A-Z]{2,3}(?![\w.-])")
_LONGEST_NAME = 12
_LONGEST = 600
_PROPER = ("state.", "group.", "institution.")
# Country domains that are sold to everybody say nothing of a State.
_SOLD_DOMAINS = frozenset(
    ["io", "co", "tv", "me", "ai", "ly", "fm", "cc", "ws", "gg", "sh", "to", "la", "vc", "am"]
)
_DOMAIN_CODES = {"uk": "GB", "eu": "EU", "gov": "US", "mil": "US"}
_DOMAINS = (
    ("nato.int", "NATO"),
    ("asean.org", "ASEAN"),
    ("osce.org", "OSCE"),
    ("oas.org", "OAS"),
    ("caricom.org", "CARICOM"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a short string: its place, what it means, and whether it is an adjective ("French")."""

    start: int
    end: int
    concept: Concept
    adjective: bool = False

    @property
    def code(self) -> str:
        """The code of a State or group, as records print it."""
        return actor_code(self.concept)


def find_names(vocabulary: Vocabulary, words: str, kinds: tuple[ConceptKind, ...] = ACTORS) -> list[Named]:
    """The concepts of these kinds that a short string names: longest name first at each place, in order."""
    plain = words[:_LONGEST].translate(APOSTROPHES)
    spans = [match.span() for match in _WORD.finditer(plain)]
    found: list[Named] = []
    at = 0
    while at < len(spans):
        named, last = _longest(vocabulary, plain, spans, at, kinds)
        if named:
            found.append(named)
        at = last + 1
    return found


def _longest(
    vocabulary: Vocabulary, plain: str, spans: list[tuple[int, int]], at: int, kinds: tuple[ConceptKind, ...]
) -> tuple[Named | None, int]:
    """The longest name that begins at a word, and the last word it covers."""
    start = spans[at][0]
    for last in range(min(at + _LONGEST_NAME, len(spans)) - 1, at - 1, -1):
        for end in _ends(plain, spans[last][1]):
            written = " ".join(plain[start:end].split())
            fitting = [s for s in vocabulary.senses.get(written.lower(), ()) if _fits(s, written)]
            for sense in fitting:
                concept = vocabulary.get(sense.concept_id)
                if concept.kind in kinds and sense.form in ("name", "adjective") and not sense.weak:
                    return Named(start, end, concept, sense.form == "adjective"), last
            if fitting:
                return None, last
    return None, at


def _ends(plain: str, end: int) -> tuple[int, ...]:
    """Where a name may end: with its full stop ("U.S.") or bracket, or without."""
    return (end + 1, end) if plain[end : end + 1] in (".", ")") else (end,)


def _fits(sense: Sense, written: str) -> bool:
    if sense.exact is not None and sense.exact != written:
        return False
    return not sense.concept_id.startswith(_PROPER) or written[0].isupper() or written.startswith("the ")


def find_codes(vocabulary: Vocabulary, words: str) -> list[str]:
    """The States whose ISO code (two or three letters) stands alone in a provenance line, in order."""
    return [
        code for match in _CODE.finditer(words[:_LONGEST]) if (code := _state_code(vocabulary, match.group()))
    ]


def _state_code(vocabulary: Vocabulary, printed: str) -> str | None:
    """A State by its code; three letters mean a State before they mean a group (CRI, NAM)."""
    if len(printed) == 3:
        return next(
            (state.code for state in vocabulary.of_kind("state") if printed in state.codes_in_titles), None
        )
    known = vocabulary.by_code(printed)
    return printed if known and known.kind == "state" else None


def code_of_publisher(vocabulary: Vocabulary, publisher: str | None, url: str | None) -> str | None:
    """The State or group behind a publisher ("Foreign Office") or address ("www.mofa.go.jp"), or None."""
    host = (urlsplit(url).hostname if url else None) or (
        publisher if publisher and _is_host(publisher) else None
    )
    if host and (code := _code_of_host(vocabulary, host.lower())):
        return code
    if not publisher or _is_host(publisher):
        return None
    for named in find_names(vocabulary, publisher, (*ACTORS, "institution")):
        if named.concept.kind != "institution":
            return named.code
        if named.concept.side:
            return named.concept.side
    return None


def _is_host(words: str) -> bool:
    return "." in words and " " not in words.strip()


def _code_of_host(vocabulary: Vocabulary, host: str) -> str | None:
    for domain, code in _DOMAINS:
        if host == domain or host.endswith(f".{domain}"):
            return code
    top = host.rpartition(".")[2]
    if top in _DOMAIN_CODES:
        return _DOMAIN_CODES[top]
    code = top.upper()
    known = vocabulary.by_code(code) if len(top) == 2 and top not in _SOLD_DOMAINS else None
    return code if known and known.kind == "state" else None
