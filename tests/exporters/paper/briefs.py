"""Papers for tests: a brief of two pages between invented States, a long table, and words that mean harm."""

from __future__ import annotations

from acquis.model.marking import Marking
from acquis.model.paper import Block, Grid, Heading, Line, Note, Paper, Run, Text

WEB = "https://foreign.aldoria.example"


def words(text: str, *notes: int) -> Run:
    """Plain words that rest on notes."""
    return Run(text, notes=notes)


def quote(text: str, *notes: int) -> Run:
    """Words of a source."""
    return Run(text, "quote", notes)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, "strong")


def item(*line: Run) -> Text:
    """An item of a list."""
    return Text(line, bullet=True)


def _promises(*rows: tuple[str, Line, str]) -> Grid:
    cells = tuple(((Run(due, "strong"),), promise, (Run(status),)) for due, promise, status in rows)
    return Grid(("Due", "Promise", "Status"), cells, (2.2, 11.3, 3.5))


_LAST = (
    Heading("1. Last meeting"),
    Text(
        (
            strong("Third Aldoria–Gavria Cyber Dialogue, "),
            words("Port Serin, 12–13 March 2026", 1, 2),
            words(". Held under the Partnership Accord of 2021; Jorundia observed."),
        )
    ),
    Grid(
        ("Side", "Chair", "Others in the room"),
        (
            (
                (strong("Aldoria"),),
                (words("Ilse Marten, Ambassador for Digital Affairs", 1),),
                (words("Ministry of the Interior; National Cyber Centre; Office of the Prime Minister", 1),),
            ),
            (
                (strong("Gavria"),),
                (words("Tomas Revik, Director for International Security (chaired for the first time)", 2),),
                (words("Ministry of Digital Affairs; State Computer Response Team; Armed Forces Staff", 2),),
            ),
        ),
        (2.2, 6.5, 8.3),
    ),
)
_OWED = (
    Heading("2. What was promised"),
    Heading("What we owe Gavria", 2),
    _promises(
        (
            "30 June 2026",
            (
                quote("Aldoria will share its national procedure for the disclosure of vulnerabilities", 1),
                words(" with the State Computer Response Team."),
            ),
            "no evidence yet; 14 later texts searched",
        ),
        (
            "2026",
            (
                quote("Both sides agreed to hold a joint exercise on the protection of ports", 1, 2),
                words("."),
            ),
            "open",
        ),
        (
            "undated",
            (
                quote("Aldoria intends to invite two Gavrian experts to its annual training on forensics", 1),
                words("."),
            ),
            "kept, 9 September 2026",
        ),
    ),
    Heading("What Gavria owes us", 2),
    _promises(
        (
            "1 May 2026",
            (quote("Gavria will name a technical point of contact", 2), words(" for ransomware cases.")),
            "kept late, 3 July 2026",
        ),
        (
            "end of 2026",
            (
                quote("Gavria committed to publish its national position on international law", 2, 4),
                words(", first promised in 2024."),
            ),
            "re-affirmed, 6 October 2026",
        ),
        (
            "2026",
            (quote("The next dialogue will take place in Vell in the second half of 2026", 1, 2), words(".")),
            "open; place confirmed, date not",
        ),
    ),
    Heading("3. What falls due before 30 November 2026"),
    item(
        strong("Fourth dialogue, Vell: "),
        words("second half of 2026", 1, 2),
        words("; Gavria proposed 24–25 November, we have not answered", 5),
        words("."),
    ),
    item(
        strong("Joint exercise on ports: "),
        words("no date is set; Gavria's ports authority asked for one in October", 5),
        words("."),
    ),
    item(
        strong("Point-of-contact test: "),
        words("next one of the Global Directory is on 18 November", 6),
        words("."),
    ),
)
_AGREED = (
    Heading("4. Last agreed words, by topic"),
    Grid(
        ("Topic", "Agreed words", "Where"),
        (
            (
                (strong("International law"),),
                (
                    quote(
                        "reaffirmed that international law, in particular the Charter of the United Nations, "
                        "applies to the conduct of States in cyberspace", 1, 2,
                    ),
                ),
                (words("Joint readout, ¶4"),),
            ),
            (
                (strong("Critical infrastructure"),),
                (
                    quote(
                        "underlined that ports, energy grids and hospitals are not to be targeted and agreed to "
                        "notify each other of incidents that cross the border", 1,
                    ),
                ),
                (words("Joint readout, ¶6"),),
            ),
            (
                (strong("Ransomware"),),
                (
                    quote(
                        "shared concern over ransomware against public services and decided to exchange indicators "
                        "every month", 1, 2,
                    ),
                ),
                (words("Joint readout, ¶7"),),
            ),
            (
                (strong("Capacity-building"),),
                (quote("would look for ways to support small administrations of the Southern Isles", 2),),
                (words("Gavrian account, ¶9"),),
            ),
        ),
        (3, 11, 3),
    ),
    Heading("5. What moved since the second dialogue (Vell, 2024)"),
    Text(
        (
            words("On attribution: both "),
            Run("agreed to consult", "removed"),
            words(" "),
            Run("will consult each other before any public attribution", "added"),
            words(" that concerns the other", 1, 3),
            words(". "),
            Run("Promise made firmer: from considering to a specific action.", "faint"),
        )
    ),
    item(strong("New: "), words("protection of ports; monthly exchange of indicators", 1), words(".")),
    item(strong("Gone: "), words("cyber sanctions, ¶8 of the readout of 2024", 3), words(".")),
    item(
        strong("New across the table: "),
        words("Tomas Revik for Anna Dolvec, who chaired in 2022 and 2024", 2, 3),
        words("."),
    ),
)  # fmt: skip
_APART = (
    Heading("6. Where the two accounts of March differ"),
    Grid(
        ("Topic", "Our account", "Their account"),
        (
            (
                (strong("Industry"),),
                (quote("discussed the burden that reporting rules place on small firms", 1),),
                (Run("Not mentioned", "faint"), words(" (nine paragraphs read)", 2)),
            ),
            (
                (strong("Joint exercise"),),
                (quote("agreed to hold a joint exercise", 1),),
                (quote("agreed to explore a joint exercise", 2),),
            ),
            (
                (strong("Observers"),),
                (words("Jorundia", 1),),
                (words("Jorundia and the Harbour Group", 2),),
            ),
        ),
        (3, 7, 7),
    ),
    Heading("7. Their positions and needs"),
    item(
        strong("International law: "),
        words("no longer says "),
        quote("in its entirety", 4),
        words(" after the Charter; speaks of "),
        quote("a need for further common understandings", 7),
        words("."),
    ),
    item(
        strong("Attribution: "),
        quote("must rest on technical facts that can be checked by all sides", 7),
        words("."),
    ),
    item(
        strong("Needs: "),
        quote("training for the analysts of the State Computer Response Team", 8),
        words("; equipment for two regional centres", 8),
        words(". Feronia has offered the former", 9),
        words("."),
    ),
)
NOTES = (
    Note(1, "Aldoria, Readout of the third Aldoria–Gavria Cyber Dialogue, 16 March 2026, ¶2–¶9 (unofficial; TLP:CLEAR)", f"{WEB}/news/third-cyber-dialogue-gavria"),
    Note(2, "Gavria, Third dialogue on cyber issues with Aldoria, 17 March 2026, ¶1–¶9 (unofficial; TLP:CLEAR)", "https://mfa.gavria.example/en/press/2026/0317-cyber"),
    Note(3, "Aldoria, Readout of the second Aldoria–Gavria Cyber Dialogue, 8 May 2024, ¶3–¶8 (unofficial; TLP:CLEAR)", f"{WEB}/news/second-cyber-dialogue-gavria"),
    Note(4, "Gavria, Statement on international law, Open-ended Working Group, 6 October 2026, ¶3 (national; TLP:GREEN)", "https://meetings.example/oewg/gavria-law.pdf"),
    Note(5, "Embassy in Vell, Reporting message 118, 21 October 2026, ¶2 and ¶5 (TLP:AMBER+STRICT)"),
    Note(6, "Secretariat, Note on the fourth test of the Global Directory, 2 September 2026, ¶1 (TLP:GREEN)"),
    Note(7, "Gavria, Statement on threats, Open-ended Working Group, 7 October 2026, ¶5 and ¶6 (national; TLP:CLEAR)", "https://meetings.example/oewg/gavria-threats.pdf"),
    Note(8, "Gavria, Statement on capacity-building, Open-ended Working Group, 9 October 2026, ¶2 (national; TLP:CLEAR)", "https://meetings.example/oewg/gavria-capacity.pdf"),
    Note(9, "Feronia, Statement on capacity-building, Open-ended Working Group, 9 October 2026, ¶7 (national; TLP:CLEAR)", "https://meetings.example/oewg/feronia-capacity.pdf"),
)  # fmt: skip
BRIEF = Paper(
    "Steering brief: Aldoria and Gavria",
    "Fourth Cyber Dialogue, Vell, 24–25 November 2026. For the delegation of Aldoria",
    Marking.AMBER_STRICT,
    (*_LAST, *_OWED, *_AGREED, *_APART),
    NOTES,
    "Made on 1 November 2026 by acquis 0.1.0 from 31 documents, the latest of 21 October 2026. "
    "What is not in them is not in this brief.",
)


