"""Frames that leave no doubt: where cue, form and subject settle the act, the model is not asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.extractors.action_verbs import GRADES
from acquis.extractors.clause import ADVERBS, Clause, CueFrame
from acquis.extractors.cue_table import CUES
from acquis.model.claim import Act

OWN = frozenset({"we", "party", "self", "they", "he"})
_PROMISES = frozenset(
    {
        "agree-to",
        "commit-to",
        "pledge",
        "intend",
        "plan",
        "resolve",
        "determined",
        "undertake",
        "going-to",
        "agree-that-will",
        "reaffirm-commitment",
        "instruct",
    }
)
_DUTIES = frozenset({"must", "should", "need-to", "cannot-allow", "let-us", "time-to"})
_SEES = frozenset({"recognize", "note", "share-view"})
# Idioms of the meeting room that need no own subject to count.
_ANYBODYS = frozenset(
    {
        "unacceptable",
        "is-threat",
        "of-concern",
        "could-be",
        "text-edit",
        "backing",
        "unpersuaded",
        "open-door",
        "uneasy",
    }
)
_DEEDS = frozenset({"established", "hosted", "trained", "is-doing"})
_FORESEEN = frozenset({"will", "would", "next-meeting"})
_ASKS = frozenset({"demand", "should", "could-be", "see-value", "suggest", "propose", "recommend", "must"})
_DRAFT = frozenset("draft text report paragraph paragraphs proposals inputs wording language mandate".split())
_SETTLING = ("agree", "decid", "confirm")
_DARK = frozenset({"threat", "risk", "challenge", "worsening", "concern-noun", "undermine"})
_BRIGHT = frozenset(
    {"need", "importance", "value", "role", "potential", "benefits", "efforts", "progress", "opportunities"}
)
_NEAR, _HEAD, _CHAIN = 9, 12, 60
# Base forms: the verbs of the cue table and of the action scale.
BASE_VERBS = frozenset(GRADES) | frozenset(re.findall(r"([a-z]+)~", CUES))
# Cues that name their act outright: with an own subject there is no doubt.
_OUTRIGHT = _PROMISES | frozenset(
    "welcome commend endorse align reaffirm-support support condemn call-on urge encourage reaffirm reiterate recognize stress"
    " share-view discuss exchange-views cover brief propose suggest reject oppose dissociate concerned express-concern need offer unpersuaded cannot-support backing open-door uneasy could-be text-edit see-value".split()
)
_NOT_VERBS = frozenset(
    "threat risk worsening suffer challenge illegal accuse violate important apply is-principle has-done progress alarm"
    " require hope premature commitment-noun seek-to will would should must".split()
)
_COORDINATORS = frozenset({"and", "but", "while", "also", "then", "or"})


# The cues that a rule can settle an act by.
RULED = _OUTRIGHT | _DUTIES | _DEEDS | _ANYBODYS | _FORESEEN


def is_main(frame: CueFrame) -> bool:
    """Does the cue stand in the sentence's own clause, as its verb?"""
    return not frame.inside and frame.position not in ("inf", "ger", "noun", "rel")


def own_subject(frame: CueFrame, voice: str) -> bool:
    """Is the subject of a cue the speaker or the parties (for talks, also the meeting)?"""
    who = frame.subject.kind if frame.subject else "none"
    return (
        who in OWN
        or (voice == "closed" and who == "group")
        or (who == "event" and frame.hit.cue.act == "exchange")
    )


def sure_act(clause: Clause, words: Sequence[str], voice: str) -> tuple[Act, CueFrame] | None:
    """The act that the leading frame settles, with its cue; None where it leaves doubt.

    `voice` is "closed" where several parties speak of themselves, "open" where one speaks to others.
    """
    lead = _lead(clause)
    if voice == "closed" and (following := _next_meeting(clause, words)):
        return "commitment", following
    if lead is None or lead.negated:
        return None
    if (promised := _promise(clause, lead, words, voice)) is not None:
        return promised
    cue, who = lead.hit.cue, lead.subject.kind if lead.subject else "none"
    if (draft := _on_draft(clause, lead, words)) is not None:
        return draft
    if cue.name in _DUTIES and lead.position in ("main", "modal"):
        own = who in OWN or who in ("this", "none", "it")
        return ("affirmation" if voice == "closed" and own and cue.name != "let-us" else "call"), lead
    if cue.name in _SEES and who in OWN and (dark := _dark_object(clause, lead, words)):
        return "concern", dark
    if cue.name in _ANYBODYS and (voice == "open" or cue.name in ("of-concern", "is-threat")):
        return _act(lead), lead
    if cue.name in _DEEDS and _done(lead, words, voice):
        return "report", lead
    if cue.name in _OUTRIGHT and (own_subject(lead, voice) or _opens(lead, clause)):
        return _act(lead), lead
    return None


def _done(lead: CueFrame, words: Sequence[str], voice: str) -> bool:
    """Is a deed told as done or in hand, by the speaker or the parties?"""
    who = lead.subject.kind if lead.subject else "none"
    word = words[lead.hit.first]
    told = (
        lead.position in ("perf", "prog")
        or lead.hit.cue.name == "is-doing"
        or (lead.position == "main" and word.endswith("ed"))
    )
    return told and (own_subject(lead, voice) or (who == "it" and voice == "open"))


