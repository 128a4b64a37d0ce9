"""People with their posts and bodies: "X, post, organisation", "post X", "organisation post X".

In: material and a span that names people. Out: `Person`s in order. What stands before a name (its prelude)
and after it (its description) is told apart at the last "and", comma or semicolon between two names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from acquis.extractors.bodies import Body, read_body
from acquis.extractors.material import Material
from acquis.extractors.person_names import NameSpan, find_names_of_persons


@dataclass(frozen=True, slots=True)
class Person:
    """A person at `start:end` of the document, as printed; fields the text leaves out are None."""

    name: str
    start: int
    end: int
    post: str | None = None
    organisation: str | None = None
    party: str | None = None


_DESCRIBED = re.compile(
    r"\s*(?:,|\(|–|—|-\s|;)(?!\s*(?:and|as well as|while|together|who|in|on|at|during|today)\b)"
)
_BELONGS = re.compile(r"\s+(?:of|from|at|in|for)\s+(?:the\s+)?(?=[A-Z])")
_SPLIT = re.compile(
    r"(?:[,;)]|\.)?\s+(?:and|as well as|together with|along(?:side)? with|alongside|with|while|by|"
    r"&)\s+(?:(?:by|also|on|the|with)\s+)*|;\s*|,\s+(?=[A-Z]|$)|[.:]\s+"
)
_RESPECTIVELY = re.compile(r",?\s+respectively\b", re.I)
_PLURAL_POST = re.compile(
    r"((?:\w+ ){0,3}(?:Ambassador|Minister|Director|Coordinator|President|Secretary|Secretarie|"
    r"Commissioner))s\b"
)
_TITLES = re.compile(r"\b(?:Lt|Col|Gen|Maj|Brig|Cdr|Capt|Adm|Vice|Rear|Air|Retd?|H\.E)\b\.?\)?")
_ONLY_AND = re.compile(r"^\s*,?\s*(?:and|&)\s*$")
_POST_HEAD = re.compile(
    r"^(?:(?:the|its|their|our|his|her|acting|then|former|"
    r"new)\s+)*(?:[\w.’'-]+\s+){0,12}?(?:[\w-]*(?:Director|Minister|Secretary|Ambassador|Coordinator|"
    r"Co-ordinator|Head|Chief|Commissioner|"
    r"Advis[eo]r|Envoy|Representative|Chair\w*|President|Counsel+or|Officer|General|Commander|Lead|Manager|"
    r"Attach[eé]|Chancellor|Deputy|Governor|Spokes\w+|Superintendent))",
)
_ADVERBIAL = re.compile(
    r"\s*(?:On|In|From|During|Following|After|At|Today|Yesterday|This|Earlier)\b"
    r"(?:,?\s*we\s*[–—,]\s*|[^,]*,\s+(?=the\s)|.*,\s+(?=[A-Z]))",
    re.S,
)
_VERBAL = re.compile(
    r"\b(?:led|headed|chaired|co-?chaired|represented|held|met|hosted|briefed|travel+ed|attended|"
    r"participated|who|which|was|were|is|are|has|discussed|"
    r"opened|welcomed|delivered|served|acted|joined|accompanied|will|convened|visited|spoke|took|gave|"
    r"presented|paid|undertook)\b"
)


# After these words another person begins: whom the first one met.
_WHOM = re.compile(
    r"\b(?:met|hosted|welcomed|received|spoke)\b(?:[^,;]{0,60}?\bwith\b)?\s+(?=\S)|\bat the invitation of\s+"
)
_BARE_POST = re.compile(r",\s+(?:the|its|their)\s+[^,;]{3,120},\s+")
_RANK_LAST = re.compile(r",?\s*\b(?:Senator|Dame|Sir)(?:\s+the)?\s*$")
_CALLED = re.compile(r"\b(?:President|Minister|Chancellor|Secretary|Ambassador|King|Queen)\s*$")


def read_people(material: Material, start: int, end: int, parties: tuple[str, ...]) -> list[Person]:
    """The persons in a span with what the text says of each."""
    text = material.document.text
    names = find_names_of_persons(material, start, end)
    people: list[Person] = []
    preludes: dict[int, tuple[int, int]] = {0: (start, names[0].begin)} if names else {}
    for at, name in enumerate(names):
        stop = names[at + 1].begin if at + 1 < len(names) else end
        described, prelude = _share(text, name.end, stop, at + 1 < len(names))
        if _CALLED.search(text[preludes[at][0] : name.start]) and _BARE_POST.fullmatch(text[name.end : stop]):
            described, prelude = (name.end, name.end), (name.end, stop)
        preludes[at + 1] = prelude
        people.append(_person(material, name, preludes[at], described, parties))
    return _respectively(material, _sharing_post(material, people, names), names, end, parties)


def _sharing_post(material: Material, people: list[Person], names: list[NameSpan]) -> list[Person]:
    """ "Ambassadors X and Y": each is one."""
    told = list(people)
    for at, person in enumerate(people[:-1]):
        gap = material.document.text[names[at].end : names[at + 1].begin]
        if person.post and (plural := _PLURAL_POST.match(person.post)) and _ONLY_AND.match(gap):
            post = f"{plural[1]}{person.post[plural.end() :]}"
            told[at : at + 2] = [
                replace(person, post=post),
                replace(people[at + 1], post=people[at + 1].post or post),
            ]
    return told


def _share(text: str, start: int, stop: int, another: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """The span between two names, shared out: the description of the first, the prelude of the second."""
    gap = text[start:stop]
    verbal = _VERBAL.search(gap)
    limit = verbal.start() if verbal else len(gap)
    whom = _WHOM.search(gap) if another else None
    if whom and _POST_HEAD.match(gap[whom.end() :]):
        return (start, start + min(limit, whom.start())), (start + whom.end(), stop)
    describes = bool(_DESCRIBED.match(gap) or _BELONGS.match(gap))
    if not another:
        return (start, start + limit if describes else start), (stop, stop)
    cuts = [match for match in _SPLIT.finditer(gap) if _opens_prelude(gap[match.end() :])]
    if not describes:
        cut = cuts[0].end() if cuts else 0
        return (start, start), (start + cut, stop)
    if not cuts:
        return (start, start + limit), (stop, stop)
    last = _best_cut(cuts, gap)
    return (start, start + min(last.start(), limit)), (start + last.end(), stop)


def _opens_prelude(rest: str) -> bool:
    """Could these words stand before a name: nothing, a side, or a post?"""
    bare = _TITLES.sub("", rest).strip(" ,(")
    return bare.lower() in ("", "the", "by") or bool(_POST_HEAD.match(bare))


def _best_cut(cuts: list[re.Match[str]], gap: str) -> re.Match[str]:
    """The last cut right before the name; else the first "and" that a post follows up to the name."""
    last = cuts[-1]
    if not gap[last.end() :].strip():
        joined = [cut for cut in cuts if not gap[cut.end() :].strip(" ,")]
        return joined[0]
    posts = [
        cut
        for cut in cuts
        if gap[cut.end() :].strip() and re.search(r"\b(?:and|by|while|with)\b|;", cut.group())
    ]
    return posts[-1] if posts else last


def _person(
    material: Material,
    name: NameSpan,
    prelude: tuple[int, int],
    described: tuple[int, int],
    parties: tuple[str, ...],
) -> Person:
    before = read_body(material, *_trimmed(material, prelude), parties, leading=True)
    after = read_body(material, *described, parties, leading=False)
    body = _merged(before, after)
    return Person(name.name, name.start, name.end, body.post, body.organisation, body.party)


def _trimmed(material: Material, prelude: tuple[int, int]) -> tuple[int, int]:
    """A prelude from its last sentence, colon or verb on."""
    words = material.document.text[prelude[0] : prelude[1]]
    opened = _ADVERBIAL.match(words)
    cut = opened.end() if opened else 0
    for match in re.finditer(
        rf"[;:]\s|(?<![A-Z])\.\s+(?=[A-Z]\w{{3}})|\b\d{{4}},\s+|{_VERBAL.pattern}|\b(?:by|while|today|"
        rf"yesterday)\s",
        words,
    ):
        cut = match.end()
    rank = _RANK_LAST.search(words, cut)
    return prelude[0] + cut, prelude[0] + rank.start() if rank else prelude[1]


def _merged(before: Body, after: Body) -> Body:
    """What both places say; a post after the name counts more than "Ambassador" before it."""
    post = after.post or before.post
    organisation = after.organisation or before.organisation
    return Body(post, organisation, after.party or before.party)


def _respectively(
    material: Material, people: list[Person], names: list[NameSpan], end: int, parties: tuple[str, ...]
) -> list[Person]:
    """ "X and Y, the heads of A and B, respectively": each gets his own."""
    text = material.document.text
    if len(people) != 2 or not _ONLY_AND.match(text[names[0].end : names[1].begin]):
        return people
    match = _RESPECTIVELY.search(text, names[1].end, end)
    if not match or not text[names[1].end : match.start()].strip(" ,"):
        return people
    span = (names[1].end, match.start())
    half = _middle(text, *span)
    first = read_body(material, span[0], half[0], parties, leading=False)
    second = read_body(material, half[1], span[1], parties, leading=False)
    return [
        replace(
            people[0],
            post=first.post,
            organisation=first.organisation or second.organisation,
            party=first.party,
        ),
        replace(
            people[1],
            post=second.post or first.post,
            organisation=second.organisation or first.organisation,
            party=second.party,
        ),
    ]


def _middle(text: str, start: int, end: int) -> tuple[int, int]:
    """The "and" nearest to the middle."""
    joins = list(re.finditer(r",?\s+and\s+", text[start:end]))
    if not joins:
        return end, end
    best = min(joins, key=lambda match: abs(match.start() - (end - start) / 2))
    return start + best.start(), start + best.end()
