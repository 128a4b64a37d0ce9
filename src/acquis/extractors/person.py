"""The person who speaks and their post, as a head line prints them: "Statement by H.E. Ms. X, Permanent "
    "Representative of Y".

In: head lines. Out: name and post, or None where the line has none.
"""

from __future__ import annotations

import re

_BY = re.compile(
    r"\b(?:statements?|intervention|remarks|speech|address|declaration)\s+(?:made |delivered |given "
    r")?(?:by|of|from)\s+|\b(?:delivered|presented) by\s*:?\s*",
    re.I,
)
_HONORIFIC = re.compile(
    r"(?:(?:the|his|her)\s+|(?:H\.\s?E\.|His Excellency|Her Excellency|Excellency|Mr|Mrs|Ms|Mx|Miss|Dr|"
    r"Prof|Professor|Ambassador|Amb|Hon|Honou?rable|"
    r"Rt|Right|Sir|Dame|Lord|Lady|Baroness|Sen|Senator|Gen|General|Lt|Col|Colonel|Major|Shri|Smt|Mme|"
    r"M)\b\.?,?\s+)+",
    re.I,
)
_NAME = (
    r"[A-Z][\w’'.\-]+(?:\s+(?:(?:de|da|do|dos|van|von|der|den|el|al|bin|bint|la|le|di|"
    r"du)\s+)*[A-Z][\w’'.\-]+){1,4}"
)
_NAMED = re.compile(rf"({_NAME})\s*(?:,\s*|\(|\s+–\s+|$)")
_POST_WORDS = (
    r"(?:President|Vice President|Prime Minister|Deputy Prime Minister|Minister|Foreign Minister|"
    r"Secretary|Foreign Secretary|Ambassador|Special Envoy|"
    r"Representative|Permanent Representative|Deputy Permanent Representative|Spokesperson|Spokesman|"
    r"Spokeswoman|Director|Coordinator|Commissioner|"
    r"Adviser|Advisor|Counsellor|Attach[eé]|Chair|Head|Delegate|Chargé)"
)
_POST_FIRST = re.compile(
    rf"((?:[A-Z][\w’'&\-]*\.?\s+(?:(?:of|for|and|the|"
    rf"to)\s+)*){{0,8}}{_POST_WORDS})\s+({_NAME})(?=\s+(?:on|at|to|in|of|regarding|during|following)\b|"
    rf"[,:–—(]|\s*$)"
)
_END = re.compile(
    r"\s+(?:on behalf of|at the|during|regarding|concerning|before the|in the|on the|on)\s|[:–—;(]|$"
)


def find_person(lines: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The speaker's name without honorifics, and the post; (None, None) where no line tells."""
    for line in lines:
        match = _BY.search(line)
        if not match:
            continue
        rest = line[match.end() :]
        honoured = _HONORIFIC.match(rest)
        bare = rest[honoured.end() :] if honoured else rest
        if post_first := _POST_FIRST.match(bare):
            return post_first.group(2), post_first.group(1).strip()
        named = _NAMED.match(bare)
        if named and not re.search(rf"\b{_POST_WORDS}\b", named.group(1)):
            return named.group(1), _post(bare[named.end() :])
    return None, None


def _post(words: str) -> str | None:
    end = _END.search(words)
    post = words[: end.start() if end else len(words)].strip(" ,.")
    return post if re.search(rf"\b{_POST_WORDS}\b", post) else None
