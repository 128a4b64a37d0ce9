"""The words of a promise in; what was promised out, without who promised and the verb of promising."""

from __future__ import annotations

import re

_VERB = re.compile(
    r"\b(?:(?:have |has |had )?(?:agreed?|decided?|committed?|pledged?|resolved?|undert(?:akes?|ook)|promised?|planned?|plans|"
    r"intends?|intended|aims?|aimed|expects?|expected|looks? forward|looked forward|stands? ready|"
    r"is ready|are ready|are committed|is committed|are determined|is determined|reaffirm\w* (?:our|their|its|the) "
    r"(?:commitment|determination|intention))\s+(?:to|that|in|on)"
    r"|(?<!which )(?<!that )(?<!who )(?:will(?: also| continue to| soon| further| then)?|shall|is to|are to))\s+",
    re.I,
)
_LONGEST = 240
_SHORTEST_WORDS = 2


def promised_words(quote: str) -> str:
    """ "hold the fourth Cyber Dialogue in London in 2026" of "The UK and the EU agreed to hold …", in one line."""
    words = " ".join(quote.split()).strip(" *_#").replace("**", "")
    match = _VERB.search(words[:_LONGEST])
    rest = words[match.end() :] if match else words
    if len(rest.split()) < _SHORTEST_WORDS:
        rest = words
    return rest.rstrip(" .;")
