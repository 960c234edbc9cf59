from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from chronist.chronicle import Chronicle
from chronist.exports.csv import TABLES, csv_lines
from chronist.exports.json import json_lines
from chronist.exports.markdown import markdown_lines, plain
from chronist.model.event import Status
from chronist.store.sql import create_store
from chronist.store.store import Pile
from tests.store import literal_pile


def _chronicle(path: Path, pile: Pile) -> Chronicle:
    store = create_store(path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.stage(writer)
        literal_pile.commit(writer, pile)
    return Chronicle.open(store.path)


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return _chronicle(tmp_path, literal_pile.pile())


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_their_columns_in_every_row(
    chronicle: Chronicle, table: str
) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(csv_lines(chronicle, table)))))
    assert rows
    for row in rows:
        assert tuple(row) == TABLES[table][0]


def test_table_of_entries_is_told_in_names(chronicle: Chronicle) -> None:
    [row] = csv.DictReader(io.StringIO("".join(csv_lines(chronicle, "entries"))))
    assert row["agents"] == "Anna Müller; Boris Šoigu"
    assert row["place"] == "Sotschi"
    assert row["when"] == row["earliest"] == "2021-09-09"
    assert row["reports"] == "ordner/bericht-1.txt; ordner/bericht-2.txt"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    pile = literal_pile.pile()
    entry = replace(pile.links.entries[0], headline=f"{start}HYPERLINK(1)")
    told = _chronicle(
        tmp_path, replace(pile, links=replace(pile.links, entries=(entry,)))
    )
    [row] = csv.DictReader(io.StringIO("".join(csv_lines(told, "entries")), newline=""))
    assert row["headline"] == f"'{start}HYPERLINK(1)"


def test_chronology_has_a_footnote_per_sentence(chronicle: Chronicle) -> None:
    told = "".join(markdown_lines(chronicle, "de"))
    assert told.startswith("# Chronik\n\nAus 2 Berichten.\n")
    assert (
        "## 9. September 2021\n\n"
        "- Anna Müller spricht mit Boris Šoigu in Sotschi — "
        "*1 unabhängige Quelle · Elbe-Kurier 9.9.2021*[^1]\n"
    ) in told
    assert told.count("[^1]: „Anna Müller hat am Donnerstag in Sotschi") == 1


def test_chronology_never_tells_a_plan_as_a_fact(tmp_path: Path) -> None:
    pile = literal_pile.pile()
    entry = replace(pile.links.entries[0], status=Status.PLANNED)
    told = _chronicle(
        tmp_path, replace(pile, links=replace(pile.links, entries=(entry,)))
    )
    assert "in Sotschi (geplant) — " in "".join(markdown_lines(told, "de"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# kein Titel", "\\# kein Titel"),
        ("<script>\n[x](y)", "\\<script\\> \\[x\\](y)"),
    ],
)
def test_words_of_reports_are_no_markup(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_json_is_one_item_a_line_and_ends_with_a_line_end(chronicle: Chronicle) -> None:
    told = "".join(json_lines(chronicle))
    assert told.endswith("]}\n")
    document = json.loads(told)
    lines = [
        json.loads(line.rstrip(",")) for line in told.split("\n") if line[:5] == '{"id"'
    ]
    assert lines == [
        item
        for name, items in document.items()
        if isinstance(items, list) and name != "failures"
        for item in items
    ]
    assert "".join(json_lines(chronicle)) == told
