"""Hostile texts stay text: in every room, in every parameter, in every file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest
from lxml import etree
from starlette.testclient import TestClient

from chronist.chronicle import Chronicle
from chronist.model.citation import Citation
from chronist.model.report import Report, Segment, SegmentKind
from chronist.model.story import Story
from chronist.store.sql import create_store
from chronist.web.app import create_app
from chronist.web.config import Config
from chronist.web.shelf import Shelf, fold
from chronist.web.visible import visible, web_address
from tests.store import literal_pile
from tests.web.hostile_texts import HIDING, HOSTILE

HARMLESS = "Moskau"
_WORDS = frozenset(
    [
        "headline",
        "name",
        "title",
        "outlet",
        "agency",
        "author",
        "place",
        "about",
        "value",
        "de",
        "en",
        "reason",
        "source",
        "aliases",
        "descriptions",
    ]
)
"""Fields that hold words of reports, or of people."""
READ = (
    "/",
    "/entry/n-1",
    "/actor/a-1",
    "/report/r-1?layer=times&layer=statements&layer=events&layer=pledges&raw=1",
    "/statements",
    "/pledges",
    "/conflicts",
    "/reports",
    "/reports?view=failures",
    "/actors",
    "/print",
)


def test_there_are_enough():
    assert len(set(HOSTILE)) >= 200


def poisoned(value: Any, text: str) -> Any:
    """Return a value of the model in which all words are ``text``."""
    if isinstance(value, tuple):
        return tuple(poisoned(one, text) for one in value)
    if isinstance(value, Citation):
        return Citation(value.report, 0, len(text), text)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {f.name: poisoned(getattr(value, f.name), text) for f in fields(value)}
    for name in _WORDS & set(changed):
        old = getattr(value, name)
        if isinstance(old, tuple):
            changed[name] = tuple(text for _ in old)
        elif isinstance(old, str):
            changed[name] = text
    if isinstance(value, Report):
        whole = Segment(SegmentKind.PARAGRAPH, 0, len(text))
        changed |= {"text": text, "raw": text, "segments": (whole,)}
    return replace(value, **changed)


class Poisoned(Chronicle):
    """A chronicle whose every word is one text."""

    def __init__(self, chronicle: Chronicle, text: str) -> None:
        super().__init__(chronicle._store)
        self._chronicle = chronicle
        self._text = text

    def __getattribute__(self, name: str) -> Any:
        if name in ("report", "events", "times", "analysis", "find", "judgements"):
            ask = getattr(object.__getattribute__(self, "_chronicle"), name)
            text = object.__getattribute__(self, "_text")
            return lambda *given, **named: poisoned(ask(*given, **named), text)
        return object.__getattribute__(self, name)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = create_store(tmp_path_factory.mktemp("web") / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    app = create_app(Config(store.path))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def story(client) -> Story:
    story: Story = library(client).chronicle.story()
    return story


def library(client: TestClient) -> Any:
    return client.app._app.state.desk.library


class Shape(HTMLParser):
    """The elements of a page with the names of their attributes, and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [v or "" for n, v in attrs if n in ("href", "src", "action")]


def pages(client: TestClient, story: Story, text: str) -> dict[str, str]:
    shelves = library(client)
    whole, chronicle = shelves._shelf, shelves.chronicle
    shelves._shelf = Shelf(poisoned(story, text), whole.number)
    shelves.chronicle = Poisoned(chronicle, text)
    try:
        answers = {path: client.get(path) for path in READ}
    finally:
        shelves._shelf, shelves.chronicle = whole, chronicle
    assert {a.status_code for a in answers.values()} == {200}
    return {path: answer.text for path, answer in answers.items()}


@pytest.fixture(scope="module")
def harmless(client, story) -> dict[str, str]:
    return pages(client, story, HARMLESS)


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_words_of_reports_never_become_elements(client, story, harmless, text):
    """A page of hostile words has the same elements as a page of harmless ones."""
    for path, page in pages(client, story, text).items():
        found = Shape(page)
        expected = Shape(harmless[path]).tags
        if fold(text).split():
            assert found.tags == expected, path
        else:  # a name of nothing but accents is like no other name: a list is shorter
            assert set(found.tags) <= set(expected), path
        assert all(link.startswith(("/", "#")) for link in found.links)
        assert visible(page) == page


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_parameters_never_become_elements_or_errors(client, text):
    said = text.encode("utf-8", "replace").decode()
    answers = [
        client.get("/", params={"q": said, "actor": said, "outlet": said}),
        client.get("/", params={"since": said, "page": said, "top": said}),
        client.get("/find", params={"q": said}),
        client.get("/actors", params={"q": said, "kind": said}),
        client.get("/statements", params={"by": said, "about": said}),
        client.get("/reports", params={"q": said, "view": said, "outlet": said}),
        client.get("/report/r-1", params={"at": said, "against": said, "layer": said}),
        client.get(f"/entry/{quote(said[:500], safe='')}"),
        client.get(f"/why/{quote(said[:500], safe='')}"),
        client.get(f"/export/{quote(said[:500], safe='')}"),
    ]
    for answer in answers:
        assert answer.status_code in (200, 400, 404), answer.url
        found = Shape(answer.text)
        scripts = [tag for tag in found.tags if tag[0] == "script"]
        assert scripts in ([], [("script", ("defer", "src"))])
        assert not any(n.startswith("on") for _, names in found.tags for n in names)
        assert all(link.startswith(("/", "#")) for link in found.links)
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_only_addresses_of_the_web_become_links(text):
    address = web_address(text)
    assert address is None or address.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize("text", HIDING, ids=range(len(HIDING)))
def test_what_hides_is_made_visible(text):
    assert visible(text) == "Mos\ufffdkau"


@pytest.mark.slow
def test_a_word_file_of_hostile_texts_is_well_formed(client, story):
    shelves = library(client)
    whole = shelves._shelf
    for text in HOSTILE:
        shelves._shelf = Shelf(poisoned(story, text), whole.number)
        body = client.get("/export/docx").content
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            parts = [etree.fromstring(package.read(n)) for n in package.namelist()]
        assert len(parts) == 6
    shelves._shelf = whole
