"""Speed and memory of the time tagger alone, beside HeidelTime where it is installed.

``python benchmarks/time.py SHARED [JAR CONFIG]``. One core; our figures are CPU seconds.
HeidelTime is measured on one report and on sixty in one file, so that its start-up can be
taken off: (sixty - one) / 60. Linearity: one text repeated to 64, 256 and 1024 KiB.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from chronist.runs.tag_times import tag_times

DAY = date(2010, 5, 5)
REPORTS = 61


def main() -> None:
    """Print all figures."""
    texts = reports(Path(sys.argv[1]))
    tag_times("Am Montag.", DAY)
    started = time.process_time()
    found = sum(len(tag_times(text, DAY)) for text in texts)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"chronist: {len(texts) / seconds:.0f} reports/s, {found} times, {peak} MiB")
    if len(sys.argv) > 3:
        print(heideltime(texts, sys.argv[2], sys.argv[3]))
    for size in (64, 256, 1024):
        text = "\n\n".join(texts)
        text = (text * (size * 1024 // len(text) + 1))[: size * 1024]
        started = time.process_time()
        tag_times(text, DAY)
        print(f"{size} KiB: {time.process_time() - started:.2f} s")


def reports(shared: Path) -> list[str]:
    """Return the texts of the general Wikinews reports."""
    path = shared / "corpus" / "wikinews-general.jsonl"
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


def heideltime(texts: list[str], jar: str, config: str) -> str:
    """Return HeidelTime's speed without its start-up, and its peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = []
        for count in (1, REPORTS):
            file = Path(folder) / f"{count}.txt"
            file.write_text("\n\n".join(texts[:count]), encoding="utf-8")
            started = time.perf_counter()
            command = ["java", "-jar", jar, str(file), "-dct", DAY.isoformat()]
            command += ["-l", "GERMAN", "-t", "NEWS", "-c", config]
            subprocess.run(
                command, check=True, capture_output=True
            )  # given by the caller
            seconds.append(time.perf_counter() - started)
    speed = (REPORTS - 1) / (seconds[1] - seconds[0])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return f"heideltime: {speed:.1f} reports/s without {seconds[0]:.1f} s start-up, {peak} MiB"


if __name__ == "__main__":
    main()
