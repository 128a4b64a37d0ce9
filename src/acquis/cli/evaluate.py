"""`acquis evaluate`: a folder of annotated documents in, a table of figures out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from acquis.cli.options import vocabulary_option
from acquis.evaluation import Evaluation, evaluate
from acquis.exporters.escape import json_safe, visible
from acquis.settings import read_settings

_EXAMPLES = """
\b
Examples:
  acquis evaluate gold/            the figures
  acquis evaluate --errors gold/   and all that was missed, wrong or too much
  acquis evaluate --json gold/     for programs
"""


@click.command(name="evaluate", epilog=_EXAMPLES)
@click.argument("gold", metavar="GOLD_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.option("--errors", is_flag=True, help="List every miss before the figures.")
@vocabulary_option
def evaluate_command(gold: Path, as_json: bool, errors: bool, vocabulary: tuple[Path, ...]) -> None:
    """Measure acquis on documents that you have annotated.

    GOLD_DIR holds pairs NAME.json (the annotation) and NAME.txt or NAME.md (the document), at any depth. Each
    figure is precision, recall and F1 over all documents, with a 90% interval for F1 from resampled
    documents. docs/evaluation.md says how annotations are written and counted.
    """
    evaluation = evaluate(gold, vocabulary=read_settings().vocabulary + vocabulary)
    if errors:
        for miss in evaluation.misses:
            click.echo(visible(miss.document) + "\t" + visible(miss.figure) + "\t" + visible(miss.detail))
    click.echo(_json(evaluation) if as_json else _table(evaluation))
    click.get_current_context().exit(int(bool(evaluation.unread or evaluation.ungrounded)))


def _json(evaluation: Evaluation) -> str:
    figures = {
        name: {"p": f.precision, "r": f.recall, "f1": f.f1, "low": f.low, "high": f.high, "gold": f.gold}
        for name, f in evaluation.figures.items()
    }
    row = {
        "figures": figures,
        "documents": evaluation.documents,
        "unread": list(evaluation.unread),
        "ungrounded_quotes": evaluation.ungrounded,
        "seconds": round(evaluation.seconds, 2),
    }
    return json_safe(json.dumps(row, ensure_ascii=False))


def _table(evaluation: Evaluation) -> str:
    """One line a figure that the annotations ask for, then what was read."""
    lines = [f"{'':30}{'P':>7}{'R':>7}{'F1':>7}   90% interval {'gold':>6}"]
    lines += [
        f"{name:30}{f.precision:7.3f}{f.recall:7.3f}{f.f1:7.3f}   {f.low:.3f}–{f.high:.3f} {f.gold:8d}"
        for name, f in evaluation.figures.items()
        if f.gold
    ]
    unread = visible(", ".join(evaluation.unread)) or "none"
    read = f"{evaluation.documents} documents in {evaluation.seconds:.2f} s; unread: {unread}"
    return "\n".join([*lines, "", f"{read}; quotes not in the text: {evaluation.ungrounded}"])
