"""Run as `python -m acquis.vocabulary.compile`: writes `compiled.json` beside the package's YAML files."""

from __future__ import annotations

from acquis.vocabulary.files import write_compiled
from acquis.vocabulary.loader import VOCABULARY_DIR

if __name__ == "__main__":
    write_compiled(VOCABULARY_DIR)
