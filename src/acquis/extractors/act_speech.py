"""Spoken turns: "I'll say", "we'll see", "he'll travel" promise nothing that a State would be held to."""

from __future__ import annotations

from collections.abc import Sequence

from acquis.extractors.action_verbs import FORMS
from acquis.extractors.clause import ADVERBS, CueFrame

_FUTURES = frozenset({"will", "would", "going-to", "plan", "intend", "seek-to"})
_CHATTER = frozenset(
    """say tell leave let see note add turn go get have be do talk speak refer point defer stop start give take come know find
    keep answer read repeat try ask look wait hear check circle confirm call try think want like happen stay remain need make
    put send bring show walk preview venture speculate comment respond clarify acknowledge underscore reiterate mention""".split()
)
_OTHERS = frozenset({"he", "it", "there", "this", "event", "all", "none", "other", "body", "name"})


def in_conversation(cue: CueFrame | None, words: Sequence[str]) -> bool:
    """Is a future in a spoken turn small talk, a diary or a forecast, not a promise?"""
    if cue is None or cue.hit.cue.name not in _FUTURES:
        return cue is None
    if cue.inside or cue.subject is None or cue.subject.kind in _OTHERS:
        return True
    at = cue.hit.last + 1
    while at < len(words) and (words[at] in ADVERBS or words[at].endswith("ly") or words[at] in ("to", "ll")):
        at += 1
    verb = words[at] if at < len(words) else ""
    alone = words[cue.subject.first] in ("i", "you", "he", "she")
    return verb in _CHATTER or verb not in FORMS or (alone and cue.hit.cue.name == "going-to")
