"""Lists of topics to single phrases: "digital identity and cyber resilience, as well as sanctions" is three.

In: the words after a verb of discussion. Out: noun phrases of the text, without determiners and frames such
as "issues related to" or "ways to strengthen".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.extractors.name_words import word_set

# Stands for " and " inside a known name, as long as the words themselves.
KEPT_AND = "\u2006and\u2006"
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_GROUPS = re.compile(
    r"[,;]?\s+as well as\s+|[,;]?\s+(?:in addition to|along with|together with)\s+|;\s*(?:and\s+)?|"
    r"[,—–]?\s+(?:including|include|inter alia|especially|"
    r"in particular|particularly|notably|such as|namely|specifically|among others|ranging from|"
    r"encompassing)\b[,:]?\s*(?:(?:by|on|in|of|through|for|with|via|the)\s+)*|"
    r"\s+—\s*|—|,?\s+and\s+(?=(?:on|in|about|how|ways|to|their|its|our|opportunities|efforts)\b)"
)
_OXFORD = re.compile(r",\s+(?:and|or)\s+")
_COMMA = re.compile(r",\s+(?:(?:and|or)\s+)?")
_AND_THE = re.compile(r" and (?=the )")
_AND = re.compile(r" and ")
_PREPOSITION = re.compile(r"\b(?:of|in|on|for|to|against|with|from|by|at|between|through|under)\b")
_DETERMINERS = re.compile(
    r"^(?:(?:the|The|a|an|their|its|our|his|her|these|those|both|all|any|some|each|various|several|many|"
    r"recent|latest|current|ongoing|further|continued|continuing|forthcoming|"
    r"respective|other|additional|key|main|specific|certain|shared|mutual|common|possible|potential|"
    r"concrete|relevant|important|new|recently|"
    r"of|on|in|for|under|within|about|regarding|concerning|and|or|also|how|as|with|by|from|at|more|most|"
    r"first|urgent|effective|enhanced|closer|greater|deeper|latest|respective|"
    r"wide-ranging|wide range of|broad range of|range of|variety of|number of|broad|wide|"
    r"[\w.-]+(?: (?:[A-Z][\w-]+))?(?:[’']s|s[’']))\s+)+"
)
_FRAMES = re.compile(
    r"^(?:importance|role|need|necessity|value|state of play|state|status|status of play|future|implications|impact|"
    r"progress (?:achieved|made)|developments|use|nature|question|issues?|matters?|topics?|questions?|"
    r"subjects?|developments?|"
    r"policies|efforts|ways|opportunities|options|means|steps|measures|progress|initiatives?|priorities|"
    r"areas?|approaches|challenges|aspects|"
    r"possibilit(?:y|ies)|potential|prospects|modalities|work|activities|actions|plans?|ideas|views|"
    r"information|experiences?|lessons(?: learned)?|best practices|"
    r"trends|perspectives|vision|themes|items|fields?|range|field|commitments?|support|vital role|"
    r"important role|critical role|best practice|good practices)\s+"
    r"(?:(?:of mutual interest|of common interest|made|underway|taken|learned)\s+)?"
    r"(?:related to|relating to|relevant to|pertaining to|with regard to|with respect to|regarding|"
    r"concerning|associated with|of|on|for|in|with|around|surrounding|from|at|that)\s+|^(?:ways|"
    r"opportunities|efforts|options|means|steps|measures|possibilities|plans|initiatives|how|potential|need|"
    r"actions)\s+(?=to\s)",
    re.I,
)
_TO_VERB = re.compile(
    r"^to\s+(?:(?:jointly|further|better|effectively|collectively|together|continue to|collaborate to|"
    r"work together to|cooperate to|help|and)\s+)*"
    r"(?:strengthen|enhance|improve|promote|extend|expand|deepen|advance|increase|build|develop|support|"
    r"ensure|achieve|foster|accelerate|address|bolster|boost|uplift|"
    r"counter|combat|tackle|protect|secure|implement|facilitate|broaden|mitigate|prevent|reduce|share|"
    r"coordinate|intensify|explore|establish|raise|grow|"
    r"encourage|maintain|use|leverage|pursue|identify|drive|respond to|cooperate on|collaborate on|work on|"
    r"engage in|engage on|deliver)\s+",
    re.I,
)
_GERUND = re.compile(
    r"^(?:(?:jointly|further|effectively|collectively|better)\s+)?(?:strengthening|enhancing|improving|"
    r"promoting|extending|expanding|deepening|advancing|increasing|ensuring|"
    r"achieving|fostering|accelerating|addressing|bolstering|boosting|uplifting|supporting|developing|"
    r"exploring|implementing|facilitating|broadening|intensifying|"
    r"maintaining|pursuing|identifying|furthering|sharing|coordinating|raising|growing|establishing|"
    r"encouraging|cooperating on|collaborating on|working on|upholding|"
    r"safeguarding|elevating|tackling|combating|combatting|mitigating|preventing|using|leveraging|"
    r"building(?! block))\s+",
    re.I,
)
_CUT = re.compile(
    r"\s+(?:that|which|who|where|while|when|whether|because|so|with a view|in order|aimed at|aiming|"
    r"designed to|undertaken|through|thereby|during|ahead of|based on|"
    r"in light of|in line with|in accordance|consistent with|with the aim|with the goal|for the benefit|"
    r"as part of|(?<!cooperation )(?<!coordination )at the|in the context|in this context|in areas|"
    r"within the|under (?:the|UN|United)|(?:to )?be \w+ed|between the|among the|since|followed by|faced by|posed by|across the|both|"
    r"to (?:improve|ensure|promote|support|address|counter|enhance|prevent|protect|"
    r"share|achieve|build|strengthen|advance|increase|reduce|help|meet|make|identify|secure|respond|deter|"
    r"bring|take|make))\b.*$",
    re.S,
)
_WHEN = re.compile(
    r"\s+(?:on|from) (?:\d|Mon|Tues|Wednes|Thurs|Fri|January|February|March|April|May|June|July|August|"
    r"September|October|November|December).*$"
)
_TAIL = re.compile(
    r"[\s,]*\b(?:of|on|in|for|to|and|or|with|the|by|as|at|their|its|our|a|an|between|both|from|including|"
    r"also|related|respectively|today|among others)$",
    re.I,
)
_EMPTY = word_set(
    """
    cooperation collaboration issues views matters topics developments progress steps outcomes meeting
    meetings countries sides group discussions work areas challenges threats efforts others them it this
    that dialogue consultations exchange information experiences practices policies initiatives range
    ways fields latest opportunities region regions partners partnership participants priorities policy
    activities future relations forward next way world interest strategies approaches perspectives ideas
    further projects plans things more well level levels field interests concern support action actions measures
    commitment commitments today year years mutual bilateral multilateral regional international global
    united nations un osce asean cyberspace
    """
)
_NO_TOPIC = re.compile(
    r"^(?:[A-Z]\.){1,3}[A-Z]?$|^(?:be|been|being)\b|^[^A-Za-z]*$|\b(?:they|we|he|she|was|were|is|are|has|have|had|will|would|"
    r"should|took|thanked|agreed|noted|welcomed|reaffirmed|"
    r"underlined|stressed|held|expressed|committed)\b",
    re.I,
)
_COOPERATION = re.compile(
    r"(?:bilateral|international|regional|multilateral|trilateral|operational|technical|"
    r"law enforcement) (?:cooperation|co-operation|collaboration|coordination)",
    re.I,
)
_MOST_WORDS = 9
_INCLUDING = re.compile(
    r"includ|inter alia|especially|particular|notably|such as|namely|specifically|ranging|encompassing|"
    r"among others"
)
_GENERIC = re.compile(
    r"\b(?:issues?|topics?|matters|areas?|subjects|questions|themes|aspects|items|priorities|domains|fields|"
    r"developments|efforts|measures|ways|initiatives|goals)"
    r"(?:\s+(?:related|relating|pertaining) to (?:cyber ?space|cyber|cyber ?security|ICTs?))?\s*$",
    re.I,
)
_ADJECTIVE = re.compile(
    r"(?:free|open|inclusive|secure|stable|peaceful|resilient|safe|interoperable|accessible|reliable|"
    r"prosperous|connected|trusted|sustainable|transparent|"
    r"global|rules-based|vibrant|healthy|single|bilateral|regional|national|multilateral|emerging|critical|"
    r"strategic|political|economic|legal|technical|responsible|trustworthy|fair)",
    re.I,
)


def split_topics(words: str) -> Iterator[str]:
    """The single topics of a list, in order."""
    plain = re.sub(r"[ \n\t]+", " ", _BRACKETS.sub("", words).replace("“", "").replace("”", "")).strip(
        " .,;:"
    )
    groups = _GROUPS.split(plain)
    marks = [match.group() for match in _GROUPS.finditer(plain)]
    for group, mark in zip(groups, [*marks, ""], strict=True):
        if _INCLUDING.search(mark) and _GENERIC.search(group):
            continue
        for item in _items(group):
            if topic := clean_topic(item):
                yield topic.replace(KEPT_AND, " and ")


def _items(group: str) -> Iterator[str]:
    """One level of a list: commas always cut; the last "and" where it closes the list or joins phrases."""
    oxford = bool(_OXFORD.search(group))
    items = _adjectives_joined([item for item in _COMMA.split(group) if item.strip()])
    for at, item in enumerate(items):
        closes = at == len(items) - 1 and len(items) > 1 and not oxford
        for part in _AND_THE.split(item):
            yield from _halves(part, closes)


def _adjectives_joined(items: list[str]) -> list[str]:
    """ "A free, open and secure cyberspace" is one item."""
    joined: list[str] = []
    held = ""
    for item in items:
        bare = _DETERMINERS.sub("", item.strip())
        if item is not items[-1] and all(_ADJECTIVE.fullmatch(word) for word in bare.split(" and ")):
            held += f"{item}, "
        else:
            joined.append(held + item)
            held = ""
    return joined


def _halves(item: str, closes: bool) -> Iterator[str]:
    joins = [join for join in _AND.finditer(item) if not _inside_name(item, join)]
    if not joins:
        yield item
        return
    join = joins[-1]
    left, right = item[: join.start()], item[join.end() :]
    if closes or _are_phrases(left, right):
        yield left
        yield right
    else:
        yield item


def _inside_name(item: str, join: re.Match[str]) -> bool:
    """Capitals on both sides, after a capital before: "Information and Communication Technologies"."""
    before, after = item[: join.start()].split(), item[join.end() :].split()
    if not before or not after or not (before[-1][:1].isupper() and after[0][:1].isupper()):
        return False
    return not before[-1].isupper() and not after[0].isupper()


def _are_phrases(left: str, right: str) -> bool:
    """Two phrases of their own, or two single words; "emerging and disruptive technologies" is one."""
    before, after = len(_DETERMINERS.sub("", left).split()), len(right.split())
    if before == 1 and after == 1:
        return not _ADJECTIVE.fullmatch(left.rsplit(maxsplit=1)[-1])
    adjectives = all(_ADJECTIVE.fullmatch(word.strip(",")) for word in _DETERMINERS.sub("", left).split())
    if before < 2 or after < 2 or adjectives:
        return False
    return not (_PREPOSITION.search(left) and not _PREPOSITION.search(right) and after < 3)


def clean_topic(words: str) -> str | None:
    """One topic without frames, or None where nothing is left that says what was talked about."""
    topic = _unframed(_WHEN.sub("", words.strip(" .,;:*_")))
    topic = _shortened(_unframed(_CUT.sub("", topic)))
    while (cut := _TAIL.sub("", topic)) != topic:
        topic = cut
    topic = re.sub(r"^to ", "", topic.strip(" .,;:’'–—-"))
    content = [word for word in re.findall(r"[\w-]+", topic.lower()) if word not in _EMPTY]
    if _COOPERATION.fullmatch(topic):
        return topic
    if not content or len(topic) < 2 or content[0].isdigit() or _NO_TOPIC.search(topic):
        return None
    return topic


def _unframed(topic: str) -> str:
    """A phrase without determiners, "issues related to", "ways to strengthen" and the like before it."""
    for _ in range(4):
        before = topic
        topic = _GERUND.sub("", _TO_VERB.sub("", _FRAMES.sub("", _DETERMINERS.sub("", topic))))
        if topic == before:
            break
    return topic


def _shortened(topic: str) -> str:
    """A phrase of many words ends before a late preposition."""
    while len(topic.split()) > _MOST_WORDS:
        cuts = [
            match.start()
            for match in _PREPOSITION.finditer(topic)
            if len(topic[: match.start()].split()) >= 2
        ]
        if not cuts:
            return " ".join(topic.split()[:_MOST_WORDS])
        topic = topic[: cuts[-1]].rstrip()
    return topic
