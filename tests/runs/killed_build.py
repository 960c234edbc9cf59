"""Builds a chronicle and is killed near its end: run by ``test_steps``."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from chronist.runs.progress import Step
from chronist.runs.stages import Request
from chronist.runs.steps import build
from chronist.store.sql import create_store
from tests.runs import stand_ins


class Dying:
    """``Progress`` that kills its process, without warning, after many reports."""

    def __init__(self) -> None:
        self.done = 0

    def begin(self, step: Step, total: int | None) -> None:
        self.done = 0 if step is Step.ANALYSE else -1000

    def advance(self) -> None:
        self.done += 1
        if self.done == 60:
            os.kill(os.getpid(), signal.SIGKILL)

    def end(self) -> None:
        pass


if __name__ == "__main__":
    story, pile, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    request = Request(tuple(pile.iterdir()), jobs=jobs, progress=Dying())
    build(create_store(story), request, stand_ins.STAGES)