def long_paper(marking: Marking = Marking.RED) -> Paper:
    """A table and paragraphs of some five pages."""
    sentence = "The parties of the Harbour Group met again and spoke of ports, of grids and of people. "
    rows = tuple(((words(f"2026-{n:03}"),), (words(sentence * 2, 1 + n % 9),)) for n in range(90))
    blocks: list[Block] = [Heading("The ledger"), Grid(("Number", "Words"), rows, (1, 6))]
    blocks += [Text((words(sentence * 6, 1),)) for _ in range(12)]
    return Paper("A long paper", "All that was said", marking, tuple(blocks), NOTES, "Made of nothing")


# Words that would be markup, code, a link, a heading, a table or the end of a line somewhere.
HARMS = (
    '#panic("typst") #let x = 1; #eval("1")',
    "$x^2$ @source <label> \\u{41} \\ // /* */",
    "<script>alert(1)</script></style></title>",
    '"><img src=x onerror=alert(1)>',
    "<https://evil.example/a> https://evil.example/b www.evil.example",
    "[press](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "[x]: https://evil.example",
    "a | b || c \\| d",
    "# not a heading",
    "1. not a list",
    "- nor this",
    "+ nor this",
    "> no quote ``` no code `here` ~~ ** __",
    "&amp; &#60;b&#62; &lt;",
    "one\r\ntwo\n===\n\n---\nthree\ttabs",
    "nul \x00 escape \x1b[31m half \ud800 none \ufffe turned \u202eevil",
    "{{7*7}} {% x %} ${x} %s {0}",
    "(javascript:alert(1)) after a mark",
    ": https://evil.example",
    "=1+1",
    "'quotes' \"double\" “curly”",
)


def harmful_paper() -> Paper:
    """A paper with every harm in every place that takes words."""
    blocks: list[Block] = []
    for harm in HARMS:
        blocks += [
            Heading(harm),
            Heading(harm, 2),
            Text((Run(harm), Run(harm, notes=(1,)), Run(harm))),
            Text((Run("", notes=(1,)), Run(harm, "strong"), Run(harm, "strong", (2,)), Run(harm, "faint"))),
            item(Run(harm, "quote"), Run(harm, "added"), Run(harm, "removed"), Run(harm, notes=(1, 2))),
            Grid((harm, ""), (((Run(harm),), ()), ((Run(harm, "removed", (2,)),), (Run(harm, "added"),)))),
        ]
    notes = [Note(number, harm, harm) for number, harm in enumerate(HARMS, 1)]
    notes += [Note(len(HARMS) + number, harm) for number, harm in enumerate(HARMS, 1)]
    return Paper(HARMS[2], HARMS[0], Marking.AMBER, tuple(blocks), tuple(notes), HARMS[5])
