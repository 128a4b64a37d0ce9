"""Dates of diplomatic text to EDTF, with the words and the preposition before them."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.grammar.dates import DateMention, find_dates, read_header_date

REFERENCE = date(2024, 12, 10)  # a Tuesday
# fmt: off
TRAPS = (
    "States may act", "March on", "the 2 sides", "13(a)", "resolution 70/237", "A/75/816",
    "A/RES/76/19", "1998 km", "2,000 people", "24/7", "9/11", "G20", "COVID-19", "5G",
    "+44 20 7008 1500", "(202) 647-2000", "today's world", "Second World War",
    "resolution 2341 (2017)", "resolution 2024 (2011)", "CVE-2021-44228", "10.0.0.1", "5 may act",
    "over 2000 companies", "a total of 2000 participants", "Windows 2000", "room 2015",
    "as soon as we can", "the year",
)
# fmt: on


def one(text: str, *, reference: date | None = None) -> DateMention:
    mentions = find_dates(text, reference=reference)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("14 December 2023", "2023-12-14"),
        ("7th December 2020", "2020-12-07"),
        ("14\u00a0December  2023", "2023-12-14"),
        ("14\nDecember\n2023", "2023-12-14"),
        ("14-Dec-2023", "2023-12-14"),
        ("14 DECEMBER 2023", "2023-12-14"),
        ("Jul 04, 2024", "2024-07-04"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("Monday, December 9, 2024", "2024-12-09"),
        ("Monday 9 December 2024", "2024-12-09"),
        ("29.09.2022", "2022-09-29"),
        ("2024-12-05", "2024-12-05"),
        ("2024-12-05T10:00:00Z", "2024-12-05"),
        ("13/12/2024", "2024-12-13"),
        ("12/13/2024", "2024-12-13"),
        ("05/05/2024", "2024-05-05"),
    ],
)
def test_a_day_in_any_usual_form(text: str, edtf: str) -> None:
    """One day, whole and not inferred, with all its words."""
    mention = one(f"They met on {text}.")
    assert (mention.kind, mention.when.edtf, mention.when.words, mention.cue) == ("day", edtf, text, "on")
    assert mention.when.earliest == mention.when.latest == date.fromisoformat(edtf)
    assert not mention.when.inferred


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("14 and 15 November 2017", "2017-11-14/2017-11-15"),
        ("5-6 December 2024", "2024-12-05/2024-12-06"),
        ("13/14 November 2023", "2023-11-13/2023-11-14"),
        ("4, 5 and 6 March 2024", "2024-03-04/2024-03-06"),
        ("December 6-7, 2023", "2023-12-06/2023-12-07"),
        ("December 6 and 7, 2023", "2023-12-06/2023-12-07"),
        ("5th and 6th of December 2024", "2024-12-05/2024-12-06"),
        ("28 February to 3 March 2022", "2022-02-28/2022-03-03"),
        ("30 November – 1 December 2022", "2022-11-30/2022-12-01"),
        ("30 December - 2 January 2023", "2022-12-30/2023-01-02"),
        ("November 30, 2022 to December 1, 2022", "2022-11-30/2022-12-01"),
        ("2024-12-05/2024-12-06", "2024-12-05/2024-12-06"),
        ("January to March 2024", "2024-01/2024-03"),
        ("November and December 2023", "2023-11/2023-12"),
        ("2021-2025", "2021/2025"),
        ("2021–25", "2021/2025"),
        ("2019/2020", "2019/2020"),
        ("2009-10", "2009/2010"),
        ("2020s", "202X"),
        ("Q2 2022", "2022-04/2022-06"),
        ("the second quarter of 2022", "2022-04/2022-06"),
    ],
)
def test_a_span_keeps_both_ends(text: str, edtf: str) -> None:
    """A range of days, months or years is one mention."""
    mention = one(f"It lasted, as planned, {text}.")
    assert (mention.kind, mention.when.edtf, mention.when.words) == ("range", edtf, text)


def test_days_apart_are_days_of_their_own() -> None:
    """ "5 and 19 March" are two days; between them lies a span only where the text says so."""
    apart = find_dates("on 5, 12 and 19 March 2024")
    assert [mention.when.edtf for mention in apart] == ["2024-03-05", "2024-03-12", "2024-03-19"]
    assert [mention.when.words for mention in apart] == ["5", "12", "19 March 2024"]
    between = one("between 5 and 7 December 2024")
    assert (between.when.edtf, between.cue) == ("2024-12-05/2024-12-07", "between")


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest"),
    [
        ("December 2023", "2023-12", "2023-12-01", "2023-12-31"),
        ("early December 2023", "2023-12", "2023-12-01", "2023-12-10"),
        ("the end of March 2024", "2024-03", "2024-03-21", "2024-03-31"),
        ("2024", "2024", "2024-01-01", "2024-12-31"),
        ("early 2026", "2026", "2026-01-01", "2026-04-30"),
        ("mid-2026", "2026", "2026-05-01", "2026-08-31"),
        ("late 2026", "2026", "2026-09-01", "2026-12-31"),
        ("the end of 2025", "2025", "2025-09-01", "2025-12-31"),
        ("the first half of 2024", "2024", "2024-01-01", "2024-06-30"),
        ("the second half of 2024", "2024", "2024-07-01", "2024-12-31"),
        ("spring 2024", "2024", "2024-03-01", "2024-05-31"),
        ("the summer of 2024", "2024", "2024-06-01", "2024-08-31"),
        ("autumn 2024", "2024", "2024-09-01", "2024-11-30"),
        ("fall 2024", "2024", "2024-09-01", "2024-11-30"),
        ("winter 2024", "2024", "2024-01-01", "2024-12-31"),
        ("winter 2023/24", "2023/2024", "2023-12-01", "2024-02-29"),
        ("11/12/2024", "2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_the_interval_is_as_wide_as_the_words(text: str, edtf: str, earliest: str, latest: str) -> None:
    """The calendar value is what the text settles; the days bound it."""
    when = one(f"expected in {text}").when
    assert (when.edtf, when.words) == (edtf, text)
    assert (when.earliest, when.latest) == (date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("by 2030", "by"),
        ("since 2015", "since"),
        ("By the end of 2025", "by"),
        ("from 28 February to 3 March 2022", "from"),
        ("no later than 1 July 2025", "no later than"),
        ("on the 5th of May 2024", "on"),
        ("between 2021 and 2025", "between"),
        ("the 2015 report", None),
        ("in the 2015 report", None),
        ("the 2021 GGE", None),
    ],
)
def test_the_preposition_is_the_cue(text: str, cue: str | None) -> None:
    """What leads to the date is told; a year that only describes a noun has no cue."""
    assert one(text).cue == cue


def test_a_date_inside_a_name_is_marked() -> None:
    """ "OEWG 2021-2025" and "2030 Agenda" name a process, not a time."""
    texts = [
        "the OEWG 2021-2025",
        "the Open-ended Working Group (2021–2025)",
        "the 2021–2025 OEWG",
        "the 2030 Agenda",
    ]
    assert [one(text).kind for text in texts] == ["name"] * 4


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    """Verbs, counts, symbols, codes and telephone numbers are no dates."""
    assert find_dates(f"{text}, they said", reference=REFERENCE) == []


def test_a_list_of_years_is_read_year_by_year() -> None:
    """Years after a comma or "and" count as much as the first."""
    assert [mention.when.edtf for mention in find_dates("in 2019, 2020 and 2021")] == ["2019", "2020", "2021"]


def test_only_the_part_asked_for_is_read() -> None:
    """Offsets are of the whole text; words outside the part are not looked at."""
    text = "Before 2019. In 2020 and later."
    mention = find_dates(text, 13, 20)[0]
    assert (mention.start, mention.end, mention.cue) == (16, 20, "in")
    assert find_dates(text, 16, 20) == []


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("29.09.2022", "2022-09-29"),
        ("29.09.22", "2022-09-29"),
        ("Last updated 25.02.2016", "2016-02-25"),
        ("Published: 14 December 2023, 10:00", "2023-12-14"),
        ("2023-12-18T10:00:00+00:00", "2023-12-18"),
        ("20231218", "2023-12-18"),
        ("jul 04, 2024", "2024-07-04"),
        ("13/12/2024", "2024-12-13"),
        ("11/12/2024", None),
        ("5-6 December 2024", None),
        ("December 2023", None),
        ("5 December", None),
        ("no date", None),
    ],
)
def test_a_header_date_is_one_day_or_nothing(words: str, iso: str | None) -> None:
    """An ambiguous or incomplete header date is not guessed at."""
    assert read_header_date(words) == iso


WORDS = (
    "on in by the early late mid- end of 14 5 31 2024 2023 December Dec. May March next last this year"
    " month week winter fall spring Q2 first second half quarter and to – - / . , 2020s ( ) Monday today"
    " later soon mutually convenient date between from 12 7th ² ١٤ 0 00 : the 's \n"
)


@given(
    st.lists(st.sampled_from(WORDS.split(" ")) | st.text(max_size=3), max_size=12).map(" ".join),
    st.none() | st.dates(),
)
def test_any_text_can_be_read(text: str, reference: date | None) -> None:
    """Words are cut from the text in its order, intervals run forward, and nothing raises."""
    mentions = find_dates(text, reference=reference)
    assert mentions == find_dates(text, reference=reference)
    read_header_date(text)
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text)
        assert mention.when.words == text[mention.start : mention.end]
        assert (mention.when.earliest or date.min) <= (mention.when.latest or date.max)
        position = mention.end


@pytest.mark.parametrize("unit", ["a", "1", " ", "2024", "1 ", "14,", "May ", "5 and ", "earliest "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    """Repetition does not make the patterns run away."""
    text = unit * (100_000 // len(unit))
    began = time.perf_counter()
    find_dates(text)
    assert time.perf_counter() - began < 20  # seconds, where a pattern that runs away takes hours
