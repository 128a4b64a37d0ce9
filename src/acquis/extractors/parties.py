"""The parties of a meeting: who sat there, and in whose name the text speaks."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.extractors.material import Material


@dataclass(frozen=True, slots=True)
class Parties:
    """`codes` are all parties one by one; `voice` is how they are named as owners (a group where they are many)."""

    codes: tuple[str, ...]
    voice: tuple[str, ...]


def find_parties(material: Material) -> Parties:
    """The parties named in the title, else in the first sentences."""
    title = material.document.title or ""
    codes: list[str] = []
    for passage in material.passages[:3]:
        for _, code in material.actors_in(passage.start, passage.end):
            if code not in codes:
                codes.append(code)
        if len(codes) >= 2:
            break
    return Parties(tuple(codes), tuple(codes) if len(codes) <= 5 else (title or "parties",))
