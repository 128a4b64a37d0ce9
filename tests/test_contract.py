"""Rows of the reader contract against docs/contract.schema.json."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from acquis.contract import error_row, record_row
from acquis.errors import UnreadableSource
from acquis.model.claim import Claim, Place
from acquis.model.document import Document
from acquis.model.evidence import Evidence
from acquis.model.meeting import Meeting, NextMeeting, Role
from acquis.model.receipt import Receipt, Skipped
from acquis.model.record import Record
from acquis.model.statement import Speaker, Statement
from acquis.model.when import When

TEXT = "We will:\n\n- meet in Oslo in 2032."
DOCUMENT = Document("0123456789abcdef", "a.txt", TEXT, (), published="2031-05", kind="communique")
RECEIPT = Receipt(2, 2, (Skipped("annex", "a table"),), "acquis-0.1.0", 0.01)


def full_claim() -> Claim:
    """A claim with every field set."""
    item = Evidence.cut(DOCUMENT, 12, 33)
    place = Place(Evidence.cut(DOCUMENT, 12, 32), item)
    return Claim(
        "commitment", ("XC", "XD"), place, "¶2", "commitment.will", 0.9, ("XE",),
        Evidence.cut(DOCUMENT, 0, 8), (place,), 5, "cbms", ("topic.cbms",), When("2032", "in 2032"), "Oslo",
    )  # fmt: skip


def full_meeting() -> Meeting:
    """A meeting with every field set."""
    chair = Role("co-chair", "A. Name", "Director", "Ministry", "XC")
    guest = Role("participant", None, None, "Agency", "XD")
    when = When("2031-05-02/2031-05-03", "2 and 3 May 2031")
    return Meeting(
        "XC-XD Cyber Dialogue", 2, when, "Oslo", "NO", "held", ("XC", "XD"), ("Treaty",), (chair,),
        (guest, chair), (guest,), ("norms",), NextMeeting(None, None),
    )  # fmt: skip


@pytest.fixture(scope="module")
def loaded(root: Path) -> dict[str, Any]:
    """The published schema as it stands in the file."""
    schema: dict[str, Any] = json.loads((root / "docs" / "contract.schema.json").read_text(encoding="utf-8"))
    return schema


@pytest.fixture(scope="module")
def schema(loaded: dict[str, Any]) -> Draft202012Validator:
    """The published schema, itself checked."""
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


@pytest.mark.parametrize("with_text", [False, True])
def test_every_example_is_a_row_of_the_contract(
    schema: Draft202012Validator, examples: tuple[Record, ...], with_text: bool
) -> None:
    """What acquis prints for the examples is what the schema says, with and without the text."""
    for record in examples:
        row = json.loads(json.dumps(record_row(record, with_text=with_text)))
        assert [error.message for error in schema.iter_errors(row)] == [], record.document.path
        assert ("text" in row) is with_text


def test_a_meeting_with_all_that_the_model_can_say_is_a_row(schema: Draft202012Validator) -> None:
    """No field of the model falls out of the contract, and none is left without a place in it."""
    row = json.loads(json.dumps(record_row(Record(DOCUMENT, full_meeting(), None, (full_claim(),), RECEIPT))))
    assert [error.message for error in schema.iter_errors(row)] == []
    claim = row["claims"][0]
    assert (claim["due"], claim["place"], claim["stem"]["quote"]) == ("2032", "Oslo", "We will:")


def test_a_statement_with_all_that_the_model_can_say_is_a_row(schema: Draft202012Validator) -> None:
    """The same for statements."""
    speaker = Speaker(("XC",), "A. Name", "Ambassador", ("HARBOUR-GROUP",), ("EU",))
    when = When("2031", "2031")
    statement = Statement(
        speaker, "First Committee", "86", when, "norms", ("XD",), ("ransomware",), ("norms",)
    )
    row = record_row(Record(DOCUMENT, None, statement, (), RECEIPT), with_text=True)
    assert [error.message for error in schema.iter_errors(row)] == []


def test_what_cannot_be_read_is_a_row(schema: Draft202012Validator) -> None:
    """An error row names the source, a code for programs and words for people."""
    row = error_row(UnreadableSource("a.bin", "binary", "the file is binary"))
    assert row == {"path": "a.bin", "error": {"code": "binary", "message": "the file is binary"}}
    assert schema.is_valid(row)


def test_the_schema_refuses_what_is_no_row(schema: Draft202012Validator) -> None:
    """A schema that takes anything proves nothing: a missing, an unknown and a wrong field are refused."""
    row = record_row(Record(DOCUMENT, full_meeting(), None, (full_claim(),), RECEIPT))
    assert not schema.is_valid({**row, "claims": None})
    assert not schema.is_valid({**row, "verdict": "kept"})
    assert not schema.is_valid({key: value for key, value in row.items() if key != "receipt"})


def test_every_error_code_of_the_readers_is_in_the_schema(root: Path, loaded: dict[str, Any]) -> None:
    """A program that reads error rows finds every code in the schema, and no code that is never given."""
    sources = (
        file.read_text(encoding="utf-8") for file in (root / "src" / "acquis" / "readers").rglob("*.py")
    )
    given = {code for text in sources for code in re.findall(r'UnreadableSource\([\w.]+, "([\w-]+)"', text)}
    assert given == set(loaded["$defs"]["unread"]["properties"]["error"]["properties"]["code"]["enum"])
