"""When, where and as which edition a meeting was held, and when and where the next one is."""

from __future__ import annotations

import pytest
from meetings import meeting_of

PUBLISHED = "---\ntitle: Cyber Dialogue\npublished: 2031-05-09\n---\n"


DATES = {
    "Aldoria and Brevania held talks in Calder on 4 and 5 May 2031.": "2031-05-04/2031-05-05",
    "Aldoria and Brevania held talks in Calder on May 4-5, 2031.": "2031-05-04/2031-05-05",
    "On 4 May, Aldoria and Brevania held their Cyber Dialogue.": "2031-05-04",
    "Aldoria and Brevania held cyber talks in Calder today.": "2031-05-09",
    "Aldoria and Brevania held cyber talks by video link yesterday.": "2031-05-08",
    "Aldoria and Brevania held a Cyber Dialogue on Wednesday.": "2031-05-07",
    "Aldoria and Brevania met in Calder in April 2031 for their Cyber Dialogue.": "2031-04",
    "This week Aldoria and Brevania met in Calder.": None,
    "Aldoria and Brevania recently held a Cyber Dialogue.": None,
    "Aldoria and Brevania met on 4 May 2031, following the round held in Zelt on 3 June 2029.": "2031-05-04",
    "Aldoria and Brevania held talks under the Accord signed on 1 January 2030.": None,
    "Calder, 9 May 2031 – Aldoria and Brevania held talks on 4 May 2031.": "2031-05-04",
    "Aldoria and Brevania met: the Cyber Group met on 4 May and the Cable Group met on 7 May.": (
        "2031-05-04/2031-05-07"
    ),
}


@pytest.mark.parametrize(("text", "edtf"), DATES.items(), ids=range(len(DATES)))
def test_the_date_is_that_of_the_verb_of_meeting(text: str, edtf: str | None) -> None:
    """Days go with the verb of meeting; datelines, earlier rounds and "this week" settle nothing."""
    when = meeting_of(PUBLISHED + text).when
    assert (when.edtf if when else None) == edtf


PLACES = {
    "Aldoria and Brevania held talks in Vienna on 4 May.": ("Vienna", "AT"),
    "Aldoria and Brevania met at the Ministry of Foreign Affairs in Tallinn on 4 May.": ("Tallinn", "EE"),
    "Aldoria and Brevania held talks in Calder, Aldoria, on 4 May.": ("Calder", "XC"),
    "Aldoria and Brevania held talks via videoconference on 4 May.": ("virtual", None),
    "The Cyber Dialogue of Aldoria and Brevania was held virtually on 4 May.": ("virtual", None),
    "The Dialogue of Aldoria and Brevania was held in a hybrid format in Vienna.": ("Vienna", "AT"),
    "VIENNA: Aldoria and Brevania held talks on 4 May.": (None, None),
    "Vienna hosted the first cyber consultations of Aldoria and Brevania.": ("Vienna", "AT"),
    "Aldoria and Brevania held talks on 4 May. They discussed the processes in Geneva.": (None, None),
}


@pytest.mark.parametrize(("text", "place"), PLACES.items(), ids=range(len(PLACES)))
def test_the_place_is_where_it_was_held(text: str, place: tuple[str | None, str | None]) -> None:
    """A named place after the verb of meeting, or "virtual"; never the dateline."""
    meeting = meeting_of(PUBLISHED + text)
    assert (meeting.place, meeting.country_of_place) == place


ORDINALS = {
    "The inaugural Aldoria-Brevania Cyber Dialogue took place in Calder.": 1,
    "Aldoria and Brevania held their third cyber consultations in Calder.": 3,
    "Aldoria and Brevania held the sixth edition of their Cyber Dialogue.": 6,
    "The 9th Aldoria-Brevania Bilateral Cyber Policy Dialogue was held in Calder.": 9,
    "Officials of Aldoria and Brevania met in Calder for the first time.": 1,
    "Aldoria and Brevania held a Cyber Dialogue on the margins of the 8th Calder Cyber Conference.": None,
    "Aldoria and Brevania held talks in Calder. They agreed to hold the second round in Zelt.": None,
    "Aldoria and Brevania held talks in Calder. They discussed the fifth session of the OEWG.": None,
    "Aldoria and Brevania met for the sixth Cyber Dialogue. The 9th Summit had asked for it.": 6,
}


@pytest.mark.parametrize(("text", "ordinal"), ORDINALS.items(), ids=range(len(ORDINALS)))
def test_the_edition_is_this_meeting_s_own(text: str, ordinal: int | None) -> None:
    """Words and figures number the edition; summits, conferences, sessions and the next round do not."""
    assert meeting_of(text).ordinal == ordinal


