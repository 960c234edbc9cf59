"""What is installed: the whole package with its word tables, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
LEFT_OUT = {"examples.yml", "rules.lock"}
"""Read by people and tests, not by the program."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_the_package_and_its_data(wheel):
    expected = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.name not in LEFT_OUT
    }
    packed = {name for name in wheel.namelist() if name.startswith("chronist/")}
    assert packed == expected
    assert "chronist/lexica/data/verbs.json" in packed
    assert "chronist/py.typed" in packed


def test_the_wheel_brings_the_command_and_the_licences(wheel):
    notes = {
        name.split(".dist-info/")[1]: wheel.read(name).decode()
        for name in wheel.namelist()
        if ".dist-info/" in name
    }
    assert "chronist = chronist.cli.main:main" in notes["entry_points.txt"]
    assert "Requires-Python: >=3.11" in notes["METADATA"]
    assert "Apache License" in notes["licenses/LICENSE"]
    assert "Word lists: origin and licence" in notes["licenses/resources/LICENSES.md"]
