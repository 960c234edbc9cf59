"""How fast a pile becomes a chronicle, and what that needs.

``python -m benchmarks.throughput`` builds the corpus of the shared data (German
Wikinews, 2004 to 2022) with one process and with two, adds one report to the result,
profiles a build of a part, and writes benchmarks/RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
CORPUS = ("corpus/wikinews-general.jsonl", "corpus/wikinews-politics.jsonl")
ONE_MORE = ROOT / "examples" / "belarus" / "2021-09-10-havelpost-sapad-beginnt.txt"
PROFILED = 8
"""Every eighth report is profiled: the profiler makes a build two to three times slower."""
Figures = Mapping[str, Any]


def main() -> None:
    """Measure and write the results; exit with a message if the data are absent."""
    options = _options()
    files = [options.shared / name for name in CORPUS]
    if not all(file.exists() for file in files):
        sys.exit(f"throughput: {options.shared} has no corpus (set CHRONIST_SHARED)")
    rows = [row for file in files for row in file.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        text = measure(rows[:: options.every], Path(folder))
    if options.every == 1:
        RESULTS.write_text(text, encoding="utf-8")
    print(text)


def measure(rows: Sequence[str], folder: Path) -> str:
    """Return the page of results for these reports."""
    pile = _written(folder / "pile.jsonl", rows)
    part = _written(folder / "part.jsonl", rows[::PROFILED])
    builds = {
        jobs: _child(folder / f"{jobs}.chronicle", jobs, "build", pile)
        for jobs in (1, 2)
    }
    added = _child(folder / "1.chronicle", 1, "add", ONE_MORE)
    profile = _child(folder / "part.chronicle", 1, "profile", part)
    megabytes = sum(len(json.loads(row)["text"].encode()) for row in rows) / 1e6
    return _page(megabytes, builds, added, profile)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput")
    parser.add_argument(
        "--shared",
        type=Path,
        default=Path(os.environ.get("CHRONIST_SHARED", ROOT.parent / "shared")),  # noqa: TID251  # a development tool, no settings
    )
    parser.add_argument(
        "--every",
        type=int,
        default=1,
        help="build every n-th report only, and write no results",
    )
    return parser.parse_args()


def _written(path: Path, rows: Sequence[str]) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def _child(story: Path, jobs: int, how: str, pile: Path) -> Figures:
    command = [sys.executable, "-m", "benchmarks.measured_build"]
    done = subprocess.run(
        [*command, str(story), str(jobs), how, str(pile)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _page(
    megabytes: float, builds: Mapping[int, Figures], added: Figures, profile: Figures
) -> str:
    one = builds[1]
    return "\n".join(
        [
            "# Speed and memory",
            "",
            "Written by `make bench` (`benchmarks/throughput.py`). The pile is the German"
            f" Wikinews corpus: {one['reports']} reports, {megabytes:.1f} MB of text;"
            f" its chronicle has {one['entries']} entries, {one['failures']} rows gave no"
            " report.",
            "",
            *_where(),
            "",
            "## A full build",
            "",
            "| processes | seconds | reports per second | peak memory, MiB | file, MiB |",
            "|---:|---:|---:|---:|---:|",
            *(_build_row(jobs, figures) for jobs, figures in builds.items()),
            "",
            "Peak memory is that of the process that links and stores; with two processes"
            " each worker's own peak is added.",
            "",
            f"Adding one report to it takes {added['seconds']:.1f} s.",
            "",
            "## Where the time goes",
            "",
            "Steps of the build with one process, from the chronicle's own ledger:",
            "",
            "| step | seconds | share |",
            "|---|---:|---:|",
            *_step_rows(one),
            "",
            "Stages inside the analysis, and the hottest places by their own time,"
            f" from a profile of every {PROFILED}th report (cProfile weighs small"
            " functions too heavily):",
            "",
            "| stage | share |",
            "|---|---:|",
            *(f"| {n} | {s:.0%} |" for n, s in sorted(profile["stages"].items())),
            "",
            "| place | own time | with what it calls |",
            "|---|---:|---:|",
            *(_place_row(row) for row in profile["hottest"][:3]),
            "",
        ]
    )


def _where() -> list[str]:
    day = datetime.now(UTC).date().isoformat()
    return [
        f"{day}, Python {platform.python_version()}, {platform.system()}"
        f" {platform.machine()}, {os.cpu_count()} cores."
    ]


def _build_row(jobs: int, figures: Figures) -> str:
    workers = jobs * figures["largest_worker_mib"] if jobs > 1 else 0.0
    speed = figures["reports"] / figures["seconds"]
    return (
        f"| {jobs} | {figures['seconds']:.0f} | {speed:.1f} |"
        f" {figures['own_mib'] + workers:.0f} | {figures['file_mib']:.0f} |"
    )


def _step_rows(figures: Figures) -> list[str]:
    steps = dict(figures["steps"])
    rest = figures["seconds"] - sum(steps.values())
    steps["store, and what is between the steps"] = rest
    total = figures["seconds"]
    return [f"| {n} | {s:.1f} | {s / total:.0%} |" for n, s in steps.items()]


def _place_row(row: Figures) -> str:
    return f"| `{row['place']}` | {row['own']:.0%} | {row['with_callees']:.0%} |"


if __name__ == "__main__":
    main()