NEXT = {
    "They agreed to hold the next Cyber Dialogue in Vienna in 2032.": ("Vienna", "2032"),
    "The next round will take place in Vienna next year.": ("Vienna", "2032"),
    "They will meet again in Vienna in early 2032.": ("Vienna", "2032"),
    "The next Dialogue will be held in Vienna on a mutually convenient date.": ("Vienna", None),
    "The Third Dialogue will be hosted by Brevania in 2032.": (None, "2032"),
    "The next meeting will be convened in due course.": (None, None),
}


@pytest.mark.parametrize(("promise", "place_and_date"), NEXT.items(), ids=range(len(NEXT)))
def test_the_next_meeting_has_what_the_text_settles(
    promise: str, place_and_date: tuple[str | None, str | None]
) -> None:
    """ "Next year" counts from the meeting; vague words settle no date, and it is a promise all the same."""
    following = meeting_of(f"Aldoria and Brevania held talks in Calder on 4 May 2031. {promise}").next
    assert following is not None
    assert (following.place, following.when.edtf if following.when else None) == place_and_date


def test_without_a_promise_there_is_no_next_meeting() -> None:
    """Next steps and the next session of a working group are no next meeting."""
    text = "Aldoria and Brevania held talks. They outlined next steps before the next session of the OEWG."
    assert meeting_of(text).next is None


def test_an_announcement_plans_a_meeting() -> None:
    """Future tense is a planned meeting with the date it names, and no next one."""
    meeting = meeting_of("The 3rd Aldoria-Brevania Cyber Dialogue will be held in Vienna on 4 May 2031.")
    assert meeting.status == "planned"
    assert meeting.when is not None
    assert (meeting.when.edtf, meeting.place, meeting.next) == ("2031-05-04", "Vienna", None)


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("The second Aldoria-Brevania Cyber Dialogue took place.", "Aldoria-Brevania Cyber Dialogue"),
        ("Aldoria and Brevania held their first Cyber Talks.", "Aldoria-Brevania Cyber Talks"),
        (
            "Aldoria and Brevania held cyber policy consultations.",
            "Aldoria-Brevania Cyber Policy Consultations",
        ),
    ],
)
def test_the_series_is_named_without_its_number(text: str, series: str) -> None:
    """A bare name is told apart by its parties."""
    assert meeting_of(text).series == series


def test_a_meeting_is_held_under_an_instrument() -> None:
    """The agreement named after "under" is what it is held under."""
    text = "Aldoria and Brevania held talks on 4 May 2031 under the Agreement on Digital Cooperation."
    assert meeting_of(text).under == ("Agreement on Digital Cooperation",)


def test_a_long_text_without_full_stop_is_read() -> None:
    """No input makes the reading slow or fail."""
    text = "The meeting of Aldoria and Brevania was held and led by Ada Corran, Director, and " * 3_000
    assert meeting_of(text).parties == ("XC", "XD")


@pytest.mark.parametrize(
    ("text", "place", "day", "ordinal"),
    [
        (
            "Aldoria and Brevania to hold talks in Bern\n\nA delegation of Brevania will visit Aldoria for the third "
            "cyber consultations between Aldoria and Brevania. The talks will take place in Bern on 29 October 2024.\n\n"
            "The second consultations were held in Seoul on 4 May 2022.\n",
            "Bern",
            "2024-10-29",
            3,
        ),
        (
            "At the invitation of the President of Aldoria, the President of Brevania paid an official visit to Aldoria on "
            "March 6 and 7, 2024. They held a working meeting in Nairobi.\n\nThe leaders welcomed the first cyber dialogue, "
            "held by videoconference in November 2023.\n",
            "Nairobi",
            "2024-03-06",
            None,
        ),
        (
            "MEDIA NOTE\n\nOFFICE OF THE SPOKESPERSON\n\nNOVEMBER 1, 2023\n\nJoint Statement of the Group\n\nThe text of the "
            "following statement was released by the members.\n\nBegin Text:\n\nAldoria, Brevania and Calder met in Nairobi on "
            "31 October 2023.\n\nDuring the third cyber dialogue, members shared their views.\n",
            "Nairobi",
            "2023-10-31",
            3,
        ),
    ],
)
def test_the_meeting_itself_and_not_an_earlier_one(
    text: str, place: str, day: str, ordinal: int | None
) -> None:
    """Announcements, visits and press frames give the meeting they are about, whatever others they mention."""
    meeting = meeting_of(text)
    assert (meeting.place, meeting.when and meeting.when.start, meeting.ordinal) == (place, day, ordinal)
