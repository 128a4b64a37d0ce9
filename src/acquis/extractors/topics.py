"""What the meeting was about: the phrases after a verb of discussion, the items of its agenda.

In: material. Out: phrases of the text in order, without repeats. Where the text names no discussion, its
headings and the areas of cooperation it names stand in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from acquis.extractors.material import Material
from acquis.extractors.name_words import word_set
from acquis.extractors.told_topics import told
from acquis.extractors.topic_phrases import KEPT_AND, clean_topic, split_topics
from acquis.model.concept import ConceptKind

_CUE = re.compile(
    r"\b(?:discuss(?:ed|ing|es)?(?! with\b)(?:,? among (?:other things|others|other issues),?)?|"
    r"exchanged on|(?:exchang(?:ed|ing|e)|shar(?:ed|ing|e)|compared) (?:(?:their|its|constructive|in-depth|fruitful|"
    r"comprehensive|extensive|frank|respective|wide-ranging|broad|detailed|of) )*"
    r"(?:views?|information|experiences?|assessments?|perspectives|opinions|insights|best practices|"
    r"lessons(?: learned)?|notes|updates|ideas|good practices|knowledge)"
    r"(?: and (?:views?|information|experiences?|assessments?|perspectives|opinions|best practices|"
    r"lessons learned|ideas|updates))?,? (?:on|about|regarding|concerning|related to|in)|(?:shared|"
    r"exchanged) (?:their |its )?(?:assessments?|understanding|experiences?) of|"
    r"(?:views|discussions?|talks|consultations|exchanges?|conversation|deliberations|dialogue|agenda|"
    r"meeting|sessions?|topics|issues|themes|subjects|items|programme|areas)"
    r"(?: (?:of|for) [\w’' -]{2,30}?)?(?: (?:discussed|covered|addressed|raised|under discussion|"
    r"of discussion|on the agenda|between the (?:two )?sides))?,? "
    r"(?:also |primarily |mainly |largely )?(?:focus(?:ed|ing)? on|centred on|centered on|covered|covering|"
    r"included|includes|(?:ranged|ran|extended) from|touched (?:up)?on|addressed|comprised|dealt with|"
    r"concerned|"
    r"revolved around)|"
    r"(?:discussions?|talks|consultations|exchanges?(?: of views)?|conversation|deliberations|briefings?|"
    r"presentations?|updates?) (?:on|about|regarding|concerning)|"
    r"(?:topics|issues|themes|subjects|items)(?: (?:discussed|covered|addressed|raised|"
    r"on the agenda))? (?:were|are)|focus(?:ed|ing|es)? on|cover(?:ed|ing)(?! by)|(?:spoke|talked) about|"
    r"addressed(?! by)|reviewed|considered|explored|took stock of|taking stock of|"
    r"touch(?:ed|ing) (?:up)?on|consulted on|deliberated (?:up)?on|dealt with|examined|compar(?:ed|ing) "
    r"(?:their |its )?(?:national |respective )?(?:policies|approaches|positions|strategies|practices) "
    r"(?:on|to|towards)|"
    r"briefed (?:[\w ]{2,60}? )?on|updated each other on|solicited feedback on(?: themes of)?)(?::\s*|\s+)",
    re.I,
)
_STOP = re.compile(
    r",?\s+(?:and|but)\s+(?:(?:also|jointly|further|then|thereby|both)\s+)*(?=(?:agreed|committed|"
    r"reaffirmed|decided|expressed|underlined|underscored|stressed|welcomed|noted|looked|identified|"
    r"affirmed|"
    r"pledged|emphasi[sz]ed|highlighted|recogni[sz]ed|called|they|both (?:sides|countries|parties)|"
    r"the (?:two|2) |concurred|confirmed|reiterated|resolved|acknowledged|encouraged|"
    r"discussed|exchanged|explored|reviewed|spoke|shared|it was|we |intend|plan|concluded|outlined|"
    r"considered|covered|touched|addressed|condemned|briefed|explained|presented|informed|updated|urged|"
    r"invited|proposed|announced|launched|signed|reported|the \w+ (?:side|delegation))\b)|"
    r"\bwith a view to\b|,\s+which\b|,\s+with (?:a|the|both)\b|,\s+we\b|,\s+(?:this|last) (?:week|month)\b|"
    r",\s+where\b|,\s+while\b|,\s+(?:agreeing|noting|stressing|reaffirming|recogni[sz]ing|welcoming|"
    r"underlining|underscoring|emphasi[sz]ing|highlighting)\b"
    r"|,\s+as (?:they|well as (?:agreed|reaffirmed|with))\b|,\s+(?:building|drawing) on\b|(?<!\b\w)\.\s|"
    r"\s+by\s+(?=\w+ing\b)",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:next|will|agreed to|look(?:ed|s)? forward|upcoming|led by|chaired by|headed by)\b", re.I
)
_DATE = re.compile(
    r"(?:(?:senior |relevant )?(?:officials|representatives|experts|participants|delegates)\b|\d|the \d|Mon|"
    r"Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May \d|June|July|August|September|"
    r"October|November|December|behalf)"
)
_COOPERATION = re.compile(
    r"\b(?:cooperation|co-operation|collaboration|partnership|"
    r"coordination)(?:[^.;:,]{0,40}?)?,?\s+(?:including (?:on|in)|on|in the (?:areas?|fields?) of|"
    r"in areas such as|in areas including)\s+",
    re.I,
)
_AREAS = re.compile(
    r"\b(?:(?:cooperation|co-operation|collaboration|partnership|work(?:ing)? together|coordination|"
    r"engagement|joint (?:commitment|work|efforts))(?:[^.;:]{0,40}?)?,?\s+(?:including\s+)?(?:on|in|to)|"
    r"(?:challenges|opportunities|areas|issues|threats)(?:[^.;:]{0,30}?)?,?\s+(?:including (?:in|on)|"
    r"such as|including|associated with)|"
    r"efforts will include|categories:|discuss|promote|support|explore|counter|combat|prevent|address|"
    r"disrupt|strengthen|affirm our commitment to|vision for (?:the|a))\s+",
    re.I,
)
_HEADING = re.compile(r"^(?:\d+[.)]\s*)?(?P<words>[A-Z](?:[^\W\d]|[’'–/,&\- ]){2,90})$")
_NO_HEADING = re.compile(
    r"\b(?:text|office|spokes\w+|statement|communiqu|readout|press|release|dialogue|consultations|meeting|"
    r"summit|introduction|"
    r"conclusion|next steps|annex|contact|background|related|participants|media|download|share|co-chairs?)\b",
    re.I,
)
_FEWEST, _FEW, _SOME, _MOST, _READ = 2, 4, 8, 24, 60
_NAMES: tuple[ConceptKind, ...] = ("instrument", "process", "institution", "group", "provision")
_LONG, _HEAD, _NAMED = 20, 30_000, 12
_INCLUDING = re.compile(r",?\s+(?:including|in particular|notably|such as)\s+")
_NAMED_ON = re.compile(r"(?:Consultations|Dialogue|Talks|Meeting|Discussions|Exchanges?) on\b")
_LED = re.compile(
    r"\b(?:led|headed|chaired|represented) by\b|\bco-?chair|\b(?:participated|attended|took part|comprised|delegation included|"
    r"next|upcoming|forthcoming)\b"
)
_AGAIN = "topic.next_meeting"
_TALKED = re.compile(
    r"\b(?:discussed|exchanged (?:\w+ ){0,2}views|agenda|focused on|covered|topics|compared notes)\b", re.I
)


def find_topics(material: Material) -> tuple[str, ...]:
    """The topics discussed, as phrases of the text."""
    discussed = list(_discussed(material))
    if _declares(material) and not _has_agenda(material):
        return tuple(_distinct([*_headings(material), *discussed[:_FEW], *_named(material)])[:_MOST])
    found = _distinct([*discussed, *_told(material)])
    if len(found) < _NAMED:
        found = _distinct([*found, *_touched(material)])
    if len(found) < _SOME:
        found = _distinct([*found, *_areas(material, _COOPERATION)])
    if len(found) < _FEWEST:
        found = _distinct([*found, *_headings(material)])
    if len(found) < _FEWEST:
        found = _distinct([*found, *_areas(material, _AREAS)])
    return tuple(found[:_MOST])


def _declares(material: Material) -> bool:
    """Is the text a long declaration that hardly says what was talked about?"""
    text = material.document.text
    return len(material.passages) >= _LONG and len(_TALKED.findall(text[:_HEAD])) < _FEW


def _has_agenda(material: Material) -> bool:
    """Are there items under a verb of discussion?"""
    stems = Counter(passage.stem for passage in material.passages[:_READ] if passage.stem)
    text = material.document.text
    return any(
        items >= _FEW and _CUE.search(f"{text[slice(*stem)].rstrip(' :')} ") for stem, items in stems.items()
    )


def _touched(material: Material) -> Iterator[str]:
    """The topics and threats of the vocabulary that a readout touches, not as part of a post, title or name."""
    text = material.document.text
    for passage in material.passages[1:_READ]:
        if passage.heading or _LED.search(text, passage.start, passage.end):
            continue
        for mention in material.mentions_in(passage.start, passage.end):
            concept = material.concept(mention, "topic", "threat")
            printed = text[mention.start : mention.end]
            in_name = mention.start > passage.start and printed.istitle()
            if concept and concept.id != _AGAIN and not in_name:
                yield printed


def _named(material: Material) -> Iterator[str]:
    """The topics and threats of the vocabulary that a declaration names, the full names first."""
    counts: Counter[str] = Counter()
    concepts: dict[str, str] = {}
    for mention in material.mentions_in(0, _HEAD):
        concept = material.concept(mention, "topic", "threat")
        if concept:
            printed = material.document.text[mention.start : mention.end]
            counts[printed] += 1
            concepts.setdefault(printed, concept.id)
    for printed, _ in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0])))[:_NAMED]:
        yield printed


def _discussed(material: Material) -> Iterator[str]:
    stems: dict[tuple[int, int], bool] = {}
    for passage in material.passages[:_READ]:
        words = material.words(passage)
        if passage.stem is not None and stems.get(passage.stem):
            for part in _INCLUDING.split(_first_clause(words), maxsplit=1):
                if topic := clean_topic(part):
                    yield topic
            continue
        if len(words) > 3000:
            continue
        for span in _objects(_marked(material, passage.start, words)):
            rest = span.strip()
            if words.rstrip().endswith(":") and len(rest) < 3:
                stems[(passage.start, passage.end)] = True
            yield from split_topics(rest)
        if words.rstrip().endswith(":") and _CUE.search(f"{words.rstrip(' :')} "):
            stems[(passage.start, passage.end)] = True


def _told(material: Material) -> Iterator[str]:
    for passage in material.passages[:_READ]:
        words = material.words(passage)
        if len(words) <= 3000:
            for span in told(_marked(material, passage.start, words)):
                yield from split_topics(span)


def _marked(material: Material, start: int, words: str) -> str:
    """The words with "and" inside known names held together, and cut where it joins two of them."""
    mentions = material.mentions_in(start, start + len(words))
    for before, after in pairwise(mentions):
        first, last = before.end - start, after.start - start
        if words[first:last] == " and " and before.last > before.first:
            words = f"{words[:first]};    {words[last:]}"
    for mention in mentions:
        name = words[mention.start - start : mention.end - start]
        if " and " in name and material.concept(mention, *_NAMES):
            words = (
                words[: mention.start - start]
                + name.replace(" and ", KEPT_AND)
                + words[mention.end - start :]
            )
    return words


def _first_clause(words: str) -> str:
    """An agenda item up to its first colon, semicolon or full stop."""
    return re.split(r"[;:.]\s|[;:.]$|\s[–—]\s", words, maxsplit=1)[0]


def _objects(words: str) -> Iterator[str]:
    """What stands after each verb of discussion, up to the end of its clause or the next such verb."""
    cues = list(_CUE.finditer(words))
    for at, cue in enumerate(cues):
        before = words[max(0, cue.start() - 50) : cue.start()]
        if _NEXT.search(before) and "looked" not in before:
            continue
        end = cues[at + 1].start() if at + 1 < len(cues) else len(words)
        stop = _STOP.search(words, cue.end(), end)
        if not _DATE.match(words, cue.end()) and not (cue.start() and _NAMED_ON.match(cue.group())):
            told = words[cue.end() : stop.start() if stop else end]
            yield told.replace(" to ", ", ", 1) if cue.group().rstrip().endswith(" from") else told


def _headings(material: Material) -> Iterator[str]:
    """Section headings that are topics."""
    for passage in material.passages:
        if not passage.heading or not passage.index:
            continue
        match = _HEADING.match(material.words(passage).strip())
        if match and not _NO_HEADING.search(match["words"]) and len(match["words"].split()) <= 10:
            yield match["words"].strip()


def _areas(material: Material, cue: re.Pattern[str]) -> Iterator[str]:
    """Areas of cooperation, where nothing is called discussed."""
    for passage in (passage for passage in material.passages[:40] if not passage.heading):
        words = material.words(passage)[:1500]
        for match in cue.finditer(words):
            stop = _STOP.search(words, match.end())
            yield from split_topics(words[match.end() : stop.start() if stop else len(words)])


def _distinct(topics: Iterator[str] | list[str]) -> list[str]:
    """The first of those that say the same."""
    found: list[str] = []
    seen: list[frozenset[str]] = []
    for topic in topics:
        content = frozenset(re.findall(r"\w+", topic.lower())) - _SMALL
        if content and not any(
            content <= known or (len(known) > 1 and known <= content and len(content) <= len(known) + 1)
            for known in seen
        ):
            found.append(topic)
            seen.append(content)
    return found


_SMALL = word_set(
    """
    the of and for in on to a an with by its their at as
    """
)
