"""Measure every layer and hold each figure against its floor.

``python -m eval.gate`` exits 1 if a figure fell; ``--update`` pins the floors at what
is measured. What a layer offers, and what the gate does when, is in eval/README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "eval" / "floors.json"
README = ROOT / "README.md"
TABLE_START, TABLE_END = "<!-- scores -->", "<!-- /scores -->"
NOISE = 0.1
"""Points a figure may lie below its floor; a new floors file starts with it."""


class Scorer(Protocol):
    """What ``eval/<layer>/score.py`` offers."""

    DATA: tuple[str, ...]

    def measure(self, shared: Path) -> dict[str, float]:
        """Return the figures in percent, higher is better."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer with its scorer."""

    name: str
    scorer: Scorer

    @property
    def own(self) -> tuple[str, ...]:
        """Files of this repository that the figures rest on."""
        return tuple(getattr(self.scorer, "OWN", ()))

    @property
    def labels(self) -> Mapping[str, str]:
        """Figures shown in the README, with their words."""
        return dict(getattr(self.scorer, "LABELS", {}))


@dataclass(frozen=True, slots=True)
class Measured:
    """What one layer reached, and the digest of the data it was measured on."""

    data: str
    figures: Mapping[str, float]
    labels: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing a layer with its floors gave: one line per finding."""

    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, then compare or update; return the exit status."""
    options = _options(arguments)
    layers = find_layers(options.layer)
    if not layers:
        return _say_nothing_there(options.layer)
    floors = read_floors()
    measured = dict(_measure_all(layers, options.shared))
    if options.update:
        return _update(floors, measured, options.allow_regression)
    return _compare(floors, measured)


def find_layers(only: str | None = None) -> list[Layer]:
    """Return the layers that have a scorer, by name; or only the one named."""
    found = (path.parent.name for path in ROOT.glob("eval/*/score.py"))
    names = sorted(name for name in found if only in (None, name))
    return [Layer(n, importlib.import_module(f"eval.{n}.score")) for n in names]


def read_floors() -> dict[str, Any]:
    """Return the floors file, or an empty one."""
    if not FLOORS.exists():
        return {"noise": NOISE, "layers": {}}
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def missing_data(layer: Layer, shared: Path) -> list[str]:
    """Return what a layer needs from the shared folder and does not find there."""
    return [name for name in layer.scorer.DATA if not (shared / name).exists()]


def digest(paths: Iterable[Path]) -> str:
    """Return one digest over files, and folders with all they hold."""
    total = hashlib.sha256()
    for path in paths:
        for file in _files(path):
            name = file.relative_to(path.parent).as_posix()
            total.update(name.encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return f"sha256:{total.hexdigest()}"


def compare(
    name: str, pinned: Mapping[str, Any], now: Measured, noise: float
) -> Verdict:
    """Hold a layer's figures against what is pinned for it."""
    if pinned and pinned["data"] != now.data:
        reason = "measured on other data than its floors; run `make gate-update`"
        return Verdict(failures=(f"{name}: {reason}",))
    floors: Mapping[str, float] = pinned.get("floors", {})
    failures = [
        f"{name}.{key}: no longer measured, floor {floor:.2f}"
        for key, floor in floors.items()
        if key not in now.figures
    ]
    notes = []
    for key, value in now.figures.items():
        floor = floors.get(key)
        if floor is None:
            notes.append(f"{name}.{key}: {value:.2f} has no floor yet")
        elif value < floor - noise:
            failures.append(f"{name}.{key}: {value:.2f} is below its floor {floor:.2f}")
        elif value > floor + noise:
            notes.append(f"{name}.{key}: {value:.2f} is above its floor {floor:.2f}")
    return Verdict(tuple(failures), tuple(notes))


def lowered(pinned: Mapping[str, Any], now: Measured) -> list[str]:
    """Return the figures whose floor an update would lower or drop."""
    if not pinned or pinned["data"] != now.data:
        return []
    floors: Mapping[str, float] = pinned["floors"]
    return [
        f"{key}: {floor:.2f} → {now.figures[key]:.2f}"
        if key in now.figures
        else f"{key}: {floor:.2f} → not measured"
        for key, floor in floors.items()
        if round(now.figures.get(key, -1.0), 2) < floor
    ]


def score_table(floors: Mapping[str, Any]) -> str:
    """Return the README's table: the labelled figures of all layers."""
    rows = [
        f"| {label} | {layer['floors'][key]:.1f} |"
        for _, layer in sorted(floors["layers"].items())
        for key, label in layer.get("labels", {}).items()
        if key in layer["floors"]
    ]
    return "\n".join(["| what | % |", "|---|---:|", *rows])


def with_table(text: str, table: str) -> str:
    """Return a text whose marked part holds ``table``; ValueError without marks."""
    before, rest = text.split(TABLE_START, 1)
    _, after = rest.split(TABLE_END, 1)
    return f"{before}{TABLE_START}\n{table}\n{TABLE_END}{after}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.gate", description=__doc__)
    parser.add_argument("--update", action="store_true", help="pin the floors anew")
    parser.add_argument(
        "--allow-regression",
        action="store_true",
        help="with --update: floors may fall; the commit says why",
    )
    parser.add_argument("--layer", help="measure this layer only")
    parser.add_argument(
        "--shared",
        type=Path,
        default=Path(os.environ.get("CHRONIST_SHARED", ROOT.parent / "shared")),  # noqa: TID251  # a development tool, no settings
        help="folder with the data (default: CHRONIST_SHARED or ../shared)",
    )
    return parser.parse_args(arguments)


