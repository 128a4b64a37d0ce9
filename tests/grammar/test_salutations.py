"""Words that only address those present are told from the names of texts and of their parts."""

from __future__ import annotations

import time

import pytest

from acquis.grammar.salutations import is_salutation


@pytest.mark.parametrize(
    "words",
    [
        "Mr. President:",
        "Mr President",
        "Madam Chair,",
        "Mr. Vice-President of the General Assembly",
        "Mister Speaker",
        "Excellencies",
        "Your Excellencies, distinguished delegates:",
        "Dear colleagues",
        "My dear friends!",
        "Thank you, Mr. Chairman.",
        "Thank you very much",
        "Good morning, everyone",
        "Ladies and Gentlemen",
        "Honourable Ministers, Heads of State and Government, ladies and gentlemen",
        "Mr. President, Mr. Secretary-General, Excellencies",
        "Madam",
        "All protocol observed",
    ],
)
def test_an_address_to_those_present(words: str) -> None:
    """With any honours, several of them, and whatever sign stands after."""
    assert is_salutation(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Statement by Aldoria",
        "President of Aldoria Announces Key Nominees",
        "Members of the Group",
        "Participants",
        "Delegations",
        "Friends of the Register",
        "Message to the Ministers of Gavria",
        "Dear colleagues, a register of contacts for Aldoria",
        "Thank you for the music: a report on culture",
        "Remarks by the President, Ladies Who Code",
        "Mr. Harun Vale, Minister of Gavria",
        "Chair's summary",
        "Heads of State and Government",
    ],
)
def test_a_name_of_a_text_or_part(words: str) -> None:
    """What says more than whom it is said to, or may be the name of a part, is no salutation."""
    assert not is_salutation(words)


@pytest.mark.parametrize(
    "words", ["my " * 5_000, "dear " * 59, "Mr. President of the " + "a " * 130, ", " * 140]
)
def test_long_words_take_no_time(words: str) -> None:
    """Whatever a stranger writes as a title."""
    began = time.perf_counter()
    is_salutation(words)
    assert time.perf_counter() - began < 0.1
