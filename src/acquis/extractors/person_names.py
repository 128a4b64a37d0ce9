"""Names of persons in running text: capitals that are no post, body, State, topic or honorific.

In: material and a span. Out: the spans of names, honorifics and ranks left outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.extractors.material import Material


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at `start:end` of the document; `honoured` where an honorific stands before it, at `begin`."""

    start: int
    end: int
    begin: int
    name: str

    @property
    def honoured(self) -> bool:
        """Whether an honorific or rank opens the name."""
        return self.begin < self.start


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Capitalised words of posts, bodies, topics and sentences that are no part of a name (small letters here).
NO_NAME = _words(
    """
    director directors general deputy assistant secretary under undersecretary minister ministers ministry ministries ambassador ambassadors
    coordinator co-ordinator head chief commissioner adviser advisor advisers special envoy representative representatives chair co-chair
    chairs co-chairs chairman chairwoman chairperson chairmanship president vice prime joint additional principal senior permanent managing executive officer
    counsellor counselor attaché attache spokesperson commander lead leader manager acting interim state states high political legal
    national international foreign external internal interior home justice defence defense security cyber cybersecurity cyberspace digital
    technology technologies tech emerging critical information infrastructure communications communication networks network content data innovation science
    research policy policies affairs relations cooperation co-operation development trade economy economic economics commerce industry industries finance
    treasury threats threat crime cybercrime law disarmament arms control nonproliferation non-proliferation united nations global
    strategic strategy strategies planning multilateral bilateral trilateral regional department departments directorate directorate-general director-general
    division bureau office agency authority centre center council committee commission cabinet service services institute unit branch
    section embassy mission delegation delegations government republic kingdom federal federation union european asia asian east west north south
    eastern western northern southern northeast northwest southeast pacific indo-pacific atlantic africa african america american americas europe
    middle near central dialogue dialogues consultations talks meeting summit group working the a an on in for of and by with at from to both side
    sides delegation participants officials joining joined issues issue matters at-large large charge peace operations intelligence police military
    army navy air force staff ict icts telecommunications telecom electronic electronics information-security systems system society trust counter-terrorism counterterrorism
    terrorism organized organised transnational human rights democracy humanitarian energy climate environment space nuclear outer
    administration management cooperation partnership partnerships engagement outreach public private sector resilience risk response incident emergency
    protection privacy standards internet governance sustainable social education health transport maritime border migration customs revenue
    judicial prosecutor attorney solicitor parliament parliamentary senate house congress member members citizen consular protocol
    cyberdiplomacy diplomacy diplomatic governor mayor chancellor king queen prince princess sultan emir sheikh minister-counsellor plenipotentiary
    extraordinary non-resident resident designate elect former current new incoming then first second third fourth fifth senior-level
    undersecretary-general secretary-general sub-secretary subsecretary superintendent inspector colonel fellow professor desk area project programme program
    armed forces ransomware counter initiative officer-in-charge chargé d'affaires charge-d'affaires charges it ai un eu us uk rok prc dprk nato asean quad aukus ceo cto ciso
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    today yesterday their his her its our they he she we this that these those during following also after before while participants
    treaty convention agreement memorandum declaration framework initiative process mechanism charter forum week conference
    english french spanish portuguese arabic indo afro latin caribbean countries country area areas affairs-cyber board task steering
    credit public team agenda session opening closing remarks ceremony plenary sub-committee subcommittee party parties technical scientific information-technology
    """
)
# Words of posts and topics that are family names too, right after one name.
_FAMILY_NAMES = _words("north west east law king prince major marshal bank lead head chancellor transport service day page")
_HONORIFICS = _words(
    """
    mr mrs ms miss mx dr prof professor h.e he shri smt sri kumari sir dame lord lady baroness hon honourable honorable rt amb
    lt gen maj col brig adm capt cdr lieutenant major captain commodore brigadier admiral marshal rear ret retd his her excellency
    excellencies mme madam monsieur senator datuk dato dato' pehin engr
    """
)
_RANKS_BEFORE = _words("general colonel vice air")
_PARTICLES = _words("de da do dos das del della di du la le van von der den ten ter zu zur el al bin binti bint ibn ben e y ap af av d' abu")
_SUFFIXES = re.compile(r"(?:tions?|sions?|olog(?:y|ies)|ships?|ities|isation|ization)$")
_TOKEN = re.compile(r"[^\W\d_](?:[\w’'\-]|\.(?=[A-Z]\b)|\.(?=\w\.))*\.?")
_PLACED = re.compile(r"(?:\b(?:in|at|of|to|from|for|the)\s|,\s|\(|^)$")
_FULL_STOPPED = re.compile(r"^(?:[A-Z]\.)+$")
_LONGEST = 5
_KNOWN = ("state", "group", "institution", "process", "instrument")


