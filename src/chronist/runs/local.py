"""Work on this machine: in this process, or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Future,
    ProcessPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing.connection import wait as wait_for_any
from threading import Thread

from chronist.errors import ChronistError
from chronist.runs.work import Craft, Done, Task, perform

_AHEAD = 4
"""Tasks waiting per process: enough that none is idle, few enough for any pile."""
_WORTH_A_PROCESS = 20
"""Starting a process takes about as long as ten reports; under twice that it is loss."""


def sensible_jobs(tasks: int) -> int:
    """Return how many processes are worth starting for so many tasks."""
    return max(1, min(os.cpu_count() or 1, tasks // _WORTH_A_PROCESS))


def perform_all(tasks: Iterable[Task], craft: Craft, jobs: int) -> Iterator[Done]:
    """Yield finished work, in any order; with more than one job in ``jobs`` processes.

    Tasks are drawn as there is room for them. Whoever stops listening ends the work.
    """
    if jobs <= 1:
        yield from (perform(task, craft) for task in tasks)
        return
    # "spawn": a forked child would inherit the database connection and its locks.
    pool = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_prepare_worker,
    )
    try:
        yield from _through(pool, tasks, craft, jobs * _AHEAD)
    except BrokenProcessPool as error:
        msg = (
            "a worker process died, most likely for want of memory. What is finished is "
            "kept: run the same command again, with fewer --jobs."
        )
        raise ChronistError(msg) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _through(
    pool: ProcessPoolExecutor, tasks: Iterable[Task], craft: Craft, ahead: int
) -> Iterator[Done]:
    work = partial(perform, craft=craft)
    remaining = iter(tasks)
    running: set[Future[Done]] = {
        pool.submit(work, task) for task in islice(remaining, ahead)
    }
    while running:
        finished, running = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            yield future.result()
        running |= {pool.submit(work, t) for t in islice(remaining, len(finished))}


def _prepare_worker() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    # A killed parent shuts nothing down; the pool's queue would wait for it forever.
    wait_for_any([sentinel])
    os._exit(1)
