"""The acts model's weights, summed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from acquis.extractors import act_weights
from acquis.extractors.act_weights import log_odds

MODEL = json.loads(Path(act_weights.__file__).with_name("acts_model.json").read_text(encoding="utf-8"))
SOME = sorted(MODEL["weights"])[::97]


def test_without_features_the_bias_is_left() -> None:
    """An empty passage is judged by the bias alone."""
    assert log_odds([]) == MODEL["bias"]


def test_weights_add_up() -> None:
    """The log-odds are bias and weights of all features, to the third decimal."""
    found = log_odds(SOME)
    for act, bias in MODEL["bias"].items():
        expected = bias + sum(MODEL["weights"][name].get(act, 0) for name in SOME)
        assert found[act] == pytest.approx(expected, abs=1e-9)


def test_a_feature_counts_once_and_an_unknown_one_not_at_all() -> None:
    """Neither repetition nor words the model has not seen move the sum."""
    assert log_odds([*SOME, *SOME, "no such feature"]) == log_odds(SOME)
