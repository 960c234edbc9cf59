"""What a reader of sources may be told, and how much a file may cost."""

from __future__ import annotations

from dataclasses import dataclass

_KIB = 1024
_MIB = 1024 * _KIB


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of table columns, where they are not the usual ones.

    A name is matched as written in the table's head. In a table without a head a
    number names the column, counted from 1. None means "find it".
    """

    text: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    agency: str | None = None
    place: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Columns of tables, and the budgets that keep a hostile file small.

    Sizes are in bytes unless the name says otherwise. Tables, JSON Lines and web
    archives are streamed: they may be larger than ``max_file_bytes``, but no line
    and no record of theirs may be.
    """

    columns: Columns = Columns()
    max_file_bytes: int = 64 * _MIB
    """A document that has to be held whole: text, page, PDF, mail, JSON, record."""
    max_report_characters: int = 1_000_000
    """The text of one report; a long newspaper page has 40,000."""
    max_page_characters: int = 5_000_000
    """The HTML of one report, with the scripts and styles saved inside."""
    max_line_bytes: int = 8 * _MIB
    """One line of a table or of JSON Lines."""
    max_members: int = 10_000
    """Files in one archive, with those of archives inside it."""
    max_unpacked_bytes: int = 4096 * _MIB
    """All that one archive unpacks to; it is never on disk, and in memory in parts."""
    max_ratio: int = 200
    """Unpacked to packed size; German text packs about 3:1, repetitive HTML 30:1."""
    ratio_free_bytes: int = _MIB
    """Unpacked size up to which the ratio does not matter."""
    max_depth: int = 3
    """Archives and mails inside one another."""
    max_pages: int = 500
    """Pages of a PDF."""


DEFAULT_OPTIONS = SourceOptions()
