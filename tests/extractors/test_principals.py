"""Texts of two or more principals: who speaks where the head lists nobody."""

from __future__ import annotations

import time

import pytest
from invented import prepared

from acquis.extractors.frame import find_frame
from acquis.extractors.principals import most_named_together, opening_subjects

BOTH = " We welcome the progress made. Both countries support practical measures. They agreed to continue."
PUBLISHER = "Aldorian Foreign Office"


def voice(title: str, text: str, publisher: str = PUBLISHER) -> tuple[str, ...]:
    """The voice of a text with this title."""
    return find_frame(prepared(f'---\ntitle: "{title}"\npublisher: "{publisher}"\n---\n{text}')).actors


@pytest.mark.parametrize(
    ("title", "text", "actors"),
    [
        ("Aldoria-Brevania Summit Statement", "We, the leaders of Aldoria and Brevania, met today.", "XC XD"),
        ("Joint Statement by President Ana Lorne and Prime Minister Tomas Wirth",
         "We are united. Aldoria and Brevania coordinate. Aldoria and Brevania will consult.", "XC XD"),
        ("The Harbour Charter", "Today, the President of Aldoria and the Prime Minister of Brevania reaffirm "
         "their commitment to work together.", "XC XD"),
        ("The Harbour Declaration", "On this anniversary, the President of the Republic of Aldoria, Ana Lorne, "
         "and the Chancellor of Brevania, Tomas Wirth, affirm our commitment.", "XC XD"),
        ("Leaders' Declaration", "The Prime Minister of Aldoria, Ana Lorne, and the President of Brevania, "
         "Tomas Wirth, have agreed to deepen ties.", "XC XD"),
        ("Roadmap for a Renewed Aldoria-Brevania Partnership", "The leaders agreed to act.", "XC XD"),
        ("Vision Statement for the Brevania-Aldoria Partnership", "We will meet often.", "XD XC"),
        ("Aldoria and Brevania Agree Cyber Partnership", "Aldoria and Brevania agreed a partnership.", "XC XD"),
        ("Joint press release on the occasion of the visit of the President of Aldoria to Brevania",
         "The Presidents of Aldoria and Brevania agreed to hold a dialogue.", "XC XD"),
        ("G20 Bali Leaders' Declaration", "We met in Bali. We commit to act.", "G20"),
    ],
)  # fmt: skip
def test_joint_texts(title: str, text: str, actors: str) -> None:
    """A pair in the title, the two who open the text, or those named together speak, not the publisher."""
    assert voice(title, text + BOTH) == tuple(actors.split())


@pytest.mark.parametrize(
    ("title", "text", "actors"),
    [
        ("FACT SHEET: Key Deliverables of the Coastal Leaders' Summit",
         "Today President Lorne met with Prime Minister Tomas Wirth of Cassena and President Ivo Sand of Dunmar. "
         "They reiterated strong ties. The Leaders pledged to act. The leaders will meet again.", "XC XE XF"),
        ("Fact Sheet: Lantern States Leaders' Summit",
         "The Lantern States will train responders. The Lantern States announced a fund.", "XC XD XE"),
        ("Fact sheet: Aldoria and Brevania – partnership in cyberspace", "Aldoria and Brevania launched a fund.",
         "XC XD"),
        ("Joint Fact Sheet: Aldoria-Brevania Cyber Partnership", "Both sides launched a fund.", "XC XD"),
        ("FACT SHEET: Vice President Sand Launches Initiatives to Strengthen the Aldoria-Brevania Alliance",
         "Aldoria will fund training in Brevania. The leaders met. They agreed.", "XC"),
        ("Fact sheet: Aldoria-Brevania Security Dialogue",
         "Aldoria trained officers. Aldoria sent teams. Aldoria and Brevania met. Aldoria will continue.", "XC"),
    ],
)  # fmt: skip
def test_fact_sheets(title: str, text: str, actors: str) -> None:
    """A fact sheet speaks for those it tells of together; of its publisher's own deeds, for the publisher."""
    assert voice(title, text) == tuple(actors.split())


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Statement by the Minister on Aldoria-Brevania relations", BOTH),
        ("Aldoria's statement on the Brevania-Cassena war", BOTH),
        ("Remarks by the Minister at the Aldoria-Brevania Summit", BOTH),
        ("Sanctions on cyber actors", "Aldoria, with Brevania, has today imposed sanctions. We will act."),
    ],
)
def test_one_speaks_of_two(title: str, text: str) -> None:
    """Whoever speaks of a pair alone is not the pair."""
    assert voice(title, text) == ("XC",)


def test_the_subject_of_the_first_sentence() -> None:
    """Posts and names may stand between two States that are one subject; a verb between them parts them."""
    together = (
        "The Foreign Minister of Aldoria, Ana Lorne, and her counterpart Ivo Sand of Brevania met today."
    )
    apart = "The Foreign Minister of Aldoria received the envoy of Brevania today."
    assert opening_subjects(prepared(together.replace("her counterpart ", ""))) == ("XC", "XD")
    assert opening_subjects(prepared(apart)) == ()


def test_named_together_once_is_chance() -> None:
    """Two States stand for a pair when they are named side by side twice, with the publisher among them."""
    text = prepared(
        "Ties between Aldoria and Brevania grow. Brevania and Aldoria train. Dunmar and Estvale met."
    )
    assert most_named_together(text, "XC") == ("XC", "XD")
    assert most_named_together(text, "XF") == ()


@pytest.mark.parametrize("word", ["A", "Aldoria ", "Aldoria, President ", "the leaders ", "We, the "])
def test_long_heads_do_not_crawl(word: str) -> None:
    """A text without a full stop takes no longer than its length."""
    material = prepared(f"---\ntitle: The Harbour Charter\n---\n{word * (200_000 // len(word))}")
    began = time.perf_counter()
    find_frame(material)
    assert time.perf_counter() - began < 2
