"""The package's vocabulary and the user's own files in; one Vocabulary out, loaded once a process."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import cast

from acquis.errors import VocabularyError
from acquis.model.concept import ConceptKind
from acquis.vocabulary.check import check_document
from acquis.vocabulary.concepts import Concepts, extended
from acquis.vocabulary.files import (
    COMPILED,
    FORMAT,
    Compiled,
    Entry,
    add_document,
    compile_directory,
    digest_of,
    empty_compiled,
    normalise_name,
    read_documents,
    yaml_files,
)
from acquis.vocabulary.meanings import with_more
from acquis.vocabulary.vocabulary import Sense, Vocabulary

VOCABULARY_DIR = Path(__file__).parent
MODEL_FILES = ("config.json", "model.safetensors", "tokenizer.json")


@lru_cache(maxsize=8)
def load_vocabulary(extra: tuple[Path, ...] = ()) -> Vocabulary:
    """The vocabulary with the user's files merged in; raises `VocabularyError` for a file that is wrong.

    A folder among them holds an embedding model, which texts are read with too.
    """
    if extra and extra[-1].is_dir():
        return replace(load_vocabulary(extra[:-1]), embedder=_checked_model(extra[-1]))
    if extra:
        return merged(load_vocabulary(extra[:-1]), read_user_file(extra[-1]), file=str(extra[-1]))
    return merged(Vocabulary(Concepts({}), {}, {}, {}, {}), read_compiled(VOCABULARY_DIR), file=COMPILED)


def read_compiled(directory: Path) -> Compiled:
    """The compiled vocabulary of a directory: from `compiled.json` if it is of these very YAML files."""
    path = directory / COMPILED
    if path.exists():
        compiled = cast(Compiled, json.loads(path.read_bytes()))
        if compiled["format"] == FORMAT and compiled["digest"] == digest_of(yaml_files(directory)):
            return compiled
    return compile_directory(directory)


@lru_cache(maxsize=8)
def vocabulary_digest(extra: tuple[Path, ...] = ()) -> str:
    """The SHA-256 of the package's vocabulary, the user's files and model: another one where a finding may have changed."""
    own = [file for path in extra for file in (sorted(path.glob("*.*")) if path.is_dir() else [path])]
    return digest_of([*yaml_files(VOCABULARY_DIR), *own])


def _checked_model(folder: Path) -> Path:
    """The folder of an embedding model; raises `VocabularyError` where it is none or nothing can read it."""
    missing = [name for name in MODEL_FILES if not (folder / name).is_file()]
    if missing:
        raise VocabularyError(
            f"{folder}: is a folder without {', '.join(missing)}, so it holds no model2vec model; "
            "vocabulary files are given one by one"
        )
    if importlib.util.find_spec("model2vec") is None:
        raise VocabularyError(f"{folder}: needs model2vec; install acquis[embedder]")
    return folder


def read_user_file(path: Path) -> Compiled:
    """Read and check one vocabulary file of the user; raises `VocabularyError`."""
    from yaml import YAMLError

    try:
        documents = read_documents(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read as a UTF-8 text file ({error})") from error
    except YAMLError as error:
        raise VocabularyError(f"{path}: is not well-formed YAML; {error}") from error
    read = empty_compiled()
    for document in documents:
        check_document(document, file=str(path))
        add_document(read, cast(dict[str, object], document))
    return read


def merged(vocabulary: Vocabulary, compiled: Compiled, *, file: str) -> Vocabulary:
    """The vocabulary with more entries; `file` is named when an entry is double, dangling or takes a code."""
    entries = dict(vocabulary.concepts.entries)
    codes = dict(vocabulary.codes)
    for kind, added in compiled["kinds"].items():
        for entry in added:
            _add_entry(entries, cast(ConceptKind, kind), entry, file)
            _add_code(codes, kind, entry, file)
    collisions, rules = dict(vocabulary.collisions), dict(vocabulary.rules)
    for one in compiled["collisions"]:
        alias = normalise_name(one["alias"])
        for target in one["ids"]:
            if target not in entries:
                raise VocabularyError(
                    f"{file}: {one['alias']}: no entry {target!r}; 'ids' lists existing entries"
                )
        collisions[alias], rules[alias] = tuple(one["ids"]), one["rule"]
    senses = dict(vocabulary.senses)
    for name, rows in compiled["senses"].items():
        senses[name] = senses.get(name, ()) + tuple(map(_sense, rows))
    meanings = with_more(vocabulary.meanings, compiled["ideas"], compiled["meanings"], entries, file=file)
    return Vocabulary(Concepts(entries), senses, collisions, rules, codes, meanings, vocabulary.embedder)


_sense = Sense._make


def _add_entry(
    entries: dict[str, tuple[ConceptKind, Entry]], kind: ConceptKind, entry: Entry, file: str
) -> None:
    concept_id = entry["extends"] if "extends" in entry else entry["id"]
    known = entries.get(concept_id)
    if "extends" not in entry:
        if known is not None:
            taken = f"is {known[1]['name']!r} already; write 'extends: {concept_id}' to add names"
            raise VocabularyError(f"{file}: {concept_id}: {taken}")
        entries[concept_id] = (kind, entry)
    elif known is None or known[0] != kind:
        raise VocabularyError(f"{file}: {concept_id}: no {kind} of this id to extend; give 'id' and 'name'")
    else:
        entries[concept_id] = (kind, extended(known[1], entry))


def _add_code(codes: dict[str, str], kind: str, entry: Entry, file: str) -> None:
    """Codes of States and groups are unique, or what is found would be put on the wrong side."""
    code = entry.get("code")
    if code is None or kind not in ("state", "group"):
        return
    if codes.setdefault(code, entry["id"]) != entry["id"]:
        raise VocabularyError(f"{file}: {entry['id']}: code {code} is that of {codes[code]}; choose another")
