"""The file: killed writers, busy writers, foreign and newer files, read-only disks."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from chronist.errors import StoryBusy, StoryNotFound, StoryUnreadable
from chronist.store import migrations, tables
from chronist.store.lock import lock_path
from chronist.store.sql import SqlStore, create_store, open_store
from tests.store import literal_pile

ROOT = Path(__file__).parents[2]


def _run_and_die(path: Path, where: str) -> None:
    died = subprocess.run(  # our own code
        [sys.executable, "-m", "tests.store.killed_writer", str(path), where],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()


def _ids(store: SqlStore) -> list[str]:
    with store.view() as view:
        return [r.id for r in view.reports()]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize(
    ("where", "left"),
    [
        ("opened", ["r-1", "r-2"]),
        ("staged", ["r-1", "r-2"]),
        ("half way", ["r-1", "r-2"]),
        ("committing", ["r-1", "r-2"]),
        ("committed", ["r-2"]),
    ],
)
def test_killed_writer_leaves_the_last_complete_state(
    tmp_path: Path, where: str, left: list[str]
) -> None:
    path = tmp_path / "s.chronicle"
    with create_store(path).writer() as writer:
        literal_pile.write(writer)
    _run_and_die(path, where)
    store = open_store(path)
    assert _ids(store) == left
    with store.writer() as writer:
        literal_pile.write(writer, (1,))
    assert _ids(store) == ["r-1"]
    assert [p.name for p in tmp_path.iterdir()] == ["s.chronicle"]


@pytest.mark.parametrize("where", ["opened", "staged", "committing"])
def test_killed_first_build_leaves_an_empty_chronicle(
    tmp_path: Path, where: str
) -> None:
    path = tmp_path / "s.chronicle"
    _run_and_die(path, where)
    assert _ids(open_store(path)) == []
    with open_store(path).writer() as writer:
        assert writer.has_analysis("y-1") is (where != "opened")


def test_killed_while_the_file_is_made_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "s.chronicle"
    _run_and_die(path, "making")
    assert not path.exists()
    with create_store(path).writer() as writer:
        literal_pile.write(writer)
    assert _ids(open_store(path)) == ["r-1", "r-2"]


def test_second_writer_is_told_at_once(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with (
        store.writer(),
        pytest.raises(StoryBusy, match="Wait until its build ends"),
        store.writer(),
    ):
        pass
    with store.writer() as writer:
        literal_pile.write(writer)
    assert not lock_path(store.path).exists()


def test_other_process_reads_during_a_build(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
        literal_pile.stage(writer)
        code = (
            "import sys; from pathlib import Path\n"
            "from chronist.store.sql import open_store\n"
            "with open_store(Path(sys.argv[1])).view() as view:\n"
            "    print(len(list(view.reports())))"
        )
        told = subprocess.run(  # our own code
            [sys.executable, "-c", code, str(store.path)],
            capture_output=True,
            text=True,
            check=True,
        )
    assert told.stdout == "2\n"


def test_long_reader_keeps_its_state_and_stops_nobody(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
        with store.view() as view:
            literal_pile.write(writer, (2,))
            assert [r.id for r in view.reports()] == ["r-1", "r-2"]
    assert _ids(store) == ["r-2"]


def test_writer_leaves_while_somebody_reads(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    writing = store.writer()
    writer = writing.__enter__()
    literal_pile.write(writer)
    with store.view() as view:
        writing.__exit__(None, None, None)
        assert len(list(view.reports())) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["s.chronicle"]


def test_file_at_rest_opens_where_nothing_may_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "cd"
    folder.mkdir()
    store = create_store(folder / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    before = store.path.read_bytes()
    store.path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert _ids(store) == ["r-1", "r-2"]
    finally:
        folder.chmod(0o755)
    assert store.path.read_bytes() == before


def test_there_is_no_chronicle(tmp_path: Path) -> None:
    with pytest.raises(StoryNotFound, match="chronist build"):
        open_store(tmp_path / "none.chronicle")


@pytest.mark.parametrize("content", [b"text", b"SQLite format 3\x00" + b"\x00" * 200])
def test_other_files_are_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    for refuse in (open_store, create_store):
        with pytest.raises(StoryUnreadable, match="not a chronicle"):
            refuse(path)
    assert path.read_bytes() == content


def test_empty_file_may_become_a_chronicle(tmp_path: Path) -> None:
    path = tmp_path / "s.chronicle"
    path.touch()
    with pytest.raises(StoryUnreadable):
        open_store(path)
    assert _ids(create_store(path)) == []


def test_folder_is_not_a_chronicle(tmp_path: Path) -> None:
    with pytest.raises(StoryUnreadable):
        open_store(tmp_path)


def test_folder_of_the_chronicle_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoryUnreadable, match="Check the folder"):
        create_store(tmp_path / "none" / "s.chronicle")


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    with pytest.raises(StoryUnreadable, match="newer"), store.view():
        pass
    with pytest.raises(StoryUnreadable, match="newer"), store.writer():
        pass


@pytest.mark.parametrize("broken", ["cut", "garbled"])
def test_damaged_file_says_what_to_do(tmp_path: Path, broken: str) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    whole = store.path.read_bytes()
    half = len(whole) // 2
    store.path.write_bytes(
        whole[:4096] if broken == "cut" else whole[:4096] + b"\xff" * (2 * half)
    )
    with pytest.raises(StoryUnreadable, match="build the chronicle again"):
        _ids(store)


def test_migrations_lead_to_the_tables(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    engine = create_engine(f"sqlite:///{store.path}")
    found = inspect(engine)
    for table in tables.metadata.sorted_tables:
        columns = {
            (c["name"], str(c["type"]), c["nullable"])
            for c in found.get_columns(table.name)
        }
        assert columns == {
            (c.name, str(c.type.compile(engine.dialect)), bool(c.nullable))
            for c in table.columns
        }
        indexes = {i["name"] for i in found.get_indexes(table.name)}
        assert indexes == {i.name for i in table.indexes}
        key = found.get_pk_constraint(table.name)["constrained_columns"]
        assert key == [c.name for c in table.primary_key.columns]
    engine.dispose()
