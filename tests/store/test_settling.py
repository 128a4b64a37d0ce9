"""Settling: what the reader found and people said, to how the findings stand."""

from __future__ import annotations

import pytest
from grounds import WORK, found, ground, lines, said, seen, settled, subject, value

from acquis.model.claim import Claim
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.settling import settle

TEXT = (
    "Aldoria opened the talks.\n"
    "The two sides agreed to meet again in Sentar. They discussed ransomware.\n"
    "Gavria will share its draft law. The talks ended on Friday."
)
MEET, SHARE = "agreed to meet again in Sentar", "will share its draft law"
PUBLIC = Viewer(Marking.CLEAR)


def test_without_judgements_the_reader_is_right() -> None:
    """Every finding stands as it was found, each with a key of its own."""
    on = ground(TEXT)
    settlement = settle(on, [found(on, MEET), found(on, SHARE)], [])
    assert lines(settlement) == [("found", "commitment", MEET), ("found", "commitment", SHARE)]
    assert len({one.key for one in settlement.claims}) == 2


def test_what_is_accepted_stands() -> None:
    """One finding, accepted; its key is the one it had."""
    on = ground(TEXT)
    claims = [found(on, MEET)]
    judged = subject(on, claims)
    settlement = settle(on, claims, [said(judged, "accept")])
    assert lines(settlement) == [("accepted", "commitment", MEET)]
    assert [one.key for one in seen(settlement)] == [judged.id]


def test_what_is_rejected_stays_away_under_any_words_it_shares() -> None:
    """A better reader may cut the same promise longer or shorter: it stays rejected, another act does not."""
    on = ground(TEXT)
    no = said(subject(on, [found(on, MEET)]), "reject")
    longer, other = found(on, f"The two sides {MEET}"), found(on, MEET, "exchange")
    assert settled(on, [longer, found(on, "meet again"), other, found(on, SHARE)], no) == [
        ("rejected", "commitment", f"The two sides {MEET}"),
        ("found", "exchange", MEET),
        ("rejected", "commitment", "meet again"),
        ("found", "commitment", SHARE),
    ]


MOVED = {
    "elsewhere": TEXT.replace(f"The two sides {MEET}. ", "") + f"\nAt the end the sides {MEET}.",
    "with other offsets": f"A word before all others.\n{TEXT}",
    "in other lines": TEXT.replace("meet again", "meet\n  again"),
    "slightly edited": TEXT.replace("agreed to meet again in Sentar", "agreed to meet once again in Sentar"),
}


@pytest.mark.parametrize("text", MOVED.values(), ids=MOVED)
def test_a_verdict_follows_its_words(text: str) -> None:
    """In another version, what was rejected is rejected where it stands now, and what was corrected stays so."""
    on = ground(TEXT)
    first = subject(on, [found(on, MEET)])
    new = ground(text)
    words = next(part for part in (MEET, MEET.replace("meet again", "meet\n  again"),
                                   "agreed to meet once again in Sentar") if part in text)  # fmt: skip
    assert settled(new, [found(new, words)], said(first, "reject")) == [("rejected", "commitment", words)]
    corrected = said(first, "correct", value=value(first, on, act="call"))
    assert settled(new, [found(new, words)], corrected) == [("corrected", "call", words)]


def test_words_that_are_gone_are_lost() -> None:
    """The judgement applies to nothing, and its subject is named."""
    on = ground(TEXT)
    first = subject(on, [found(on, MEET)])
    new = ground("Nothing of that was said here, and the weather was fine.")
    settlement = settle(new, [], [said(first, "accept")])
    assert (settlement.claims, settlement.lost) == ((), ((first.id,),) * len(Marking))


def test_a_correction_stands_whatever_a_better_reader_makes_of_the_sentence() -> None:
    """Found again, found as the corrected act, as a third act, cut otherwise, or not at all: it is there once."""
    on = ground(TEXT)
    first = subject(on, [found(on, MEET)])
    corrected = said(first, "correct", value=value(first, on, act="affirmation"))
    readings: tuple[list[Claim], ...] = (
        [found(on, MEET)],
        [found(on, MEET, "affirmation")],
        [found(on, f"The two sides {MEET}", "exchange")],
        [found(on, MEET), found(on, MEET, "affirmation")],
        [],
    )
    for reading in readings:
        assert settled(on, reading, corrected) == [("corrected", "affirmation", MEET)]


def test_other_words_chosen_by_a_person() -> None:
    """The finding stands on the chosen words; the reader's own is not shown beside it."""
    on = ground(TEXT)
    claims = [found(on, MEET)]
    first = subject(on, claims)
    chosen = value(first, on, words="They discussed ransomware")
    assert settled(on, claims, said(first, "correct", value=chosen)) == [
        ("corrected", "commitment", "They discussed ransomware")
    ]


