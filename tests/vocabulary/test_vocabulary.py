"""The vocabulary that ships: well formed, linked, and every shared name declared."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from acquis.errors import VocabularyError
from acquis.model.concept import Concept
from acquis.vocabulary import VOCABULARY_DIR, Vocabulary, load_vocabulary
from acquis.vocabulary.check import KINDS, OTHERS, check_document
from acquis.vocabulary.files import Entry, compile_directory, read_documents, write_compiled, yaml_files
from acquis.vocabulary.loader import read_compiled

FILES = yaml_files(VOCABULARY_DIR)
UN = "UN"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary as it ships, without any file of a user."""
    return load_vocabulary()


def entries_of(path: Path) -> Iterator[tuple[str, Entry]]:
    """Kind and entry, for each entry of a vocabulary file that is a concept."""
    for document in read_documents(path.read_text(encoding="utf-8")):
        content = cast(dict[str, object], document)
        if content["kind"] not in OTHERS:
            for entry in cast(list[Entry], content["entries"]):
                yield cast(str, content["kind"]), entry


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_well_formed(path: Path) -> None:
    """Each file keeps the schema that users' files are held to."""
    for document in read_documents(path.read_text(encoding="utf-8")):
        check_document(document, file=path.name)


def test_every_kind_has_a_file(vocabulary: Vocabulary) -> None:
    """No kind of concept is left without entries."""
    assert {concept.kind for concept in vocabulary.concepts.values()} | set(OTHERS) == set(KINDS)


def test_ids_are_unique() -> None:
    """No two entries share an id, in one file or across files."""
    count = Counter(entry["id"] for path in FILES for _, entry in entries_of(path))
    assert [key for key, times in count.items() if times > 1] == []


def test_no_name_is_an_empty_text_or_holds_a_date_in_brackets(vocabulary: Vocabulary) -> None:
    """When a name was valid is data, not a part of the name."""
    texts = [name.text for concept in vocabulary.concepts.values() for name in concept.names]
    assert [text for text in texts if not text.strip() or "(to " in text or "(before " in text] == []


def test_links_lead_to_entries(vocabulary: Vocabulary) -> None:
    """Parents, provisions, elements, sides, countries and members all exist."""
    codes = vocabulary.codes.keys() | {UN}
    dangling = []
    for concept in vocabulary.concepts.values():
        element = concept.element and f"element.{concept.element}"
        ids = [link for link in (concept.parent, concept.provision, element) if link]
        dangling += [(concept.id, link) for link in ids if link not in vocabulary.concepts]
        sides = [link for link in (concept.side, concept.country, *(m[0] for m in concept.members)) if link]
        dangling += [(concept.id, link) for link in sides if link not in codes]
    assert dangling == []


def test_every_citation_says_whether_it_was_checked(vocabulary: Vocabulary) -> None:
    """A paragraph is marked as seen or as recalled, never left open."""
    marks = {one.basis for concept in vocabulary.concepts.values() for one in concept.citations}
    assert marks == {"seen", "recalled"}


def is_state_with_its_place(concepts: list[Concept]) -> bool:
    """Whether a name is that of one State and of places inside it, which needs no declaration."""
    states = [concept for concept in concepts if concept.kind == "state"]
    places = [concept for concept in concepts if concept.kind == "place"]
    same_country = all(place.country == states[0].code for place in places) if states else False
    return len(states) == 1 and len(states) + len(places) == len(concepts) and same_country


def test_every_shared_name_is_declared(vocabulary: Vocabulary) -> None:
    """A name or adjective of two entries stands in collisions.yaml with exactly these entries."""
    shared: dict[str, frozenset[str]] = {}
    for name, senses in vocabulary.senses.items():
        ids = frozenset(sense.concept_id for sense in senses if sense.form in ("name", "adjective"))
        if len(ids) > 1 and not is_state_with_its_place([vocabulary.get(key) for key in ids]):
            shared[name] = ids
    declared = {name: frozenset(ids) for name, ids in vocabulary.collisions.items()}
    assert declared == shared


def test_every_collision_says_what_decides(vocabulary: Vocabulary) -> None:
    """The rule of a shared name is one of the four that readers know."""
    assert set(vocabulary.rules.values()) <= {"date", "side", "context", "kind"}


