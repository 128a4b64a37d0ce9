"""What promises find is searched in every version: step by step or at once, the same is found."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete

from acquis.batch.sequels import bring_up_to_date
from acquis.store.sequels import Found, Spot, load_sequels
from acquis.store.tables import searched, sequels
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of
from acquis.workspace import Workspace
from workspaces import add, write

PAGE = "---\ntitle: Aldoria and ports\npublished: 2021-03-01\n---\n\nAldoria will launch the {} by 2023.\n"
NEWS = "---\ntitle: News {}\npublished: 2021-{:02}-01\n---\n\nAldoria launched the {} in Sentar today.\n"
THINGS = ("Harbour Forensics Fellowship", "Ports Warning Network", "Harbour Warning Fellowship")


def _search(workspace: Workspace, vocabulary: tuple[Path, ...]) -> dict[Spot, list[Found]]:
    bring_up_to_date(workspace.store, load_vocabulary(vocabulary), lexicon_of(vocabulary, ("state", "group")))
    with workspace.store.reading() as connection:
        return {spot: found for spot, found in load_sequels(connection).items() if found}


def test_step_by_step_finds_what_one_search_of_all_finds(
    workspace: Workspace, vocabulary: tuple[Path, ...], tmp_path: Path
) -> None:
    """Pages and news come and change in turn, each searched as it comes."""
    for step, thing in enumerate(THINGS):
        add(workspace, write(tmp_path, "page.md", PAGE.format(thing)))
        _search(workspace, vocabulary)
        for number in range(6):
            told = NEWS.format(number, number + 4, THINGS[(step + number) % len(THINGS)])
            add(workspace, write(tmp_path, f"news-{number}.md", told))
            _search(workspace, vocabulary)
    stepwise = _search(workspace, vocabulary)
    with workspace.store.writing() as connection:
        connection.execute(delete(sequels))
        connection.execute(delete(searched))
    assert _search(workspace, vocabulary) == stepwise
    assert len({spot[0] for spot in stepwise}) == len(
        THINGS
    )  # every version of the page has candidates of its own
