"""The one implementation of ``Store``, over SQLAlchemy Core."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp

from sqlalchemy import Connection, insert

from chronist.errors import StoryUnreadable
from chronist.store import sqlite, tables
from chronist.store.lock import writer_lock
from chronist.store.migrations import MIGRATIONS, NEWEST
from chronist.store.sql_view import SqlView
from chronist.store.sql_writer import SqlWriter


class SqlStore:
    """A chronicle in one SQLite file.

    Use ``open_store`` for a chronicle that is there, ``create_store`` before a build.
    """

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self.path = path

    @contextmanager
    def view(self) -> Iterator[SqlView]:
        """Open the last committed state for reading."""
        sqlite.check_is_chronicle(self.path)
        with sqlite.plain_errors(self.path):
            engine = sqlite.reading_engine(self.path)
            with engine.connect() as connection, connection.begin():
                self._refuse_newer(connection)
                yield SqlView(connection)

    @contextmanager
    def writer(self) -> Iterator[SqlWriter]:
        """Open for writing; ``StoryBusy`` at once if somebody else has."""
        sqlite.check_is_chronicle(self.path)
        with (
            writer_lock(self.path),
            sqlite.plain_errors(self.path),
            sqlite.writing_engine(self.path).connect() as connection,
        ):
            with connection.begin():
                self._refuse_newer(connection)
            _migrate(connection)
            sqlite.use_wal(connection)
            try:
                yield SqlWriter(connection)
            finally:
                if connection.in_transaction():
                    connection.rollback()
                sqlite.leave_wal(connection)

    def _refuse_newer(self, connection: Connection) -> None:
        found = sqlite.schema_number(connection)
        if found > NEWEST:
            msg = (
                f"{self.path} was written by a newer Chronist (schema {found}, this one "
                f"knows {NEWEST}). Update Chronist."
            )
            raise StoryUnreadable(msg)


def open_store(path: Path) -> SqlStore:
    """Return the store of an existing chronicle; the file's head is checked."""
    sqlite.check_is_chronicle(path)
    return SqlStore(path)


def create_store(path: Path) -> SqlStore:
    """Return the store of the chronicle at ``path``, made empty if there is none.

    The file appears under its name complete or not at all.
    """
    if not path.exists() or path.stat().st_size == 0:
        _make(path)
    return open_store(path)


def _make(path: Path) -> None:
    try:
        handle, name = mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        msg = f"cannot write {path}: {error.strerror}. Check the folder given after -o."
        raise StoryUnreadable(msg) from error
    os.close(handle)
    temporary = Path(name)
    try:
        with (
            sqlite.plain_errors(path),
            sqlite.writing_engine(temporary).connect() as connection,
        ):
            _migrate(connection)
        temporary.chmod(0o666 & ~_umask())
        _give_name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _give_name(temporary: Path, path: Path) -> None:
    """Move without overwriting a chronicle that somebody made in the meantime."""
    if path.exists() and path.stat().st_size == 0:
        temporary.replace(path)
        return
    with suppress(FileExistsError):
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            temporary.rename(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _migrate(connection: Connection) -> None:
    for migration in MIGRATIONS:
        with connection.begin():
            if sqlite.schema_number(connection) >= migration.number:
                continue
            migration.apply(connection)
            connection.execute(
                insert(tables.migration).values(
                    number=migration.number,
                    name=migration.name,
                    applied_at=datetime.now(UTC).isoformat(),
                )
            )
            sqlite.set_schema_number(connection, migration.number)
