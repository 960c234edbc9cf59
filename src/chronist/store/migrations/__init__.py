"""Numbered steps from one schema to the next: appended, never edited.

A file's schema number is the number of the last migration it records. Each runs in a
transaction together with its record, so that a killed upgrade leaves the old schema.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection

from chronist.store.migrations import m0001_first


class Migration(NamedTuple):
    """One step: ``apply`` issues the statements."""

    number: int
    name: str
    apply: Callable[[Connection], None]


MIGRATIONS = (Migration(1, "first", m0001_first.apply),)
NEWEST = MIGRATIONS[-1].number
