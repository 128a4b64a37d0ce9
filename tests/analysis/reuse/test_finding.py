"""Planted passages are found again, changed or not; what is no passage is not found."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from acquis.analysis.reuse.finding import Asked, blocks, find_hits
from acquis.analysis.reuse.ground import Ground
from planting import changed, sentence, text

PASSAGE = (
    "The parties will keep the cables that carry hospital traffic out of any quarrel, and will tell each other "
    "within three days when one of them is cut."
)


def found(ground: Ground, words: str) -> list[int]:
    """The texts with a passage of the words."""
    return sorted({hit.text for hit in find_hits(ground, Asked.of(ground, words))})


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2])
def test_planted_passages_are_found_whatever_was_changed(share: float) -> None:
    """Of 120 passages of a sentence, with up to a fifth of the words changed, at least 95 in 100 are found."""
    dice = random.Random(f"planted {share}")
    texts = [text(dice) for _ in range(60)]
    planted = []
    for _ in range(120):
        words, at = sentence(dice), dice.randrange(len(texts))
        texts[at] = f"{texts[at]} {changed(words, share, dice)}"
        planted.append((words, at))
    ground = Ground.of(texts)
    kept = sum(at in found(ground, words) for words, at in planted)
    assert kept >= 0.95 * len(planted)


def test_a_hit_says_which_words_stand_where() -> None:
    """Its words are the passage's, in what was asked and in the text."""
    texts = [text(random.Random(1)), f"Before it. {PASSAGE} After it.", text(random.Random(2))]
    ground = Ground.of(texts)
    asked = f"Some other words first. {PASSAGE}"
    (hit,) = find_hits(ground, Asked.of(ground, asked))
    start, end = ground.characters(hit.start, hit.end)
    words = Asked.of(ground, asked).words
    assert (
        texts[1][start:end]
        == PASSAGE.rstrip(".")
        == asked[words.starts[hit.first] : words.ends[hit.last - 1]]
    )
    assert (hit.text, hit.likeness) == (1, 1.0)


@pytest.mark.parametrize(
    "words",
    [
        "and so it is that they would have been with us if only we had been there with them",
        "Hestrel Ministry of Harbours and Lighthouses, Department of Canals",
        "the ports of the region and the people",
    ],
)
def test_function_words_names_and_a_few_words_are_no_passage(words: str) -> None:
    """Though two texts have them, word for word."""
    ground = Ground.of([f"{text(random.Random(3))} {words}.", f"{text(random.Random(4))} {words}."])
    assert found(ground, words) == []


def test_only_allowed_texts_are_looked_through() -> None:
    """Others are as if they were not there."""
    ground = Ground.of([PASSAGE, text(random.Random(5)), PASSAGE])
    allowed = np.array([False, True, True])
    assert [hit.text for hit in find_hits(ground, Asked.of(ground, PASSAGE), allowed)] == [2]


def test_a_passage_does_not_go_from_one_text_into_the_next() -> None:
    """The end of one and the beginning of the other are no passage, side by side though they are kept."""
    words = PASSAGE.split()
    ground = Ground.of([" ".join(words[:8]), " ".join(words[8:14])])
    assert all(hit.end <= ground.bounds[hit.text + 1] for hit in find_hits(ground, Asked.of(ground, PASSAGE)))


def test_a_long_text_is_looked_for_in_blocks_without_a_gap() -> None:
    """Every word is in one, and what a block's end cuts is whole in the next."""
    parts = list(blocks(10_000))
    assert (parts[0][0], parts[-1][1]) == (0, 10_000)
    assert all(after[0] <= before[1] - 200 for before, after in pairwise(parts))
    dice = random.Random(6)
    long = text(dice, 300)
    ground = Ground.of([f"{text(dice)} {PASSAGE}"])
    assert found(ground, f"{long} {PASSAGE} {long}") == [0]


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_nothing_is_found_where_nothing_is(texts: list[str]) -> None:
    """A ground without words answers."""
    assert found(Ground.of(texts), PASSAGE) == []


def test_other_languages_are_found_too() -> None:
    """Letter by letter where no blanks part the words."""
    words = "各国不应从事或故意支持蓄意破坏关键基础设施的信息和通信技术活动"
    ground = Ground.of([f"会议记录。{words}。", "医院和港口"])
    assert found(ground, words) == [0]
