"""What is particular to SQLite: the file, its journal, its errors, its search index.

Journal: while a writer is at work the file is in WAL mode, so that readers go on
reading the last commit; when the writer leaves it is put back into rollback mode, so
that at rest the chronicle is one file that opens from a read-only disk, too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import NullPool

from chronist.errors import (
    ChronistError,
    StoryBusy,
    StoryNotFound,
    StoryUnreadable,
)

APPLICATION_ID = 0x4368726F
""""Chro" in the file's head: this SQLite file is a chronicle."""
_MAGIC = b"SQLite format 3\x00"
_WAIT_SECONDS = 10.0
"""A reader waits this long for a commit or a change of journal mode."""


def check_is_chronicle(path: Path) -> None:
    """Raise ``StoryNotFound`` or ``StoryUnreadable`` unless ``path`` is a chronicle."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        msg = (
            f"there is no chronicle at {path}. Make one: chronist build PATHS -o {path}"
        )
        raise StoryNotFound(msg) from error
    except OSError as error:
        msg = f"cannot open {path}: {error.strerror}"
        raise StoryUnreadable(msg) from error
    is_ours = int.from_bytes(head[68:72], "big") == APPLICATION_ID
    if not head.startswith(_MAGIC) or not is_ours:
        msg = f"{path} is not a chronicle. Give the file that chronist build wrote."
        raise StoryUnreadable(msg)


def writing_engine(path: Path) -> Engine:
    """Return an engine whose transactions take SQLite's write lock at once."""
    return _engine(lambda: _connect(path, "rw"), "BEGIN IMMEDIATE")


def reading_engine(path: Path) -> Engine:
    """Return an engine that changes nothing, also where nothing may be written."""
    return _engine(lambda: _connect_for_reading(path), "BEGIN")


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn the database's errors into those a caller can act on."""
    try:
        yield
    except IntegrityError:
        raise  # no fault of the file: two rows were written under one key
    except DatabaseError as error:
        raise _plain(error.orig, path) from error
    except sqlite3.DatabaseError as error:
        raise _plain(error, path) from error


def use_wal(connection: Connection) -> None:
    """Let readers read while this connection writes. Outside of a transaction."""
    driver = _driver(connection)
    driver.execute("PRAGMA journal_mode = WAL")
    driver.execute("PRAGMA synchronous = FULL")


def leave_wal(connection: Connection) -> None:
    """Make the chronicle one file again; where readers are at it, the next writer will."""
    driver = _driver(connection)
    driver.execute("PRAGMA busy_timeout = 200")
    try:
        driver.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if not _is_busy(error):
            raise


def schema_number(connection: Connection) -> int:
    """Return the number of the newest migration the file has seen."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_schema_number(connection: Connection, number: int) -> None:
    """Record the schema's number in the file's head, in the current transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number:d}")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        msg = f"not an SQLite connection: {driver!r}"
        raise TypeError(msg)
    return driver


def _engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    # The driver's own transactions begin too late and without the lock we want.
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open read-only in effect.

    ``rw`` comes first because only such a connection can clear up after a killed
    writer; then ``ro`` for files we may not write; then ``immutable`` for a file left
    in WAL mode in a folder where nobody can write.
    """
    failed: sqlite3.OperationalError | None = None
    for mode in ("rw", "ro", "ro&immutable=1"):
        connection: sqlite3.Connection | None = None
        try:
            connection = _connect(path, mode)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            failed = error
            if connection is not None:
                connection.close()
            if _is_busy(error):
                break
        else:
            return connection
    raise failed or sqlite3.OperationalError(str(path))


def _is_busy(error: BaseException | None) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _plain(error: BaseException | None, path: Path) -> ChronistError:
    if _is_busy(error):
        return StoryBusy(
            f"{path} is being written by another process. Try again when it is done."
        )
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return StoryUnreadable(
            f"no room left on the disk of {path}. The last complete state is kept; "
            "make room and run the command again."
        )
    return StoryUnreadable(
        f"{path} cannot be read or written: {error}. If the file is damaged, restore a "
        "copy or build the chronicle again from its reports."
    )
