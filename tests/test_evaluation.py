"""Figures on annotated documents: the rules of counting one by one, and the gold set's frozen figures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from acquis.errors import GoldError
from acquis.evaluation import evaluate
from acquis.evaluation.tally import Tally
from acquis.evaluation.words import alike, begins_with, same_place

GOLD = Path(__file__).parent / "gold"
FROZEN = Path(__file__).parent / "gold-figures.json"

TEXT = "Aldoria and Brevania met in Oslo on 2 May 2031. They agreed to publish a report in 2032."


def write_gold(folder: Path, name: str, text: str, gold: Mapping[str, object]) -> None:
    """A document and its annotation."""
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("cyber security policy", "Cybersecurity policies", False),
        ("cyber security", "cybersecurity", True),
        ("the ransomware threats", "Ransomware threat", True),
        ("norms", "norms of behaviour", False),
        ("capacity building", "cyber capacity-building efforts", False),
        ("critical infrastructure", "protection of critical infrastructure", True),
        ("**secure** [technology](https://a.example/x)", "secure technology", True),
        ("", "norms", False),
        (None, None, False),
    ],
)
def test_phrases_count_as_the_same(one: str | None, other: str | None, same: bool) -> None:
    """Over half of the words shared, or one phrase inside another that is at most twice as long."""
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_a_sentence_is_known_by_its_first_words() -> None:
    """Typography, markup and a list mark before the words do not matter; a fifth word does."""
    assert begins_with("(a) We’ll **meet** again in 2032.", "We'll meet again")
    assert begins_with("Item one two three: We meet", "We meet")
    assert not begins_with("one two three four five We meet", "We meet")


def test_a_place_is_known_before_its_comma() -> None:
    """Washington, D.C. is Washington."""
    assert same_place("Washington, D.C.", "washington")
    assert not same_place("New York", "York")


def test_facts_are_matched_once_and_ignored_ones_count_neither_way() -> None:
    """Two found phrases do not both match one gold phrase; what is like an ignored one is not extra."""
    tally = Tally()
    found = ["secure technology", "secure technologies", "maritime law"]
    tally.facts(("a.txt", "topics"), found, ["secure technology"], same=alike, ignored=["law, maritime"])
    figure = tally.figures()["topics"]
    assert (figure.precision, figure.recall, figure.gold) == (0.5, 1.0, 1)


def test_a_fact_found_where_none_is_counts_against_precision() -> None:
    """Absent on both sides counts nothing."""
    tally = Tally()
    tally.fact("a.txt", "place", "Oslo", None)
    tally.fact("b.txt", "place", None, None)
    tally.fact("c.txt", "place", "Oslo", "Oslo")
    figure = tally.figures()["place"]
    assert (figure.precision, figure.recall, figure.f1, figure.gold) == (0.5, 1.0, 0.667, 1)


def test_an_act_that_would_also_do_counts_as_lenient(tmp_path: Path, vocabulary: tuple[Path, ...]) -> None:
    """Strict wants the gold act, lenient takes the others; doubtful sentences count neither way."""
    claim = {
        "act": "offer",
        "alt": ["commitment"],
        "owners": ["XC", "XD"],
        "starts_with": "They agreed to",
        "due": "2032",
    }
    gold = {
        "meeting": {"parties": ["XC", "XD"]},
        "claims": [claim],
        "doubtful": [{"starts_with": "Aldoria and Brevania"}],
    }
    write_gold(tmp_path, "a", TEXT, gold)
    figures = evaluate(tmp_path, vocabulary=vocabulary).figures
    assert (figures["claims"].f1, figures["claims.lenient"].f1) == (0.0, 1.0)
    assert (figures["claims.owners"].f1, figures["claims.due"].f1) == (1.0, 1.0)
    assert figures["meeting.parties"].f1 == 1.0


def test_a_document_that_cannot_be_read_counts_as_nothing_found(tmp_path: Path) -> None:
    """Its facts are missed, it is named, and the others are scored."""
    write_gold(tmp_path, "a", "", {"meeting": {"parties": ["XC", "XD"]}, "claims": []})
    evaluation = evaluate(tmp_path)
    assert evaluation.unread == ("a.txt",)
    assert evaluation.figures["meeting.parties"].recall == 0.0


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        ("[]", "expected an object"),
        ("{", "not a JSON file"),
        ('{"claims": [{"act": "offer"}]}', "starts_with: missing"),
        ('{"meeting": {"ordinal": "third"}}', "ordinal: expected a number"),
        ('{"threats": "ransomware"}', "threats: expected a list"),
        ('{"threats": [1]}', "threats: expected a list of texts"),
        ('{"forum": 3}', "forum: expected a text"),
    ],
)
def test_a_malformed_annotation_is_refused_in_words(tmp_path: Path, gold: str, told: str) -> None:
    """The error names the file and what would be right."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(gold, encoding="utf-8")
    with pytest.raises(GoldError, match=told) as caught:
        evaluate(tmp_path)
    assert "a.json" in str(caught.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    """A JSON file without its text is no pair."""
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match="no gold documents"):
        evaluate(tmp_path)


def test_the_figures_of_the_gold_set_are_frozen(vocabulary: tuple[Path, ...]) -> None:
    """Reading gets neither better nor worse unnoticed; `make freeze` writes the figures anew."""
    evaluation = evaluate(GOLD, vocabulary=vocabulary)
    found = {
        name: [figure.precision, figure.recall, figure.f1] for name, figure in evaluation.figures.items()
    }
    assert (evaluation.documents, evaluation.unread, evaluation.ungrounded) == (6, (), 0)
    assert found == json.loads(FROZEN.read_text(encoding="utf-8"))