def _say_nothing_there(layer: str | None) -> int:
    if layer is None:
        print("gate: no layer has a scorer yet")
        return 0
    print(f"gate: there is no eval/{layer}/score.py", file=sys.stderr)
    return 2


def _measure_all(
    layers: Iterable[Layer], shared: Path
) -> Iterable[tuple[str, Measured]]:
    for layer in layers:
        missing = missing_data(layer, shared)
        if missing:
            print(f"gate: SKIPPED {layer.name}: {shared} lacks {', '.join(missing)}")
            continue
        now = _measure(layer, shared)
        _print_figures(layer.name, now)
        yield layer.name, now


def _measure(layer: Layer, shared: Path) -> Measured:
    begun = time.perf_counter()
    figures = {k: round(v, 2) for k, v in layer.scorer.measure(shared).items()}
    paths = [shared / name for name in layer.scorer.DATA]
    paths += [ROOT / name for name in layer.own]
    seconds = time.perf_counter() - begun
    return Measured(digest(paths), figures, layer.labels, seconds)


def _print_figures(name: str, now: Measured) -> None:
    print(f"gate: {name} ({now.seconds:.0f} s)")
    for key, value in now.figures.items():
        print(f"  {key:<44}{value:7.2f}")


def _compare(floors: Mapping[str, Any], measured: Mapping[str, Measured]) -> int:
    verdicts = [
        compare(name, floors["layers"].get(name, {}), now, floors["noise"])
        for name, now in measured.items()
    ]
    for note in (note for verdict in verdicts for note in verdict.notes):
        print(f"gate: {note}")
    failures = [failure for verdict in verdicts for failure in verdict.failures]
    for failure in failures:
        print(f"gate: FAILED {failure}", file=sys.stderr)
    if not failures:
        held = sum(name in floors["layers"] for name in measured)
        print(f"gate: {held} of {len(measured)} layers have floors, and hold them")
    return 1 if failures else 0


def _update(
    floors: dict[str, Any], measured: Mapping[str, Measured], allowed: bool
) -> int:
    falls = [
        f"{name}.{fall}"
        for name, now in measured.items()
        for fall in lowered(floors["layers"].get(name, {}), now)
    ]
    for fall in falls:
        print(f"gate: floor falls: {fall}", file=sys.stderr)
    if falls and not allowed:
        print(
            "gate: nothing was written; if the fall is meant, add --allow-regression "
            "and give the reason in the commit",
            file=sys.stderr,
        )
        return 1
    for name, now in measured.items():
        floors["layers"][name] = {
            "data": now.data,
            "floors": dict(sorted(now.figures.items())),
            "labels": dict(now.labels),
        }
    _write(floors)
    print(f"gate: pinned {len(measured)} layers")
    return 0


def _write(floors: Mapping[str, Any]) -> None:
    text = json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False)
    FLOORS.write_text(text + "\n", encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    README.write_text(with_table(readme, score_table(floors)), encoding="utf-8")


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file())


if __name__ == "__main__":
    sys.exit(main())
