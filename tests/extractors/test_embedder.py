"""An embedding model of the user: a tiny one, made here, in which a few words lie close together."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import VocabularyError
from acquis.reading import read_text, reader_tag
from acquis.settings import EMBEDDER, VOCABULARY, read_settings
from acquis.vocabulary import load_vocabulary

SENTENCE = "We call on States to keep moats around cyberspace."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model to which "moats" is all that the summary of norm (k) says, and every other word is nothing."""
    model2vec = pytest.importorskip("model2vec")
    tokenizers = pytest.importorskip("tokenizers")
    import numpy

    summary = load_vocabulary().get("provision.norm.k").name
    words = ["[UNK]", "moats", *dict.fromkeys(summary.lower().split())]
    level = tokenizers.models.WordLevel({word: at for at, word in enumerate(words)}, unk_token="[UNK]")
    tokenizer = tokenizers.Tokenizer(level)
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    vectors = numpy.zeros((len(words), 4), dtype=numpy.float32)
    vectors[1] = vectors[words.index("emergency")] = [1, 0, 0, 0]
    folder = tmp_path_factory.mktemp("model")
    model2vec.StaticModel(vectors, tokenizer).save_pretrained(folder)
    return folder


def test_a_model_adds_links_and_says_so(model: Path) -> None:
    """What no idea knows is linked by likeness, with the likeness as its reason."""
    without = read_text(SENTENCE).claims[0]
    (claim,) = read_text(SENTENCE, vocabulary=[model]).claims
    assert without.links == ()
    assert [link.provision for link in claim.links] == ["provision.norm.k"]
    assert claim.links[0].why == f"like the provision's summary, {claim.links[0].score:.2f}"
    assert "provision.norm.k" in claim.targets


def test_a_model_takes_no_link_away(model: Path) -> None:
    """Links by meaning stay as they are, with their own reasons."""
    sentence = "We urge all States to spare response teams and keep moats around cyberspace."
    (without,) = read_text(sentence).claims
    (claim,) = read_text(sentence, vocabulary=[model]).claims
    assert without.links
    assert claim.links[: len(without.links)] == without.links


def test_another_model_makes_documents_stale(model: Path) -> None:
    """The model is part of what a document was read with."""
    assert reader_tag("text-1", (model,)) != reader_tag("text-1")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    """The message says what is missing, and that vocabulary files are given one by one."""
    with pytest.raises(VocabularyError, match=r"model\.safetensors.*one by one"):
        load_vocabulary((tmp_path,))


def test_the_environment_names_the_folder() -> None:
    """It reaches all that reads: it stands before the user's vocabulary files."""
    told = read_settings({EMBEDDER: "/models/own", VOCABULARY: "mine.yaml"})
    assert told.vocabulary == (Path("/models/own"), Path("mine.yaml"))
