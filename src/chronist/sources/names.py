"""Names of files: how a source is called, and which files are no reports at all."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

_COMPANIONS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db"})
_COMPANION_STARTS = (".", "~$")
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_PAGE_FOLDER_ENDINGS = ("_files", "-dateien", "_dateien", "-files")
"""What browsers, English and German, call the folder beside a saved page."""


def presentable(name: str) -> str:
    r"""Return a file name as NFC text that UTF-8 can hold.

    Names that are not UTF-8 on disk keep their odd bytes as ``\xNN``.

    >>> presentable("Gespra\u0308che.txt") == "Gespr\u00e4che.txt"
    True
    """
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)


def in_archive(name: str) -> str:
    """Return a member's name as a plain relative path: no root, no way upwards.

    >>> in_archive("../../etc/bericht.txt"), in_archive("C:\\\\alt\\\\bericht.txt")
    ('etc/bericht.txt', 'alt/bericht.txt')
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    kept = [p for p in parts if p not in ("/", "..", ".") and not p.endswith(":")]
    text = "/".join(kept).encode("utf-8", "backslashreplace").decode("utf-8")
    return unicodedata.normalize("NFC", text) or "unnamed"


def is_companion(name: str) -> bool:
    """Whether a name is hidden or one that systems and office programs leave behind."""
    return name.startswith(_COMPANION_STARTS) or name.casefold() in _COMPANIONS


def page_folders(names: Iterable[str]) -> frozenset[str]:
    """Return, in lower case, the folders that browsers save beside these pages."""
    stems = [
        os.path.splitext(name)[0].casefold()  # noqa: PTH122 — a bare name, no path
        for name in names
        if PurePosixPath(name).suffix.casefold() in _PAGE_SUFFIXES
    ]
    return frozenset(stem + end for stem in stems for end in _PAGE_FOLDER_ENDINGS)


def sort_key(source: str) -> tuple[str, ...]:
    """Return what sources are sorted by: folder by folder, in code point order."""
    return PurePosixPath(source).parts


def suffix(name: str) -> str:
    """Return the last extension in lower case, with its dot."""
    return PurePosixPath(name).suffix.casefold()


class Labels:
    """Gives every row of a table and every page of an archive a label of its own."""

    def __init__(self, source: str) -> None:
        """Start with no label given for ``source``."""
        self._source = source
        self._given: set[str] = set()

    def label(self, own: str | None, number: int) -> str:
        """Return ``source#own``; the number stands in, or makes a repeated id unique."""
        name = presentable(own.strip()) if own and own.strip() else str(number)
        if name in self._given:
            name = f"{name}@{number}"
        self._given.add(name)
        return f"{self._source}#{name}"