def test_the_last_word_counts() -> None:
    """Accepted after rejected it is back; rejected after corrected it is gone; the order of rows does not matter."""
    on = ground(TEXT)
    claims = [found(on, MEET)]
    first = subject(on, claims)
    no, yes = said(first, "reject"), said(first, "accept")
    other = said(first, "correct", value=value(first, on, act="call"))
    last = said(first, "reject")
    assert settled(on, claims, no) == [("rejected", "commitment", MEET)]
    assert settled(on, claims, yes, no) == [("accepted", "commitment", MEET)]
    assert settled(on, claims, other, yes, no) == [("corrected", "call", MEET)]
    assert settled(on, claims, last, other, yes, no) == [("rejected", "commitment", MEET)]


def test_a_corrected_act_that_was_rejected_does_not_come_back() -> None:
    """Neither the finding of the reader nor what a person had made of it is proposed again."""
    on = ground(TEXT)
    first = subject(on, [found(on, MEET)])
    corrected, no = said(first, "correct", value=value(first, on, act="call")), said(first, "reject")
    assert settled(on, [found(on, MEET, "call")], corrected, no) == [("rejected", "call", MEET)]


def test_a_correction_can_be_rejected_and_accepted_again_where_the_reader_finds_nothing() -> None:
    """It stays in sight for those who ask for what was rejected."""
    on = ground(TEXT)
    first = subject(on, [found(on, MEET)])
    corrected, no = said(first, "correct", value=value(first, on, act="call")), said(first, "reject")
    settlement = settle(on, [], [corrected, no])
    assert [(one.key, one.status, one.claim.act) for one in seen(settlement)] == [
        (first.id, "rejected", "call")
    ]


SAME = "We will meet.\nMany words about other matters stand here, so that the places differ.\nWe will meet."


def test_the_same_words_said_twice_are_two_findings() -> None:
    """Each is judged by itself."""
    on = ground(SAME)
    claims = [found(on, "will meet"), found(on, "will meet", nth=2)]
    for index in (0, 1):
        statuses = [
            status for status, _, _ in settled(on, claims, said(subject(on, claims, index), "reject"))
        ]
        assert statuses == [["rejected", "found"], ["found", "rejected"]][index]


def test_the_same_words_among_the_same_neighbours_are_two_findings() -> None:
    """Where not even the words around them differ, they count."""
    on = ground("We will meet.\n" * 9)
    claims = [found(on, "will meet", nth=n) for n in range(1, 10)]
    settlement = settle(on, claims, [said(subject(on, claims, 4), "reject")])
    assert [one.status for one in seen(settlement)].index("rejected") == 4


def test_the_same_words_put_before_take_no_judgement_over() -> None:
    """In a new version with such a sentence further up, the judged one stays judged, and the new one is new."""
    on = ground(SAME)
    claims = [found(on, "will meet")]
    judged = subject(on, claims)
    new = ground(f"First of all a new paragraph: We will meet.\n\n{SAME}")
    again = [found(new, "will meet"), found(new, "will meet", nth=2)]
    for verdict, status in (("reject", "rejected"), ("accept", "accepted")):
        settlement = settle(new, again, [said(judged, "reject" if verdict == "reject" else "accept")])
        assert [one.status for one in seen(settlement)] == ["found", status]
        keys = [one.key for one in seen(settlement)]
        assert keys[1] == judged.id
        assert len(set(keys)) == 2


def test_a_judgement_marked_higher_than_the_viewer_may_see_is_not_there_for_them() -> None:
    """They see what the reader found, and who may see it sees what the person made of it."""
    on = ground(TEXT)
    claims = [found(on, MEET)]
    first = subject(on, claims)
    secret = said(first, "correct", value=value(first, on, act="call"), marking=Marking.RED)
    assert settled(on, claims, secret, viewer=PUBLIC) == [("found", "commitment", MEET)]
    assert settled(on, claims, secret, viewer=EVERYTHING) == [("corrected", "call", MEET)]
    amber = said(first, "reject", marking=Marking.AMBER)
    views = {m: settled(on, claims, secret, amber, viewer=Viewer(m))[0][0] for m in Marking}
    assert [views[m] for m in Marking] == ["found", "found", "rejected", "rejected", "rejected"]


def test_a_clearance_is_told_of_its_own_lost_judgements_only() -> None:
    """A judgement on words that are gone is named to those who may see it."""
    on = ground(TEXT)
    first = subject(on, [found(on, MEET)])
    lost = settle(ground("Another text.", WORK), [], [said(first, "accept", marking=Marking.AMBER)]).lost
    assert lost == ((), (), (first.id,), (first.id,), (first.id,))
