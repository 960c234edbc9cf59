"""Writes a chronicle and kills itself at the point named: run by ``test_sqlite``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Table

from chronist.store import sql, sql_writer
from chronist.store.rows import Row
from tests.store import literal_pile


def die(*_: object) -> NoReturn:
    """End as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def arrange(where: str) -> None:
    """Put the end where no code of ours gets to run after it."""
    if where == "making":
        sql._give_name = die
    if where == "committing":
        sql_writer.SqlWriter._forget_unused = die  # type: ignore[method-assign]
    if where == "half way":
        plain = sql_writer.SqlWriter._put_all

        def put_all(
            self: sql_writer.SqlWriter, table: Table, rows: Iterable[Row]
        ) -> None:
            plain(self, table, rows)
            if table.name == "entry":
                die()

        sql_writer.SqlWriter._put_all = put_all  # type: ignore[method-assign]


def main(path: Path, where: str) -> None:
    """Write as a build does."""
    arrange(where)
    with sql.create_store(path).writer() as writer:
        if where == "opened":
            die()
        record = writer.begin_run("build", {})
        literal_pile.stage(writer)
        if where == "staged":
            die()
        writer.commit(literal_pile.pile((2,)), record)
        die()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
