"""The language of searches: what is read, what it means, and what is refused with one clear line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.errors import RequestError
from acquis.grammar.query import And, Node, Not, Or, Phrase, Prefix, Word, alternatives, join, wanted
from acquis.grammar.query_parser import DEEPEST, LONGEST_QUERY, MOST_TERMS, parse_query

A, B, C = Word("alpha"), Word("beta"), Word("gamma")

words = st.text(st.sampled_from("abcxyzé七д"), min_size=1, max_size=6).map(
    lambda text: text.replace("é", "e").lower()
)
leaves = words.map(Word) | words.map(Prefix) | st.lists(words, min_size=2, max_size=4).map(tuple).map(Phrase)


def _both(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Some that must be there, some that must not."""
    return st.builds(
        lambda needed, without: join(And, [*needed, *map(Not, without)]),
        st.lists(nodes, min_size=1, max_size=3),
        st.lists(nodes, max_size=2),
    )


def _trees(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    either = st.lists(nodes, min_size=1, max_size=3).map(lambda parts: join(Or, parts))
    return _both(nodes) | either


queries: st.SearchStrategy[Node] = st.recursive(leaves, _trees, max_leaves=12)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("alpha", A),
        ("ALPHA", A),
        ("Álpha", A),
        ("alpha beta", And((A, B))),
        ("alpha AND beta", And((A, B))),
        ("alpha and beta", And((A, Word("and"), B))),
        ("alpha OR beta", Or((A, B))),
        ("alpha OR beta gamma", Or((A, And((B, C))))),
        ("(alpha OR beta) gamma", And((Or((A, B)), C))),
        ("alpha -beta", And((A, Not(B)))),
        ("-beta alpha", And((Not(B), A))),
        ("alpha NOT beta", And((A, Not(B)))),
        ("alpha -(beta OR gamma)", And((A, Not(Or((B, C)))))),
        ('"alpha beta"', Phrase(("alpha", "beta"))),
        ("“alpha beta”", Phrase(("alpha", "beta"))),
        ("„alpha beta“", Phrase(("alpha", "beta"))),
        ('"alpha"', A),
        ('"AND"', Word("and")),
        ("alph*", Prefix("alph")),
        ("capacity-building", Phrase(("capacity", "building"))),
        ("-capacity-building alpha", And((Not(Phrase(("capacity", "building"))), A))),
        ("A/75/816", Phrase(("a", "75", "816"))),
        ("((alpha))", A),
        ("alpha(beta)gamma", And((A, B, C))),
        ('alpha"beta gamma"', And((A, Phrase(("beta", "gamma"))))),
        ("½", Phrase(("1", "2"))),
    ],
)
def test_queries_are_read(text: str, tree: Node) -> None:
    """Blanks join, capitals are operators, signs inside a word make a phrase."""
    assert parse_query(text) == tree


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no words"),
        ("  \n", "no words"),
        ("-alpha", "NOT alone"),
        ("NOT alpha", "NOT alone"),
        ("-alpha -beta", "NOT alone"),
        ("alpha OR -beta", "NOT alone"),
        ("alpha -(-beta)", "NOT alone"),
        ("--alpha", "NOT alone"),
        ('"alpha', "not closed"),
        ('alpha "', "not closed"),
        ('""', "no letter or digit"),
        ("&", "no letter or digit"),
        ("alpha - beta", "no letter or digit"),
        ("*", "behind the beginning of one word"),
        ("al*a", "behind the beginning of one word"),
        ("alpha**", "behind the beginning of one word"),
        ("capacity-build*", "behind the beginning of one word"),
        ("(alpha", "without its )"),
        ("alpha)", "without its ("),
        ("()", "nothing in them"),
        ("alpha OR", "OR needs words on both sides"),
        ("OR alpha", "OR needs words on both sides"),
        ("alpha AND", "AND needs words on both sides"),
        ("alpha AND OR beta", "OR needs words on both sides"),
        ("(alpha OR) beta", "OR needs words on both sides"),
        ("alpha NOT", "NOT needs a word behind it"),
        ("a" * (LONGEST_QUERY + 1), "at most"),
        ("alpha " * (MOST_TERMS + 1), "more than"),
        (f'"{"alpha " * (MOST_TERMS + 1)}"', "more than"),
        ("(" * (DEEPEST + 1) + "alpha" + ")" * (DEEPEST + 1), "flatter"),
        ("alpha " + "NOT " * 100 + "beta", "flatter"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(text: str, told: str) -> None:
    """The line says what is wrong or what would be right, and never holds the whole of a long query."""
    with pytest.raises(RequestError) as problem:
        parse_query(text)
    assert told in str(problem.value)
    assert "\n" not in str(problem.value)
    assert len(str(problem.value)) < 200


@given(st.text(st.sampled_from('ab*"“()-/ \n½́AND OR NOT"'), max_size=60) | st.text(max_size=60))
def test_a_query_is_read_or_refused(text: str) -> None:
    """Whatever is typed: a tree or a RequestError, nothing else; and the tree prints to itself."""
    try:
        tree = parse_query(text)
    except RequestError:
        return
    assert parse_query(str(tree)) == tree


@given(queries)
def test_a_printed_query_is_read_into_the_same_tree(tree: Node) -> None:
    """Printing loses nothing: a saved query means the same tomorrow."""
    assert parse_query(str(tree)) == tree


def test_the_alternatives_of_a_query_are_those_of_its_outer_ors() -> None:
    """They rank hits; what stands deeper, or must not be there, does not."""
    assert alternatives(Or((A, B))) == (A, B)
    assert alternatives(And((Or((A, B)), C, Not(Or((A, C)))))) == (A, B)
    assert alternatives(And((A, B))) == ()


def test_what_must_not_be_there_is_not_wanted() -> None:
    """Only words that a hit can show are emphasised."""
    assert list(wanted(parse_query("alpha (beta OR gam*) -delta"))) == [A, B, Prefix("gam")]


def test_a_prefix_in_the_plural_finds_its_own_word() -> None:
    """Plurals are taken off what is stored, so that "states*" has to mean "state" too."""
    assert Prefix("states").whole == "state"
    assert Prefix("state").whole is None
