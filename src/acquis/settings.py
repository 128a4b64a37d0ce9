"""The environment in, Settings out: the only reader of environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VOCABULARY = "ACQUIS_VOCABULARY"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment asks for. `vocabulary` lists the user's own vocabulary files, in order."""

    vocabulary: tuple[Path, ...] = ()


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or of another environment given as a mapping."""
    values = os.environ if environment is None else environment
    names = values.get(VOCABULARY, "").split(os.pathsep)
    return Settings(vocabulary=tuple(Path(name) for name in names if name))
