"""JSON and JSON Lines that hold articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chronist.model.report import Failure, MediaType, Metadata, RawReport
from chronist.sources.options import Columns, SourceOptions
from chronist.sources.read import read_sources
from tests.sources.builders import STORY, read

ROW = {"id": "r1", "titel": "Gespräche", "text": STORY}


@pytest.mark.parametrize(
    ("document", "sources"),
    [
        ([ROW, ROW | {"id": 7}], ["a.json#r1", "a.json#7"]),
        (ROW, ["a.json#r1"]),
        ({"articles": [ROW]}, ["a.json#r1"]),
        ({"meta": {"n": 1}, "response": {"docs": [ROW]}}, ["a.json#r1"]),
        ({"x": ROW, "y": ROW | {"id": None}}, ["a.json#r1", "a.json#2"]),
        ([{"text": STORY, "url": "https://a.de/1"}], ["a.json#https://a.de/1"]),
        ([{"text": STORY, "id": 3.0}], ["a.json#3"]),
        ([{"text": STORY, "id": True}], ["a.json#1"]),
        ([{"text": STORY, "id": "a\nb"}], ["a.json#a\nb"]),
    ],
)
def test_articles_are_found_wherever_their_list_stands(
    tmp_path: Path, document: object, sources: list[str]
) -> None:
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    assert read(tmp_path) == [(source, STORY) for source in sources]


def test_schema_org_and_other_nested_values(tmp_path: Path) -> None:
    document = {
        "@type": "NewsArticle",
        "headline": "Gespräche in Minsk",
        "articleBody": STORY,
        "datePublished": "2021-09-15T10:30:00+02:00",
        "author": [{"@type": "Person", "name": "Anna Beispiel"}, "Ben Muster"],
        "publisher": {"@type": "Organization", "name": "Beispielblatt"},
        "url": "https://example.org/1",
        "inLanguage": "de",
        "location": None,
    }
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (result,) = read_sources([tmp_path])
    assert result == RawReport(
        "a.json#https://example.org/1",
        STORY,
        MediaType.PLAIN,
        Metadata(
            title="Gespräche in Minsk",
            outlet="Beispielblatt",
            author="Anna Beispiel, Ben Muster",
            published="2021-09-15T10:30:00+02:00",
            url="https://example.org/1",
            language="de",
        ),
    )


def test_the_outlet_comes_from_an_address_where_it_is_one(tmp_path: Path) -> None:
    rows = [
        {"text": STORY, "quelle": "www.spiegel.de"},
        {"text": STORY, "source": {"id": None, "name": "Beispielblatt"}},
        {"text": STORY, "link": "https://www.reuters.com/x"},
        {"text": STORY, "quelle": "https://unbekannt.example/x"},
    ]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    results = [r.metadata for r in read_sources([tmp_path]) if isinstance(r, RawReport)]
    assert [m.outlet for m in results] == [
        "Der Spiegel",
        "Beispielblatt",
        "Reuters",
        "https://unbekannt.example/x",
    ]
    assert [m.agency for m in results] == [None, None, "Reuters", None]


def test_columns_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"foo": STORY}]), encoding="utf-8")
    assert read(tmp_path) == [("a.json", "not_a_report")]
    options = SourceOptions(columns=Columns(text="foo"))
    assert read(tmp_path, options) == [("a.json#1", STORY)]


def test_lines_are_read_one_by_one_and_broken_ones_listed(tmp_path: Path) -> None:
    lines = [json.dumps(ROW), "", "{kaputt", json.dumps([1]), json.dumps({"text": 5})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert read(tmp_path) == [
        ("a.jsonl#r1", STORY),
        ("a.jsonl#3", "corrupt"),
        ("a.jsonl#4", "not_a_report"),
        ("a.jsonl#5", "5"),
    ]


def test_a_file_that_only_says_it_is_json_lines_ends_in_one_failure(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.jsonl").write_text("kein JSON\n" * 10_000, encoding="utf-8")
    results = list(read_sources([tmp_path]))
    assert isinstance(results[-1], Failure)
    assert results[-1].source == "a.jsonl"
    assert len(results) == 1


def test_json_lines_under_the_name_json(tmp_path: Path) -> None:
    long = {"id": "lang", "text": STORY * 300}
    lines = f"{json.dumps(long)}\n{json.dumps(ROW)}\n"
    (tmp_path / "a.json").write_text(lines, encoding="utf-8")
    assert [source for source, _ in read(tmp_path)] == ["a.json#lang", "a.json#r1"]
