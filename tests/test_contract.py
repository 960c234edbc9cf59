"""The export keeps the contract that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chronist.chronicle import Chronicle
from chronist.exports.json import json_lines
from chronist.model.actor import ActorKind
from chronist.model.analysis import TimeType
from chronist.model.entry import Standing
from chronist.model.event import EventType, Role, Status
from chronist.model.pledge import Course
from chronist.model.statement import StatementForm
from chronist.store.sql import create_store
from tests.store import literal_pile

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "docs/reference/export.schema.json").read_text("utf-8")
)
REPORTS = {
    "a.txt": (
        "Minsk, 9. September 2021 (dpa)\n\n"
        "Präsident Anton Weber hat am Donnerstag in Moskau Ministerin Eva Brandt "
        "getroffen. „Das war ein gutes Gespräch“, sagte Weber danach. Er kündigte an, "
        "bis Ende Oktober 2021 ein Abkommen zu unterzeichnen.\n"
    ),
    "b.md": (
        "# Weber trifft Brandt\n\nDer Präsident Anton Weber und Eva Brandt haben am "
        "9. September 2021 in Moskau miteinander gesprochen. Es ging um den Handel.\n"
    ),
    "leer.txt": "",
}


@pytest.fixture(params=["literal", "built"])
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "s.chronicle"
    if request.param == "literal":
        with create_store(path).writer() as writer:
            literal_pile.write(writer)
    else:
        for name, text in REPORTS.items():
            (tmp_path / name).write_text(text, "utf-8")
        Chronicle.build([tmp_path / name for name in REPORTS], to=path)
    told = "".join(json_lines(Chronicle.open(path)))
    document: dict[str, Any] = json.loads(told)
    return document


def _citations(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"report", "start", "end", "text"}:
            yield value
        for part in value.values():
            yield from _citations(part)
    elif isinstance(value, list):
        for part in value:
            yield from _citations(part)


def test_schema_itself_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_export_follows_the_schema(exported: dict[str, Any]) -> None:
    errors = [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(SCHEMA).iter_errors(exported)
    ]
    assert errors == []


def test_every_citation_says_what_its_report_says(exported: dict[str, Any]) -> None:
    texts = {report["id"]: report["text"] for report in exported["reports"]}
    cited = list(_citations(exported))
    assert cited
    for one in cited:
        assert texts[one["report"]][one["start"] : one["end"]] == one["text"]


def test_every_id_is_there_and_only_once(exported: dict[str, Any]) -> None:
    lists = [items for items in exported.values() if isinstance(items, list)]
    ids = [item["id"] for items in lists for item in items if "id" in item]
    assert len(set(ids)) == len(ids)
    known = set(ids)
    for event in exported["events"]:
        named = {p["actor"] for p in event["participants"]} | {event["entry"]}
        assert named - {None} <= known
    for entry in exported["entries"]:
        assert {*entry["events"], *entry["reports"]} <= known
    for statement in exported["statements"]:
        named = {statement["report"], statement["speaker"], *statement["via"]}
        assert named - {None} <= known
    for pledge in exported["pledges"]:
        assert {*pledge["by"], pledge["report"]} <= known


@pytest.mark.parametrize(
    ("path", "members"),
    [
        ("actor/kind", ActorKind),
        ("time/type", TimeType),
        ("event/type", EventType),
        ("event/status", Status),
        ("entry/type", EventType),
        ("entry/status", Status),
        ("entry/standing", Standing),
        ("participant/role", Role),
        ("statement/form", StatementForm),
        ("pledge/course", Course),
    ],
)
def test_schema_lists_what_the_model_has(path: str, members: Any) -> None:
    name, field = path.split("/")
    listed = SCHEMA["$defs"][name]["properties"][field]["enum"]
    assert listed == [member.value for member in members]