def second_act(
    clause: Clause, words: Sequence[str], first: CueFrame | None, act: str, voice: str
) -> tuple[Act, CueFrame] | None:  # fmt: skip
    """A second act on a coordinated verb of its own: "discussed … and agreed to …", "welcomes … and calls on …"."""
    if first is None:
        return None
    for frame in clause.frames:
        cue = frame.hit.cue
        finite = frame.position in ("main", "perf", "prog", "modal", "pass")
        if not finite or frame.negated or frame.hit.first <= first.hit.last or not own_subject(frame, voice):
            continue
        fresh = _near(frame) and frame.subject is not None and frame.subject.first > first.hit.last
        if cue.name == "will":
            joined = words[frame.hit.first - 1] == "and" or (fresh and not frame.inside)
            if act != "commitment" and joined:
                return "commitment", frame
        elif cue.name in _OUTRIGHT and _act(frame) != act and not (frame.inside and fresh):
            if cue.name == "reaffirm-commitment" and not _doing(words, frame.hit.last + 1, clause.last):
                continue
            if (fresh or cue.name in _PROMISES or not _in_chain(frame, first, words)) and (
                fresh or _coordinated(frame, clause, words)
            ):
                return _act(frame), frame
    return None


def _in_chain(frame: CueFrame, first: CueFrame, words: Sequence[str]) -> bool:
    """Is a base form one of several infinitives under the first cue ("agreed to support … and promote …")?"""
    word = words[frame.hit.first]
    return (
        word in BASE_VERBS and "to" in words[max(first.hit.first, frame.hit.first - _CHAIN) : frame.hit.first]
    ) or (word in BASE_VERBS and first.hit.cue.name in ("will", "must", "should"))


def _act(frame: CueFrame) -> Act:
    act: Act = frame.hit.cue.act  # type: ignore[assignment]
    return act


def _lead(clause: Clause) -> CueFrame | None:
    """The first verb cue of the sentence's own clause; an opening participle only if nothing follows it."""
    main = [
        f
        for f in clause.frames
        if is_main(f) and (f.hit.cue.name not in _NOT_VERBS or f.hit.cue.name in _DUTIES | {"will"})
    ]
    finite = [f for f in main if f.position != "part" and f.hit.cue.act != "none"]
    return next(iter(finite or main), None)


def _opens(frame: CueFrame, clause: Clause) -> bool:
    """Is the cue a participle that opens the passage, as in a preamble ("Recognizing …")?"""
    return frame.subject is None and frame.hit.first - clause.first <= 1 and frame.position == "part"


def _promise(clause: Clause, lead: CueFrame, words: Sequence[str], voice: str) -> tuple[Act, CueFrame] | None:
    """The promise in the leading clause, or in what it says ("we reaffirm that we will …").

    A commitment reaffirmed to a thing, not to doing it, affirms.
    """
    name = lead.hit.cue.name
    if (
        name in _PROMISES
        and name != "reaffirm-commitment"
        and lead.subject
        and lead.subject.codes
        and _near(lead)
    ):
        return "commitment", lead
    if not own_subject(lead, voice):
        return None
    if name == "reaffirm-commitment" and not _doing(words, lead.hit.last + 1, clause.last):
        return "affirmation", lead
    if (
        name in _PROMISES
        and words[lead.hit.first] == "committed"
        and lead.position != "pass"
        and not _near(lead)
    ):
        return None
    if name in _PROMISES or name == "will":
        return "commitment", lead
    if lead.hit.cue.act != "affirmation":
        return None
    noun = next((f for f in clause.frames if f.hit.cue.name == "commitment-noun"), None)
    if noun and 0 < noun.hit.first - lead.hit.last <= _NEAR:
        return ("commitment", noun) if _doing(words, noun.hit.last + 1, clause.last) else None
    for frame in clause.frames:
        if frame.inside and frame.hit.cue.name in _FORESEEN and frame.subject and not frame.negated:
            agreed = words[lead.hit.first].startswith(_SETTLING) and frame.subject.kind == "event"
            own = own_subject(frame, voice) or frame.subject.kind == "it" or agreed
            return ("commitment", frame) if own and frame.subject.first > lead.hit.last else None
    return None


def _next_meeting(clause: Clause, words: Sequence[str]) -> CueFrame | None:
    """The cue of "the next … Dialogue will be held / is to be held / is scheduled"."""
    head = words[clause.first : min(clause.last, clause.first + _HEAD)]
    if "next" not in head:
        return None
    for frame in clause.frames:
        if frame.hit.cue.name in ("next-meeting", "will", "would", "agree-that-will") and not frame.inside:
            return frame if frame.subject is None or frame.subject.kind == "event" else None
    return None


def _near(frame: CueFrame) -> bool:
    return frame.subject is not None and frame.hit.first - frame.subject.last <= 2


def _doing(words: Sequence[str], at: int, last: int) -> bool:
    """Does a verb follow ("commitment to deepening", "to deepen"), not a thing ("to peace")?"""
    while at < last and (words[at].endswith("ly") or words[at] in ADVERBS):
        at += 1
    return at < last and (words[at].endswith("ing") or words[at] in BASE_VERBS)


def _on_draft(clause: Clause, lead: CueFrame, words: Sequence[str]) -> tuple[Act, CueFrame] | None:
    """What is asked of a draft is a proposal; what is regretted in one, an objection."""
    if lead.hit.cue.name in _ASKS:
        edit = next((frame for frame in clause.frames if frame.hit.cue.name == "text-edit"), None)
        return ("proposal", edit) if edit else None
    if lead.hit.cue.name == "regret" and _DRAFT.intersection(words[lead.hit.last : clause.last]):
        return "objection", lead
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
    back = (
        frame.subject.first
        if frame.subject and frame.hit.first - frame.subject.last <= 3
        else frame.hit.first
    )
    window = words[max(clause.first, back - 3) : frame.hit.first]
    return bool(_COORDINATORS.intersection(window))
