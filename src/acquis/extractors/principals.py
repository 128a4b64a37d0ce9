"""Those who speak together in a text whose head lists nobody: a pair in a title, two who open the text.

In: material and its publisher. Out: two to five codes in the order of the text; empty where one speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from acquis.extractors.joint_speakers import MOST_LISTED, expanded, is_joint, members_of, side_by_side
from acquis.extractors.material import Material
from acquis.extractors.names import Named, find_names
from acquis.extractors.passages import Passage
from acquis.vocabulary.lexicon import Mention

_ONE_SPEAKS = re.compile(
    r"\b(?:statements?|remarks|intervention|speech|address|interview|message) (?:by|of|from|to)\b|\bletter\b|"
    r"\bmemorandum (?:on|for)\b|\bnotice\b|\border\b|\bproclamation\b|\bnominat|"
    r"\bpress (?:briefing|gaggle|call)\b|\bremarks\b|\bgaggle\b|\bbackground\b",
    re.I,
)
_FACT_SHEET = re.compile(r"^\W*(?:updated\s+)?(?:joint\s+)?fact ?sheets?\s*[:–—-]*\s*", re.I)
# A headline with its own subject and verb tells what that one does ("X launches …", "Y strengthens …").
_HEADLINE_VERB = re.compile(
    r"\b(?:(?:announc|launch|releas|advanc|host|highlight|outlin|detail|welcom|join|provid|build|sign|expand|invest|"
    r"strengthen|deliver|continu|tak|unveil|sanction|condemn|support|call|celebrat|meet|visit|travel|impos|"
    r"attribut|deepen|reaffirm)e?s|is [A-Z]?\w+ing|to (?:announce|launch|host|visit|sign))\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:partnership|dialogue|summit|council|alliance|relations|relationship|meetings?|consultations?|cooperation|"
    r"roadmap|agreement|statement|leaders|commission|declaration|charter|mechanism|forum|committee|initiative|"
    r"leadership|ties|compact|talks|vision|ministerial|ministers)\b|^\W*$",
    re.I,
)
_GROUP_HEAD = re.compile(
    r"['’]?s?\s*(?:[\w-]+['’]?\s+){0,2}?(?:leaders|summit|ministers|meeting|partnership|group|ministerial)\b",
    re.I,
)
_DUAL = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth|[Oo]ur two|[Tt]he three|[Aa]ll three|[Tt]he four)\s+(?:\w+\s)?(?:countries|sides|governments|"
    r"leaders|nations|presidents|parties|states|ministers|democracies|delegations)\b|"
    r"\b[Tt]he (?:[Ll]eaders|Presidents|Prime Ministers|[Mm]inisters|[Pp]arties|sides|[Cc]o-chairs)\b"
    r"(?! (?:of|from)\b)|"
    r"\b[Tt]he (?:Vice )?(?:President|Prime Minister|Minister) and (?:the )?(?:Prime )?"
    r"(?:President|Minister|Taoiseach|Chancellor)\b|\b(?:We|we), the\b|\bThey\b"
)
_FEW_DUALS, _MANY_DUALS, _DUAL_READ = 2, 3, 30_000
# Between two heads of a sentence's subject: posts, names, little words ("President Y of A and the Chancellor of B").
_POSTED = re.compile(
    r"(?>[\s,&–-]|\band\b|\bthe\b|\bof\b|\bas well as\b|\bher\b|\bhis\b|\bits\b|\([^)]{1,40}\)|"
    r"\bministers?\b|\bgovernments?\b|\bleaders\b|[A-ZÀ-Þ][\w.’'\-]*+)*+"
)
_OPENS = re.compile(
    r"(?>[\s,*_“\"–-]|\band\b|\b[Tt]he\b|\bof\b|\bWe\b|\btoday\b|\bleaders\b|\bheads\b|"
    r"\b(?:foreign )?ministers\b|\bgovernments?\b|\bHis\b|\bHer\b|[A-ZÀ-Þ][\w.’'\-]*+)*+"
)
_ADJUNCT = re.compile(
    r"\W*(?:On|In|At|As|Following|After|During|Today|Building|Recalling|Guided|Meeting|Marking)\b[^.;]{0,200}?,\s+"
)
_VERB = re.compile(
    r"(?:,[^.;]{0,200},)?\s*(?:—\s*)?(?:today |jointly |also |hereby |together |have |recently )*"
    r"(?!(?:in|on|at|for|to|with|of|and|that|which|who|by|from|as|or|under|into|against|is|was)\b)[a-z]{3,}\b"
)
_MET_WITH = re.compile(
    r"\b(?:met (?:\w+ )?with|met|hosted|welcomed|joined|convened|received|spoke with)\s+"
    r"(?=[A-Z]|the\b|his\b|her\b)"
)
_OURS = re.compile(r"\b(?:our|we)\b", re.I)
_SENTENCES, _REACH, _LONGEST_GAP, _NAMED_IN = 2, 600, 140, 8_000


def find_principals(material: Material, publisher: str | None) -> tuple[str, ...]:
    """The two to five who speak together, by the title or the subject of the first sentence; else nobody."""
    title = material.document.title or ""
    if not title or _ONE_SPEAKS.search(title):
        return ()
    bare = _FACT_SHEET.sub("", title, count=1)
    sheet = len(bare) < len(title)
    names = find_names(material.vocabulary, bare)
    verb = _HEADLINE_VERB.search(bare)
    if titled := _titled(material, bare, names, verb.start() if verb else len(bare)):
        if sheet:
            return titled if _mostly_together(material, titled, publisher) else ()
        announced = is_joint(title) or names[0].start == 0
        return titled if _duals(material) >= (1 if announced else _FEW_DUALS) else ()
    if verb and not (names and verb.start() > names[-1].start):
        return ()
    opening = opening_subjects(material)
    if opening and (publisher is None or publisher in opening) and _duals(material) + _plural(material) >= 1:
        return opening
    return _met(material, publisher) if publisher and _GROUP_HEAD.search(bare) else ()


def opening_subjects(material: Material) -> tuple[str, ...]:
    """Those who are the subject of a first sentence together ("President Y of A and the Chancellor of B")."""
    for passage, run in _opening_runs(material):
        words = material.words(passage)
        before = words[: run[0][0].start - passage.start]
        adjunct = _ADJUNCT.match(before)
        codes = tuple(dict.fromkeys(code for _, code in run))
        opens = _OPENS.fullmatch(before, adjunct.end() if adjunct else 0)
        if opens and 2 <= len(codes) <= MOST_LISTED and _VERB.match(words, run[-1][0].end - passage.start):
            return codes
    return ()


def most_named_together(material: Material, publisher: str | None) -> tuple[str, ...]:
    """Those whom the text most often names side by side ("the United States and Ireland"), twice at least."""
    counts: Counter[tuple[str, ...]] = Counter()
    found = material.actors_in(0, min(len(material.document.text), _NAMED_IN), adjectives=False)
    for run in side_by_side(material.document.text, found):
        codes = tuple(dict.fromkeys(code for _, code in run))
        if 2 <= len(codes) <= MOST_LISTED and (publisher is None or publisher in codes):
            same = next((known for known in counts if set(known) == set(codes)), codes)
            counts[same] += 1
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= _FEW_DUALS else ()


def _titled(material: Material, words: str, names: list[Named], verb: int) -> tuple[str, ...]:
    """A pair before any verb of a headline, with a word for what they share; or a small group that meets."""
    for run in side_by_side(words, [(name, name.code) for name in names]):
        codes = tuple(dict.fromkeys(code for _, code in run))
        joined = run[0][0].start < verb and 2 <= len(codes) <= MOST_LISTED
        if joined and _TOGETHER.search(words[run[-1][0].end :]):
            return codes
    for name in names:
        members = expanded(material, name.code) if name.concept.kind == "group" and name.start < verb else ()
        if len(members) > 1 and _GROUP_HEAD.match(words, name.end):
            return members
    return ()


def _opening_runs(material: Material) -> Iterator[tuple[Passage, list[tuple[Mention, str]]]]:
    sentences = [passage for passage in material.passages[:6] if not passage.heading][:_SENTENCES]
    for passage in sentences:
        run: list[tuple[Mention, str]] = []
        stop = min(passage.end, passage.start + _REACH)
        for found in material.actors_in(passage.start, stop, adjectives=False):
            if run and not _posted(material.document.text[run[-1][0].end : found[0].start]):
                yield passage, run
                run = []
            run.append(found)
        if run:
            yield passage, run


def _posted(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and _POSTED.fullmatch(gap) is not None


def _met(material: Material, publisher: str) -> tuple[str, ...]:
    """The publisher and those its head met, where the text goes on to speak of the leaders together."""
    if _duals(material) < _MANY_DUALS:
        return ()
    for passage, run in _opening_runs(material):
        words, first = material.words(passage), run[0][0].start - passage.start
        met = _MET_WITH.search(words, 0, first)
        codes = tuple(dict.fromkeys([publisher, *(code for _, code in run)]))
        if met and 2 <= len(codes) <= MOST_LISTED and _posted(words[met.end() : first]):
            return codes
    return ()


def _duals(material: Material) -> int:
    """How often the text speaks of two or more together: "both sides", "the leaders", "they"."""
    return sum(1 for _ in _DUAL.finditer(material.document.text, 0, _DUAL_READ))


def _mostly_together(material: Material, codes: tuple[str, ...], publisher: str | None) -> bool:
    """Does a fact sheet speak of them together no less than of its publisher and the publisher's bodies alone?"""
    text = material.document.text
    together, alone = _duals(material), 0
    for run in side_by_side(text, material.actors_in(0, len(text), adjectives=False)):
        named = {code for _, code in run}
        if len(named & set(codes)) > 1 or any(
            set(codes) <= set(members_of(material, code)) for code in named
        ):
            together += 1
        elif publisher in named:
            alone += 1
    for mention in material.mentions:
        body = material.concept(mention, "institution")
        alone += body is not None and body.side == publisher
    return together >= alone


def _plural(material: Material) -> bool:
    """Does the opening say "our" or "we" of those it names?"""
    lead = material.passages[:3]
    return bool(lead) and _OURS.search(material.document.text, 0, lead[-1].end) is not None
