"""A sentence in; the provisions whose summaries it resembles out, by a static embedding model of the user.

The model lies in a local folder (`ACQUIS_EMBEDDER`); nothing is fetched. The one home of model2vec.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from acquis.model.provision_link import ProvisionLink
from acquis.vocabulary.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy

# A sentence resembles most summaries a little; so much, and so few, are worth a person's look.
_ALIKE, _MOST = 0.6, 2
_LONGEST = 2_000  # characters


class Embedder:
    """The summaries of all provisions as vectors, and the model that makes a vector of a sentence."""

    def __init__(self, folder: Path, summaries: Sequence[tuple[str, str]]) -> None:
        from model2vec import StaticModel  # late: most users have no model

        self._model = StaticModel.from_pretrained(folder, normalize=True)
        self._ids = [key for key, _ in summaries]
        self._vectors: numpy.ndarray = self._model.encode([text for _, text in summaries])

    def links(self, words: str) -> list[ProvisionLink]:
        """The few provisions whose name and summary are most like these words, the most alike first."""
        alike = self._vectors @ self._model.encode(words[:_LONGEST])
        nearest = sorted(range(len(self._ids)), key=lambda at: (-float(alike[at]), self._ids[at]))[:_MOST]
        return [
            ProvisionLink(self._ids[at], score, f"like the provision's summary, {score:.2f}")
            for at in nearest
            if (score := round(float(alike[at]), 2)) >= _ALIKE
        ]


def embedder_of(vocabulary: Vocabulary) -> Embedder | None:
    """The embedder that texts are read with, or None where the user has none."""
    if vocabulary.embedder is None:
        return None
    provisions = vocabulary.of_kind("provision")
    return _embedder(
        vocabulary.embedder, tuple((one.id, f"{one.name}. {one.summary or ''}") for one in provisions)
    )


@lru_cache(maxsize=2)
def _embedder(folder: Path, summaries: tuple[tuple[str, str], ...]) -> Embedder:
    return Embedder(folder, summaries)
