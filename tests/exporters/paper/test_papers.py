"""What all forms of a paper promise."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from briefs import BRIEF, harmful_paper, long_paper
from opened import words_of

from acquis.exporters.paper import WRITERS
from acquis.model.marking import Marking
from acquis.model.paper import Paper

Write = Callable[[Paper], bytes]


@pytest.fixture(params=sorted(WRITERS))
def form(request: pytest.FixtureRequest) -> str:
    """Each form in turn."""
    return str(request.param)


def test_the_forms_are_the_endings_of_their_files() -> None:
    """Who asks for a file named brief.docx looks its ending up."""
    assert sorted(WRITERS) == ["docx", "html", "md", "pdf"]


@pytest.mark.parametrize("paper", [BRIEF, harmful_paper(), long_paper()], ids=["brief", "harmful", "long"])
def test_the_same_paper_gives_the_same_bytes(form: str, paper: Paper) -> None:
    """No date, no random name, no order by chance."""
    assert WRITERS[form](paper) == WRITERS[form](paper)


def test_another_process_gives_the_same_bytes_a_day_later(form: str, root: Path) -> None:
    """Neither the clock, nor the time zone, nor the seed of hashes is in the file."""
    program = (
        f"import sys, hashlib; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from acquis.exporters.paper import WRITERS\nfrom briefs import BRIEF\n"
        f"print(hashlib.sha256(WRITERS[{form!r}](BRIEF)).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima"))
    }  # fmt: skip
    assert len(prints) == 1
    assert prints.pop().strip()


@pytest.mark.parametrize("marking", list(Marking))
def test_the_marking_is_the_first_and_the_last_that_one_reads(form: str, marking: Marking) -> None:
    """A reader cannot miss how a paper may be shared."""
    read = words_of(form, WRITERS[form](long_paper(marking)))
    assert read.startswith(marking.label)
    assert read.endswith(marking.label)


def test_all_words_of_a_brief_are_in_it(form: str) -> None:
    """Title, headings, tables, lists and sources, in their order."""
    read = words_of(form, WRITERS[form](BRIEF))
    place = 0
    for words in (
        "Steering brief: Aldoria and Gavria",
        "For the delegation of Aldoria",
        "Made on 1 November 2026",
        "1. Last meeting",
        "Others in the room",
        "Ilse Marten, Ambassador for Digital Affairs",
        "“Gavria will name a technical point of contact”",
        "3. What falls due before 30 November 2026",
        "agreed to consult",
        "will consult each other before any public attribution",
        "Feronia has offered the former",
        "Embassy in Vell, Reporting message 118",
        "https://meetings.example/oewg/feronia-capacity.pdf",
    ):
        place = read.find(words, place)
        assert place >= 0, words


def test_words_that_mean_harm_are_words(form: str) -> None:
    """They stand in the paper as they were said, but for signs that no page can hold."""
    read = "".join(words_of(form, WRITERS[form](harmful_paper())).split())
    for harm in (
        '#panic("typst") #let x = 1; #eval("1")',
        "$x^2$ @source <label> \\u{41} \\ // /* */",
        "<script>alert(1)</script></style></title>",
        '"><img src=x onerror=alert(1)>',
        "a | b || c \\| d",
        "&amp; &#60;b&#62; &lt;",
        "one two === --- three tabs",
        "nul \ufffd escape \ufffd[31m half \ufffd none \ufffd turned \ufffdevil",
        "'quotes' \"double\" “curly”",
    ):
        assert read.count("".join(harm.split())) >= 10, harm


@pytest.mark.parametrize(
    "paper", [Paper("", "", Marking.CLEAR, ()), Paper("Only a title", "", Marking.RED, ())]
)
def test_a_paper_with_nothing_in_it_can_be_written(form: str, paper: Paper) -> None:
    """An empty answer is an answer."""
    assert paper.marking.label in words_of(form, WRITERS[form](paper))
