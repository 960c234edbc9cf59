"""The gate fails when a figure falls, and only lowers a floor when told to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import gate

PINNED = {"data": "sha256:1", "floors": {"dev.f1": 80.0, "dev.recall": 70.0}}


def now(f1: float | None, recall: float = 70.0, data: str = "sha256:1"):
    figures = {"dev.recall": recall} | ({} if f1 is None else {"dev.f1": f1})
    return gate.Measured(data, figures)


@pytest.mark.parametrize(
    ("measured", "failure"),
    [
        (now(80.0), None),
        (now(79.95), None),
        (now(91.0), None),
        (now(79.8), "time.dev.f1: 79.80 is below its floor 80.00"),
        (now(None), "time.dev.f1: no longer measured, floor 80.00"),
        (now(99.0, data="sha256:2"), "time: measured on other data"),
    ],
)
def test_compare(measured, failure):
    failures = gate.compare("time", PINNED, measured, noise=0.1).failures
    if failure is None:
        assert failures == ()
    else:
        assert [f for f in failures if f.startswith(failure)] == list(failures)
        assert failures


@pytest.mark.parametrize(
    ("pinned", "note"),
    [(PINNED, "above its floor 80.00"), ({}, "time.dev.f1: 85.00 has no floor yet")],
)
def test_a_rise_is_told(pinned, note):
    notes = gate.compare("time", pinned, now(85.0), noise=0.1).notes
    assert any(note in line for line in notes)


@pytest.mark.parametrize(
    ("measured", "falls"),
    [
        (now(80.0), []),
        (now(79.99), ["dev.f1: 80.00 → 79.99"]),
        (now(None), ["dev.f1: 80.00 → not measured"]),
        (now(10.0, data="sha256:2"), []),
    ],
)
def test_lowered_ignores_noise_and_other_data(measured, falls):
    assert gate.lowered(PINNED, measured) == falls


class FakeScorer:
    DATA = ("corpus",)

    def __init__(self, f1: float) -> None:
        self.f1 = f1
        self.LABELS = {"dev.f1": "Time expressions, F1"}

    def measure(self, shared: Path) -> dict[str, float]:
        assert (shared / "corpus").is_dir()
        return {"dev.f1": self.f1}


@pytest.fixture
def place(tmp_path, monkeypatch):
    (tmp_path / "shared" / "corpus").mkdir(parents=True)
    (tmp_path / "shared" / "corpus" / "a.txt").write_text("a", "utf-8")
    (tmp_path / "README.md").write_text(
        "# X\n<!-- scores -->\n<!-- /scores -->\nend\n", "utf-8"
    )
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "README", tmp_path / "README.md")
    return tmp_path


@pytest.fixture
def run(place, monkeypatch):
    def run_gate(f1: float, *options: str) -> int:
        layers = {name: [gate.Layer("time", FakeScorer(f1))] for name in (None, "time")}
        monkeypatch.setattr(gate, "find_layers", lambda only: layers.get(only, []))
        return gate.main(["--shared", str(place / "shared"), *options])

    return run_gate


def floor_in(place: Path) -> float:
    floors = json.loads((place / "floors.json").read_text("utf-8"))
    return floors["layers"]["time"]["floors"]["dev.f1"]


def test_update_pins_and_then_holds(run, place):
    assert run(81.234) == 0
    assert run(81.234, "--update") == 0
    assert floor_in(place) == 81.23
    assert run(81.2) == 0
    assert run(80.0) == 1


def test_update_refuses_to_lower_a_floor(run, place, capsys):
    run(81.0, "--update")
    assert run(80.0, "--update") == 1
    assert floor_in(place) == 81.0
    assert "--allow-regression" in capsys.readouterr().err
    assert run(80.0, "--update", "--allow-regression") == 0
    assert floor_in(place) == 80.0


def test_other_data_fail_until_pinned_anew(run, place):
    run(81.0, "--update")
    (place / "shared" / "corpus" / "b.txt").write_text("b", "utf-8")
    assert run(99.0) == 1
    assert run(70.0, "--update") == 0
    assert run(70.0) == 0


def test_update_writes_the_table_of_the_readme(run, place):
    run(81.26, "--update")
    text = (place / "README.md").read_text("utf-8")
    assert "| Time expressions, F1 | 81.3 |" in text
    assert text.endswith("<!-- /scores -->\nend\n")


def test_absent_data_are_skipped_aloud(run, place, capsys):
    run(81.0, "--update")
    (place / "shared" / "corpus" / "a.txt").unlink()
    (place / "shared" / "corpus").rmdir()
    assert run(0.0) == 0
    assert "SKIPPED time" in capsys.readouterr().out


def test_an_unknown_layer_is_an_error(run):
    assert run(81.0, "--layer", "nothing") == 2


def test_digest_sees_names_and_contents(tmp_path):
    (tmp_path / "a").write_text("1", "utf-8")
    (tmp_path / "b").write_text("2", "utf-8")
    first = gate.digest([tmp_path / "a", tmp_path / "b"])
    (tmp_path / "b").write_text("3", "utf-8")
    assert gate.digest([tmp_path / "a", tmp_path / "b"]) != first
