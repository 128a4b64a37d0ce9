"""Documents about one pledge as it is proposed, agreed, said again and changed."""

from __future__ import annotations

from pathlib import Path

from workspaces import write

PLEDGE = "States should keep the cables that carry hospital traffic out of every quarrel between them"
FIRMER = PLEDGE.replace("should", "shall")
NARROWER = PLEDGE.replace("every quarrel", "armed quarrel")
HABIT = "This notice is issued by the harbour office and may be copied freely with its source."


def document(
    title: str, day: str | None, *body: str, symbol: str | None = None, publisher: str | None = None
) -> str:
    """A Markdown document with a head."""
    head = {"title": title, "published": day, "symbol": symbol, "publisher": publisher}
    lines = [f"{key}: {value}" for key, value in head.items() if value]
    return "\n".join(["---", *lines, "---", "", "\n\n".join(body)])


def chain(folder: Path) -> list[Path]:
    """A proposal, a resolution that takes it over, two statements, and one without a day."""
    texts = {
        "proposal.md": document(
            "Working paper of Aldoria on cables", "2031-02-01", f"We propose this: {NARROWER}."
        ),
        "resolution.md": document(
            "Cables", "2031-12-09", f"The Assembly decides as follows. {PLEDGE}.", symbol="A/RES/99/12"
        ),
        "later.md": document(
            "Statement by Brevania", "2032-03-04", f"Brevania recalls it. {PLEDGE}. It means that."
        ),
        "firmer.md": document("Statement by Gavria", "2033-03-04", f"Gavria would go further. {FIRMER}."),
        "undated.md": document("Note by Cassena", None, f"Cassena notes: {PLEDGE}."),
        "other.md": document(
            "Ferries", "2031-05-05", "The ferry between the two islands will run again in spring."
        ),
    }
    return [write(folder, name, words) for name, words in texts.items()]


def notices(folder: Path, count: int = 6) -> list[Path]:
    """Documents of one publisher that end in the same words."""
    return [
        write(
            folder,
            f"notice-{number}.md",
            document(
                f"Notice {number}",
                f"2031-0{number + 1}-01",
                f"Pier {number} is closed.",
                HABIT,
                publisher="Harbour Office",
            ),
        )
        for number in range(count)
    ]
