"""Every page over the literal pile: what it shows, in both languages, and its errors."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import pytest
from starlette.testclient import TestClient

from chronist.store.sql import create_store
from chronist.web.app import PAGES, create_app
from chronist.web.config import Config
from chronist.web.desk import Page
from tests.store import literal_pile

TEMPLATES = Path(__file__).parents[2] / "src/chronist/web/templates"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    app = create_app(Config(store.path, author="ida"))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


ITEMS = {
    "entry": "n-1",
    "actor": "a-1",
    "report": "r-1",
    "statement": "s-1",
    "pledge": "p-1",
    "conflict": "c-1",
}


@pytest.mark.parametrize("path", [path for path, _ in PAGES if "{" not in path])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_room_opens_in_both_languages(client, path, language):
    answer = client.get(path, params={"ui": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize(("room", "item"), ITEMS.items())
def test_every_item_has_a_page_and_a_why(client, room, item):
    assert client.get(f"/{room}/{item}").status_code == 200
    assert item in client.get(f"/why/{item}").text
    assert client.get(f"/item/{item}").url.path == f"/{room}/{item}"


def test_an_event_leads_to_its_entry(client):
    assert client.get("/event/e-1").url.path == "/entry/n-1"


def test_the_language_is_remembered(client):
    client.get("/", params={"ui": "en"})
    assert '<html lang="en">' in client.get("/actors").text


def test_a_filter_stands_in_the_address_and_narrows(client):
    everything = client.get("/").text
    kept = client.get("/", params={"since": "2021-09", "until": "2021-09"}).text
    none = client.get("/", params={"since": "1950", "until": "1950"}).text
    assert 'value="2021-09"' in kept
    assert "Kein Eintrag" in none
    assert "Kein Eintrag" not in everything


def test_search_finds_other_forms_of_a_word(client):
    found = client.get("/find", params={"q": "Abkommen"}).text
    assert '<mark class="hit ">Abkommens</mark>' in found


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/entry/n-none", 404),
        ("/report/r-none", 404),
        ("/why/x-none", 404),
        ("/nowhere", 404),
        ("/export/xml", 404),
        ("/?since=gestern", 400),
        ("/?since=2022&until=2021", 400),
        ("/?type=NOPE", 400),
        ("/report/r-1?layer=nope", 400),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
    ],
)
def test_errors_have_a_page_that_tells(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_layers_mark_the_report_and_link_to_items(client):
    plain = client.get("/report/r-1").text
    marked = client.get("/report/r-1?layer=times&layer=statements").text
    assert 'class="m ' not in plain
    assert re.search(r'<a href="/why/t-1"[^>]* class="m times', marked)
    assert re.search(r'<a href="/item/s-1"[^>]* class="m statements', marked)


def test_words_of_a_citation_are_marked_in_their_report(client):
    page = client.get("/report/r-1?at=0-9").text
    assert 'id="at"' in page
    assert '<mark class="m at" >Gespräche</mark>' in page


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("markdown", b"# "),
        ("csv", b"\xef\xbb\xbfid,"),
        ("json", b'{"chronist"'),
        ("docx", b"PK"),
    ],
)
def test_the_filtered_view_can_be_taken_away(client, kind, start):
    answer = client.get(f"/export/{kind}")
    assert answer.content.startswith(start)
    assert "attachment" in answer.headers["content-disposition"]


def test_an_export_keeps_to_the_filter(client):
    assert client.get("/export/json?since=1950&until=1950").json()["entries"] == []


def page_classes() -> list[type[Page]]:
    return [c for c in Page.__subclasses__() if c.__module__.startswith("chronist.")]


@pytest.mark.parametrize("shape", page_classes(), ids=lambda c: c.__name__)
def test_every_field_of_a_page_is_described(shape):
    hints = get_type_hints(shape, include_extras=True)
    for field in dataclasses.fields(shape):
        assert getattr(hints[field.name], "__metadata__", None), field.name


@pytest.mark.parametrize("shape", page_classes(), ids=lambda c: c.__name__)
def test_templates_use_what_pages_hold(shape):
    """A name after ``page.`` in a page's own template is one of its fields."""
    source = (TEMPLATES / shape.template).read_text("utf-8")
    used = set(re.findall(r"\bpage\.(\w+)", source))
    assert used <= {field.name for field in dataclasses.fields(shape)}


def test_pages_carry_no_inline_script_or_style():
    for path in TEMPLATES.glob("*.html"):
        source = path.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", source)
        assert "|safe" not in source
