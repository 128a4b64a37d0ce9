"""Which acts a passage performs: cues weighed by a small linear model, each act with its rule and confidence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, cast

from acquis.extractors.act_features import features
from acquis.extractors.act_rules import is_main, own_subject, second_act, sure_act
from acquis.extractors.act_speech import in_conversation
from acquis.extractors.act_stems import stem_act, talks
from acquis.extractors.act_weights import log_odds
from acquis.extractors.clause import Clause, CueFrame
from acquis.extractors.material import Material
from acquis.extractors.passages import Passage
from acquis.model.claim import Act

# By how much "no claim" may lead and the act still stand; chosen on the development corpus.
_LENIENCE = 0.5
SETTLED = 0.95
# What is said in a conversation is found with less certainty.
_SPOKEN = 0.75
NONE = "none"
# In the chat of a press briefing only what a rule settles counts: the model has not learnt from such talk.
_ONLY_RULES: Mapping[str, float] = {NONE: 0.0}
# Cues that promise only with somebody as subject: with a thing they foretell.
_OWN_ONLY = frozenset({"will", "would", "intend", "seek-to", "going-to"})
# An item that promises nothing under a lead-in that does ("We hereby declare to: reaffirm support for …").
_REAFFIRMS = re.compile(r"\W*(?:FURTHER )?REAFFIRM\b")
_SHORT_LEAD_IN = 9
_SCRAP = 5
_TAIL = 3


class ActFound(NamedTuple):
    """An act of a passage: the cue that shows it (None where the whole wording does), its rule, its confidence.

    `owners` are those whose act it is where that is known already; else they are looked for.
    """

    act: Act
    cue: CueFrame | None
    rule: str
    confidence: float
    owners: tuple[str, ...] = ()


class Shape(NamedTuple):
    """How a passage stands in its text: the act of its lead-in ("" if none), its last mark, whether it is a list item."""

    stem: str = ""
    mark: str = "."
    item: bool = False


def find_acts(
    material: Material, passage: Passage, clause: Clause, *, voice: str, names: frozenset[int]
) -> list[ActFound]:
    """The acts of a passage, in the order of the text: none, one or two."""
    mark = material.document.text[passage.end - 1]
    lead_in = material.document.text[passage.stem[0] : passage.stem[1]] if passage.stem else ""
    stem = stem_act(lead_in)
    words = material.tokens.words
    if passage.opens and stem == "commitment" and not _REAFFIRMS.match(material.words(passage)):
        cue = _showing(stem, clause)
        return [
            ActFound("commitment", cue if cue and is_main(cue) else None, "commitment.stem-commitment", 0.97)
        ]
    if passage.opens and stem and not any(is_main(frame) for frame in clause.frames):
        act = cast(Act, "exchange" if stem == "report" and talks(lead_in) else stem)
        return [ActFound(act, None, f"{act}.stem-{act}", 0.8)]

    def weigh() -> Mapping[str, float]:
        if passage.turn is not None and passage.turn.interview:
            return _ONLY_RULES
        return log_odds(features(words, clause, kind=voice, stem=stem, ends_with=mark, names=names))

    acts = decide(weigh, clause, words, voice=voice, shape=Shape(stem, mark, passage.stem is not None))
    if passage.turn is None:
        return acts
    kept = [act for act in acts if act.act != "commitment" or not in_conversation(act.cue, words)]
    return [act._replace(confidence=round(act.confidence * _SPOKEN, 2)) for act in kept]


def decide(
    weigh: Callable[[], Mapping[str, float]], clause: Clause, words: Sequence[str], *, voice: str, shape: Shape
) -> list[ActFound]:  # fmt: skip
    """Rules first, then the model, whose log-odds `weigh` gives; a second act only on a coordinated verb of its own."""
    if shape.mark == "?" or _only_leads_in(shape.mark, clause) or _only_courtesy(clause):
        return []
    sure = sure_act(clause, words, voice)
    first = _settled(sure) if sure else _weighed(weigh(), clause, shape.stem, voice)
    if first is None or (sure is None and not shape.item and _says_little(first.act, clause)):
        return []
    second = second_act(clause, words, first.cue, first.act, voice)
    return [first, _settled(second)] if second else [first]


def _settled(sure: tuple[Act, CueFrame]) -> ActFound:
    """An act that a rule has settled."""
    act, cue = sure
    return ActFound(act, cue, f"{act}.{cue.hit.cue.name}", SETTLED)


def _weighed(totals: Mapping[str, float], clause: Clause, stem: str, voice: str) -> ActFound | None:
    """The act the model finds likeliest, if it beats "no claim" by enough."""
    claims = {
        act: total for act, total in totals.items() if act != NONE and total >= totals[NONE] - _LENIENCE
    }
    for act in sorted(claims, key=lambda name: -claims[name]):
        if act != "commitment" or stem == act or _promising(clause, voice):
            return _found(act, _confidence(totals, act), clause, stem)
    return None


def _promising(clause: Clause, voice: str) -> bool:
    """Has a promise somebody to keep it? "Will" of things and thoughts is a forecast."""
    promises = [
        f for f in clause.frames if f.hit.cue.act == "commitment" and f.position not in ("noun", "rel")
    ]
    return any(f.hit.cue.name not in _OWN_ONLY or (own_subject(f, voice) and not f.inside) for f in promises)


def _only_leads_in(mark: str, clause: Clause) -> bool:
    """A short lead-in says nothing itself: its items do."""
    if mark != ":":
        return False
    ends = any(is_main(frame) and frame.hit.last >= clause.last - _TAIL for frame in clause.frames)
    return ends or clause.last - clause.first <= _SHORT_LEAD_IN


def _says_little(act: str, clause: Clause) -> bool:
    """A scrap of a few words ("What we need.") that only reads like a statement."""
    return act in ("affirmation", "report", "call") and clause.last - clause.first <= _SCRAP


def _only_courtesy(clause: Clause) -> bool:
    """Thanks, hopes, "we look forward to" with no other main cue; and who chaired, led and attended."""
    main = [frame.hit.cue for frame in clause.frames if is_main(frame)]
    return bool(main) and (main[0].name == "attendance" or all(cue.act == "none" for cue in main))


def _found(act: str, confidence: float, clause: Clause, stem: str) -> ActFound:
    cue = _showing(act, clause)
    exchange = act == "report" and cue is not None and cue.hit.cue.act == "exchange"
    name = cue.hit.cue.name if cue else f"stem-{stem}" if stem == act else "wording"
    final = "exchange" if exchange else act
    return ActFound(cast(Act, final), cue, f"{final}.{name}", confidence)


def _confidence(totals: Mapping[str, float], act: str) -> float:
    """The share of an act among all, none included (softmax)."""
    highest = max(totals.values())
    return round(
        math.exp(totals[act] - highest) / sum(math.exp(total - highest) for total in totals.values()), 2
    )


def _showing(act: str, clause: Clause) -> CueFrame | None:
    """The cue that shows an act: a main one before an embedded one, the first of its kind."""
    wanted = ("report", "exchange") if act == "report" else (act,)
    fitting = [frame for frame in clause.frames if frame.hit.cue.act in wanted]
    main = [
        frame for frame in fitting if not frame.inside and frame.position not in ("inf", "ger", "noun", "rel")
    ]
    return next(iter(main or fitting), None)


def explain(rule: str) -> str:
    """In words, why a claim with this rule is there."""
    act, _, name = rule.partition(".")
    if name == "foretold":
        return (
            "somebody of the own side is said to do it in time to come, or it is set for a day: a commitment"
        )
    if name == "wording":
        return f"no single cue: the wording as a whole reads like {_article(act)} {act}"
    if name.startswith("stem-"):
        return f"a list item under a lead-in that announces {_article(act)} {act}"
    return f"the words of the cue “{name.replace('-', ' ')}” show {_article(act)} {act}, in this form and with this subject"


def _article(act: str) -> str:
    return "an" if act[0] in "aeo" else "a"
