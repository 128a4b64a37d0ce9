"""Frames that leave no doubt: where cue, form and subject settle the act, the model is not asked."""

from __future__ import annotations

from collections.abc import Sequence

from acquis.extractors.clause import Clause, CueFrame
from acquis.model.claim import Act

OWN = frozenset({"we", "party", "self", "they"})
_PROMISES = frozenset({"agree-to", "commit-to", "pledge", "intend", "plan", "resolve", "determined", "undertake", "going-to", "agree-that-will"})
_DUTIES = frozenset({"must", "should", "need-to", "cannot-allow"})
_SEES = frozenset({"recognize", "note"})
_DARK = frozenset({"threat", "risk", "challenge", "worsening", "concern-noun", "undermine"})
_BRIGHT = frozenset({"need", "importance", "value", "role", "potential", "benefits", "efforts", "progress", "opportunities"})
_NEAR = 9


def is_main(frame: CueFrame) -> bool:
    """Does the cue stand in the sentence's own clause, as its verb?"""
    return not frame.inside and frame.position not in ("inf", "ger", "noun", "rel")


def sure_act(clause: Clause, words: Sequence[str], voice: str) -> tuple[Act, CueFrame] | None:
    """The act that the leading frame settles, with its cue; None where it leaves doubt.

    `voice` is "closed" where several parties speak of themselves, "open" where one speaks to others.
    """
    lead = next((f for f in clause.frames if is_main(f) and f.hit.cue.name not in ("is-principle", "has-done", "apply")), None)
    if lead is None or lead.negated:
        return None
    promised = _promise(clause, lead)
    if promised:
        return "commitment", promised
    name, who = lead.hit.cue.name, lead.subject.kind if lead.subject else "none"
    if name in _DUTIES and lead.position in ("main", "modal"):
        own = who in OWN or who in ("this", "none", "it")
        return ("affirmation" if voice == "closed" and own else "call"), lead
    if name in _SEES and who in OWN and (dark := _dark_object(clause, lead, words)):
        return "concern", dark
    return None


def _promise(clause: Clause, lead: CueFrame) -> CueFrame | None:
    """The cue of a promise in the leading clause, or in what it says ("we reaffirm that we will …")."""
    who = lead.subject.kind if lead.subject else "none"
    name = lead.hit.cue.name
    if who in OWN and (name in _PROMISES or name == "will"):
        return lead
    if lead.hit.cue.act != "affirmation" or who not in OWN:
        return None
    for frame in clause.frames:
        if frame.inside and frame.hit.cue.name == "will" and frame.subject and not frame.negated:
            return frame if frame.subject.kind in OWN and frame.subject.first > lead.hit.last else None
    return None


def _dark_object(clause: Clause, lead: CueFrame, words: Sequence[str]) -> CueFrame | None:
    """The threat or risk that is what somebody recognises, if it stands right after."""
    for frame in clause.frames:
        if frame.hit.first > lead.hit.last and frame.hit.cue.name in _DARK:
            between = words[lead.hit.last + 1 : frame.hit.first]
            return frame if len(between) <= _NEAR and not _BRIGHT.intersection(between) else None
    return None
