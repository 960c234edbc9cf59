"""Zip archives, and the formats that are zips: DOCX and WACZ."""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from chronist.model.report import FailureKind
from chronist.sources.docx import read_docx
from chronist.sources.item import Item, Reading, Result
from chronist.sources.names import (
    in_archive,
    is_companion,
    page_folders,
    sort_key,
    suffix,
)
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Exhausted, Refused
from chronist.sources.stream import check_ratio, damaged, guarded

_END_OF_DIRECTORY = b"PK\x05\x06"
_END_BYTES = 22 + 65535
"""The record that ends a zip, with the longest comment."""
_DIRECTORY_BYTES_PER_MEMBER = 1024
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_OFFICE = ("xl/workbook", "ppt/presentation", "content.xml", "META-INF/container.xml")
_WEB_RECORDS = "archive/"


def read_zip(item: Item, reading: Reading) -> Iterator[Result]:
    """Read each member of an archive; nothing of it is ever written to disk."""
    options = reading.options
    with _seekable(item, options) as stream:
        _check_directory(stream, options)
        with _open_zip(stream) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                yield from read_docx(item, archive.infolist(), reading)
                return
            _refuse_office(item, names)
            yield from _members(item, archive, reading)


def _seekable(item: Item, options: SourceOptions) -> IO[bytes]:
    """Return the file itself, or, of an archive in an archive, all of it in memory."""
    if item.depth == 0:
        return item.open()
    return io.BytesIO(item.whole(options.max_file_bytes))


def _check_directory(stream: IO[bytes], options: SourceOptions) -> None:
    """Refuse a table of contents too long to be held: zipfile reads it whole."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_BYTES))
    tail = stream.read()
    at = tail.rfind(_END_OF_DIRECTORY)
    directory = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if directory > options.max_members * _DIRECTORY_BYTES_PER_MEMBER:
        raise Exhausted(_too_many(options))
    stream.seek(0)


def _too_many(options: SourceOptions) -> str:
    return (
        f"The archive holds more than {options.max_members:,} files. Split it, or "
        "unpack it and give the folder."
    )


@contextmanager
def _open_zip(stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        # NotImplementedError: a zip version of the future; ValueError: names that
        # are not in the encoding they claim, offsets before the file's start.
        raise damaged() from error
    with archive:
        yield archive


def _refuse_office(item: Item, names: set[str]) -> None:
    if suffix(item.name) == ".docx":
        reason = "It is not a Word document, whatever its name says. Save it as one."
        raise Refused(FailureKind.CORRUPT, reason)
    if "[Content_Types].xml" in names or any(
        name.startswith(_OFFICE) for name in names
    ):
        reason = (
            "It is a document of a kind that is not read (a spreadsheet, slides, "
            "OpenDocument or an e-book). Save it as DOCX, PDF or CSV."
        )
        raise Refused(FailureKind.UNSUPPORTED, reason)


def _members(
    item: Item, archive: zipfile.ZipFile, reading: Reading
) -> Iterator[Result]:
    named = _worth_reading(archive)
    if not named:
        reason = "There are no files in this archive. Pack it again with the reports."
        raise Refused(FailureKind.EMPTY, reason)
    if all(info.flag_bits & _ENCRYPTED for _, info in named):
        raise _locked()
    for name, info in named:
        reading.meter.spend(info.file_size)
        yield from reading.inner(_member(item, name, (archive, info), reading.options))


def _worth_reading(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    named = [(in_archive(_name(info)), info) for info in infos]
    if any(info.filename == "datapackage.json" for info in infos):
        return sorted(
            ((name, info) for name, info in named if name.startswith(_WEB_RECORDS)),
            key=_order,
        )
    saved_with_pages = page_folders(name for name, _ in named)
    return sorted(
        (pair for pair in named if not _passed_over(pair[0], saved_with_pages)),
        key=_order,
    )


def _order(named: tuple[str, zipfile.ZipInfo]) -> tuple[tuple[str, ...], int]:
    return sort_key(named[0]), named[1].header_offset


def _passed_over(name: str, saved_with_pages: frozenset[str]) -> bool:
    path = PurePosixPath(name)
    folders = {str(parent).casefold() for parent in path.parents}
    return any(map(is_companion, path.parts)) or bool(folders & saved_with_pages)


def _member(
    item: Item,
    name: str,
    place: tuple[zipfile.ZipFile, zipfile.ZipInfo],
    options: SourceOptions,
) -> Item:
    archive, info = place
    is_web_archive = name.startswith(_WEB_RECORDS) and ".warc" in name
    return Item(
        # Pages of a WACZ are found by their address; which WARC inside is no matter.
        source=item.source if is_web_archive else f"{item.source}/{name}",
        name=PurePosixPath(name).name,
        size=info.file_size,
        open=lambda: _open_member(archive, info, options),
        depth=item.depth + 1,
    )


def _open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, options: SourceOptions
) -> IO[bytes]:
    if info.flag_bits & _ENCRYPTED:
        raise _locked()
    if stat.S_ISLNK(info.external_attr >> 16):
        reason = "It is a link, not a file. Pack the file itself."
        raise Refused(FailureKind.UNSUPPORTED, reason)
    check_ratio(info.file_size, info.compress_size, options)
    try:
        stream = archive.open(info)
    except NotImplementedError as error:
        reason = "It is packed in a way that is not read. Pack it again as plain zip."
        raise Refused(FailureKind.UNSUPPORTED, reason) from error
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        # ValueError: the member is said to begin before the file does.
        raise damaged() from error
    return guarded(stream, lambda: info.compress_size, options)


def _locked() -> Refused:
    reason = "It has a password. Unpack it and give the folder."
    return Refused(FailureKind.ENCRYPTED, reason)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; macOS writes UTF-8 and forgets to say so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        name = info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename
    return unicodedata.normalize("NFC", name)
