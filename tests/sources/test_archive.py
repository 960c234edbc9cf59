"""Zips: which members are read, what they are called, and what they may cost."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from chronist.sources.options import SourceOptions
from chronist.sources.read import read_sources
from tests.sources.builders import PAGE, STORY, packed, read, word


def pile(tmp_path: Path, members: dict[str, bytes | str]) -> list[tuple[str, str]]:
    (tmp_path / "a.zip").write_bytes(packed(members))
    return read(tmp_path)


def test_members_of_every_kind_are_read_in_order(tmp_path: Path) -> None:
    members: dict[str, bytes | str] = {
        "b/bericht.docx": word(STORY),
        "a.csv": f"id;text\n1;{STORY}\n",
        "b/": "",
        "c.zip": packed({"d.txt": STORY}),
        "c.jsonl.gz": gzip.compress(b'{"id": "x", "text": "Kurz."}\n'),
    }
    assert pile(tmp_path, members) == [
        ("a.zip/a.csv#1", STORY),
        ("a.zip/b/bericht.docx", STORY),
        ("a.zip/c.jsonl.gz#x", "Kurz."),
        ("a.zip/c.zip/d.txt", STORY),
    ]


@pytest.mark.parametrize(
    "name", ["seite_files/x.html", ".git/x.txt", "__MACOSX/._x.txt", "o/Thumbs.db"]
)
def test_companions_in_archives_are_passed_over(tmp_path: Path, name: str) -> None:
    found = pile(tmp_path, {"seite.html": PAGE, name: "x"})
    assert found == [("a.zip/seite.html", PAGE)]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("/etc/x.txt", "etc/x.txt"),
        ("..\\..\\x.txt", "x.txt"),
        ("C:\\x.txt", "x.txt"),
        ("a/./b/../x.txt", "a/b/x.txt"),
        ("Gespra\u0308che.txt", "Gespr\u00e4che.txt"),
    ],
)
def test_names_never_lead_out(tmp_path: Path, name: str, source: str) -> None:
    assert pile(tmp_path, {name: STORY}) == [(f"a.zip/{source}", STORY)]


def test_utf8_names_without_the_flag_are_read_right(tmp_path: Path) -> None:
    data = packed({"Gespräche.txt": STORY})
    stripped = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        stripped[data.find(mark) + offset] &= ~0x08
    (tmp_path / "a.zip").write_bytes(bytes(stripped))
    assert read(tmp_path) == [("a.zip/Gespräche.txt", STORY)]


def test_a_directory_too_long_to_be_held_is_refused_before_it_is(
    tmp_path: Path,
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(3000):
            archive.writestr(f"{number}.txt", b"")
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    assert read(tmp_path, SourceOptions(max_members=10)) == [("a.zip", "over_budget")]


def test_a_spent_budget_stops_the_archive_but_not_the_pile(tmp_path: Path) -> None:
    inner = packed({"1.txt": STORY, "2.txt": STORY * 20, "3.txt": STORY})
    (tmp_path / "a.zip").write_bytes(packed({"i.zip": inner, "j.txt": STORY}))
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    assert read(tmp_path, SourceOptions(max_unpacked_bytes=len(inner) + 1000)) == [
        ("a.zip/i.zip/1.txt", STORY),
        ("a.zip", "over_budget"),
        ("b.txt", STORY),
    ]


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"../b.txt": STORY, "c.docx": word(STORY)}))
    assert len(list(read_sources([tmp_path]))) == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["a.zip"]
