"""Who may import whom, and which rooms exist: the tree holds what docs/architecture.md says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "rich", "yaml", "jsonschema", "numpy", "scipy", "spacy", "httpx2", "httpcore2", "ssl", "sqlalchemy", "alembic", "psycopg",
    "rapidfuzz", "model2vec", "selectolax", "docx", "lxml", "pypdfium2", "typst", "icalendar", "fastapi", "jinja2",
    "uvicorn", "starlette", "pydantic", "itsdangerous", "multipart", "argon2", "authlib", "joserfc",
)  # fmt: skip


def sources(root: Path) -> list[Path]:
    """All modules of the package."""
    return sorted((root / "src" / "acquis").rglob("*.py"))


def test_imports_point_down_only(root: Path) -> None:
    """The layers of pyproject.toml hold; import-linter says which import breaks them."""
    words = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    run = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_room_has_its_layer(root: Path) -> None:
    """A new room is put into the layers of pyproject.toml, or nobody watches its imports."""
    layers = (
        (root / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2].partition("]")[0]
    )
    rooms = {path.relative_to(root / "src" / "acquis").parts[0].removesuffix(".py") for path in sources(root)}
    assert rooms - {"__init__"} == set(re.findall(r"acquis\.(\w+)", layers))


def test_only_settings_reads_the_environment(root: Path) -> None:
    """What the environment can change stands in one file."""
    readers = [
        path.name for path in sources(root) if re.search(r"\bos\.(environ|getenv)", path.read_text("utf-8"))
    ]
    assert readers == ["settings.py"]


def test_the_library_never_prints(root: Path) -> None:
    """Only the command line writes to the terminal."""
    noisy = re.compile(r"^\s*print\(|sys\.(stdout|stderr)|click\.echo", re.M)
    printing = {path.parent.name for path in sources(root) if noisy.search(path.read_text("utf-8"))}
    assert printing == {"cli"}


@pytest.mark.parametrize("module", ["acquis", "acquis.cli"])
def test_heavy_libraries_are_imported_late(module: str) -> None:
    """Reading one file pays for no library that it does not use."""
    program = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_files_and_functions_stay_small(root: Path) -> None:
    """A file of more than 320 lines is two rooms; a wall that stands for a reason is named here."""
    long = [path.name for path in sources(root) if path.read_text("utf-8").count("\n") > 320]
    assert long == []
