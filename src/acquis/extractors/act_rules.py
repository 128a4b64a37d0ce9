"""Frames that leave no doubt: where cue, form and subject settle the act, the model is not asked."""

from __future__ import annotations

from collections.abc import Sequence

from acquis.extractors.clause import Clause, CueFrame
from acquis.model.claim import Act

OWN = frozenset({"we", "party", "self", "they", "he"})
_PROMISES = frozenset({"agree-to", "commit-to", "pledge", "intend", "plan", "resolve", "determined", "undertake", "going-to", "agree-that-will", "reaffirm-commitment", "instruct"})
_DUTIES = frozenset({"must", "should", "need-to", "cannot-allow", "let-us", "time-to"})
_SEES = frozenset({"recognize", "note"})
_DARK = frozenset({"threat", "risk", "challenge", "worsening", "concern-noun", "undermine"})
_BRIGHT = frozenset({"need", "importance", "value", "role", "potential", "benefits", "efforts", "progress", "opportunities"})
_NEAR = 9
# Cues that name their act outright: with an own subject there is no doubt.
_OUTRIGHT = _PROMISES | frozenset(
    "welcome commend endorse align reaffirm-support support condemn call-on urge encourage reaffirm reiterate recognize stress"
    " share-view discuss exchange-views cover brief propose suggest reject oppose dissociate concerned".split()
)
_NOT_VERBS = frozenset(
    "threat risk worsening suffer challenge illegal accuse violate important apply is-principle has-done progress alarm need"
    " require hope premature commitment-noun seek-to will should must".split()
)
_COORDINATORS = frozenset({"and", "but", "while", "also", "then", "or"})


def is_main(frame: CueFrame) -> bool:
    """Does the cue stand in the sentence's own clause, as its verb?"""
    return not frame.inside and frame.position not in ("inf", "ger", "noun", "rel")


def own_subject(frame: CueFrame) -> bool:
    """Is the subject of a cue the speaker or the parties (for talks, also the meeting)?"""
    who = frame.subject.kind if frame.subject else "none"
    return who in OWN or (who == "event" and frame.hit.cue.act == "exchange")


def sure_act(clause: Clause, words: Sequence[str], voice: str) -> tuple[Act, CueFrame] | None:
    """The act that the leading frame settles, with its cue; None where it leaves doubt.

    `voice` is "closed" where several parties speak of themselves, "open" where one speaks to others.
    """
    lead = _lead(clause)
    if lead is None or lead.negated:
        return None
    promised = _promise(clause, lead)
    if promised:
        return "commitment", promised
    cue, who = lead.hit.cue, lead.subject.kind if lead.subject else "none"
    if cue.name in _DUTIES and lead.position in ("main", "modal"):
        own = who in OWN or who in ("this", "none", "it")
        return ("affirmation" if voice == "closed" and own and cue.name != "let-us" else "call"), lead
    if cue.name in _SEES and who in OWN and (dark := _dark_object(clause, lead, words)):
        return "concern", dark
    if cue.name in _OUTRIGHT and (own_subject(lead) or _opens(lead, clause)):
        return _act(lead), lead
    return None


def second_acts(clause: Clause, words: Sequence[str], first: CueFrame | None, act: str) -> tuple[Act, CueFrame] | None:
    """A second act on a coordinated verb of its own: "discussed … and agreed to …", "welcomes … and calls on …"."""
    if first is None:
        return None
    for frame in clause.frames:
        cue = frame.hit.cue
        if cue.name not in _OUTRIGHT or frame.negated or frame.position not in ("main", "perf", "prog", "modal", "pass"):
            continue
        if frame.hit.first > first.hit.last and _act(frame) != act and own_subject(frame) and _coordinated(frame, clause, words):
            return _act(frame), frame
    return None


def _act(frame: CueFrame) -> Act:
    act: Act = frame.hit.cue.act  # type: ignore[assignment]
    return act


def _lead(clause: Clause) -> CueFrame | None:
    """The first verb cue of the sentence's own clause; an opening participle only if nothing follows it."""
    main = [f for f in clause.frames if is_main(f) and (f.hit.cue.name not in _NOT_VERBS or f.hit.cue.name in _DUTIES | {"will"})]
    finite = [f for f in main if f.position != "part" and f.hit.cue.act != "none"]
    return (finite or main or [None])[0]


def _opens(frame: CueFrame, clause: Clause) -> bool:
    """Is the cue a participle that opens the passage, as in a preamble ("Recognizing …")?"""
    return frame.subject is None and frame.hit.first - clause.first <= 1 and frame.position == "part"


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


def _coordinated(frame: CueFrame, clause: Clause, words: Sequence[str]) -> bool:
    """Does a coordinator stand right before the cue, at most its own subject and adverbs between?"""
    back = frame.subject.first if frame.subject and frame.hit.first - frame.subject.last <= 3 else frame.hit.first
    window = words[max(clause.first, back - 3) : frame.hit.first]
    return bool(_COORDINATORS.intersection(window))
