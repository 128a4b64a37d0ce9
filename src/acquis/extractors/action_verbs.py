"""The verbs of action with the grade each has by itself, in every printed form: plain tables.

In: nothing. Out: tables for `acquis.extractors.grade`. The categories are Edward McMahon's: 1 minimal (asks
others, shares), 2 continuing, 3 considering, 4 general action (means left open), 5 specific (checkable).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["base", "s", "ing", "ed"]


class Inflected(NamedTuple):
    """One printed form of a verb: its lemma, and which form it is."""

    lemma: str
    form: Form


_LEMMAS: dict[int, str] = {
    1: """
        appeal ask call entreat exchange recommend request share solicit
    """,
    2: """
        conserve continue keep maintain perpetuate persevere persist preserve pursue remain stay
        stick sustain
    """,
    3: """
        analyse appraise assess consider contemplate debate deliberate discuss envisage evaluate
        examine explore ponder reassess reconsider reexamine reflect research review revise revisit
        study think weigh
    """,
    4: """
        abide abstain accelerate accomplish accord achieve acknowledge act adapt add address adjust
        advance advise advocate aim align alleviate allocate assist assure attach attain attract
        augment avoid back balance base battle begin benefit bolster boost bridge broaden build
        capitalize care carry channel cherish clarify co-operate co-ordinate collaborate combat
        combine commit communicate complement comply concentrate condemn confront consolidate consult
        contribute control converse cooperate coordinate correct counter cultivate curb deal
        decrease dedicate deepen defend deliver demonstrate deny deter devote diminish discharge
        discourage disrupt disseminate diversify do double ease educate embark embrace emphasize
        empower enable encourage endeavor endeavour engage enhance enlarge enrich ensure equip
        eradicate exert expand expedite facilitate familiarize favour fight find focus follow forge
        foster fulfil fulfill give guarantee guard handle harness hasten heed help highlight hinder
        honour identify improve include increase inculcate inform inject insist instil integrate
        intensify interact intervene invest involve lessen leverage liaise liberalize limit look
        lower mainstream make manage march meet minimize mitigate mobilize modernize monitor
        motivate move multiply narrow nurture observe offer oppose optimize orient overcome oversee
        partner pay plan play prevent prioritize proceed progress promote protect provide push reach
        react realize recognize rectify redouble reduce reengage refine refrain reinforce relieve
        rely remedy resist resolve respect respond restore run safeguard satisfy scale secure seek
        sensitize serve show simplify solve spare speed spend spread stand step stimulate streamline
        strengthen strike strive support suppress surmount tackle take target tighten transform
        treat try turn understand unite upgrade uphold use utilize value welcome widen work
    """,
    5: """
        abandon abolish abrogate accede accept accredit acquire activate adhere admit adopt agree
        allow amend annul apply appoint approve arrange arrest assign attend authorize award ban
        become bring cancel cease charge circulate close codify commence commission commute
        compensate compile complete conclude conduct confer construct convene convert convict create
        criminalise criminalize cut deactivate declare decriminalize define delegate delete
        demobilize denounce deploy deposit designate develop disarm disband disclose discontinue
        dismantle dissolve distribute donate draft draw drop elaborate elect eliminate employ enact end
        endorse enforce enlist enrol enshrine erect establish exclude execute exempt extend
        extradite finalize finance fix formalize formulate forward free fund generate grant halt
        harmonize hold host impeach implement impose inaugurate incorporate initiate inscribe insert
        inspect install instate institute institutionalize instruct introduce investigate invite
        issue join launch legalize legislate lift list mandate modify nominate notify nullify obtain
        open operationalize order organize outlaw pardon pass penalize permit pilot place post
        prepare present proclaim produce prohibit promulgate prosecute publish punish purchase put
        raise ratify recall receive reconstitute record recruit reestablish reform refuse register
        rehabilitate reimburse reinstate reinstitute reject release relocate remove renounce reopen repatriate
        repeal replace report rescind resettle restrict resume return revoke rule sanction schedule
        send sentence separate set settle shut sign stage start stop submit subscribe suspend
        terminate train transfer translate transmit transpose undertake unveil update visit vote
        waive withdraw write
    """,
}
_DOUBLING = frozenset(
    [
        "admit",
        "ban",
        "begin",
        "cancel",
        "commit",
        "confer",
        "control",
        "cut",
        "deter",
        "drop",
        "enrol",
        "equip",
        "fulfil",
        "get",
        "instil",
        "permit",
        "plan",
        "put",
        "run",
        "set",
        "shut",
        "step",
        "stop",
        "submit",
        "transfer",
        "transmit",
    ]
)
_IRREGULAR = {
    "become": "become", "begin": "begun", "bring": "brought", "build": "built", "do": "done",
    "draw": "drawn", "find": "found", "give": "given", "hold": "held", "keep": "kept", "make": "made",
    "meet": "met", "pay": "paid", "put": "put", "run": "run", "seek": "sought", "send": "sent",
    "set": "set", "show": "shown", "take": "taken", "write": "written",
}  # fmt: skip


def _ing(lemma: str) -> str:
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ing"
    drop = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    return (lemma[:-1] if drop else lemma) + "ing"


def _s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ed(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        return lemma[:-1] + "ied"
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _spellings(lemma: str) -> tuple[str, ...]:
    """The lemma as printed: `-ize` and `-ise`, with and without the hyphen of a prefix."""
    both = (lemma, lemma[:-3] + "ise") if lemma.endswith("ize") else (lemma,)
    return both + tuple(spelling.replace("-", "") for spelling in both if "-" in spelling)


def _inflect() -> dict[str, Inflected]:
    """Every printed form; a base form wins over another verb's inflection of the same spelling."""
    forms: dict[str, Inflected] = {}
    for lemma in GRADES:
        for printed in _spellings(lemma):
            forms.setdefault(_ed(printed), Inflected(lemma, "ed"))
            forms.setdefault(_s(printed), Inflected(lemma, "s"))
            forms.setdefault(_ing(printed), Inflected(lemma, "ing"))
    return forms | {printed: Inflected(lemma, "base") for lemma in GRADES for printed in _spellings(lemma)}


GRADES: dict[str, int] = {lemma: grade for grade, lemmas in _LEMMAS.items() for lemma in lemmas.split()}
FORMS: dict[str, Inflected] = _inflect()

_NOMINALS = {
    "implementation": "implement", "adoption": "adopt", "ratification": "ratify", "accession": "accede",
    "launch": "launch", "repeal": "repeal", "visit": "visit", "visits": "visit", "request": "accept",
    "requests": "accept", "cessation": "cease", "withdrawal": "withdraw", "declaration": "declare",
    "reduction": "reduce", "co-operation": "cooperate", "respect": "respect", "support": "support",
    "exchange": "exchange", "exchanges": "exchange", "continuation": "continue",
    "consideration": "consider", "review": "review", "promotion": "promote", "protection": "protect",
    "preservation": "protect", "prevention": "prevent", "conclusion": "conclude", "signature": "sign",
    "abolition": "abolish", "publication": "publish", "establishment": "establish",
}  # fmt: skip


def _nominals() -> dict[str, str]:
    """Nouns of action: `-ment`, `-ation` and `-isation` of every verb, and the irregular ones."""
    made: dict[str, str] = {}
    for lemma in GRADES:
        made[lemma + "ment"] = lemma
        for printed in _spellings(lemma):
            if printed.endswith("ate"):
                made[printed[:-1] + "ion"] = lemma
            elif printed.endswith(("ize", "ise")):
                made[printed[:-1] + "ation"] = lemma
    return made | _NOMINALS


NOMINALS: dict[str, str] = _nominals()
