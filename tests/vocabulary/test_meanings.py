"""Ideas and meanings: those that ship, and those of a user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import VocabularyError
from acquis.vocabulary import Vocabulary, load_vocabulary

TIDES = """
kind: idea
entries:
  - {id: idea.tide, name: tides, words: [tide*, high+water]}
  - {extends: idea.cert, words: [tide watch*]}
---
kind: meaning
entries:
  - {id: meaning.own.tide, provision: provision.norm.k, all: [tide, attack|cert], within: 5, score: 90}
"""


def load(tmp_path: Path, text: str) -> Vocabulary:
    """The vocabulary with one file of a user."""
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_vocabulary((path,))


def test_every_provision_has_a_meaning() -> None:
    """No provision waits for its name to be said."""
    vocabulary = load_vocabulary()
    meant = {meaning.provision for meaning in vocabulary.meanings.meanings}
    assert [one.id for one in vocabulary.of_kind("provision") if one.id not in meant] == []


def test_every_idea_is_used() -> None:
    """An idea that no meaning asks for is looked up in vain."""
    meanings = load_vocabulary().meanings
    used = {idea for one in meanings.meanings for group in (*one.groups, one.none) for idea in group}
    assert [idea for idea in meanings.ideas if idea not in used] == []


def test_no_idea_says_a_phrase_twice_or_denies_it() -> None:
    """Each phrase of an idea stands there once, as one that means it or as one that does not."""
    for idea in load_vocabulary().meanings.ideas.values():
        phrases = [*idea.words, *idea.not_words]
        assert sorted(phrases) == sorted(set(phrases)), idea.id


def test_a_file_of_a_user_adds_ideas_words_and_meanings(tmp_path: Path) -> None:
    """New ideas and meanings stand beside those that ship; words join an idea that is there."""
    meanings = load(tmp_path, TIDES).meanings
    assert meanings.ideas["idea.tide"].words == ("tide*", "high+water")
    assert "tide watch*" in meanings.ideas["idea.cert"].words
    own = meanings.meanings[-1]
    assert (own.id, own.score, own.within) == ("meaning.own.tide", 0.9, 5)
    assert own.groups == (("idea.tide",), ("idea.attack", "idea.cert"))


@pytest.mark.parametrize(
    ("entry", "kind", "said"),
    [
        ("{id: idea.x, name: x, words: ['*attack']}", "idea", "is no phrase"),
        ("{id: idea.x, name: x, words: [one.., two]}", "idea", "is no phrase"),
        ("{id: idea.x, words: [one]}", "idea", "needs a text 'name'"),
        ("{id: idea.cert, name: x, words: [one]}", "idea", "write 'extends: idea.cert'"),
        ("{extends: idea.nowhere, words: [one]}", "idea", "no idea of this id to extend"),
        ("{id: one, provision: provision.norm.f, all: [ci]}", "meaning", "starts with 'meaning.'"),
        ("{id: meaning.x, all: [ci]}", "meaning", "needs the id of a 'provision'"),
        ("{id: meaning.x, provision: provision.norm.f, all: []}", "meaning", "'all' lists ideas"),
        ("{id: meaning.x, provision: provision.norm.z, all: [ci]}", "meaning", "no entry 'provision.norm.z'"),
        ("{id: meaning.x, provision: provision.norm.f, all: [cj]}", "meaning", "no entry 'idea.cj'"),
        ("{id: meaning.x, provision: provision.norm.f, all: [ci], within: far}", "meaning", "a whole number"),
        ("{id: meaning.x, provision: provision.norm.f, all: [ci], anywhere: 1}", "meaning", "true or false"),
        ("{id: meaning.norm.f.spare, provision: provision.norm.f, all: [ci]}", "meaning", "this id is taken"),
        ("{id: meaning.x, provision: provision.norm.f, al: [ci]}", "meaning", "did you mean 'all'"),
    ],
)
def test_a_wrong_entry_is_refused_with_what_is_right(
    tmp_path: Path, entry: str, kind: str, said: str
) -> None:
    """The message names the file, the entry and the way out."""
    with pytest.raises(VocabularyError, match=r"mine\.yaml: ") as refused:
        load(tmp_path, f"kind: {kind}\nentries:\n  - {entry}\n")
    assert said in str(refused.value)
