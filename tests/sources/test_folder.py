"""Which files of a pile are read, what they are called, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chronist.model.report import Failure, FailureKind
from chronist.sources.folder import find_items

TEXT = "In Minsk haben am Sonntag Tausende gegen das Wahlergebnis protestiert.\n"


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


def sources(*paths: Path) -> list[str]:
    return [found.source for found in find_items(paths)]


def failures(*paths: Path) -> list[tuple[str, FailureKind]]:
    found = find_items(paths)
    return [(f.source, f.kind) for f in found if isinstance(f, Failure)]


def test_files_come_sorted_by_folder_and_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "Ä.txt", "B.txt"):
        write(tmp_path / name)
    assert sources(tmp_path) == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt", "Ä.txt"]


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    first, second = write(tmp_path / "x" / "1.txt"), write(tmp_path / "y" / "2.txt")
    assert sources(first, second) == sources(second, first) == ["1.txt", "2.txt"]


def test_a_file_given_twice_is_read_once_under_its_longer_name(tmp_path: Path) -> None:
    inner = write(tmp_path / "sub" / "a.txt")
    assert sources(inner, tmp_path) == sources(tmp_path, inner) == ["sub/a.txt"]


@pytest.mark.parametrize(
    "name",
    [
        ".versteckt.txt",
        ".git/config.txt",
        "Thumbs.db",
        ".DS_Store",
        "~$meldung.docx",
        "seite_files/skript.html",
        "seite-Dateien/werbung.html",
    ],
)
def test_companions_are_passed_over_silently(tmp_path: Path, name: str) -> None:
    write(tmp_path / "seite.html")
    write(tmp_path / name)
    assert sources(tmp_path) == ["seite.html"]


def test_a_folder_called_files_without_its_page_is_read(tmp_path: Path) -> None:
    write(tmp_path / "archiv_files" / "a.txt")
    assert sources(tmp_path) == ["archiv_files/a.txt"]


def test_decomposed_and_odd_names_become_presentable(tmp_path: Path) -> None:
    write(tmp_path / "Gespra\u0308che.txt")
    write(tmp_path / "zwei\nZeilen.txt")
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT, encoding="utf-8")
    assert sources(tmp_path) == [
        "Gespr\u00e4che.txt",
        "caf\\xe9.txt",
        "zwei\nZeilen.txt",
    ]


def test_links_inside_are_read_once_and_links_outside_are_refused(
    tmp_path: Path,
) -> None:
    outside = write(tmp_path / "anderswo" / "geheim.txt")
    pile = tmp_path / "stapel"
    write(pile / "b.txt")
    write(pile / ".annex" / "objekt.txt")
    (pile / "a.txt").symlink_to(pile / "b.txt")
    (pile / "c.txt").symlink_to(pile / ".annex" / "objekt.txt")
    (pile / "d.txt").symlink_to(outside)
    (pile / "e").symlink_to(outside.parent)
    (pile / "f.txt").symlink_to(pile / "fehlt.txt")
    (pile / "g.txt").symlink_to(pile / "g.txt")
    (pile / "h").symlink_to(pile)
    assert sources(pile) == ["b.txt", "c.txt", "d.txt", "e", "f.txt", "g.txt"]
    assert failures(pile) == [
        ("d.txt", FailureKind.UNSUPPORTED),
        ("e", FailureKind.UNSUPPORTED),
        ("f.txt", FailureKind.MISSING),
        ("g.txt", FailureKind.MISSING),
    ]


def test_a_given_link_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "stapel" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "stapel")
    assert sources(tmp_path / "link") == ["a.txt"]


def test_pipes_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    assert failures(tmp_path) == [("rohr.txt", FailureKind.UNSUPPORTED)]
    assert failures(tmp_path / "rohr.txt") == [("rohr.txt", FailureKind.UNSUPPORTED)]


def test_empty_folders_and_missing_paths_say_so(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    assert failures(tmp_path / "leer") == [("leer", FailureKind.EMPTY)]
    assert failures(tmp_path / "fehlt") == [("fehlt", FailureKind.MISSING)]
    assert failures(tmp_path / "a.txt" / "b") == [("b", FailureKind.MISSING)]


def test_a_given_link_to_itself_is_missing(tmp_path: Path) -> None:
    (tmp_path / "kreis").symlink_to(tmp_path / "kreis")
    assert failures(tmp_path / "kreis") == [("kreis", FailureKind.MISSING)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_is_listed(tmp_path: Path) -> None:
    closed = write(tmp_path / "zu" / "a.txt").parent
    closed.chmod(0)
    try:
        assert failures(tmp_path) == [("zu", FailureKind.NO_PERMISSION)]
    finally:
        closed.chmod(0o700)