def test_no_entry_denies_its_own_name(vocabulary: Vocabulary) -> None:
    """What a name does not mean is longer than the name, or the name could never be found."""
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, senses in vocabulary.senses.items():
        for sense in senses:
            forms[name, sense.concept_id].add(sense.form)
    assert [key for key, found in forms.items() if found >= {"name", "not"}] == []


def test_the_members_of_the_united_nations_are_all_there(vocabulary: Vocabulary) -> None:
    """193 States are members, each with a code of two letters of its own."""
    members = [state for state in vocabulary.of_kind("state") if state.member]
    assert len(members) == 193
    assert len({state.code for state in members if state.code and len(state.code) == 2}) == 193


@pytest.mark.parametrize(
    ("code", "concept_id"), [("GB", "state.GB"), ("EU", "group.EU"), ("NO", "state.NO"), ("XX", None)]
)
def test_codes_lead_to_states_and_groups(vocabulary: Vocabulary, code: str, concept_id: str | None) -> None:
    """A code finds its State or group, and nothing else."""
    found = vocabulary.by_code(code)
    assert (found.id if found else None) == concept_id


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("fcdo", {"institution.uk.fcdo"}),
        ("norm f", {"provision.norm.f"}),
        ("a/res/75/240", {"instrument.res75_240"}),
        ("budapest convention on cybercrime", {"instrument.budapest"}),
        ("ransomware", {"threat.ransomware", "topic.ransomware"}),
    ],
)
def test_a_name_leads_to_what_it_means(vocabulary: Vocabulary, name: str, ids: set[str]) -> None:
    """Normalised names find their entries."""
    assert {sense.concept_id for sense in vocabulary.senses[name] if sense.form == "name"} == ids


def test_one_acronym_is_two_groups_at_two_times(vocabulary: Vocabulary) -> None:
    """OEWG has its validity on each sense, so that the date of a text can decide."""
    dates = {sense.concept_id: (sense.since, sense.until) for sense in vocabulary.senses["oewg"]}
    assert dates["process.oewg1"] == (None, "2021-03")
    assert dates["process.oewg2"] == ("2021-06", None)


def test_bare_norm_letters_that_are_words_are_no_names(vocabulary: Vocabulary) -> None:
    """ "norm a" and "norm i" are found only with 13 or brackets."""
    assert "norm a" not in vocabulary.senses
    assert "norm (a)" in vocabulary.senses
    assert "norm i" not in vocabulary.senses


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A directory with the vocabulary's YAML files alone."""
    for path in FILES:
        shutil.copy(path, tmp_path)
    return tmp_path


def test_compiled_and_yaml_are_the_same(copied: Path) -> None:
    """Loading from compiled.json gives what the YAML files give."""
    from_yaml = read_compiled(copied)
    write_compiled(copied)
    from_json = read_compiled(copied)
    assert from_json["kinds"] == from_yaml["kinds"]
    assert from_json["collisions"] == from_yaml["collisions"]
    assert {name: [tuple(row) for row in rows] for name, rows in from_json["senses"].items()} == from_yaml[
        "senses"
    ]


def test_compiling_twice_gives_the_same_bytes(copied: Path) -> None:
    """The compiled file depends on the YAML files and on nothing else."""
    first = write_compiled(copied).read_bytes()
    assert write_compiled(copied).read_bytes() == first


def test_a_changed_file_is_not_overlooked(copied: Path) -> None:
    """compiled.json is ignored when it is not of the YAML files beside it."""
    write_compiled(copied)
    new = "kind: topic\nentries:\n  - id: topic.kites\n    name: Kites\n"
    (copied / "zz.yaml").write_text(new, encoding="utf-8")
    assert "kites" in read_compiled(copied)["senses"]
    assert read_compiled(copied) == compile_directory(copied)


@pytest.mark.parametrize("value", ["NO", "2020-09-30", "12:30", "yes", "1.10"])
def test_yaml_has_no_surprises(value: str) -> None:
    """Country codes, days and versions stay text."""
    assert read_documents(f"code: {value}\n") == [{"code": value}]


def test_the_errors_of_the_vocabulary_are_of_one_class() -> None:
    """A document without kind and entries is a VocabularyError that names the file."""
    with pytest.raises(VocabularyError, match=r"^mine\.yaml: "):
        check_document(["a list"], file="mine.yaml")
