"""A promise and a later sentence on the same thing in; what the later one does with it out.

Rules over the wording, the clearest first: taken back, replaced, done, and of what is still to come whether it is
more, less or the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from acquis.analysis.searching.terms import plain_text
from acquis.extractors.grade import grade
from acquis.model.promise import Relation

_WITHDRAWN = re.compile(
    r"\b(?:withdr[ae]wn?|withdrew|cancel(?:l?ed|s)?|call(?:ed|s) off|no longer (?:plans?|intends?|going|be)|decided not to|"
    r"(?:has|have) abandoned|abandons|scrapp(?:ed|ing)|terminat(?:ed|es)|will not (?:now |after all )?(?:be held|take place|go ahead|proceed|pursue|hold|host|launch))\b"
)
_REPLACED = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|in (?:its|their) place|instead of the|succeed(?:s|ed) the|"
    r"postponed (?:to|until)|rescheduled|was moved to|renamed)\b"
)
_PAST = re.compile(
    r"\b(?:\w{3,}ed|held|met|sent|built|gave|given|made|took|taken|begun|began|led|put|brought|went|paid|spent|won|"
    r"set up|is now|are now|now (?:open|available)|took place|was|were|has|have|had|launches|announces|establishes|"
    r"publishes|releases|unveils|welcomes? the|we (?:celebrate|applaud)|went into effect)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|plans? to|planning to|intends? to|intent to|going to|look(?:s|ing)? forward|'ll|is to|are to|"
    r"(?:we|they|leaders|sides) (?:commit|agree|pledge|resolve|intend|plan|aim|seek|decide|undertake)\b|"
    r"(?:agreed|decided|pledged|resolved|undertook|committed|determined|ready|set|scheduled|expected|due) to|next (?:week|month|year)|tomorrow|upcoming|continues? to|"
    r"working to(?:ward)?|reiterate|reaffirm)"
)
_FINISHED = re.compile(
    r"\b(?:(?:has|have|had|was|were) (?:also |now |already |since |successfully |formally |officially )?(?:been )?\w{3,}(?:ed|n|t|ld|de)\b|"
    r"today,? (?:\w+ ){0,6}(?:announc|launch|sign|releas|publish|issu|host|held|met|establish|conven|open|complet)\w*|"
    r"(?:launched|established|convened|hosted|held|signed|opened|released|published|issued|inaugurated|completed|concluded|"
    r"delivered|endorsed|adopted|created|joined|finali[sz]ed|announced|announces|met|took place)\b|"
    r"yesterday|last (?:week|month|year)|earlier this|this (?:week|month)|first-ever|for the first time)"
)
_MORE = re.compile(
    r"\b(?:additional|further|doubl(?:e|ed|ing)|tripl\w+|increas\w+|expand\w*|accelerat\w+|elevat\w+|strengthen\w*|more than|"
    r"beyond|ahead of schedule|upgrad\w+|broaden\w*)\b"
)
_LESS = re.compile(
    r"\b(?:delay(?:ed|s)?|postpon\w+|scal(?:e|ed|ing) (?:back|down)|reduc(?:e|ed|ing) (?:our|its|the) \w+|fell short|"
    r"fall(?:s|ing)? short|where (?:possible|appropriate)|as appropriate|explor\w+|consider(?:s|ed|ing)?|almost|nearly|only|"
    r"hope to|aspir\w+|may|might)\b"
)
_PART = re.compile(
    r"\b(?:in part|partly|partially|progress (?:on|toward|towards|in)|first (?:tranche|phase|step|round|set|of)|begun|began to|"
    r"started to|so far|on track|underway|two of|half of|an initial|initial)\b"
)
# Words that say that it was done when the text was published: then its day tells whether it was late.
_DATED = re.compile(r"\b(?:today|yesterday|this week)\b")


class Related(NamedTuple):
    """What a sentence does with a promise, and what it says beside: that it is done in part, or when it was done."""

    relation: Relation
    in_part: bool
    dated: bool


class _Wording(NamedTuple):
    """What a sentence says by itself, whatever it is held to."""

    words: str
    withdrawn: bool
    replaced: bool
    told: Relation | None
    in_part: bool
    dated: bool


def relate(promise: str, later: str) -> Related:
    """What the later sentence does with the promise."""
    wording, before = _wording(later), _wording(promise)
    if wording.withdrawn and not before.withdrawn:
        relation: Relation = "withdrawn"
    elif wording.replaced and not before.replaced:
        relation = "replaced"
    else:
        relation = wording.told or _against(before.words, wording.words)
    done = relation == "done"
    return Related(relation, done and wording.in_part, done and wording.dated)


@lru_cache(maxsize=1 << 16)
def _wording(sentence: str) -> _Wording:
    words = plain_text(sentence).lower()  # to look for small letters alone is three times as fast
    return _Wording(
        words,
        _WITHDRAWN.search(words) is not None,
        _REPLACED.search(words) is not None,
        _told(words),
        _PART.search(words) is not None,
        _DATED.search(words) is not None,
    )


def _told(words: str) -> Relation | None:
    """ "done" where something finished is told first, as in "We launched the Fund, which will …"; None of what is to come."""
    ahead = _AHEAD.search(words)
    if ahead is None:
        return "done"
    finished = _FINISHED.search(words)
    if finished is None or finished.start() > ahead.start():
        return None
    return "done" if _PAST.search(words) else "repeated"


def _against(promise: str, later: str) -> Relation:
    """Of two promises of the same: is the later one more, less or as much?"""
    more = len(_MORE.findall(later)) - len(_MORE.findall(promise))
    less = len(_LESS.findall(later)) - len(_LESS.findall(promise))
    before, after = grade(promise) or 0, grade(later) or 0
    if after and before and after <= before - 2 and less > 0:
        return "weakened"
    if more > 0 and more > less and after >= before:
        return "strengthened"
    return "repeated"
