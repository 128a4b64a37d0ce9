"""The build hook: the vocabulary's YAML files in, `compiled.json` out, for wheels and editable installs."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class VocabularyBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the vocabulary before a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `compiled.json`; acquis cannot be imported yet, so its compiler is loaded by path."""
        directory = Path(self.root, "src", "acquis", "vocabulary")
        spec = importlib.util.spec_from_file_location("vocabulary_files", directory / "files.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError(directory / "files.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.write_compiled(directory)
