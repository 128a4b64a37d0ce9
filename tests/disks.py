"""A small disk of its own in memory, which only root may mount, and not everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[bool]:
    """Mount a disk of this size on a folder; whether it could be done."""
    done = (
        sys.platform == "linux"
        and not os.geteuid()
        and _run("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder)
    )
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", str(folder)], check=True)


def close(folder: Path) -> None:
    """Let nobody write on a mounted disk any more."""
    assert _run("-o", "remount,ro", folder)


def _run(*words: str | Path) -> bool:
    done = subprocess.run(["mount", *map(str, words)], capture_output=True, check=False)
    return done.returncode == 0
