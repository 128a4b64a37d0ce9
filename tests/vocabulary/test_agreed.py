"""What a person types for what was agreed."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import RequestError
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.agreed import find_agreed
from acquis.vocabulary.lookup import STATES_AND_GROUPS, find_actor


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("norms", "element.norms"),
        ("international law", "element.international-law"),
        ("Confidence-building measures", "element.cbms"),
        ("the eleven norms of responsible State behaviour", "provision.norms"),
        ("levelling up", "element.capacity-building"),
        ("norm f", "provision.norm.f"),
        ("norm a", "provision.norm.a"),
        ("13(i)", "provision.norm.i"),
        ("norm 13 (K)", "provision.norm.k"),
        ("j", "provision.norm.j"),
        ("CBM 7", "provision.cbm.7"),
        ("cbm7", "provision.cbm.7"),
        ("cbm.7", "provision.cbm.7"),
        ("provision.norms.more", "provision.norms.more"),
        ("state sovereignty", "provision.international-law.sovereignty"),
        ("rec.ci", "provision.norm.f"),
        ("Convene the capacity-building roundtable", "provision.cap.roundtable"),
    ],
)
def test_elements_and_provisions_have_many_names(typed: str, found: str) -> None:
    """By id, by letter or number, by name; a recommendation is the provision it asks for."""
    assert find_agreed(load_vocabulary(()), typed) == found


def test_what_is_unknown_is_refused_with_the_nearest_names() -> None:
    """A misspelt name, and one that is near to nothing."""
    with pytest.raises(RequestError, match=r"did you mean .*State sovereignty"):
        find_agreed(load_vocabulary(()), "state soverainty")
    with pytest.raises(RequestError, match="no element or provision"):
        find_agreed(load_vocabulary(()), "xyzzy" * 40)


def test_a_name_of_several_provisions_is_refused_with_their_ids(tmp_path: Path) -> None:
    """Here a name that a user gave to two."""
    own = tmp_path / "own.yaml"
    entries = "".join(f"  - extends: provision.norm.{one}\n    names: [harbour rule]\n" for one in "fg")
    own.write_text(f"kind: provision\nentries:\n{entries}", encoding="utf-8")
    with pytest.raises(RequestError, match=r"\(norm\.f\).*\(norm\.g\); give the id in brackets"):
        find_agreed(load_vocabulary((own,)), "harbour rule")


def test_a_state_is_asked_for_among_states_and_groups() -> None:
    """An agency is none, and is not offered for a misspelt State."""
    vocabulary = load_vocabulary(())
    assert find_actor(vocabulary, "Kenya", among=STATES_AND_GROUPS) == "KE"
    with pytest.raises(RequestError, match=r"no State or group 'Kenia' is known; did you mean Kenya"):
        find_actor(vocabulary, "Kenia", among=STATES_AND_GROUPS)
