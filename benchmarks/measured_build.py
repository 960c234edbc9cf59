"""Build one chronicle in a process of its own, and print what it took as JSON.

``python -m benchmarks.measured_build STORY JOBS add|build|profile PATH…``
"""

from __future__ import annotations

import cProfile
import json
import pstats
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chronist.chronicle import Chronicle

STAGES = {
    "reports": "reports/read.py",
    "language": "language/analyse.py",
    "linking": "linking/link.py",
}
"""The function of each stage that runs inside this process, by its module."""
_ENTRY_POINTS = ("read", "analyse", "link")


def main(arguments: Sequence[str]) -> None:
    """Run one build or add and print its figures."""
    story, jobs, how, *paths = arguments
    if how == "profile":
        print(json.dumps(profiled(story, paths)))
        return
    print(json.dumps(measured(story, int(jobs), how, paths)))


def measured(story: str, jobs: int, how: str, paths: Sequence[str]) -> dict[str, Any]:
    """Return seconds, peak memory and the ledger's line of one run."""
    began = time.perf_counter()
    if how == "add":
        chronicle = Chronicle.open(story)
        chronicle.add(paths, jobs=jobs)
    else:
        chronicle = Chronicle.build(paths, to=story, jobs=jobs)
    took = time.perf_counter() - began
    summary = chronicle.summary
    return {
        "seconds": took,
        "reports": summary.reports if summary else 0,
        "entries": summary.entries if summary else 0,
        "failures": len(summary.failures) if summary else 0,
        "steps": dict(chronicle.runs()[-1].seconds),
        "own_mib": _mib(resource.RUSAGE_SELF),
        "largest_worker_mib": _mib(resource.RUSAGE_CHILDREN),
        "file_mib": Path(story).stat().st_size / 2**20,
    }


def profiled(story: str, paths: Sequence[str]) -> dict[str, Any]:
    """Return the hottest functions by own time, and each stage's share."""
    profiler = cProfile.Profile()
    profiler.enable()
    Chronicle.build(paths, to=story, jobs=1)
    profiler.disable()
    stats = pstats.Stats(profiler)
    total: float = stats.total_tt  # type: ignore[attr-defined]  # set by Stats itself
    rows = [
        {"place": _place(*where), "own": own / total, "with_callees": whole / total}
        for where, (_, _, own, whole, _) in stats.stats.items()  # type: ignore[attr-defined]
    ]
    rows.sort(key=lambda row: -row["own"])
    return {"hottest": rows[:10], "stages": _stage_shares(rows)}


def _stage_shares(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    wanted = {
        f"{module}:{function}": name
        for name, module in STAGES.items()
        for function in _ENTRY_POINTS
    }
    return {
        wanted[row["place"]]: row["with_callees"]
        for row in rows
        if row["place"] in wanted
    }


def _place(file: str, line: int, function: str) -> str:
    """Name a function without the folders of this machine."""
    parts = Path(file).parts
    for root in ("chronist", "site-packages"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return f"{'/'.join(parts[last + 1 :])}:{function}"
    return f"{Path(file).name}:{function}" if line else f"{function} (built in)"


def _mib(who: int) -> float:
    peak = resource.getrusage(who).ru_maxrss
    # KiB on Linux, bytes on macOS.
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    main(sys.argv[1:])
