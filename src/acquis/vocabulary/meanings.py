"""Ideas (classes of words) and meanings (ideas that together speak to a provision): entries in, one Meanings out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from acquis.errors import VocabularyError
from acquis.vocabulary.files import IdeaEntry, MeaningEntry

_SCORE = 70


@dataclass(frozen=True, slots=True)
class Idea:
    """A class of phrases under a name that a reason can print; `not_words` look like it and do not mean it."""

    id: str
    name: str
    words: tuple[str, ...]
    not_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to speak to a provision.

    Of each group in `groups` one idea must stand in the sentence, all of them within so many words; none of `none`
    may. A meaning gives way where the sentence speaks to one of `unless`.
    `anywhere` holds also in a sentence that is only near others on ICTs. `score` is 0 to 1.
    """

    id: str
    provision: str
    groups: tuple[tuple[str, ...], ...]
    none: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: int | None = None
    anywhere: bool = False
    score: float = _SCORE / 100


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """All ideas by id, and all meanings in the order of the files."""

    ideas: Mapping[str, Idea]
    meanings: tuple[Meaning, ...]


NO_MEANINGS = Meanings({}, ())


def with_more(
    known: Meanings,
    ideas: Iterable[IdeaEntry],
    meanings: Iterable[MeaningEntry],
    concepts: Collection[str],
    *,
    file: str,
) -> Meanings:
    """The meanings with more entries; raises `VocabularyError` for one that is double or leads nowhere."""
    more = dict(known.ideas)
    for entry in ideas:
        _add_idea(more, entry, file)
    ids = {meaning.id for meaning in known.meanings}
    made = list(known.meanings)
    for one in meanings:
        if one["id"] in ids:
            raise VocabularyError(f"{file}: {one['id']}: this id is taken; give the meaning another")
        ids.add(one["id"])
        made.append(_meaning(one, more, concepts, file))
    return Meanings(more, tuple(made))


def _add_idea(ideas: dict[str, Idea], entry: IdeaEntry, file: str) -> None:
    words, not_words = tuple(entry.get("words", ())), tuple(entry.get("not_words", ()))
    if "extends" not in entry:
        if entry["id"] in ideas:
            taken = f"is known already; write 'extends: {entry['id']}' to add words"
            raise VocabularyError(f"{file}: {entry['id']}: {taken}")
        ideas[entry["id"]] = Idea(entry["id"], entry["name"], words, not_words)
        return
    old = ideas.get(entry["extends"])
    if old is None:
        raise VocabularyError(
            f"{file}: {entry['extends']}: no idea of this id to extend; give 'id' and 'name'"
        )
    ideas[old.id] = Idea(old.id, old.name, old.words + words, old.not_words + not_words)


def _meaning(entry: MeaningEntry, ideas: Mapping[str, Idea], concepts: Collection[str], file: str) -> Meaning:
    meaning = Meaning(
        entry["id"],
        entry["provision"],
        tuple(tuple(map(_full, group.split("|"))) for group in entry["all"]),
        tuple(map(_full, entry.get("none", ()))),
        tuple(entry.get("unless", ())),
        entry.get("within"),
        entry.get("anywhere", False),
        entry.get("score", _SCORE) / 100,
    )
    named = {idea for group in meaning.groups for idea in group} | set(meaning.none)
    missing = sorted(named - ideas.keys()) or sorted({meaning.provision, *meaning.unless} - set(concepts))
    if missing:
        raise VocabularyError(
            f"{file}: {meaning.id}: no entry {missing[0]!r}; 'all' and 'none' list ideas, 'unless' provisions"
        )
    return meaning


def _full(idea: str) -> str:
    return f"idea.{idea.strip()}"
