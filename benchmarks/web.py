"""How long each page takes, and how large it is.

``python -m benchmarks.web STORY`` asks the pages of a chronicle over HTTP in this
process, each ``ROUNDS`` times, and prints the median and the largest time, the size,
and the memory. ``--copies N`` serves N renamed copies of all items from memory, which
stands in for a larger pile; the file itself (search, raw texts) stays as it is.
``--browser`` also measures the first view of the chronicle in Chromium.
"""

from __future__ import annotations

import argparse
import http.client
import resource
import socket
import statistics
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import uvicorn

from chronist.model.story import Links, Story
from chronist.web.app import create_app
from chronist.web.config import Config
from chronist.web.shelf import Shelf

ROUNDS = 15
MOST_SECONDS, MOST_BYTES = 0.2, 300_000
"""What a page may take at the median, and how large it may be."""


def main() -> None:
    """Measure and print a table."""
    options = _options()
    began = time.perf_counter()
    app = create_app(Config(options.story))
    print(f"read in {time.perf_counter() - began:.1f} s")
    library = app._app.state.desk.library
    if options.copies > 1:
        began = time.perf_counter()
        story = multiplied(library._shelf.story, options.copies)
        library._shelf = Shelf(story, library._shelf.number).warm()
        print(f"multiplied in {time.perf_counter() - began:.1f} s")
    shelf = library._shelf
    print(f"{len(shelf.reports)} reports, {len(shelf.entries)} entries")
    with served(app) as port:
        rows = [_measured(port, path) for path in pages(shelf)]
        print(_table(rows))
        if options.browser:
            print(f"first view in Chromium: {_first_view(port):.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


def pages(shelf: Shelf) -> list[str]:
    """Return the pages to ask, among them those of the largest items."""
    entry = max(shelf.entries.values(), key=lambda e: (len(e.events), e.id)).id
    actor = shelf.by_importance[0]
    report = max(shelf.reports.values(), key=lambda r: len(r.text)).id.split("~")[0]
    layers = "layer=actors&layer=times&layer=statements&layer=events&layer=pledges"
    return [
        "/",
        "/?page=50",
        "/?since=2014&until=2014&status=planned",
        f"/?actor={actor}",
        "/?q=Abkommen",
        "/?top=core",
        f"/entry/{entry}",
        f"/why/{entry.split('~')[0]}",
        f"/actor/{actor}",
        f"/report/{report}",
        f"/report/{report}?{layers}&raw=1",
        "/find?q=Regierung",
        "/actors",
        "/meetings?n=50",
        "/statements",
        "/statements?about=Hilfe",
        "/pledges",
        "/conflicts",
        "/reports",
        "/queue",
        "/journal",
        "/print?top=core",
    ]


def multiplied(story: Story, copies: int) -> Story:
    """Return the story with all its items ``copies`` times, under new ids."""
    parts = [story, *(_renamed(story, f"~{number}") for number in range(1, copies))]
    names = [f.name for f in fields(Links)]
    links = Links(
        **{n: tuple(i for p in parts for i in getattr(p.links, n)) for n in names}
    )
    return Story(
        reports=tuple(r for p in parts for r in p.reports),
        duplicates=tuple(d for p in parts for d in p.duplicates),
        times=tuple(t for p in parts for t in p.times),
        links=links,
        failures=story.failures,
    )


_IDS = frozenset(
    [
        "id",
        "report",
        "actor",
        "entry",
        "time",
        "said_in",
        "speaker",
        "addressee",
        "origin",
        "events",
        "reports",
        "referents",
        "by",
        "via",
        "copies",
    ]
)


def _renamed(value: Any, ending: str) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return tuple(_renamed(one, ending) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name in _IDS and isinstance(old, str):
            changed[field.name] = old + ending
        elif field.name in _IDS and old and isinstance(old[0], str):
            changed[field.name] = tuple(i + ending for i in old)
        elif field.name == "history":
            changed["history"] = tuple((r + ending, s) for r, s in old)
        elif isinstance(old, tuple) or is_dataclass(old):
            changed[field.name] = _renamed(old, ending)
    return replace(value, **changed)


@contextmanager
def served(app: Any) -> Iterator[int]:  # noqa: ANN401
    """Serve the application on a free port while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield port
    server.should_exit = True
    thread.join()


def _measured(port: int, path: str) -> tuple[str, int, float, float, int]:
    times = []
    status, size = 0, 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", path)
        answer = connection.getresponse()
        status, size = answer.status, len(answer.read())
        connection.close()
        times.append(time.perf_counter() - began)
    return path, status, statistics.median(times), max(times), size


def _table(rows: Sequence[tuple[str, int, float, float, int]]) -> str:
    lines = [
        "| page | status | median ms | most ms | kB | |",
        "|---|---|---:|---:|---:|---|",
    ]
    for path, status, median, most, size in rows:
        over = median > MOST_SECONDS or size > MOST_BYTES
        lines.append(
            f"| `{path[:60]}` | {status} | {median * 1000:.0f} | {most * 1000:.0f} "
            f"| {size / 1000:.0f} | {'over' if over else ''} |"
        )
    return "\n".join(lines)


def _first_view(port: int) -> float:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        times = []
        for _ in range(5):
            page.goto(f"http://127.0.0.1:{port}/")
            script = "performance.getEntriesByType('navigation')[0].loadEventEnd"
            times.append(page.evaluate(script) / 1000)
        browser.close()
    return statistics.median(times)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web")
    parser.add_argument("story", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--browser", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
