"""Which provisions a sentence speaks to: by their names, and by ideas that together mean one of them.

In: a span of a text and how it is about ICTs. Out: links with their reasons, one a provision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from acquis.extractors.embedder import embedder_of
from acquis.extractors.material import Material
from acquis.extractors.meaning import Held, Spot, reading_of
from acquis.grammar.ideas import Place
from acquis.model.provision_link import ProvisionLink
from acquis.vocabulary.lexicon import Mention
from acquis.vocabulary.meanings import Idea
from acquis.vocabulary.vocabulary import normalise_name

About = Literal["own", "context", "near"]
"""How a sentence is about ICTs: by its own words; by what it points back to or where it is said; by neighbours only."""

_NAMED, _KEYWORD = 0.95, 0.6
_BODY = re.compile(r"institution\.(?!un$|un\.(?:sc|c1|ga)$)")
_CYBER_BODY = (
    "cyberbody"  # stands for the name of any body for cybersecurity, so that founding one can be meant
)
# A norm by its letter is one on ICTs, whatever stands around it.
_UNMISTAKABLE = re.compile(r"\b13 ?\(|\bnorms? \(?[a-k]\b|\bin cyberspace\b|\bICTs?\b", re.I)
_LONGEST = 400  # words: what is longer is a table and no sentence
_STOP = re.compile(r"[,;:()—]|\s–\s")
Span = tuple[int, int]


class _Words(NamedTuple):
    """The words of a sentence after those of its stem; `own` is how many the stem has."""

    material: Material
    at: Sequence[int]
    own: int

    def said(self, place: Place) -> str:
        """The words of a place as they are written."""
        tokens = self.material.tokens
        first, last = self.at[place.first], self.at[place.last]
        if last - first != place.last - place.first:
            return " ".join(tokens.words[self.at[at]] for at in range(place.first, place.last + 1))
        return " ".join(tokens.text[tokens.starts[first] : tokens.ends[last]].split())


def find_links(
    material: Material, span: Span, *, about: About | None, stem: Span | None = None
) -> tuple[ProvisionLink, ...]:
    """The provisions that `text[start:end]` speaks to; where it is not about ICTs, those that it names unmistakably."""
    if about is None:
        return tuple(link for link in _named(material, span) if _UNMISTAKABLE.search(link.why))
    found = {link.provision: link for link in _named(material, span) if about != "near" or _ours(link)}
    for link in _meant(material, span, about, stem, found):
        found.setdefault(link.provision, link)
    embedder = embedder_of(material.vocabulary) if about != "near" else None
    for link in embedder.links(material.document.text[slice(*span)]) if embedder else ():
        found.setdefault(link.provision, link)
    return tuple(found.values())


def find_keyword_links(material: Material, span: Span, *, about: About | None) -> tuple[ProvisionLink, ...]:
    """Links by names and keywords alone: what links by meaning are measured against."""
    if about is None:
        return ()
    found: dict[str, ProvisionLink] = {}
    for mention in material.mentions_in(*span):
        for link in _linked(material, mention, keywords=True):
            known = found.get(link.provision)
            if known is None or known.score < link.score:
                found[link.provision] = link
    return tuple(found.values())


def _named(material: Material, span: Span) -> Iterable[ProvisionLink]:
    for mention in material.mentions_in(*span):
        yield from _linked(material, mention, keywords=False)


def _ours(link: ProvisionLink) -> bool:
    """Does the name alone say that ICTs are meant? Those of the law belong to other fields too."""
    return not link.provision.startswith("provision.international-law.")


def _linked(material: Material, mention: Mention, *, keywords: bool) -> Iterable[ProvisionLink]:
    text = material.document.text
    words = " ".join(text[mention.start : mention.end].split())
    closed = ")" if "(" in words and text[mention.end : mention.end + 1] == ")" else ""
    for sense in mention.senses:
        if sense.concept_id.startswith("provision.") and not sense.weak:
            if sense.form == "name" and (keywords or not _only_title(material, sense.concept_id, words)):
                yield ProvisionLink(sense.concept_id, _NAMED, f"named: “{words}{closed}”")
            elif sense.form == "keyword" and keywords:
                yield ProvisionLink(sense.concept_id, _KEYWORD, f"keyword: “{words}”")


def _only_title(material: Material, concept_id: str, words: str) -> bool:
    """Is it what we call the provision, and nothing that others do? "Respect for sovereignty" names no principle."""
    concept = material.vocabulary.get(concept_id)
    said = normalise_name(words)
    return said == normalise_name(concept.name) and all(
        said != normalise_name(name.text) for name in concept.names
    )


def _meant(
    material: Material, span: Span, about: About, stem: Span | None, named: Iterable[str]
) -> list[ProvisionLink]:
    """The links by meaning, the surest first, without those that give way to others."""
    words = _words(material, span, stem)
    reading = reading_of(material.vocabulary.meanings, near=about == "near")
    held = [
        one
        for one in reading.held(_unnamed(material, words.at), _stops(words), context=about == "context")
        if _own(one.spots, words.own)
    ]
    spoken = {one.meaning.provision for one in held}.union(named)
    kept = [one for one in held if spoken.isdisjoint(one.meaning.unless)]
    kept.sort(key=lambda one: (-one.meaning.score, one.meaning.id))
    return [_link(one, words, reading.ideas) for one in kept]


def _words(material: Material, span: Span, stem: Span | None) -> _Words:
    within = material.tokens.within
    lead = range(*within(*stem))[-_LONGEST:] if stem else range(0)
    return _Words(material, [*lead, *range(*within(*span))[:_LONGEST]], len(lead))


def _unnamed(material: Material, at: Sequence[int]) -> list[str]:
    """The words, without the names of bodies: what an agency is called is not what a sentence says.

    The United Nations and its organs stay: they are where States want things done.
    """
    if not at:
        return []
    starts, words = material.tokens.starts, material.tokens.words
    bodies: dict[int, str] = {}
    for mention in material.mentions_in(starts[at[0]], starts[at[-1]] + 1):
        concept_id = mention.senses[0].concept_id
        if mention.last > mention.first and _BODY.match(concept_id):
            named = range(mention.first, mention.last + 1)
            bodies.update(dict.fromkeys(named, ""))
            if any(words[token].startswith("cyber") for token in named):
                bodies[mention.first] = bodies[mention.last] = _CYBER_BODY  # near to words on either side
    return [bodies.get(token, words[token]) for token in at]


def _stops(words: _Words) -> frozenset[int]:
    """Which words begin after a comma or a stronger stop: words that belong together seldom stand across one."""
    tokens = words.material.tokens
    return frozenset(
        place
        for place, at in enumerate(words.at)
        if place and _STOP.search(tokens.text, tokens.ends[words.at[place - 1]], tokens.starts[at])
    )


def _own(spots: Iterable[Spot], own: int) -> bool:
    """Does the sentence itself say some of it, and not its stem alone?"""
    return any(spot.place is not None and spot.place.last >= own for spot in spots)


def _link(held: Held, words: _Words, ideas: Mapping[str, Idea]) -> ProvisionLink:
    told = [
        f"{ideas[spot.idea].name} (“{words.said(spot.place)}”)" if spot.place else "ICTs (around it)"
        for spot in held.spots
    ]
    return ProvisionLink(held.meaning.provision, held.meaning.score, " + ".join(dict.fromkeys(told)))
