"""Whatever bytes and whatever words: a record, or one clear reason why not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from acquis.contract import record_row
from acquis.errors import UnreadableSource
from acquis.model.record import Record
from acquis.reading import read, read_text

Run = Callable[..., Result]
SENTENCE = "The United Kingdom and Japan agreed to meet again in London in 2032. "


def code_of(path: Path) -> str:
    """The code of the error that reading a file gives."""
    with pytest.raises(UnreadableSource) as caught:
        read(path)
    return caught.value.code


def write(tmp_path: Path, data: bytes) -> Path:
    """A file of these bytes."""
    path = tmp_path / "document.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00" * 4096, "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7\n", "damaged"),
        (b"PK\x03\x04word/document.xml", "damaged"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_with_a_code(tmp_path: Path, data: bytes, code: str) -> None:
    """Empty, blank, binary and damaged files are errors that say what would be right."""
    assert code_of(write(tmp_path, data)) == code


@pytest.mark.parametrize("data", [b"a", b".", b"\xe9"])
def test_one_byte_is_a_text(tmp_path: Path, data: bytes) -> None:
    """One character of any encoding is read, and nothing is found in it."""
    record = read(write(tmp_path, data))
    assert (len(record.document.text), record.claims) == (1, ())


def test_fifty_megabytes_are_too_large_by_default(run: Run, tmp_path: Path) -> None:
    """An error row, exit code 1, and no long wait: only what fits the limit is loaded."""
    result = run("read", "--format", "jsonl", write(tmp_path, SENTENCE.encode() * 725_000))
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["code"] == "too-large"


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.replace("meet", "me\x00et").encode(),
        b"\xef\xbb\xbf" + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        b"\xff\xfe\x00\x00" + SENTENCE.encode("utf-32-le"),
        SENTENCE.replace("meet", "\u202bme\u200fet\u202c").encode(),
        SENTENCE.replace(" again", "\u00a0again").encode(),
        SENTENCE.replace("\n", "\r\n").encode(),
    ],
    ids=["NUL bytes", "UTF-8 mark", "UTF-16", "UTF-32", "right-to-left marks", "no-break space", "CR LF"],
)
def test_what_stands_between_the_words_does_not_hide_them(tmp_path: Path, data: bytes) -> None:
    """The promise is found whatever encoding and invisible characters it comes with."""
    (claim,) = read(write(tmp_path, data)).claims
    assert (claim.act, claim.evidence.quote.split()[-6:-4]) == ("commitment", ["meet", "again"])


def test_mixed_encodings_are_read_line_by_line(tmp_path: Path) -> None:
    """A file pasted together from two sources keeps the letters of both."""
    data = "Türkiye spoke first.\n\n".encode() + "Côte d’Ivoire spoke second.\n".encode("cp1252")
    text = read(write(tmp_path, data)).document.text
    assert text == "Türkiye spoke first.\n\nCôte d’Ivoire spoke second."


def test_a_language_that_is_not_read_is_said_so() -> None:
    """A record without claims whose receipt says why; never an error, never a claim by accident."""
    text = "Las dos partes acordaron celebrar el próximo diálogo sobre el ciberespacio en el año 2032. " * 5
    record = read_text(text)
    assert (record.document.language, record.claims, record.meeting, record.statement) == (
        "es",
        (),
        None,
        None,
    )
    assert [skipped.why for skipped in record.receipt.skipped] == [
        "language 'es' is not read; acquis reads English"
    ]


def test_one_bad_file_among_a_hundred(run: Run, tmp_path: Path) -> None:
    """99 are read, one clear line says which was not, and the exit code is 1."""
    for number in range(99):
        (tmp_path / f"{number:02}.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "50-bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    result = run("read", "--format", "csv", tmp_path)
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1 + 99
    (line,) = result.stderr.splitlines()
    assert "50-bad.txt: the file is binary" in line


@pytest.mark.parametrize(
    "piece",
    [
        "we agree with the United Nations and with Japan on norms of behaviour in 2031 and 2032 and ",
        "a ",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "((((((((((",
        "1 January 2031, ",
        "The Minister of Foreign Affairs, ",
        "- ",
        "“agreed to ” ",
        "condemn the attack by Japan and ",
        "will meet in London in 2032 and ",
        "led by Ms Anna Name, Director, and ",
        "on behalf of Japan and ",
    ],
)
def test_time_grows_with_the_length_of_a_paragraph_without_a_full_stop(piece: str) -> None:
    """Four times the text takes about four times as long: twice that is allowed for a busy machine."""
    read_text(SENTENCE)
    short, long = seconds(piece, 250_000), seconds(piece, 1_000_000)
    assert long < max(8 * short, 0.5), (short, long)


def seconds(piece: str, size: int) -> float:
    """The time to read one paragraph of this size, the better of two runs."""
    text = "We " + piece * (size // len(piece))
    took = []
    for _ in range(2):
        began = time.perf_counter()
        read_text(text)
        took.append(time.perf_counter() - began)
    return min(took)


WORDS = st.sampled_from(
    [
        *(
            "we",
            "We",
            "both sides",
            "agreed to",
            "will",
            "condemn",
            "France",
            "the EU",
            "Japan",
            "Mr. Name",
            "in 2031",
        ),
        *(
            "5 May",
            "A/RES/75/240",
            "next year",
            ":",
            ";",
            ".",
            ".\n",
            "\n\n",
            "- ",
            "1. ",
            "(a) ",
            "# ",
            "Q: ",
            "“",
            "”",
        ),
        *(
            "’s",
            "(",
            ")",
            "---\n",
            "title: x\n",
            "**",
            "[x](http://a.example)",
            "\u200f",
            "\x00",
            "U.S.",
            "meeting",
        ),
        *(
            "dialogue",
            "norms",
            "co-chaired by",
            "# source: FR, 2031\n",
            "would",
            "not",
            "to",
            "and",
            ",",
            "…",
            "ß",
            "İ",
        ),
        *("ﬁ", "\u0301", "𝔘", "😀"),
    ]
)
LISTS = st.lists(WORDS, max_size=60)
TEXTS = st.one_of(st.text(max_size=300), LISTS.map(" ".join), LISTS.map("".join))


def try_to_read(text: str) -> Record | None:
    """The record, or None where the text holds no words."""
    try:
        return read_text(text)
    except UnreadableSource:
        return None


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("We\n\n- agreed to")
@example("\ud800 agreed to meet in 2031")
@example("We will:\n- meet;\n- meet;\n- meet.")
def test_any_text_gives_spans_inside_it_and_its_own_words(text: str) -> None:
    """Every paragraph, quote, sentence and lead-in is a slice of the canonical text; nothing is raised."""
    record = try_to_read(text)
    if record is None:
        return
    canonical = record.document.text
    assert all(0 <= part.start < part.end <= len(canonical) for part in record.document.paragraphs)
    for claim in record.claims:
        for place in (claim.place, *claim.also):
            assert place.sentence.start <= place.evidence.start < place.evidence.end <= place.sentence.end
        places = [
            evidence for place in (claim.place, *claim.also) for evidence in (place.evidence, place.sentence)
        ]
        for evidence in [*places, *([claim.stem] if claim.stem else [])]:
            assert canonical[evidence.start : evidence.end] == evidence.quote != ""
        assert 0 <= claim.confidence <= 1
    json.dumps(record_row(record, with_text=True))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    """Same input, same output, but for the seconds it took."""
    one, two = try_to_read(text), try_to_read(text)
    if one is None or two is None:
        assert one is two
        return
    assert timeless(one) == timeless(two)


def timeless(record: Record) -> Record:
    """The record without its wall time."""
    return replace(record, receipt=replace(record.receipt, seconds=0.0))


@settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """Nothing but UnreadableSource is raised for any file."""
    try:
        said = read(write(tmp_path, data)).receipt.reader
    except UnreadableSource as problem:
        said = problem.message
    assert said
