"""One writer at a time, for as long as it works.

The lock is an exclusive SQLite transaction on an empty file beside the chronicle: the
operating system lets go of it when the process dies, however it dies, on every
platform that SQLite runs on. Locking the chronicle itself would shut out readers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from chronist.errors import ChronistError, StoryBusy, StoryUnreadable


def lock_path(story: Path) -> Path:
    """Return where the lock of ``story`` lies while somebody writes."""
    return story.with_name(story.name + "-lock")


@contextmanager
def writer_lock(story: Path) -> Iterator[None]:
    """Hold the writer's lock of ``story``; ``StoryBusy`` at once if it is taken."""
    path = lock_path(story)
    with closing(_locked(path, story)) as connection:
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
            connection.rollback()


def _locked(path: Path, story: Path) -> sqlite3.Connection:
    while True:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            raise _why_not(error, story) from error
        if path.exists() and _same_file(path, connection):
            return connection
        connection.close()


def _same_file(path: Path, connection: sqlite3.Connection) -> bool:
    """Whether the locked file still has its name.

    Its last owner may have removed it between our opening and our locking; a lock on
    a nameless file would keep nobody out.
    """
    probe = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        probe.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return connection.in_transaction
    else:
        return False
    finally:
        probe.close()


def _why_not(error: sqlite3.OperationalError, story: Path) -> ChronistError:
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return StoryBusy(
            f"{story} is being written by another process. Wait until its build ends, "
            "or end that process; what it finished is kept."
        )
    return StoryUnreadable(
        f"cannot write beside {story}: {error}. Check that the folder exists and that "
        "you may write in it."
    )
