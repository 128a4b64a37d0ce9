"""Topics that one side put on the table: what it explained, presented, supported or was worried about.

In: the words of a sentence of a readout. Out: the spans of the objects, for `topic_phrases` to split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOM = r"(?:(?:the|its|their|each|both|one|all)\s+)?(?:[\w.’'-]+\s+){0,4}?"
_TOLD = re.compile(
    rf"\b(?:explained|introduced|presented|outlined|showcased|set out|pointed to|drew attention to|"
    rf"(?:shared|provided|exchanged) (?:\w+ )?information (?:up)?on|"
    rf"(?:provided|gave|offered|received) (?:an? |the )?(?:\w+ )?(?:update|overview|briefing|presentation|account)s? (?:on|of|about)|"
    rf"(?:informed|updated|briefed) {_WHOM}(?:of|on|about)|"
    rf"expressed (?:\w+ )?(?:\w+ )?concerns? (?:about|over|at|regarding|on)|"
    rf"(?:challenges?|threats?|risks?|dangers?) (?:posed|presented) by|"
    rf"welcomed (?:the )?(?:recent |successful )?(?:operationali[sz]ation|establishment|launch|adoption|implementation|progress|entry into force)"
    rf" (?:of|in|on|at)|(?:exercises?|workshops?|seminars?|trainings?|symposium|conference) on|"
    rf"(?:reiterated|reaffirmed|expressed|confirmed|underlined) (?:its|their) (?:\w+ )?(?:support|commitment) (?:for|to))\s+(?=\w)",
    re.I,
)
_ENDS = re.compile(
    r",?\s+(?:and|but|while)\s+(?:also\s+)?(?=(?:asked|agreed|invited|expressed|stressed|underlined|welcomed|noted|confirmed|"
    r"informed|presented|explained|set out|strongly|called|condemned|the \w+ (?:side|delegation)|"
    r"the [A-Z]\w+ (?:shared|expressed|presented|explained|informed|welcomed|underlined)|"
    r"[A-Z]\w+ (?:shared|expressed|presented|explained|informed|welcomed|underlined))\b)|"
    r",\s+(?:which|where|while|who|with|to be|in order|as)\b|;|\.\s|\s+(?:which|that|who)\s|$",
)


def told(words: str) -> Iterator[str]:
    """The objects of the verbs of telling, up to the end of their clause."""
    for cue in _TOLD.finditer(words):
        stop = _ENDS.search(words, cue.end())
        yield words[cue.end() : stop.start() if stop else len(words)]
