"""Which acts a passage performs: cues weighed by a small linear model, each act with its rule and confidence."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib import resources
from typing import NamedTuple, cast

from acquis.extractors.act_features import features
from acquis.extractors.act_rules import is_main, sure_act
from acquis.extractors.act_stems import stem_act
from acquis.extractors.clause import Clause, CueFrame
from acquis.extractors.material import Material
from acquis.extractors.passages import Passage
from acquis.model.claim import Act

# Log-odds a first and a second act must pass; chosen on held-back examples (docs/accuracy.md).
FIRST, SECOND = -0.8, 0
_SHORT_LEAD_IN = 9


class ActFound(NamedTuple):
    """An act of a passage: the cue that shows it (None where the whole wording does), its rule, its confidence."""

    act: Act
    cue: CueFrame | None
    rule: str
    confidence: float


class _Model(NamedTuple):
    acts: tuple[str, ...]
    none: int
    bias: tuple[float, ...]
    weights: dict[str, tuple[tuple[int, float], ...]]


@lru_cache(maxsize=1)
def _model() -> _Model:
    raw = json.loads(resources.files("acquis.extractors").joinpath("acts_model.json").read_text(encoding="utf-8"))
    acts = tuple(raw["bias"])
    place = {act: at for at, act in enumerate(acts)}
    weights = {
        feature: tuple((place[act], weight) for act, weight in by_act.items())
        for feature, by_act in raw["weights"].items()
    }
    return _Model(acts, place['none'], tuple(raw["bias"].values()), weights)


def find_acts(material: Material, passage: Passage, clause: Clause, *, kind: str, names: frozenset[int]) -> list[ActFound]:
    """The acts of a passage, strongest first: none, one or two."""
    words = material.words(passage)
    stem = stem_act(material.document.text[passage.stem[0] : passage.stem[1]]) if passage.stem else ""
    found = features(material.tokens.words, clause, kind=kind, stem=stem, ends_with=words[-1:], names=names)
    if passage.opens and stem == "commitment":
        cue = _showing("commitment", clause)
        return [ActFound("commitment", cue if cue and is_main(cue) else None, "commitment.stem-commitment", 0.97)]
    if _only_leads_in(words, clause) or _only_courtesy(clause):
        return []
    sure = sure_act(clause, material.tokens.words, kind)
    model = _model()
    totals = list(model.bias)
    for feature in found:
        for at, weight in model.weights.get(feature, ()):
            totals[at] += weight
    import os
    NB=float(os.environ.get('NB','0')); GAP=float(os.environ.get('GAP','.5'))
    none = totals[model.none]
    ranked = sorted((at for at in range(len(totals)) if at != model.none), key=lambda at: -totals[at])
    best, other = ranked[0], ranked[1]
    acts = []
    if sure is not None:
        act, cue = sure
        at = model.acts.index(act)
        acts.append(ActFound(act, cue, f"{act}.{cue.hit.cue.name}", max(0.9, _confidence(totals[at]))))
        best, other = at, next(place for place in ranked if place != at)
    if acts or totals[best] > none - NB:
        if not acts:
            acts.append(_found(model.acts[best], totals[best], clause, stem))
        second = _found(model.acts[other], totals[other], clause, stem)
        if totals[other] > max(totals[best] - GAP, none) and _apart(acts[0], second):
            acts.append(second)
    return acts


def _only_leads_in(words: str, clause: Clause) -> bool:
    """A short lead-in says nothing itself: its items do."""
    return words.endswith(":") and clause.last - clause.first <= _SHORT_LEAD_IN


def _only_courtesy(clause: Clause) -> bool:
    """Thanks, hopes and "we look forward to" with no other main cue."""
    main = [frame.hit.cue.act for frame in clause.frames if is_main(frame)]
    return bool(main) and all(act == "none" for act in main)


def _apart(first: ActFound, second: ActFound) -> bool:
    """Do two acts stand on two main cues of their own, one after the other?"""
    if first.cue is None or second.cue is None or not (is_main(first.cue) and is_main(second.cue)):
        return False
    return first.cue.hit.last < second.cue.hit.first or second.cue.hit.last < first.cue.hit.first


def _found(act: str, total: float, clause: Clause, stem: str) -> ActFound:
    cue = _showing(act, clause)
    exchange = act == "report" and cue is not None and cue.hit.cue.act == "exchange"
    name = cue.hit.cue.name if cue else f"stem-{stem}" if stem == act else "wording"
    final = "exchange" if exchange else act
    return ActFound(cast(Act, final), cue, f"{final}.{name}", _confidence(total))


def _confidence(total: float) -> float:
    return round(1 / (1 + math.exp(-total)), 2)


def _showing(act: str, clause: Clause) -> CueFrame | None:
    """The cue that shows an act: a main one before an embedded one, the first of its kind."""
    wanted = ("report", "exchange") if act == "report" else (act,)
    fitting = [frame for frame in clause.frames if frame.hit.cue.act in wanted]
    main = [frame for frame in fitting if not frame.inside and frame.position not in ("inf", "ger", "noun", "rel")]
    return (main or fitting or [None])[0]


def explain(rule: str) -> str:
    """In words, why a claim with this rule is there."""
    act, _, name = rule.partition(".")
    if name == "wording":
        return f"no single cue: the wording as a whole reads like {_article(act)} {act}"
    if name.startswith("stem-"):
        return f"a list item under a lead-in that announces {_article(act)} {act}"
    return f"the words of the cue “{name.replace('-', ' ')}” show {_article(act)} {act}, in this form and with this subject"


def _article(act: str) -> str:
    return "an" if act[0] in "aeo" else "a"
