"""The words of a query in, its tree out; raises RequestError with one line that says what would be right.

either  := both ("OR" both)*
both    := single (["AND"] single)*
single  := ("NOT" | "-") single | "(" either ")" | "phrase" | word | word*
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.errors import RequestError
from acquis.grammar.query import And, Node, Not, Or, Phrase, Prefix, Word, join
from acquis.grammar.words import plain_words

LONGEST_QUERY = 2_000
MOST_TERMS = 64
DEEPEST = 16
_QUOTES = '"“”„‟«»'
_TOKEN = re.compile(
    rf"\s*(?:(?P<sign>[()])|(?P<minus>-(?=[^\s)]))|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)"
    rf"|(?P<term>[^\s(){_QUOTES}]+))"
)
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class _Token:
    """An operator or parenthesis under its own name, or "term" with what is searched for."""

    name: str
    node: Node | None = None


def parse_query(words: str) -> Node:
    """The tree of a query; every Not in it takes something away from what must be there."""
    if len(words) > LONGEST_QUERY:
        raise RequestError(f"a query of {len(words)} characters; at most {LONGEST_QUERY} are read")
    tokens = _tokens(words)
    if not tokens:
        raise RequestError("no words to search for; give a word, a phrase in quotes, or a filter")
    query = _Parser(tokens).query()
    _check_bounded(query)
    return query


def _tokens(words: str) -> list[_Token]:
    tokens, at, end = [], 0, len(words.rstrip())
    while at < end:
        match = _TOKEN.match(words, at)
        assert match is not None  # the four alternatives begin with any character
        tokens.append(_token(match))
        at = match.end()
    if sum(token.name == "term" for token in tokens) > MOST_TERMS:
        raise RequestError(f"more than {MOST_TERMS} words and phrases in one query; search in steps")
    return tokens


def _token(match: re.Match[str]) -> _Token:
    term, phrase = match["term"], match["phrase"]
    if match["sign"] or match["minus"]:
        return _Token(match["sign"] or "NOT")
    if term in _OPERATORS:
        return _Token(term)
    if phrase is None:
        return _Token("term", _term(term))
    if not match["closed"]:
        raise RequestError(
            f'a quote is not closed: "{_short(phrase)}; put " behind the last word of the phrase'
        )
    return _Token("term", _words(phrase, f'"{_short(phrase)}"'))


def _term(term: str) -> Node:
    if "*" not in term:
        return _words(term, f"'{_short(term)}'")
    parts = plain_words(term)
    if term.index("*") != len(term) - 1 or len(parts) != 1:
        raise RequestError(f"'{_short(term)}': * stands behind the beginning of one word, as in attribut*")
    return Prefix(parts[0])


def _words(text: str, shown: str) -> Node:
    parts = plain_words(text)
    if not parts:
        raise RequestError(f"{shown} has no letter or digit; leave it out, or put it into a phrase")
    if len(parts) > MOST_TERMS:
        raise RequestError(f"{shown} has more than {MOST_TERMS} words; a shorter piece of it finds the same")
    return Word(parts[0]) if len(parts) == 1 else Phrase(tuple(parts))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:40]}…" if len(text) > 40 else text


class _Parser:
    """Recursive descent; the depth counts parentheses and NOTs."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = [*tokens, _Token("end")]
        self._at = 0
        self._depth = 0

    def query(self) -> Node:
        """The whole query, or RequestError."""
        node = self._either()
        if self._next() == ")":
            raise RequestError("a ) without its (; parentheses come in pairs")
        return node

    def _next(self) -> str:
        return self._tokens[self._at].name

    def _either(self) -> Node:
        nodes = [self._both()]
        while self._next() == "OR":
            self._at += 1
            nodes.append(self._both())
        return join(Or, nodes)

    def _both(self) -> Node:
        nodes = [self._single()]
        while self._next() not in ("OR", ")", "end"):
            self._at += self._next() == "AND"
            nodes.append(self._single())
        return join(And, nodes)

    def _single(self) -> Node:
        token = self._tokens[self._at]
        if token.node is not None:
            self._at += 1
            return token.node
        if token.name not in ("NOT", "("):
            raise RequestError(self._missing(token.name))
        self._at += 1
        self._depth += 1
        if self._depth > DEEPEST:
            raise RequestError(f"more than {DEEPEST} parentheses in each other; write it flatter")
        node = Not(self._single()) if token.name == "NOT" else self._inside()
        self._depth -= 1
        return node

    def _inside(self) -> Node:
        node = self._either()
        if self._next() != ")":
            raise RequestError("a ( without its ); parentheses come in pairs")
        self._at += 1
        return node

    def _missing(self, name: str) -> str:
        before = self._tokens[self._at - 1].name if self._at else ""
        operator = name if name in _OPERATORS else before if before in _OPERATORS else ""
        if operator == "NOT":
            return "NOT needs a word behind it, as in: attacks NOT ransomware"
        if operator:
            return f"{operator} needs words on both sides; in quotes or small letters it is a word"
        return "parentheses with nothing in them; put words between ( and )"


def _check_bounded(query: Node) -> None:
    if not _bounded(query):
        raise RequestError(
            "NOT alone would find all the rest; put a word that must be there beside it, as in: attacks -ransomware"
        )


def _bounded(node: Node) -> bool:
    """Does it find only passages with some word of it?"""
    if isinstance(node, Or):
        return all(map(_bounded, node.parts))
    if isinstance(node, And):
        fitting = [_bounded(part) for part in node.parts]
        negated = (isinstance(part, Not) and _bounded(part.part) for part in node.parts)
        return any(fitting) and all(one or other for one, other in zip(fitting, negated, strict=True))
    return not isinstance(node, Not)