def find_names_of_persons(material: Material, start: int, end: int) -> list[NameSpan]:
    """The names of persons in a span, in order; one word alone counts only after an honorific."""
    text = material.document.text
    taken = _taken(material, start, end)
    found: list[NameSpan] = []
    run: list[re.Match[str]] = []
    honorific: int | None = None
    last_end = start
    for token in _TOKEN.finditer(text, start, end):
        gap = text[last_end : token.start()]
        if (run or honorific is not None) and gap.strip() or "\n" in gap:
            _close(text, run, honorific, found)
            run, honorific = [], None
        last_end = token.end()
        word = token.group()
        if not run and (_is_honorific(word) or (honorific is not None and word.lower().strip(".") in _RANKS_BEFORE)):
            honorific = token.start() if honorific is None else honorific
        elif (_may_stand_in_name(word, bool(run)) or (len(run) == 1 and word.rstrip(".").lower() in _FAMILY_NAMES and word[0].isupper())) and not any(a <= token.start() < b for a, b in taken):
            run.append(token)
        else:
            _close(text, run, honorific, found)
            run, honorific = [], None
    _close(text, run, honorific, found)
    return found


def _taken(material: Material, start: int, end: int) -> list[tuple[int, int]]:
    """Spans that name something else: States, bodies, instruments; places of more than a bare name."""
    text = material.document.text
    return [
        (mention.start, mention.end)
        for mention in material.mentions_in(start, end)
        if material.concept(mention, *_KNOWN) is not None
        or (material.concept(mention, "place") is not None and _PLACED.search(text[max(0, mention.start - 12) : mention.start]))
    ]


def _is_honorific(word: str) -> bool:
    return word[0].isupper() and word.lower().rstrip(".") in _HONORIFICS and not word.isupper() or word == "H.E."


def _may_stand_in_name(word: str, inside: bool) -> bool:
    bare = word.rstrip(".")
    if bare.lower() in _PARTICLES and (inside or word[0].isupper() and len(bare) <= 3):
        return True
    if not word[0].isupper() or bare.lower() in NO_NAME or re.sub(r"[’']s$", "", bare.lower()) in NO_NAME:
        return False
    if any(part in NO_NAME for part in bare.lower().split("-") if len(part) > 3) or _SUFFIXES.search(bare.lower()):
        return False
    return not (word.endswith(".") and len(bare) > 2 and not _FULL_STOPPED.match(word)) or True


def _close(text: str, run: list[re.Match[str]], honorific: int | None, found: list[NameSpan]) -> None:
    """Keep what was gathered where it looks like a name."""
    while run and run[-1].group() in _PARTICLES:
        run.pop()
    while run and run[0].group().isupper() and len(run[0].group().rstrip(".")) > 1 and _is_acronym(run):
        run.pop(0)
    if not run or len(run) > _LONGEST or (len(run) < 2 and honorific is None):
        return
    if not any(len(token.group()) > 2 and not token.group().isupper() for token in run) and honorific is None:
        return
    start, end = run[0].start(), run[-1].end()
    name = text[start:end]
    if name.endswith(("’s", "'s")):
        end -= 2
    if text[end - 1] == "." and not _FULL_STOPPED.match(run[-1].group()):
        end -= 1
    name = " ".join(text[start:end].split())
    found.append(NameSpan(start, end, start if honorific is None else honorific, name))


def _is_acronym(run: list[re.Match[str]]) -> bool:
    """Capitals before a whole name ("DFAT Jane Moor"), not a family name before a given one ("SATO Ken")."""
    return len(run) > 2 and all(not token.group().isupper() for token in run[1:])
