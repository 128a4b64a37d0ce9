"""Tasks in, results out in the order of the tasks: in this process, or in several of this machine.

A task that takes its process down (a parser that crashes, memory that runs out) costs only itself: the others that
were under way are done again, one by one.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
# Tasks under way for each process: enough that none waits while the caller writes what it has, few enough that
# results do not pile up in memory. (With 4, both cores stood idle for a fifth of the time.)
_AHEAD = 16
_LOOK_SECONDS = 0.5
# Cycles are looked for rarely: a document makes many small values and hardly a cycle (measured: 8% of the time).
_RARELY = (20_000, 20, 50)


def processes_here() -> int:
    """How many processes can work at once on this machine."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class Processes(Generic[Task, Result]):
    """Does `work` for each task; `crashed` gives the result of a task whose process died."""

    def __init__(
        self, work: Callable[[Task], Result], crashed: Callable[[Task], Result], *, processes: int
    ) -> None:
        self._work, self._crashed, self._processes = work, crashed, processes

    def results(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """The result of every task, in order. Closing the iterator early stops the processes."""
        if self._processes <= 1:
            yield from map(self._work, tasks)
            return
        waiting = iter(tasks)
        pool = self._pool(self._processes)
        under_way: deque[tuple[Task, Future[Result]]] = deque()
        try:
            while True:
                try:
                    self._begin_more(pool, waiting, under_way)
                    if not under_way:
                        return
                    result = under_way[0][1].result()
                except BrokenProcessPool:
                    _stop(pool)
                    yield from self._one_by_one([task for task, _ in under_way])
                    under_way.clear()
                    pool = self._pool(self._processes)
                else:
                    under_way.popleft()
                    yield result
        finally:
            _stop(pool)

    def _begin_more(
        self,
        pool: ProcessPoolExecutor,
        waiting: Iterator[Task],
        under_way: deque[tuple[Task, Future[Result]]],
    ) -> None:
        """Hand on the next tasks. Each is under way before it is handed on: a broken pool that refuses it loses none."""
        for task in islice(waiting, self._processes * _AHEAD - len(under_way)):
            under_way.append((task, Future()))
            under_way[-1] = (task, pool.submit(_do, task))

    def _one_by_one(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """One task at a time: what takes its process down takes down no other."""
        pool = self._pool(1)
        try:
            for task in tasks:
                try:
                    result = pool.submit(_do, task).result()
                except BrokenProcessPool:
                    _stop(pool)
                    pool = self._pool(1)
                    result = self._crashed(task)
                yield result
        finally:
            _stop(pool)

    def _pool(self, processes: int) -> ProcessPoolExecutor:
        # Forking is quick, and safe only while no other thread holds a lock.
        methods = multiprocessing.get_all_start_methods()
        method = "fork" if "fork" in methods and threading.active_count() == 1 else "spawn"
        return ProcessPoolExecutor(
            processes, multiprocessing.get_context(method), initializer=_begin, initargs=(self._work,)
        )


_work_of_this_process: list[Callable[[Any], Any]] = []


def _begin(work: Callable[[Any], Any]) -> None:
    """In a new process: take the work over, leave Ctrl-C to the caller, who ends us, and end where the caller did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*_RARELY)
    threading.Thread(target=_outlive_nobody, args=(os.getppid(),), daemon=True).start()
    _work_of_this_process[:] = [work]


def _outlive_nobody(caller: int) -> None:
    """A caller that was killed cannot end us, and the queue between its processes stays open."""
    while os.getppid() == caller:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


def _do(task: Any) -> Any:
    return _work_of_this_process[0](task)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the processes now: what they still do is not wanted. The pool's own thread ends with them."""
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
