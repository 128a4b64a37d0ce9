"""Folders of short documents for tests of many files, and what a workspace made of them."""

from __future__ import annotations

from pathlib import Path

from acquis.workspace import Workspace


def write_documents(folder: Path, count: int) -> Path:
    """A folder of so many readouts of three sentences, no two the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"readout-{number:05}.txt").write_text(
            f"Japan and the United Kingdom held round {number} of their Cyber Dialogue in Tokyo on 3 May 2031.\n\n"
            f"They discussed ransomware and case {number}. Both sides agreed to meet again in London in 2032.\n",
            encoding="utf-8",
        )
    return folder


def add_here(address: str | Path, folder: Path) -> list[str]:
    """Add a folder in this process; the outcomes."""
    with Workspace.open(address, create=True) as workspace:
        return [receipt.outcome for receipt in workspace.add([folder], processes=1)]


def contents(address: str | Path) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Of every document in a workspace: its version, and the keys of its findings."""
    with Workspace.open(address) as workspace:
        return {
            one.key: (one.version, tuple(claim.key for claim in workspace.show(one.key).claims))
            for one in workspace.documents()
        }


def damages(address: str | Path) -> list[str]:
    """What `verify` finds in a workspace, and every document that has no passages or no findings."""
    with Workspace.open(address) as workspace:
        found = [f"{one.where}: {one.what}" for one in workspace.verify()]
        for one in workspace.documents():
            kept = workspace.show(one.key)
            if not kept.record.sentences or not kept.claims:
                found.append(f"{one.location}: half added")
        return found
