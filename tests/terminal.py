"""A command in a pseudo-terminal, with a person at it: waits for words, then presses keys."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 60.0
_SETTLED = 0.1  # from the words to the key: the command must have come to reading it


@dataclass(frozen=True, slots=True)
class Seen:
    """What the terminal showed, and the exit code."""

    screen: str
    exit_code: int


def at_terminal(
    words: Sequence[str], answers: Sequence[tuple[str, str]] = (), *, folder: Path, columns: int = 100
) -> Seen:
    """Run a command in a folder on a terminal; each answer is the words to wait for and the keys then pressed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvpe(words[0], list(words), {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns)})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
    try:
        shown = _answer(terminal, answers)
    finally:
        os.close(terminal)
    return Seen(shown.decode("utf-8", "replace"), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def _answer(terminal: int, answers: Sequence[tuple[str, str]]) -> bytes:
    shown, begins, end = b"", 0, time.monotonic() + _LONGEST
    waiting = list(answers)
    while time.monotonic() < end:
        if waiting and (at := shown.find(waiting[0][0].encode(), begins)) >= 0:
            begins = at + len(waiting[0][0].encode())
            time.sleep(_SETTLED)
            os.write(terminal, waiting.pop(0)[1].encode())
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux: the other side is closed
            return shown
        if not more:
            return shown
        shown += more
    raise TimeoutError(f"the command did not end; it waits after: {shown[-500:]!r}")


def children_of(pid: int) -> list[int]:
    """The processes that a process started and that still run (Linux)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == str(pid) and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def gone(pids: Sequence[int], *, seconds: float = 10) -> bool:
    """Do all these processes end within some seconds?"""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
