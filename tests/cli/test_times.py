"""``chronist times`` as a tool of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chronist.cli.main import run

TEXT = "Am Donnerstag kam er nach Minsk, »gestern« & heute sprach er."


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "bericht.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_timeml_keeps_the_text_and_marks_its_times(text, capsys):
    assert run(["times", text, "--dct", "2021-09-10"]) == 0
    written = capsys.readouterr().out
    assert '<TIMEX3 tid="t1" type="DATE" value="2021-09-09"' in written
    assert "»<TIMEX3" in written
    assert "« &amp; " in written


def test_json_cites_code_points(text, capsys):
    assert run(["times", text, "--dct", "2021-09-10", "--to", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [t["value"] for t in found["times"]] == [
        "2021-09-09",
        "2021-09-09",
        "2021-09-10",
    ]
    for time in found["times"]:
        assert TEXT[time["start"] : time["end"]] == time["text"]
        assert time["why"]["de"]
        assert time["why"]["en"]


def test_without_a_day_relative_times_stay_open(text, capsys):
    assert run(["times", text, "--to", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {t["when"] for t in found["times"]} == {None}


def test_a_day_that_is_none_is_refused(text, capsys):
    assert run(["times", text, "--dct", "gestern"]) == 2
    assert "gestern" in capsys.readouterr().err


def test_a_missing_file_is_named(capsys):
    assert run(["times", "fehlt.txt"]) == 2
    assert "fehlt.txt" in capsys.readouterr().err
