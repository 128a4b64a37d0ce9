"""One promise on both engines: what a search finds, in which order, and what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from corpora import Found, Said, Written, key_of, write

from acquis.errors import RequestError
from acquis.grammar.query_parser import parse_query
from acquis.model.answers import Hit, SearchAnswer
from acquis.model.filters import Filters
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.engine import Store
from acquis.store.question import DEEPEST_OFFSET, MOST_HITS, Question
from acquis.store.search import search

Ask = Callable[..., SearchAnswer]

CALL = Found("call", ("XC",), ("topic.ransomware",), "threats")
PROMISE = Found("commitment", ("XC", "XD"), ("provision.norm-f",), "norms")
SECRET = Found("objection", ("XE",), least=2)
OPEN = Found("concern", ("XF",), most=1)
REFUSED = Found("offer", ("XG",), status="rejected")

CORPUS = [
    Written(
        (
            Said("Opening"),
            Said("We call on all States to stop ransomware attacks on hospitals.", (CALL,)),
            Said("Both sides agreed to protect critical infrastructure and report attacks.", (PROMISE, CALL)),
            Said("The attacks on infrastructure were critical."),
        ),
        title="First statement", kind="statement", earliest="2031-05-02", latest="2031-05-02",
        series_key="aldoria dialogue",
    ),
    Written(
        (
            Said("Ransomware policies differ; a policy of silence helps nobody.", (SECRET, OPEN)),
            Said("Attacks were discussed.", (REFUSED,)),
        ),
        title="Second report", kind="report", earliest="2030-01-01", latest="2030-12-31",
    ),
    Written(
        (Said("The ransomware plan of the red cell is secret.", (CALL,)), Said("Attacks, attacks, attacks!")),
        title="Red paper", kind="other", marking=Marking.RED, earliest="2032-01-01", latest="2032-01-01",
    ),
    Written((Said("An older version spoke of ransomware.", (CALL,)),), title="Old", current=False),
    Written((Said("Undated words on ransomware from nobody knows when."),)),
]  # fmt: skip


@pytest.fixture
def ask(store: Store) -> Ask:
    """Ask the corpus above; words, filters, viewer and page as they come."""
    with store.writing() as connection:
        write(connection, CORPUS)

    def call(
        words: str | None = None, *, viewer: Viewer = EVERYTHING, limit: int = 50, offset: int = 0, **filters: object
    ) -> SearchAnswer:  # fmt: skip
        query = None if words is None else parse_query(words)
        question = Question(query, Filters(**filters), limit, offset)  # type: ignore[arg-type]
        with store.reading() as connection:
            return search(connection, question, viewer)

    return call


def sentences(answer: SearchAnswer) -> list[str]:
    """The first two words of every hit, in order."""
    return [" ".join(hit.sentence.split()[:2]) for hit in answer.hits]


def facet(answer: SearchAnswer, name: str) -> dict[str, int]:
    """The counts of one facet."""
    (found,) = [one for one in answer.facets if one.name == name]
    return {count.value: count.count for count in found.counts}


def test_a_hit_says_where_it_stands_and_what_stands_beside_it(ask: Ask) -> None:
    """The sentence, its address and span, its document, its neighbours and its findings."""
    (hit,) = ask('"critical infrastructure"').hits
    assert hit.sentence.startswith("Both sides agreed")
    assert (hit.document, hit.work, hit.title) == (key_of(1), "W/1", "First statement")
    assert (hit.published, hit.kind, hit.marking) == ("2031-05-02", "statement", Marking.CLEAR)
    assert hit.address == "¶3"
    text = " ".join(said.text for said in CORPUS[0].said)
    assert text[hit.start : hit.end] == hit.sentence
    assert (hit.before, hit.after) == (CORPUS[0].said[1].text, CORPUS[0].said[3].text)
    assert [(claim.act, claim.owners, claim.element) for claim in hit.claims] == [
        ("commitment", ("XC", "XD"), "norms"),
        ("call", ("XC",), "threats"),
    ]
    assert text[hit.claims[0].start : hit.claims[0].end] == hit.sentence


def test_neighbours_end_with_the_document(ask: Ask) -> None:
    """Nothing stands before a first sentence or after a last one, whatever documents lie beside it."""
    (hit,) = ask("undated").hits
    assert (hit.before, hit.after) == (None, None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("policy", ["Ransomware policies"]),
        ("POLICIES", ["Ransomware policies"]),
        ("ransom*", ["The ransomware", "We call", "Ransomware policies", "Undated words"]),
        ("ransom", []),
        ("attack -ransomware", ["Both sides", "The attacks", "Attacks, attacks,", "Attacks were"]),
        ("attacks (hospitals OR discussed)", ["We call", "Attacks were"]),
        ('"infrastructure critical"', []),
        ('"infrastructure were critical"', ["The attacks"]),
        ('"attacks attacks attacks"', ["Attacks, attacks,"]),
        ("older", []),
    ],
)
def test_words_find_passages(ask: Ask, words: str, found: list[str]) -> None:
    """Words without case and plural, prefixes, phrases in order, NOT, OR; old versions are not searched."""
    hits = [" ".join(hit.sentence.split()[:2]) for hit in ask(words).hits]
    assert sorted(hits) == sorted(" ".join(words.split()[:2]) for words in found)


def test_the_order_of_hits(ask: Ask) -> None:
    """A finding first, then the weight of the length, then the newer document, undated last."""
    assert sentences(ask("ransomware")) == [
        "The ransomware",
        "We call",
        "Ransomware policies",
        "Undated words",
    ]


def test_more_alternatives_of_an_or_come_first(ask: Ask) -> None:
    """What has two of three words that may stand there is better than what has one, findings or not."""
    assert sentences(ask("undated OR nobody OR hospitals"))[0] == "Undated words"
    assert sentences(ask("(undated OR nobody OR hospitals) ransomware"))[0] == "Undated words"


def test_pages_join_without_gap_or_repeat(ask: Ask) -> None:
    """Limit and offset cut one list; total and facets are of the whole."""
    whole = ask("ransomware OR attacks")
    pages = [ask("ransomware OR attacks", limit=3, offset=offset) for offset in range(0, 9, 3)]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert {(page.total, page.facets) for page in pages} == {(whole.total, whole.facets)}
    assert ask("ransomware", limit=0).hits == ()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"acts": ("call",)}, ["The ransomware", "We call"]),
        ({"acts": ("objection", "concern")}, ["Ransomware policies"]),
        ({"owner": "XE"}, ["Ransomware policies"]),
        ({"owner": "XD"}, []),
        ({"about": frozenset({"topic.ransomware", "topic.other"})}, ["The ransomware", "We call"]),
        ({"element": "threats"}, ["The ransomware", "We call"]),
        ({"acts": ("call",), "owner": "XE"}, []),
        ({"since": "2031"}, ["The ransomware", "We call"]),
        ({"since": "2030-06", "until": "2030-07"}, ["Ransomware policies"]),
        ({"until": "2031-05-02"}, ["Ransomware policies", "We call"]),
        ({"until": "2031-05-01"}, ["Ransomware policies"]),
        ({"kind": "report"}, ["Ransomware policies"]),
        ({"series": "aldoria dialogue"}, ["We call"]),
        ({"series": "other"}, []),
        ({"joint": ("XC", "XD")}, []),
        ({"owner": "XC", "joint": ("XC",)}, ["The ransomware", "We call"]),
        ({"year": "2031"}, ["We call"]),
        ({"year": "undated"}, ["Undated words"]),
        ({"year": "203"}, []),
        ({"document": key_of(2)}, ["Ransomware policies"]),
        ({"document": key_of(4)}, []),
        ({"came_after": "2030"}, ["The ransomware", "We call", "Ransomware policies", "Undated words"]),
        ({"came_after": "2031-01-01T00:00:00Z"}, []),
    ],
)
def test_filters_narrow(ask: Ask, filters: dict[str, object], found: list[str]) -> None:
    """Those on findings must meet in one finding; a date known in part counts when it may be meant."""
    answer = ask("ransomware", **filters)
    assert sorted(sentences(answer)) == sorted(found)
    assert answer.total == len(found)


def test_filters_need_no_words(ask: Ask) -> None:
    """Without words every passage with a finding that meets the filters is found."""
    assert sorted(sentences(ask(owner="XC"))) == ["Both sides", "The ransomware", "We call"]
    assert sentences(ask(kind="report")) == ["Ransomware policies"]
    assert sentences(ask(series="aldoria dialogue", acts=("commitment",))) == ["Both sides"]


def test_owners_may_be_asked_for_together(ask: Ask) -> None:
    """All own one and the same finding."""
    assert sentences(ask("attacks", joint=("XC", "XD"))) == ["Both sides"]
    assert ask(joint=("XC", "XE")).total == 0


def test_what_is_rejected_is_found_only_when_asked_for(ask: Ask) -> None:
    """A rejected finding neither ranks, filters nor counts; its sentence is still a sentence."""
    assert ask("discussed").hits[0].claims == ()
    assert ask("discussed", acts=("offer",)).total == 0
    assert ask("discussed", acts=("offer",), include_rejected=True).hits[0].claims[0].status == "rejected"


def test_facets_count_passages(ask: Ask) -> None:
    """A passage counts once under each value; kind, year and document add up to the total."""
    answer = ask("attacks OR ransomware")
    assert facet(answer, "act") == {"call": 3, "commitment": 1, "objection": 1}
    assert facet(answer, "owner") == {"XC": 3, "XD": 1, "XE": 1}
    assert facet(answer, "element") == {"threats": 3, "norms": 1}
    assert facet(answer, "kind") == {"statement": 4, "report": 2, "other": 2}
    assert facet(answer, "year") == {"2031": 3, "2030": 2, "2032": 2, "undated": 1}
    assert facet(answer, "document") == {key_of(1): 3, key_of(2): 2, key_of(3): 2, key_of(5): 1}
    for name in ("kind", "year", "document"):
        assert sum(facet(answer, name).values()) == answer.total
    for name, values in (("act", _acts), ("owner", _owners)):
        assert facet(answer, name) == Counter(value for hit in answer.hits for value in values(hit))


def _acts(hit: Hit) -> set[str]:
    return {claim.act for claim in hit.claims}


def _owners(hit: Hit) -> set[str]:
    return {owner for claim in hit.claims for owner in claim.owners}


def test_documents_are_counted_under_their_titles(ask: Ask) -> None:
    """A document without a title counts under the last part of where it was found."""
    labels = {
        count.label for one in ask("ransomware").facets if one.name == "document" for count in one.counts
    }
    assert labels == {"First statement", "Second report", "Red paper", "5"}


def test_long_facets_are_cut_at_ten_and_say_how_many_there_are(store: Store) -> None:
    """The ten commonest, and of equals those first in the alphabet."""
    owners = [f"X{letter}" for letter in "CDEFGHIJLMNO"]
    said = tuple(Said("one word", (Found(owners=(owner,)),)) for owner in (*owners, "XO"))
    with store.writing() as connection:
        write(connection, [Written(said)])
        (owned,) = [
            f
            for f in search(connection, Question(parse_query("word")), EVERYTHING).facets
            if f.name == "owner"
        ]
    assert [count.value for count in owned.counts] == ["XO", *owners[:9]]
    assert owned.distinct == 12


def test_nothing_a_viewer_may_not_see_leaves_a_trace(ask: Ask) -> None:
    """Not in hits, totals, facets or order: as if red works, and judgements marked higher, were not there."""
    clear = ask("ransomware OR attacks", viewer=Viewer(Marking.CLEAR))
    assert all(hit.marking == Marking.CLEAR for hit in clear.hits)
    assert facet(clear, "act") == {"call": 2, "commitment": 1, "concern": 1}
    assert facet(clear, "kind") == {"statement": 4, "report": 2}
    assert ask("secret", viewer=Viewer(Marking.AMBER_STRICT)).total == 0
    assert ask(owner="XE", viewer=Viewer(Marking.GREEN)).total == 0
    assert ask(owner="XE", viewer=Viewer(Marking.AMBER)).total == 1


def test_a_lower_viewer_gets_what_a_workspace_without_the_rest_gives(
    ask: Ask, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The answer to CLEAR is the answer of a workspace that never had anything else."""
    from acquis.store.engine import open_store

    plain = open_store(str(tmp_path_factory.mktemp("plain") / "acquis.db"), create=True)
    kept = [
        Written((), current=False) if one.marking else one
        for one in CORPUS
    ]  # fmt: skip
    with plain.writing() as connection:
        write(connection, kept)
        for words in ("ransomware", "attacks OR ransomware", "attack*"):
            there = search(connection, Question(parse_query(words)), Viewer(Marking.CLEAR))
            assert ask(words, viewer=Viewer(Marking.CLEAR)) == there
    plain.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Question(None),
        lambda: Question(parse_query("a"), limit=MOST_HITS + 1),
        lambda: Question(parse_query("a"), limit=-1),
        lambda: Question(parse_query("a"), offset=DEEPEST_OFFSET + 1),
        lambda: Question(parse_query("a"), listed=0),
    ],
)
def test_what_cannot_be_asked_is_refused(make: Callable[[], Question]) -> None:
    """Neither words nor filters, or more than can be had at once."""
    with pytest.raises(RequestError):
        make()
