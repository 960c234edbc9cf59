"""What must not reach the pages, and what every answer carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from chronist.store.sql import create_store
from chronist.web.app import create_app
from chronist.web.config import Config
from chronist.web.rooms.adding import safe_name
from chronist.web.safety import POLICY
from tests.store import literal_pile


@pytest.fixture
def story(tmp_path: Path) -> Path:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    return store.path


@pytest.fixture
def client(story: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Config(story)), base_url="http://127.0.0.1") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/style.css", "/?since=x"])
def test_every_answer_has_the_strict_policy(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[", ""])
def test_another_name_for_this_machine_is_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765"])
def test_the_own_names_are_known(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_server_with_a_token_shows_nothing_without_it(story):
    config = Config(story, host="0.0.0.0", token="geheim")  # noqa: S104, S106
    with TestClient(create_app(config), base_url="http://192.168.1.20") as client:
        assert client.get("/").status_code == 403
        assert client.get("/static/style.css").status_code == 403
        assert client.get("/?token=falsch").status_code == 403
        opened = client.get("/?token=geheim", follow_redirects=False)
        assert opened.status_code == 303
        assert opened.headers["location"] == "/"
        assert client.get("/").status_code == 200


WRITES = ["/judge", "/withdraw", "/add"]


@pytest.mark.parametrize("path", WRITES)
def test_a_write_without_the_form_token_is_refused(client, path):
    client.get("/")
    for form in ({}, {"form_token": ""}, {"form_token": "0" * 64}):
        assert client.post(path, data=form or {"x": "y"}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_write_from_another_site_is_refused(client, headers):
    assert client.post("/judge", data={"a": "b"}, headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client, method):
    assert client.request(method, "/").status_code == 405


def test_an_upload_that_says_it_is_huge_is_refused(client):
    headers = {"Content-Length": str(1 << 40)}
    assert client.post("/add", content=b"x", headers=headers).status_code == 413


@pytest.mark.parametrize(
    "said",
    [
        "../../etc/passwd",
        "..\\..\\x",
        "/abs",
        "C:\\x\\y",
        "..",
        ".",
        "",
        "a\x00b",
        "x" * 900,
        "\u202etxt.exe",
        'con<>:"|?*',
        "�",
        "a/../../b",
        ".hidden",
    ],
)
def test_names_of_uploads_stay_in_their_folder(said, tmp_path):
    name = safe_name(said, 7)
    assert name
    assert len(name) <= 120
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()
    assert not name.startswith(".")
