"""Others at the same file: a build beside does not block, its result is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from chronist.model.judgement import Verdict
from chronist.store.sql import SqlStore, create_store
from chronist.web.app import create_app
from chronist.web.config import Config
from chronist.web.work import Judging
from tests.store import literal_pile


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    return store


@pytest.fixture
def client(store: SqlStore) -> Iterator[TestClient]:
    app = create_app(Config(store.path))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def eventually(holds: Callable[[], bool]) -> bool:
    for _ in range(800):
        if holds():
            return True
        time.sleep(0.05)
    return False


def test_reading_goes_on_while_another_process_writes(client, store):
    with store.writer() as writer:
        writer.begin_run("build", {"chronist": "0"})
        for path in ("/", "/entry/n-1", "/report/r-1", "/find?q=Abkommen", "/journal"):
            assert client.get(path).status_code == 200


def test_what_another_process_commits_is_shown(client, store):
    assert "Neue Zeile" not in client.get("/").text
    whole = literal_pile.pile()
    entries = (replace(whole.links.entries[0], headline="Neue Zeile"),)
    with store.writer() as writer:
        literal_pile.stage(writer)
        literal_pile.commit(
            writer, replace(whole, links=replace(whole.links, entries=entries))
        )
    assert eventually(lambda: "Neue Zeile" in client.get("/").text)


@pytest.mark.slow
def test_a_write_waits_for_another_process_and_is_done_then(client, store):
    workshop = client.app._app.state.desk.workshop
    with store.writer():
        ticket = workshop.submit(Judging(Verdict.ACCEPT, ("n-1",), "Ida"))
        assert eventually(lambda: ticket.told.busy)
        assert "wartet auf einen anderen Prozess" in client.get("/add").text
    assert ticket.finished.wait(60)
    assert ticket.told.failed is None
    assert "Ida" in client.get("/journal").text
    assert "fertig" in client.get("/work.html").text
