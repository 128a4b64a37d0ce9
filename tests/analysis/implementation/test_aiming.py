"""At whom a sentence is aimed: the State that acts, not the one that suffers or only stands near."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.implementation.aiming import blamed


@pytest.mark.parametrize(
    "sentence",
    [
        "We condemn the cyberattacks of Kaldeen.",
        "Kaldeeni cyber operations against hospitals must end.",
        "We are concerned by Kaldeen's malicious activities.",
        "The intrusion has been attributed to Kaldeen.",
        "We call on Kaldeen to stop.",
        "Kaldeen has repeatedly attacked our ports.",
        "We object to the proposal of Kaldeen.",
    ],
)
def test_who_acts_is_meant(sentence: str, vocabulary: tuple[Path, ...]) -> None:
    """Words that say that the State acts, or call on it."""
    assert blamed(sentence, {"XN"}, vocabulary) == {"XN"}


@pytest.mark.parametrize(
    "sentence",
    [
        "We condemn the cyberattack on the hospitals of Kaldeen.",
        "We are concerned by attacks against Kaldeen's ports.",
        "The incidents in Kaldeen are a concern to us.",
        "We stand with Kaldeen in the face of ransomware.",
        "Like Kaldeen, we are concerned by ransomware.",
    ],
)
def test_who_suffers_or_stands_near_is_not(sentence: str, vocabulary: tuple[Path, ...]) -> None:
    """Where the words leave it open, nobody is meant."""
    assert not blamed(sentence, {"XN"}, vocabulary)


def test_of_several_only_those_that_act(vocabulary: tuple[Path, ...]) -> None:
    """One sentence names both sides; what is no State is passed over."""
    words = "We condemn the attacks by Kaldeen on Maruna."
    assert blamed(words, {"XN", "XP", "EU"}, vocabulary) == {"XN"}


def test_a_very_long_sentence_is_read_to_a_bound(vocabulary: tuple[Path, ...]) -> None:
    """What stands far behind the beginning is not looked at, and it takes no time."""
    assert not blamed("attack " * 200_000 + "by Kaldeen", {"XN"}, vocabulary)
