"""The weights of the acts model: features of a passage in, the log-odds of every act out.

Weights have three decimals. Those of one feature are packed into one whole number with a lane of bits for each
act: adding up features is then one sum of whole numbers, which is exact and quick.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

_MODEL = Path(__file__).with_name("acts_model.json")
_SCALE = 1_000
_LANE = 32
_ZERO = 1 << _LANE - 1  # added to every lane in the end, so that none is negative


class _Weights(dict[str, int]):
    """Packed weights by feature, packed when they are first asked for: a short text needs few of them."""

    def __init__(self, bias: Mapping[str, float], raw: Mapping[str, Mapping[str, float]]) -> None:
        super().__init__()
        self.raw = raw
        self.acts = tuple(bias)
        self._units = {act: 1 << _LANE * place for place, act in enumerate(bias)}
        self.start = self._pack(bias) + sum(_ZERO * unit for unit in self._units.values())
        self.lanes = struct.Struct(f"<{len(bias)}I")

    def __missing__(self, feature: str) -> int:
        packed = self[feature] = self._pack(self.raw[feature])
        return packed

    def _pack(self, by_act: Mapping[str, float]) -> int:
        return sum(round(weight * _SCALE) * self._units[act] for act, weight in by_act.items())


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    model = json.loads(_MODEL.read_bytes())
    return _Weights(model["bias"], model["weights"])


def log_odds(features: Iterable[str]) -> dict[str, float]:
    """The log-odds of every act, and of none, for a passage with these features; each counts once."""
    weights = _weights()
    known = weights.raw.keys() & features
    total = sum(map(weights.__getitem__, known), weights.start)
    lanes = weights.lanes.unpack(total.to_bytes(weights.lanes.size, "little"))
    return {act: (lane - _ZERO) / _SCALE for act, lane in zip(weights.acts, lanes, strict=True)}
