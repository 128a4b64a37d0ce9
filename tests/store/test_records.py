"""Records: what was read is what is kept, field by field, on both engines."""

from __future__ import annotations

import os
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from acquis.errors import UnreadableSource
from acquis.model.record import Record
from acquis.reading import read
from acquis.store.engine import Store
from acquis.workspace import Workspace
from workspaces import add, timeless, write


def test_every_example_comes_out_as_it_went_in(
    workspace: Workspace, root: Path, vocabulary: tuple[Path, ...]
) -> None:
    """All examples and gold documents: document, paragraphs, sentences, meeting or statement, findings, receipt."""
    folders = (root / "examples" / "readouts", root / "examples" / "session", root / "tests" / "gold")
    receipts = [one for one in add(workspace, *folders) if not one.location.endswith("README.md")]
    assert {one.outcome for one in receipts} == {"added"}
    assert len(receipts) > 20
    for receipt in receipts:
        kept = workspace.show(receipt.document or "")
        assert timeless(kept.record) == timeless(read(receipt.location, vocabulary=vocabulary))
        assert [one.claim for one in kept.claims] == list(kept.record.claims)
        assert {one.status for one in kept.claims} <= {"found"}
        assert Counter(dict(receipt.claims)) == Counter(claim.act for claim in kept.record.claims)
    assert workspace.verify() == []


WORDS = st.sampled_from(
    """we We France Japan agreed|to will meet in|2031 condemn A/RES/75/240 next|year : ; . .\n \n\n -| 1.| (a)|
    #| “ ” ’s ( ) ---\n title:|x\n ** \u200f \x00 \x01 \x85 \u2028 \U0001f600 ß İ ﬁ \u0301 𝔘 \ufeff \ufffe \x7f '
    " \\ \\0 %s NULL ; --""".replace("|", " ").split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS).map("".join)
)


def read_or_code(path: Path) -> Record | str:
    """The record of a file, or the code of why it has none."""
    try:
        return read(path)
    except UnreadableSource as problem:
        return problem.code


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(TEXTS)
@example('---\ntitle: "a\\0b\\ud800\\x07c"\nsymbol: "X\\0/1"\n---\n\nWe agreed to meet in 2031.')
@example(
    "---\nurl: http://a.example/"
    + "".join(sha256(bytes([n])).hexdigest() for n in range(200))
    + "\n---\n\nWe will meet."
)
@example("We agreed to meet in 2031 \\N \\. with \t tabs.")
def test_any_text_comes_out_as_it_went_in(store: Store, tmp_path: Path, text: str) -> None:
    """Whatever characters a file holds, it is kept whole or refused with a reason of the reader, never of the store."""
    path = tmp_path / "any.md"
    path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    workspace = Workspace(store)
    (receipt,) = add(workspace, path)
    record = read_or_code(path)
    if isinstance(record, str):
        assert (receipt.outcome, receipt.code) == ("failed", record)
        return
    assert receipt.outcome in ("added", "new version", "unchanged"), receipt.message
    kept = workspace.show(receipt.document or "").record
    assert timeless(kept) == timeless(record)


@pytest.mark.skipif(os.name == "nt", reason="file names are characters there")
def test_a_file_name_that_is_no_text_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    """A name of bytes that are not UTF-8: the document is kept, and its record is the reader's."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("Aldoria and Gavria agreed to meet again in 2032.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    (receipt,) = add(workspace, path)
    assert (receipt.outcome, receipt.message) == ("added", None)
    assert receipt.location.endswith(r"caf\udce9.txt")
    assert workspace.show(receipt.document or "").record.document.path == str(path)


def test_a_file_that_is_not_english_is_kept_and_says_so(workspace: Workspace, tmp_path: Path) -> None:
    """No findings, but its text and the reason."""
    words = "Las dos partes acordaron celebrar el próximo diálogo sobre el ciberespacio en el año 2032. " * 4
    (receipt,) = add(workspace, write(tmp_path, "es.txt", words))
    assert (receipt.outcome, receipt.claims) == ("added", ())
    assert "es" in receipt.skipped[0][1]
    assert workspace.documents()[0].language == "es"
