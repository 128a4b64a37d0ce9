"""`acquis state`: a State in; everything a workspace has on it out, or the survey filled from its own words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from acquis.cli.options import (
    Day,
    Refused,
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.papers import form_of, write_file, write_paper
from acquis.cli.printing import print_rows
from acquis.errors import RequestError
from acquis.model.claim import Element
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.agreed import find_agreed
from acquis.vocabulary.lookup import STATES_AND_GROUPS, find_actor

if TYPE_CHECKING:
    from acquis.analysis.register.own import ProfileWish
    from acquis.model.profile import Profile
    from acquis.workspace import Workspace

_EXAMPLES = """
\b
Examples:
  acquis state KE                              everything the workspace has on Kenya
  acquis state Kenya --element norms --since 2021   on one element, since 2021
  acquis state KE --all --limit 50             more sentences, and what there is no evidence on by name
  acquis state KE -o kenya.docx                as a Word file; .pdf, .md and .html too
  acquis state KE --survey -o survey.docx      the National Survey of Implementation from its own words
  acquis state KE --survey -o survey.json      the same for programs
  acquis state KE --format jsonl               one thing a line
"""
_SHOWN, _ANSWERS = 5, 10


@click.command(name="state", epilog=_EXAMPLES)
@click.argument("called", metavar="STATE")
@click.option("--element", metavar="NAME", help="On this element of the framework alone: norms, cbms, …")
@click.option("--since", type=Day(), help="In documents of this day, month or year, or later.")
@click.option("--until", type=Day(), help="In documents of this day, month or year, or earlier.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    help=f"Show so many sentences of each kind. [default: {_SHOWN}; {_ANSWERS} in a survey]",
)
@click.option("--all", "names", is_flag=True, help="Name the provisions of which there is no evidence.")
@click.option("--survey", is_flag=True, help="Fill the four parts of the National Survey of Implementation.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Into this file: .docx, .pdf, .md or .html; a survey into .json too.",
)
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def state_command(
    called: str, element: str | None, since: When | None, until: When | None, limit: int | None, names: bool,
    survey: bool, output: Path | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Show what a State says and reports: positions by provision and over time, promises and how they stand, reported
    steps, needs, offers, what its groups say, how its wording changed, and what it says both for and against.

    STATE is a code or a name. Where nothing is found it says "no evidence found", which denies nothing. What groups
    say stands apart from what the State says itself. A survey holds its own words alone; gaps are left as gaps.
    """
    from acquis.analysis.hearing import Period  # late: `acquis read` needs no database
    from acquis.analysis.register.own import ProfileWish

    _refuse_form(output, survey=survey)
    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    wish = ProfileWish(
        code=find_actor(words, called, among=STATES_AND_GROUPS),
        period=Period(since.start if since else None, until.end if until else None),
        element=_element(words, element) if element else None,
        limit=limit if limit is not None else _ANSWERS if survey else _SHOWN,
    )
    with open_workspace(address, vocabulary) as workspace:
        if survey and output is not None:
            _write_survey(workspace, wish, viewer, output)
            return
        found = workspace.profile(wish, viewer=viewer)
    if output is not None:
        _write_profile(found, output, words)
    elif form == "jsonl":
        from acquis.exporters.profile import profile_rows

        print_rows(profile_rows(found))
    else:
        from acquis.cli.state_people import StateView  # late: rich is for people

        StateView(words, limit=wish.limit, names=names).show(found)
    if not found.heard and not found.through:
        raise Refused(f"no evidence found: nothing of {found.name} in this workspace")


def _refuse_form(output: Path | None, *, survey: bool) -> None:
    if survey and output is None:
        raise RequestError("a survey needs a file; give one with -o, as in -o survey.docx or -o survey.json")
    if output is not None and not (survey and output.suffix.lower() == ".json"):
        form_of(output)


def _element(words: Vocabulary, typed: str) -> Element:
    key = find_agreed(words, typed)
    if not key.startswith("element."):
        raise RequestError(
            f"{typed[:60]!r} is a provision; --element takes norms, international-law, cbms and so on"
        )
    return cast(Element, key.partition(".")[2])


def _made() -> str:
    from acquis.reading import READER

    return f"Made {datetime.now(UTC).date()} by {READER}"


def _write_survey(workspace: Workspace, wish: ProfileWish, viewer: Viewer, output: Path) -> None:
    from acquis.exporters.survey import survey_json, survey_paper

    found = workspace.survey(wish, viewer=viewer)
    if output.suffix.lower() == ".json":
        write_file(survey_json(found, _made()), output, found.marking)
    else:
        write_paper(survey_paper(found, _made()), output)


def _write_profile(found: Profile, output: Path, words: Vocabulary) -> None:
    from acquis.exporters.names import naming
    from acquis.exporters.profile import profile_paper

    write_paper(profile_paper(found, _made(), naming(words)), output)
