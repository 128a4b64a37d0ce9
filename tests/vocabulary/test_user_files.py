"""Vocabulary files of a user: what they add, and what is said of a file that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import VocabularyError
from acquis.vocabulary import Vocabulary, load_vocabulary

TWO_STATES = """
kind: state
entries:
  - {id: state.XC, name: Norland, code: XC, adjectives: [Norlandic], codes_in_titles: [NOR-L]}
  - {id: state.XD, name: Sudmark, code: XD}
---
kind: institution
entries:
  - id: institution.xc.mfa
    name: Ministry of Foreign Affairs of Norland
    side: XC
    names:
      - {text: NMFA, exact_case: true, since: 2020}
"""


def load(tmp_path: Path, text: str) -> Vocabulary:
    """The vocabulary with one file of a user."""
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_vocabulary((path,))


def test_new_entries_are_found_by_code_and_name(tmp_path: Path) -> None:
    """A file may hold several kinds; its States and bodies stand beside those that ship."""
    vocabulary = load(tmp_path, TWO_STATES)
    norland = vocabulary.by_code("XC")
    assert norland is not None
    assert norland.adjectives == ("Norlandic",)
    (sense,) = vocabulary.senses["nmfa"]
    assert (sense.concept_id, sense.exact, sense.since) == ("institution.xc.mfa", "NMFA", "2020")
    assert vocabulary.by_code("GB") is not None


def test_an_entry_can_be_extended(tmp_path: Path) -> None:
    """Names are added to an entry that ships, and what it had stays."""
    text = "kind: institution\nentries:\n  - {extends: institution.uk.fcdo, names: [King Charles Street]}\n"
    before = load_vocabulary().get("institution.uk.fcdo")
    vocabulary = load(tmp_path, text)
    after = vocabulary.get("institution.uk.fcdo")
    assert after.names[:-1] == before.names
    assert after.names[-1].text == "King Charles Street"
    assert [sense.concept_id for sense in vocabulary.senses["king charles street"]] == [after.id]


def test_files_build_on_each_other(tmp_path: Path) -> None:
    """A later file may extend what an earlier one added."""
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(TWO_STATES, encoding="utf-8")
    second.write_text("kind: state\nentries:\n  - {extends: state.XD, names: [Mark]}\n", encoding="utf-8")
    vocabulary = load_vocabulary((first, second))
    assert [name.text for name in vocabulary.get("state.XD").names] == ["Mark"]


def test_a_shared_name_can_be_declared(tmp_path: Path) -> None:
    """A file of kind collision says which entries share a name."""
    shared = (
        "---\nkind: collision\nentries:\n  - {alias: The North, ids: [state.XC, state.XD], rule: context}\n"
    )
    vocabulary = load(tmp_path, TWO_STATES + shared)
    assert vocabulary.collisions["the north"] == ("state.XC", "state.XD")
    assert vocabulary.rules["the north"] == "context"


def one_entry(entry: str, kind: str = "state") -> str:
    """A file with one entry, given in flow style."""
    return f"kind: {kind}\nentries:\n  - {entry}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind: [", "not well-formed YAML"),
        ("- a\n- b\n", "two keys 'kind' and 'entries'"),
        ("kind: planet\nentries: []\n", "kind 'planet' is unknown; use one of state"),
        ("kind: state\nentries: none\n", "'entries' is a list"),
        (one_entry("Norland"), "entry 1: an entry is a mapping"),
        (one_entry("{id: state.XC}"), "state.XC: an entry needs a text 'name'"),
        (one_entry("{id: land.XC, name: Norland}"), "land.XC: the id of a state starts with 'state.'"),
        (one_entry("{id: state.XC, name: Norland, nmaes: [N]}"), "unknown here; did you mean 'names'?"),
        (one_entry("{id: state.XC, name: Norland, code: 12}"), "'code' is a text, not 12"),
        (one_entry("{id: state.XC, name: Norland, since: May 2020}"), "'since' is a year, month or day"),
        (one_entry("{id: state.XC, name: Norland, member: maybe}"), "'member' is true or false"),
        (one_entry("{id: state.XC, name: Norland, size: many}"), "'size' is a whole number"),
        (
            one_entry("{id: state.XC, name: Norland, adjectives: Norlandic}"),
            "'adjectives' is a list of texts",
        ),
        (one_entry("{id: state.XC, name: Norland, names: [{txt: N}]}"), "each of 'names' has text"),
        (one_entry("{id: state.XC, name: Norland, names: N}"), "'names' is a list"),
        (
            one_entry("{id: state.FR, name: Norland}"),
            "state.FR: is 'France' already; write 'extends: state.FR'",
        ),
        (one_entry("{id: state.XC, name: Norland, code: FR}"), "code FR is that of state.FR; choose another"),
        (one_entry("{extends: state.XC, names: [N]}"), "state.XC: no state of this id to extend"),
        (one_entry("{extends: state.FR, code: XC}"), "field 'code' is unknown here"),
        (one_entry("{alias: N, ids: [state.FR], rule: side}", "collision"), "N: 'ids' lists the two or more"),
        (one_entry("{alias: N, ids: [state.FR, state.QQ], rule: side}", "collision"), "no entry 'state.QQ'"),
        (
            one_entry("{alias: N, ids: [state.FR, state.DE]}", "collision"),
            "needs a text 'alias' and a text 'rule'",
        ),
    ],
)
def test_an_error_says_file_entry_and_what_is_right(tmp_path: Path, text: str, said: str) -> None:
    """A wrong file is refused with its path and a hint."""
    with pytest.raises(VocabularyError) as error:
        load(tmp_path, text)
    assert str(error.value).startswith(str(tmp_path / "mine.yaml"))
    assert said in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that cannot be read is an error of the vocabulary, with the path."""
    with pytest.raises(VocabularyError, match=r"absent\.yaml: cannot be read"):
        load_vocabulary((tmp_path / "absent.yaml",))
