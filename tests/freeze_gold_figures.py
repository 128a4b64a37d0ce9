"""Run as `make freeze`: writes the figures of the gold set, as it is read now, to gold-figures.json."""

from __future__ import annotations

import json
from pathlib import Path

from acquis.evaluation import evaluate

TESTS = Path(__file__).parent


def main() -> None:
    """One figure a line, so that a change shows as a difference."""
    vocabulary = tuple(sorted((TESTS.parent / "examples" / "vocabulary").glob("*.yaml")))
    figures = evaluate(TESTS / "gold", vocabulary=vocabulary).figures
    rows = [f"{json.dumps(name)}: {json.dumps([f.precision, f.recall, f.f1])}" for name, f in figures.items()]
    (TESTS / "gold-figures.json").write_text("{\n  " + ",\n  ".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
