"""Sentences for people: who said what when, the words, where they stand, and why they are shown."""

from __future__ import annotations

from acquis.cli.lines import Lines, quote_of
from acquis.exporters.cards import actor_name, short_title
from acquis.model.register import Ground
from acquis.model.utterance import Utterance
from acquis.vocabulary import Vocabulary

WIDE = 12  # a day and two blanks
_PLAIN = ("national", "unofficial")


def print_said(
    lines: Lines, one: Utterance, vocabulary: Vocabulary, *, provision: str | None = None, owner: str | None = None
) -> None:  # fmt: skip
    """One sentence: its day, act and owners (but for `owner`, whom the page is about), its words, its place."""
    others = [code for code in one.owners if code != owner]
    who = ", ".join(actor_name(code, vocabulary) for code in others)
    beside = f"with {who}" if owner in one.owners and who else who
    told = "" if not owner or owner in one.actors or not one.actors else "told by another"
    lines.entry(
        one.day or "no date", " · ".join(filter(None, (one.act, beside, told))), wide=WIDE, style="bold"
    )
    lines.entry("", said_words(one), wide=WIDE)
    lines.entry("", where_said(one, provision), wide=WIDE, style="dim")


def said_words(one: Utterance) -> str:
    """The sentence; of a long one the words that carry the finding, which its beginning may not hold."""
    whole = quote_of(one.sentence)
    return whole if whole.endswith("»") and not whole.endswith(" …»") else quote_of(one.quote)


def where_said(one: Utterance, provision: str | None = None) -> str:
    """ "Statement of Aldoria ¶3 · 5d5c… · keyword: “hospitals”"."""
    status = "" if one.text_status in _PLAIN else one.text_status
    why = ""
    if provision is not None:
        link = one.link(provision)
        why = link.why if link else "a person said so" if one.status == "corrected" else "named in it"
    place = f"{short_title(one.title)} {one.address}".strip()
    return " · ".join(filter(None, (place, one.document, one.key, status, why)))


def ground_words(ground: Ground) -> str:
    """ "from 203 documents of 1998-09-22 to 2022-09-26"; what a period left out for want of a date is told."""
    if not ground.documents:
        return (
            "no document of that time in this workspace"
            if ground.undated
            else "no document in this workspace"
        )
    days = f" of {ground.first} to {ground.last}" if ground.first and ground.last else ""
    undated = f"; {ground.undated} without a date left out" if ground.undated else ""
    return f"from {ground.documents} document{'' if ground.documents == 1 else 's'}{days}{undated}"
