"""What all tests share: where the shared data lie, and Hypothesis without a clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CHRONIST_SHARED", ROOT.parent / "shared"))  # noqa: TID251  # tests have no settings

# A deadline per example measures the machine, not the code.
settings.register_profile("chronist", deadline=None)
settings.load_profile("chronist")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked ``shared`` where the shared data are absent, and say why."""
    if SHARED.is_dir():
        return
    absent = pytest.mark.skip(
        reason=f"needs the shared data: {SHARED} is absent (set CHRONIST_SHARED)"
    )
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(absent)


@pytest.fixture
def shared() -> Path:
    """Return the folder of the shared data; only for tests marked ``shared``."""
    return SHARED


@pytest.fixture
def root() -> Path:
    """Return the root of the checkout."""
    return ROOT


WANTED = 300
"""Lines of a source file; tests/test_architecture.py has the hard limit."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List source files that grow long, so that they are split in time."""
    files = sorted((ROOT / "src").rglob("*.py"))
    for path in files:
        lines = len(path.read_text("utf-8").splitlines())
        if lines > WANTED:
            name = path.relative_to(ROOT).as_posix()
            terminalreporter.write_line(
                f"long: {name} has {lines} lines ({WANTED} wanted)"
            )
