"""The public API: small, sorted, complete, and what the README promises of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import acquis
from acquis.reading import READER

PUBLIC = [
    "AcquisError", "Act", "Anchor", "Claim", "Correction", "Damage", "Document", "Element",
    "Evaluation", "Evidence", "EvidenceOutOfRange", "Figure", "Finding", "GoldError", "Judgement", "KeptClaim",
    "KeptDocument", "KeptReceipt", "KeptRecord", "Marking", "Meeting", "Moved", "NextMeeting", "NotKept", "Paragraph",
    "Place", "Receipt", "Record", "RequestError", "Role", "Sentence", "Skipped", "Speaker", "Statement",
    "StoreDamaged", "StoreError", "StoreNotFound", "StoreTooNew", "Subject", "UnreadableSource", "Viewer",
    "VocabularyError", "When", "Workspace", "evaluate", "grade", "read", "read_text", "record_row",
]  # fmt: skip


def test_the_public_names_are_these() -> None:
    """A name appears or goes only on purpose: this list changes with it."""
    assert acquis.__all__ == PUBLIC
    assert sorted(acquis.__all__) == acquis.__all__
    assert all(getattr(acquis, name) is not None for name in PUBLIC)


def test_a_file_is_read_into_a_record(root: Path) -> None:
    """`acquis.read("file.md")` gives a record whose claims stand on the text's own words."""
    record = acquis.read(root / "examples" / "readouts" / "uk-eu-1.md")
    assert isinstance(record, acquis.Record)
    evidence = record.claims[0].evidence
    assert record.document.text[evidence.start : evidence.end] == evidence.quote != ""


def test_a_text_is_read_into_a_record() -> None:
    """`acquis.read_text` reads what is in memory, with the user's vocabulary where one is given."""
    record = acquis.read_text(
        "The European Union and Japan agreed to hold their next cyber dialogue in Tokyo in 2031."
    )
    assert [claim.act for claim in record.claims] == ["commitment"]
    assert set(record.claims[0].owners) == {"EU", "JP"}


def test_a_vocabulary_may_be_given_as_names_or_paths(root: Path, vocabulary: tuple[Path, ...]) -> None:
    """Users write paths as text; both forms add the same names."""
    text = (root / "examples" / "session" / "06-capacity-aldoria.txt").read_text(encoding="utf-8")
    by_name = acquis.read_text(text, vocabulary=[str(file) for file in vocabulary])
    by_path = acquis.read_text(text, vocabulary=iter(vocabulary))
    assert by_name.claims == by_path.claims
    assert by_name.statement is not None
    assert by_name.statement.speaker.actors == ("XC",)


@pytest.mark.parametrize(
    ("text", "action"), [("agreed to adopt a law", 5), ("agreed to continue their exchanges", 2)]
)
def test_a_promise_is_graded(text: str, action: int) -> None:
    """`acquis.grade` gives McMahon's category as a number."""
    assert acquis.grade(text) == action


def test_what_cannot_be_read_raises_one_kind_of_error(tmp_path: Path) -> None:
    """`UnreadableSource` says where and why, and is an `AcquisError`."""
    with pytest.raises(acquis.UnreadableSource) as caught:
        acquis.read(tmp_path / "missing.md")
    assert (caught.value.code, isinstance(caught.value, acquis.AcquisError)) == ("not-found", True)
    with pytest.raises(acquis.UnreadableSource, match="no text"):
        acquis.read_text(" \n")


def test_one_version_everywhere(root: Path) -> None:
    """The package, the command and the receipts name the same version."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == acquis.__version__
    assert f"acquis-{acquis.__version__}" == READER
