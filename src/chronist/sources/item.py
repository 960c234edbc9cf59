"""One thing to be read, wherever it lies, and what a reader is given with it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from chronist.model.report import Failure, FailureKind, RawReport
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Exhausted, Refused

Result = RawReport | Failure
HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell what it is."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file, a member of an archive or an attachment of a mail.

    ``open`` gives a fresh binary stream each time; ``size`` is in bytes. ``depth``
    counts the archives and mails around it.
    """

    source: str
    name: str
    size: int
    open: Callable[[], IO[bytes]]
    depth: int = 0

    def head(self) -> bytes:
        """Return the first bytes, enough to tell what it is."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    def whole(self, limit: int) -> bytes:
        """Return all bytes; refuse, without reading on, what is over ``limit``."""
        if self.size > limit:
            raise too_large(self.size, limit)
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise too_large(len(data), limit)
        return data


def item_of_bytes(source: str, name: str, data: bytes, depth: int) -> Item:
    """Return an item whose content is already in memory."""
    return Item(source, name, len(data), lambda: io.BytesIO(data), depth)


class Meter:
    """What one file of the pile has unpacked so far."""

    def __init__(self, options: SourceOptions) -> None:
        """Start at nothing spent."""
        self._options = options
        self._bytes = 0
        self._members = 0

    def spend(self, size: int) -> None:
        """Count one more member of ``size`` bytes, or stop the whole archive."""
        self._bytes += size
        self._members += 1
        if self._members > self._options.max_members:
            reason = (
                f"The archive holds more than {self._options.max_members:,} files; "
                "the rest was not read. Split it, or unpack it and give the folder."
            )
            raise Exhausted(reason)
        if self._bytes > self._options.max_unpacked_bytes:
            reason = (
                "The archive unpacks to more than "
                f"{in_words(self._options.max_unpacked_bytes)}; the rest was not read. "
                "Split it, or unpack it and give the folder."
            )
            raise Exhausted(reason)


@dataclass(frozen=True, slots=True)
class Reading:
    """What every reader is given: options, the meter, and the way back in."""

    options: SourceOptions
    meter: Meter
    dispatch: Callable[[Item, Reading], Iterator[Result]]

    def inner(self, item: Item) -> Iterator[Result]:
        """Read something found inside another file."""
        return self.dispatch(item, self)


Reader = Callable[[Item, Reading], Iterator[Result]]


def too_large(size: int, limit: int) -> Refused:
    """Return the refusal of something of ``size`` bytes."""
    reason = (
        f"The file has {in_words(size)}; at most {in_words(limit)} are read. "
        "Split it into its reports."
    )
    return Refused(FailureKind.TOO_LARGE, reason)


def in_words(size: int) -> str:
    """Return a size in bytes as people write it.

    >>> in_words(64 * 1024 * 1024), in_words(1000)
    ('64 MiB', '1,000 bytes')
    """
    if size < 1024 * 1024:
        return f"{size:,} bytes"
    return f"{size // (1024 * 1024):,} MiB"
