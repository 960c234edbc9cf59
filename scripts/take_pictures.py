"""Take pictures of every room for docs/pictures: light, dark, and as a phone shows it.

``python scripts/take_pictures.py STORY`` needs Playwright and Debian's chromium.
"""

from __future__ import annotations

import argparse
import io
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from chronist.web.app import create_app
from chronist.web.config import Config
from chronist.web.shelf import Shelf

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures"
VIEWS = {
    "light": ("light", 1200, 900),
    "dark": ("dark", 1200, 900),
    "phone": ("light", 360, 740),
}


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(prog="take_pictures")
    parser.add_argument("story", type=Path)
    options = parser.parse_args()
    app = create_app(Config(options.story, author="Ida"))
    rooms = _rooms(app._app.state.desk.library.shelf())  # type: ignore[attr-defined]
    TARGET.mkdir(exist_ok=True)
    with _served(app) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for view in VIEWS:
            _take(browser, address, rooms, view)
        browser.close()


def _rooms(shelf: Shelf) -> dict[str, str]:
    """Return the address of each room, with the item that has most to show."""
    entry = max(shelf.entries.values(), key=lambda e: (e.independent_sources, e.weight))
    copied = shelf.story.duplicates[0]
    layers = "layer=actors&layer=times&layer=statements&layer=events&layer=pledges"
    statement = max(shelf.statements.values(), key=lambda s: len(s.content[0].text))
    pledge = max(shelf.pledges.values(), key=lambda p: len(p.course_citations))
    return {
        "chronicle": "/?top=main",
        "entry": f"/entry/{entry.id}",
        "report": f"/report/{copied.copies[0]}?{layers}",
        "report-raw": f"/report/{copied.origin}?raw=1",
        "actors": "/actors",
        "actor": f"/actor/{shelf.by_importance[0]}",
        "meetings": "/meetings?n=25",
        "statements": "/statements",
        "statement": f"/statement/{statement.id}",
        "pledges": "/pledges",
        "pledge": f"/pledge/{pledge.id}",
        "conflicts": "/conflicts",
        "reports": "/reports",
        "find": "/find?q=Wahl",
        "why": f"/why/{entry.id}",
        "review": "/queue",
        "judgements": "/journal",
        "add": "/add",
        "print": "/print?top=core",
    }


def _take(browser: Browser, address: str, rooms: dict[str, str], view: str) -> None:
    scheme, width, height = VIEWS[view]
    context = browser.new_context(
        base_url=address,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": height},
        locale="de-DE",
    )
    page = context.new_page()
    for name, path in rooms.items():
        page.goto(path)
        picture = Image.open(io.BytesIO(page.screenshot()))
        few = picture.convert("RGB").quantize(200)  # half the size, and as clear
        few.save(TARGET / f"{name}-{view}.png", optimize=True)
    context.close()


@contextmanager
def _served(app: object) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
