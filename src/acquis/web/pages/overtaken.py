"""An answer that came second in; the finding as it stands, with what was said first and second, out."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.datastructures import FormData

from acquis.model.judgement import Judgement
from acquis.web.desk import Desk
from acquis.web.pages.document import Card, card_of

# Fields that are made anew with the page, or are no part of what a person said.
_NOT_SAID = frozenset({"token", "after", "back", "key", "verdict", "chosen"})


@dataclass(frozen=True, slots=True)
class OvertakenPage:
    """The finding now, its history, and the answer that was not kept: its verdict and fields, to say it again.

    `after` is the last judgement now.
    """

    card: Card
    history: tuple[Judgement, ...]
    after: str
    verdict: str
    said: tuple[tuple[str, str], ...]
    back: str = field(repr=False)
    title: str = "Somebody answered first"


def overtaken_page(desk: Desk, form: FormData, key: str) -> OvertakenPage:
    """What both said; several findings that were accepted at once come back with the one that was overtaken."""
    kept = desk.workspace.claim(key, viewer=desk.viewer)
    fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    values = dict(fields)
    return OvertakenPage(
        card=card_of(desk, kept),
        history=tuple(desk.workspace.judgements(kept.key, viewer=desk.viewer)),
        after=desk.workspace.last_said([kept], viewer=desk.viewer)[kept.key],
        verdict=values.get("verdict", "accept"),
        said=tuple((name, value) for name, value in fields if name not in _NOT_SAID),
        back=values.get("back", ""),
    )
