"""How a comparison is put into words: its sections in order, what differs, what is noticed; for every way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.model.comparison import (
    AlignedParagraph,
    Change,
    Compared,
    Comparison,
    Difference,
    Mode,
    Notice,
    Row,
    Standing,
    Topic,
)

TITLES: dict[Mode, str] = {
    "accounts": "Two accounts of one meeting",
    "editions": "Two editions",
    "drafts": "Two drafts of one text",
    "texts": "Two texts",
}
SECTIONS: dict[Standing, str] = {
    "other words": "Both, in other words",
    "only A": "Only A",
    "only B": "Only B",
    "same words": "Both, alike",
}
ORDER: tuple[Topic, ...] = (
    "series", "date", "place", "legal basis", "next meeting", "speaker", "chair", "participant", "observer", "topic",
    "commitment", "call", "proposal", "offer", "need", "support", "objection", "condemnation", "concern",
    "affirmation", "report", "exchange", "name",
)  # fmt: skip
CHANGES: tuple[Change, ...] = ("edited", "moved and edited", "moved", "new", "gone", "unchanged")
_TURNS = {"softer": " (softer in B)", "firmer": " (firmer in B)", "changed": ""}


def sections(comparison: Comparison) -> Iterator[tuple[Standing, list[Row]]]:
    """The rows by standing, in the order of SECTIONS, each by topic; empty ones are left out."""
    for standing in SECTIONS:
        rows = [row for row in comparison.rows if row.standing == standing]
        if rows:
            yield standing, sorted(rows, key=lambda row: (in_passing(row), ORDER.index(row.topic)))


def in_passing(row: Row) -> bool:
    """Is it a topic of both, or of one that the other mentions? The words then matter less than the places."""
    return row.topic == "topic" and row.standing == "other words"


def source_line(side: Compared) -> str:
    """Publisher, date, who wrote it: what a reader needs to weigh a text."""
    by = f"written by {side.by}" if side.by else None
    return ", ".join(filter(None, (side.publisher, side.published or "no date", side.symbol, by)))


def count_line(comparison: Comparison) -> str:
    """ "2 in other words, 3 only in A, 5 only in B, 4 alike"; of drafts "1 edited, 2 new, 30 unchanged"."""
    if comparison.mode == "drafts":
        parts = [
            f"{number} {change}"
            for change in CHANGES
            if (number := sum(one.change == change for one in comparison.paragraphs))
        ]
        return "paragraphs: " + ", ".join(parts)
    names = {
        "other words": "in other words",
        "only A": "only in A",
        "only B": "only in B",
        "same words": "alike",
    }
    counts = {standing: sum(row.standing == standing for row in comparison.rows) for standing in SECTIONS}
    return (
        ", ".join(f"{number} {names[standing]}" for standing, number in counts.items() if number)
        or "nothing to tell"
    )


def difference_words(difference: Difference) -> str:
    """ "verb: “welcomes” / “takes note of” (softer in B)"."""
    match difference.aspect:
        case "spelling":
            return f"one person, two spellings: {_either(difference.a)} / {_either(difference.b)}"
        case "names" | "hedges" | "numbers":
            only = ((difference.a, "A"), (difference.b, "B"))
            told = "; ".join(f"only {side}: {', '.join(values)}" for values, side in only if values)
            return f"{difference.aspect} {told}{_TURNS[difference.turn]}"
        case "role":
            return f"in A {_plain(difference.a)}, in B {_plain(difference.b)}"
        case "grade":
            return f"grade {_plain(difference.a)} / {_plain(difference.b)}{_TURNS[difference.turn]}"
        case "due":
            return f"date: {_plain(difference.a)} / {_plain(difference.b)}"
        case _:
            return f"{difference.aspect}: {_either(difference.a)} / {_either(difference.b)}{_TURNS[difference.turn]}"


def notice_words(notice: Notice) -> str:
    """ "“shall” became “should”: softer", "“in its entirety” dropped: softer"."""
    turn = "" if notice.turn == "changed" else f": {notice.turn}"
    if notice.gone and notice.come:
        return f"“{notice.gone}” became “{notice.come}”{turn}"
    return f"“{notice.gone}” dropped{turn}" if notice.gone else f"“{notice.come}” added{turn}"


def where(a: str | None, b: str | None) -> str:
    """ "A ¶4, B ¶5"."""
    return ", ".join(f"{side} {address}" for side, address in (("A", a), ("B", b)) if address)


def runs(paragraphs: Sequence[AlignedParagraph]) -> Iterator[tuple[AlignedParagraph, AlignedParagraph, int]]:
    """The paragraphs in order; unchanged ones that follow one another as first, last and how many."""
    run: list[AlignedParagraph] = []
    for paragraph in paragraphs:
        if paragraph.change == "unchanged":
            run.append(paragraph)
            continue
        if run:
            yield run[0], run[-1], len(run)
        run = []
        yield paragraph, paragraph, 1
    if run:
        yield run[0], run[-1], len(run)


def unchanged_words(first: AlignedParagraph, last: AlignedParagraph, many: int) -> str:
    """ "12 unchanged: 5 to 16, in B 6 to 17"."""
    before = first.a if many == 1 else f"{first.a} to {last.a}"
    after = first.b if many == 1 else f"{first.b} to {last.b}"
    return f"{many} unchanged: {before}" + (f", in B {after}" if after != before else "")


def _either(values: tuple[str, ...]) -> str:
    return "“" + ", ".join(values) + "”" if values else "nothing"


def _plain(values: tuple[str, ...]) -> str:
    return ", ".join(values) or "none"
