"""Tasks in several processes: in order, each costing only itself, and nothing left running."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import pytest

from acquis.batch.processes import Processes, processes_here

COUNTS = (1, 2, 4)


def slow_square(number: int) -> int:
    """Later tasks end earlier."""
    time.sleep(0.02 / (number + 1))
    return number * number


def dies(number: int) -> int:
    """Some tasks take their process down, each in another way."""
    if number == 3:
        os._exit(7)
    if number == 11:
        os.kill(os.getpid(), signal.SIGKILL)  # as the system does where memory runs out
    return number


def says_dead(number: int) -> int:
    """The result of a task whose process died."""
    return -number


def fails(number: int) -> int:
    """An exception at one task."""
    if number == 5:
        raise ValueError("five")
    return number


def counted(taken: list[int], count: int) -> Iterator[int]:
    """Tasks, and which of them were taken."""
    for number in range(count):
        taken.append(number)
        yield number


@pytest.mark.parametrize("processes", COUNTS)
def test_results_come_in_the_order_of_the_tasks(processes: int) -> None:
    """Whoever is ready first, and with any number of processes."""
    results = Processes(slow_square, says_dead, processes=processes).results(range(20))
    assert list(results) == [number * number for number in range(20)]


@pytest.mark.parametrize("processes", COUNTS)
def test_no_tasks_are_no_results(processes: int) -> None:
    """Nothing to do ends at once."""
    assert list(Processes(slow_square, says_dead, processes=processes).results([])) == []


def test_a_task_that_kills_its_process_costs_only_itself() -> None:
    """Those under way beside it are done again, and all keep their place."""
    results = list(Processes(dies, says_dead, processes=2).results(range(16)))
    assert results == [-number if number in (3, 11) else number for number in range(16)]


@pytest.mark.parametrize("seed", range(5))
def test_a_process_that_dies_between_two_tasks_loses_none(seed: int) -> None:
    """Also where its death is noticed only when the next task is handed on: the caller is slow then."""
    got = []
    for result in Processes(dies, says_dead, processes=2).results(range(16)):
        time.sleep(0.01 * (seed + 1))
        got.append(result)
    assert got == [-number if number in (3, 11) else number for number in range(16)]


@pytest.mark.parametrize("processes", COUNTS)
def test_an_exception_in_work_comes_at_its_place(processes: int) -> None:
    """What was before it is there; then the caller gets the exception itself."""
    results = Processes(fails, says_dead, processes=processes).results(range(10))
    assert list(islice(results, 5)) == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="five"):
        next(results)


@pytest.mark.parametrize("work", [slow_square, fails, dies])
def test_no_process_is_left_behind(work: object) -> None:
    """After the end, after an exception and after a crash nothing runs on."""
    with suppress(ValueError):
        list(Processes(work, says_dead, processes=2).results(range(12)))  # type: ignore[arg-type]
    assert ended()


def test_closing_early_ends_the_processes() -> None:
    """Who wants no more results waits for none."""
    results = Processes(slow_square, says_dead, processes=2).results(range(1000))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert ended()


def test_tasks_are_taken_as_they_are_needed() -> None:
    """A hundred thousand documents do not stand in memory because the first is slow."""
    taken: list[int] = []
    results = Processes(slow_square, says_dead, processes=2).results(counted(taken, 1000))
    next(results)
    assert len(taken) < 50
    results.close()  # type: ignore[attr-defined]


def test_there_is_at_least_one_processor() -> None:
    """What this process may use, not what the machine has."""
    assert 1 <= processes_here() <= (os.cpu_count() or 1)


def ended() -> bool:
    """Have all processes that this one started ended?"""
    until = time.monotonic() + 10
    while multiprocessing.active_children():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
