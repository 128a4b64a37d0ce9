"""Names found in a text: the longest, on word boundaries, in their right spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.grammar.tokens import tokenize
from acquis.reading import KINDS
from acquis.vocabulary.lexicon import Lexicon, build_lexicon
from acquis.vocabulary.loader import load_vocabulary

FILE = """
kind: state
entries:
  - {id: state.XA, code: XA, name: Poland Minor, names: [Minor, U.M.], adjectives: [Minorese, Mino-], not_names: [Minor Ports]}
  - {id: state.XB, code: XB, name: Isle of Minor Hope, names: [{text: HOPE, exact_case: true}]}
---
kind: instrument
entries:
  - {id: instrument.ports, name: Minor Ports, names: [port code]}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """A lexicon of invented names over the package's own."""
    path: Path = tmp_path_factory.mktemp("names") / "names.yaml"
    path.write_text(FILE, encoding="utf-8")
    return build_lexicon(load_vocabulary((path,)), KINDS)


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    """Each mention as printed, with what it means first."""
    tokens = tokenize(text)
    mentions = lexicon.find(text, tokens.words, tokens.starts, tokens.ends)
    return [(text[m.start : m.end], m.concept_id) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland Minor spoke.", [("Poland Minor", "state.XA")]),
        ("Minor and the Isle of Minor Hope", [("Minor", "state.XA"), ("Isle of Minor Hope", "state.XB")]),
        ("The Isle of Minor spoke.", [("Minor", "state.XA")]),
        ("The Minorese side", [("Minorese", "state.XA")]),
        ("Minority rights", []),
        ("Isle of\nMinor Hope", [("Isle of\nMinor Hope", "state.XB")]),
        ("Poland. Minor spoke.", [("Poland", "state.PL"), ("Minor", "state.XA")]),
    ],
)
def test_the_longest_name_on_word_boundaries(
    lexicon: Lexicon, text: str, expected: list[tuple[str, str]]
) -> None:
    """None inside another, none across a full stop, none in part of a word."""
    assert found(lexicon, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a minor thing", []),
        ("a minorese thing", []),
        ("HOPE was voiced", [("HOPE", "state.XB")]),
        ("Hope was voiced", []),
        (
            "the Port Code and the port code",
            [("Port Code", "instrument.ports"), ("port code", "instrument.ports")],
        ),
    ],
)
def test_proper_names_need_their_capitals(
    lexicon: Lexicon, text: str, expected: list[tuple[str, str]]
) -> None:
    """States count with a capital only, exact names as written only; names of texts in any case."""
    assert found(lexicon, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Mino-Brevan talks", [("Mino", "state.XA")]),
        ("the Mino–Brevan talks", [("Mino", "state.XA")]),
        ("Mino talks", []),
        ("the Indo-French talks", [("Indo", "state.IN"), ("French", "state.FR")]),
        ("Indo talks", []),
    ],
)
def test_a_combining_form_needs_its_hyphen(
    lexicon: Lexicon, text: str, expected: list[tuple[str, str]]
) -> None:
    """ "Indo-" is India only before a hyphen or dash."""
    assert found(lexicon, text) == expected


def test_a_not_name_holds_for_its_own_entry_only(lexicon: Lexicon) -> None:
    """Words that do not mean one entry may still be the name of another."""
    assert found(lexicon, "the Minor Ports of Minor") == [
        ("Minor Ports", "instrument.ports"), ("Minor", "state.XA"),
    ]  # fmt: skip


def test_words_that_mean_nothing_else_are_no_mention(lexicon: Lexicon) -> None:
    """A phrase that only denies a name hides the name inside it."""
    assert found(lexicon, "New Mexico is warm") == []


@pytest.mark.parametrize("text", ["The U.M. spoke.", "The U.M., too", "U.M."])
def test_a_dotted_name_keeps_its_full_stops(lexicon: Lexicon, text: str) -> None:
    """Full stops inside a name do not part it."""
    assert [concept for _, concept in found(lexicon, text)] == ["state.XA"]
