"""Search against a plain evaluation in Python: this is the common ground of both engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from corpora import Found, Said, Written, key_of, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquis.grammar.query import And, Node, Not, Or, Phrase, Prefix, Word, alternatives, join
from acquis.grammar.query_parser import parse_query
from acquis.grammar.words import stem
from acquis.model.filters import Filters
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.engine import Store
from acquis.store.question import Question
from acquis.store.search import count_found, search
from acquis.store.words import indexed_words, weight_of

# Plurals, accents (composed and not), Cyrillic, CJK, an astral letter, digits, an emoji, what only looks like a word.
WORDS = (
    "alpha alphas beta policies policy état e\u0301tat Ünïon мир миры 網路 安全 𐐨𐐩 75 a s ½ 🙂 _ it's well-known"
    " ﬁle STRASSE straße İzmir ΟΔΟΣ"
).split()
NAMES = ("XC", "XD", "XE")
ACTS = ("call", "report", "offer")

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
findings = st.builds(
    Found,
    act=st.sampled_from(ACTS),
    owners=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
    targets=st.lists(st.sampled_from(("topic.one", "topic.two")), max_size=2, unique=True).map(tuple),
    element=st.sampled_from(("norms", "cbms", None)),
    status=st.sampled_from(("found", "accepted", "rejected")),
    least=st.integers(0, 2),
    most=st.integers(1, 4),
)
passages = st.builds(Said, sentences, st.lists(findings, max_size=2).map(tuple))
days = st.sampled_from(("2030-01-01", "2031-05-02", "2031-12-31", None))
corpora = st.lists(
    st.builds(
        Written,
        said=st.lists(passages, min_size=1, max_size=4).map(tuple),
        kind=st.sampled_from(("statement", "report")),
        earliest=st.shared(days, key="day") | days,
        latest=days,
        series_key=st.sampled_from(("one", None)),
        marking=st.sampled_from(Marking),
        current=st.sampled_from((True, True, True, False)),
    ),
    min_size=1,
    max_size=3,
)
words = st.sampled_from([word for word in WORDS if indexed_words(word)])
plain = words.map(lambda word: parse_query(f'"{word}"'))
prefixes = plain.filter(lambda node: isinstance(node, Word)).map(
    lambda node: Prefix(node.text[: max(1, len(node.text) - 1)]) if isinstance(node, Word) else node
)
phrases = st.lists(words, min_size=2, max_size=3).map(lambda parts: parse_query(f'"{" ".join(parts)}"'))
leaves: st.SearchStrategy[Node] = plain | prefixes | phrases


def _trees(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=1, max_size=3)
    both = st.builds(
        lambda needed, without: join(And, [*needed, *map(Not, without)]), several, st.lists(nodes, max_size=1)
    )
    return both | several.map(lambda parts: join(Or, parts))


queries = st.recursive(leaves, _trees, max_leaves=8)
filters = st.builds(
    Filters,
    acts=st.just(()) | st.just(("call", "offer")),
    owner=st.none() | st.sampled_from(NAMES),
    about=st.just(frozenset()) | st.just(frozenset({"topic.one"})),
    element=st.none() | st.just("norms"),
    since=st.none() | st.sampled_from(("2031", "2031-06")),
    until=st.none() | st.sampled_from(("2030", "2031-05-02")),
    kind=st.none() | st.just("report"),
    series=st.none() | st.just("one"),
    include_rejected=st.booleans(),
)


def seen(found: Found, wanted: Filters, viewer: Viewer) -> bool:
    """Does a finding meet the filters, for this viewer?"""
    return (
        found.least <= viewer.clearance <= found.most
        and (wanted.include_rejected or found.status != "rejected")
        and (not wanted.acts or found.act in wanted.acts)
        and (wanted.owner is None or wanted.owner in found.owners)
        and (not wanted.about or not wanted.about.isdisjoint(found.targets))
        and (wanted.element is None or found.element == wanted.element)
    )


def searched(document: Written, wanted: Filters, viewer: Viewer) -> bool:
    """Does a document meet the filters, for this viewer?"""
    first, last = document.earliest or document.latest, document.latest or document.earliest
    return (
        document.current
        and document.marking <= viewer.clearance
        and (wanted.since is None or (last is not None and last >= wanted.since))
        and (wanted.until is None or (first is not None and first[: len(wanted.until)] <= wanted.until))
        and wanted.kind in (None, document.kind)
        and wanted.series in (None, document.series_key)
    )


Match = tuple[tuple[object, ...], Written, int, list[Found]]


def matches(query: Node, words: list[str]) -> bool:
    """Does a passage of these stored words match? What both engines promise, in three lines a node."""
    if isinstance(query, Word):
        return stem(query.text) in words
    if isinstance(query, Prefix):
        return query.whole in words or any(word.startswith(query.text) for word in words)
    if isinstance(query, Phrase):
        phrase = [stem(word) for word in query.words]
        return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))
    if isinstance(query, Not):
        return not matches(query.part, words)
    found = (matches(part, words) for part in query.parts)
    return all(found) if isinstance(query, And) else any(found)


def evaluate(corpus: list[Written], query: Node | None, wanted: Filters, viewer: Viewer) -> Iterator[Match]:
    """Rank, document, its number and findings of every passage that matches."""
    for number, document in enumerate(corpus, 1):
        for place, said in enumerate(document.said):
            found = [one for one in said.found if seen(one, wanted, viewer)]
            stored = indexed_words(said.text)
            by_words = query is None or matches(query, stored)
            by_finding = bool(found) or not (query is None or wanted.of_findings)
            if not (searched(document, wanted, viewer) and by_words and by_finding):
                continue
            breadth = sum(matches(one, stored) for one in alternatives(query)) if query else 0
            newness = [-ord(char) for char in document.latest or ""] or [0]
            rank = (-breadth, not found, -weight_of(len(stored)), newness, number, place)
            yield rank, document, number, found


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(corpus=corpora, query=st.none() | queries, wanted=filters, clearance=st.sampled_from(Marking))
def test_both_engines_answer_as_a_plain_evaluation_does(
    store: Store, corpus: list[Written], query: Node | None, wanted: Filters, clearance: Marking
) -> None:
    """Any small corpus, any query, any filters, any viewer: the same hits in the same order, the same counts."""
    if query is None and not wanted.narrow:
        wanted = Filters(kind="report")
    viewer = Viewer(clearance)
    expected = sorted(evaluate(corpus, query, wanted, viewer), key=lambda match: match[0])
    with store.engine.connect() as connection:  # never committed
        write(connection, corpus)
        answer = search(connection, Question(query, wanted), viewer)
        cut = search(connection, Question(query, wanted, limit=2, offset=1), viewer)
    assert [(hit.document, hit.address) for hit in answer.hits] == [
        (key_of(number), f"¶{int(str(place)) + 1}") for (*_, place), _, number, _ in expected
    ]
    assert [sorted(claim.act for claim in hit.claims) for hit in answer.hits] == [
        sorted(one.act for one in found) for _, _, _, found in expected
    ]
    assert cut.hits == answer.hits[1:3]
    assert (answer.total, cut.total, cut.facets) == (len(expected), len(expected), answer.facets)
    counted = {one.name: {count.value: count.count for count in one.counts} for one in answer.facets}
    assert counted == facets(expected)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(corpus=corpora, query=st.none() | queries, wanted=filters, clearance=st.sampled_from(Marking))
def test_every_count_is_what_choosing_it_finds(
    store: Store, corpus: list[Written], query: Node | None, wanted: Filters, clearance: Marking
) -> None:
    """Any value of any facet, added to the filters, finds as many passages as were counted under it; so does counting alone."""
    if query is None and not wanted.narrow:
        wanted = Filters(kind="report")
    viewer = Viewer(clearance)
    with store.engine.connect() as connection:  # never committed
        write(connection, corpus)
        answer = search(connection, Question(query, wanted), viewer)
        counts = [(one.name, each.value, each.count) for one in answer.facets for each in one.counts]
        found = [
            search(connection, Question(query, chosen(wanted, name, value)), viewer).total
            for name, value, _ in counts
        ]
        alone = [
            count_found(connection, Question(query, chosen(wanted, name, value)), viewer, "2031")
            for name, value, _ in counts
        ]
    assert found == [count for *_, count in counts]
    assert alone == [(count, count) for *_, count in counts]  # all came on 2031-01-01


def chosen(wanted: Filters, facet: str, value: str) -> Filters:
    """The filters with one value of a facet more."""
    match facet:
        case "act":
            return replace(wanted, acts=(value,))  # type: ignore[arg-type]
        case "owner":
            return replace(wanted, joint=(*wanted.joint, value))
        case _:
            return replace(wanted, **{facet: value})  # type: ignore[arg-type]


def facets(expected: list[Match]) -> dict[str, dict[str, int]]:
    """The counts of passages, each once under a value."""

    def of_findings(values: Callable[[Found], tuple[str | None, ...]]) -> dict[str, int]:
        each = ({value for one in found for value in values(one)} for _, _, _, found in expected)
        return Counter(value for some in each for value in some if value)

    years = ((document.earliest or document.latest or "undated") for _, document, _, _ in expected)
    return {
        "act": of_findings(lambda one: (one.act,)),
        "owner": of_findings(lambda one: one.owners),
        "element": of_findings(lambda one: (one.element,)),
        "kind": Counter(document.kind for _, document, _, _ in expected),
        "year": Counter(year if year == "undated" else year[:4] for year in years),
        "document": Counter(key_of(number) for _, _, number, _ in expected),
    }


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("L'état de l'Ünïon", "etat UNION", True),
        ("l'e\u0301tat", '"l état"', True),
        ("Кибербезопасность и мир", "кибер*", True),
        ("Кибербезопасность и мир", "МИР", True),
        ("網路安全", "網路*", True),
        ("網路安全", "安全", False),  # a run of letters is one word: no word list of Chinese
        ("网络 安全", '"网络 安全"', True),
        ("🙂 peace 🙂 now", '"peace now"', True),
        ("Straße", "strasse", True),
        ("ﬁle ½", '"file 1 2"', True),
        ("İzmir", "izmir", True),
        ("ΟΔΟΣ", "οδος", True),
        ("x" * 500, "x" * 500, True),
        ("x" * 500, "x" * 64 + "*", True),
        ("snake_case", '"snake case"', True),
        ("null\x00byte", '"null byte"', True),
        ("it's the States' own", '"it s the state own"', True),
        ("a' & 'b | !c", '"a b c"', True),
        ('say "quoted" \\words', '"say quoted words"', True),
    ],
)
def test_any_script_is_searched_alike(store: Store, text: str, query: str, found: bool) -> None:
    """Accents, scripts, signs and runs of any length mean the same in both engines."""
    if not store.is_sqlite and "\x00" in text:
        text = text.replace("\x00", "\x01")  # PostgreSQL keeps no zero in a text
    with store.engine.connect() as connection:
        write(connection, [Written((Said(text),))])
        assert search(connection, Question(parse_query(query)), EVERYTHING).total == int(found)


def test_long_passages_are_searched_alike(store: Store) -> None:
    """PostgreSQL keeps 256 places of a word and counts to 16,383: up to where both can, phrases are found."""
    often = "alpha " * 249 + "beta gamma " + "alpha " * 60 + "alpha delta"
    long = " ".join(f"w{number}" for number in range(15_999)) + " omega zeta"
    with store.engine.connect() as connection:
        write(connection, [Written((Said(often), Said(long)))])
        totals = {
            words: search(connection, Question(parse_query(words)), EVERYTHING).total
            for words in ('"alpha beta gamma"', '"alpha delta"', "delta", '"w15998 omega"', "omega", "zeta")
        }
    assert totals == {
        '"alpha beta gamma"': 1, '"alpha delta"': 0, "delta": 1, '"w15998 omega"': 1, "omega": 1, "zeta": 0,
    }  # fmt: skip
