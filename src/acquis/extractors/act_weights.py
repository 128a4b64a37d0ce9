"""The weights of the acts model: features of a passage in, the log-odds of every act out.

Weights have three decimals. Those of one feature are packed into one whole number with a lane of bits for each
act: adding up features is then one sum of whole numbers, which is exact and quick.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

_SCALE = 1_000
_LANE = 32
_ZERO = 1 << _LANE - 1  # added to every lane in the end, so that none is negative


class _Packed(NamedTuple):
    """`start` is the bias of every act with its zero point; `weights` are the packed weights by feature."""

    acts: tuple[str, ...]
    start: int
    weights: Mapping[str, int]
    lanes: struct.Struct


@lru_cache(maxsize=1)
def _load() -> _Packed:
    raw = json.loads(resources.files("acquis.extractors").joinpath("acts_model.json").read_bytes())
    acts = tuple(raw["bias"])
    units = {act: 1 << _LANE * place for place, act in enumerate(acts)}
    start = _pack(raw["bias"], units) + sum(_ZERO * unit for unit in units.values())
    weights = {feature: _pack(by_act, units) for feature, by_act in raw["weights"].items()}
    return _Packed(acts, start, weights, struct.Struct(f"<{len(acts)}I"))


def _pack(by_act: Mapping[str, float], units: Mapping[str, int]) -> int:
    packed = 0
    for act, weight in by_act.items():
        packed += round(weight * _SCALE) * units[act]
    return packed


def log_odds(features: Iterable[str]) -> dict[str, float]:
    """The log-odds of every act, and of none, for a passage with these features, each given once."""
    model = _load()
    total = sum(filter(None, map(model.weights.get, features)), model.start)
    lanes = model.lanes.unpack(total.to_bytes(model.lanes.size, "little"))
    return {act: (lane - _ZERO) / _SCALE for act, lane in zip(model.acts, lanes, strict=True)}
