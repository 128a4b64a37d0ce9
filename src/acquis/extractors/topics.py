"""Topics."""

from __future__ import annotations

from acquis.extractors.material import Material


def find_topics(material: Material) -> tuple[str, ...]:
    """Topics."""
    return ()
