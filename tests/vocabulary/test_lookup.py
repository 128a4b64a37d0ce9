"""Names that people type: codes, names and ids are understood, and a slip gets a hint."""

from __future__ import annotations

import pytest

from acquis.errors import RequestError
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor, find_concepts

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("JP", "JP"),
        ("jp", "JP"),
        ("Japan", "JP"),
        (" japan ", "JP"),
        ("United Kingdom", "GB"),
        ("EU", "EU"),
        ("XC", "XC"),
    ],
)
def test_actors_go_by_code_and_by_name(words: str, code: str) -> None:
    """In any case; codes of exercises need no vocabulary."""
    assert find_actor(VOCABULARY, words) == code


def test_a_body_without_code_goes_by_its_name() -> None:
    """As findings name it."""
    body = next(one for one in VOCABULARY.of_kind("institution") if one.code is None)
    assert find_actor(VOCABULARY, body.name.upper()) == body.name


def test_concepts_go_by_id_and_by_name_with_what_lies_under_them() -> None:
    """A name may mean several; a parent stands for its children."""
    assert "topic.ransomware" in find_concepts(VOCABULARY, "topic.ransomware")
    assert find_concepts(VOCABULARY, "topic.ransomware") <= find_concepts(VOCABULARY, "Ransomware")
    child = next(key for key, (_, entry) in VOCABULARY.concepts.entries.items() if "parent" in entry)
    assert child in find_concepts(VOCABULARY, VOCABULARY.get(child).parent or "")


def test_a_slip_gets_the_nearest_names() -> None:
    """One line, of bounded length."""
    with pytest.raises(RequestError, match=r"did you mean .*Japan"):
        find_actor(VOCABULARY, "Japn")
    with pytest.raises(RequestError, match="ansomware"):
        find_concepts(VOCABULARY, "ransomwear")
    with pytest.raises(RequestError, match="no name like it") as problem:
        find_concepts(VOCABULARY, "§" * 5_000)
    assert len(str(problem.value)) < 200
