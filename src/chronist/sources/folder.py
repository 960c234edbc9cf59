"""Files and folders given in any mix, as a sorted list of items."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from chronist.model.report import Failure, FailureKind
from chronist.sources.item import Item
from chronist.sources.names import (
    is_companion,
    page_folders,
    presentable,
    sort_key,
)

Found = Item | Failure


@dataclass(frozen=True, slots=True)
class _Place:
    """A file that was found: what it is called, where it is, where it really is."""

    source: str
    path: Path
    real: Path


def find_items(paths: Sequence[Path]) -> list[Found]:
    """Return every file once, sorted by source; the order of ``paths`` is no matter.

    Links are followed only where the given path is one itself or where they lead to
    a file in the same folder. Nothing is opened here, so a pipe cannot hang.
    """
    places: dict[Path, _Place] = {}
    failures: set[Failure] = set()
    for path in paths:
        for found in _look(path):
            if isinstance(found, Failure):
                failures.add(found)
            else:
                _keep(places, found)
    items = [_item(place) for place in places.values()]
    return sorted([*items, *failures], key=_order)


def _order(found: Found) -> tuple[tuple[str, ...], str]:
    detail = found.reason if isinstance(found, Failure) else found.name
    return sort_key(found.source), detail


def _keep(places: dict[Path, _Place], place: _Place) -> None:
    """Keep one place per real file: the one that says most about where it lies."""
    before = places.get(place.real)
    if before is None or _preference(place) < _preference(before):
        places[place.real] = place


def _preference(place: _Place) -> tuple[bool, int, tuple[str, ...]]:
    is_link = place.path.is_symlink()
    parts = sort_key(place.source)
    return is_link, -len(parts), parts


def _look(path: Path) -> Iterator[_Place | Failure]:
    source = presentable(path.name or path.resolve().name)
    try:
        mode = path.stat().st_mode
        real = path.resolve()
    except OSError as error:
        yield _unreachable(source, error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(source, real)
    elif stat.S_ISREG(mode):
        yield _Place(source, path, real)
    else:
        yield _no_file(source)


def _folder(source: str, root: Path) -> Iterator[_Place | Failure]:
    empty = True
    for found in _walk(root):
        empty = False
        yield found
    if empty:
        reason = (
            "There are no files in this folder. Give the folder that holds reports."
        )
        yield Failure(source, FailureKind.EMPTY, reason)


def _walk(root: Path) -> Iterator[_Place | Failure]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            yield _unreachable(_source(folder, root), error)
            continue
        saved_with_pages = page_folders(entry.name for entry in entries)
        for entry in entries:
            if is_companion(entry.name):
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield from _file(entry, root)
            elif entry.name.casefold() not in saved_with_pages:
                waiting.append(Path(entry.path))


def _file(entry: os.DirEntry[str], root: Path) -> Iterator[_Place | Failure]:
    path = Path(entry.path)
    source = _source(path, root)
    if entry.is_symlink():
        yield from _link(source, path, root)
    elif entry.is_file(follow_symlinks=False):
        yield _Place(source, path, path)
    else:
        yield _no_file(source)


def _link(source: str, path: Path, root: Path) -> Iterator[_Place | Failure]:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself
        yield _unreachable(source, error)
        return
    if not real.is_relative_to(root):
        reason = "The link leads out of the folder. Copy the file there instead."
        yield Failure(source, FailureKind.UNSUPPORTED, reason)
    elif real.is_file():
        yield _Place(source, path, real)
    # A link to a folder inside is left alone: its files are found where they lie.


def _source(path: Path, root: Path) -> str:
    parts = path.relative_to(root).parts
    return str(PurePosixPath(*map(presentable, parts))) if parts else root.name


def _item(place: _Place) -> Found:
    try:
        size = place.real.stat().st_size
    except OSError as error:
        return _unreachable(place.source, error)
    return Item(place.source, place.path.name, size, lambda: place.real.open("rb"))


def _no_file(source: str) -> Failure:
    reason = "It is a pipe, a socket or a device, not a file. Leave it out."
    return Failure(source, FailureKind.UNSUPPORTED, reason)


def _unreachable(source: str, error: OSError | RuntimeError) -> Failure:
    if isinstance(error, OSError):
        return failure_of(source, error)
    reason = "The link leads to itself. Remove it."
    return Failure(source, FailureKind.MISSING, reason)


def failure_of(source: str, error: OSError) -> Failure:
    """Return what an error of the operating system means for a source."""
    if isinstance(error, PermissionError):
        reason = "You may not read it. Ask for the right to, or copy it."
        return Failure(source, FailureKind.NO_PERMISSION, reason)
    is_missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    if is_missing or error.errno == errno.ELOOP:
        reason = "There is no such file. Check the path."
        return Failure(source, FailureKind.MISSING, reason)
    reason = f"The disk does not give it: {error.strerror}. Copy it and try again."
    return Failure(source, FailureKind.CORRUPT, reason)
