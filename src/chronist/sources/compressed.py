"""Single files packed with gzip, web archives among them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import IO

from chronist.sources.item import Item, Reading, Result
from chronist.sources.names import suffix
from chronist.sources.options import SourceOptions
from chronist.sources.stream import guarded

_UNKNOWN_SIZE = -1


def read_gzip(item: Item, reading: Reading) -> Iterator[Result]:
    """Read what is packed as if it lay there unpacked, under the same source."""
    inner = Item(
        source=item.source,
        name=item.name[:-3] if suffix(item.name) == ".gz" else item.name,
        size=_UNKNOWN_SIZE,
        open=lambda: _unpacked(item, reading.options),
        depth=item.depth + 1,
    )
    yield from reading.inner(inner)


class _Counted:
    """A stream that knows how much was read from it."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self.used = 0

    def read(self, size: int, /) -> bytes:
        data = self._packed.read(size)
        self.used += len(data)
        return data

    def seek(self, position: int, /) -> object:
        return self._packed.seek(position)


class _Gunzip(gzip.GzipFile):
    """GzipFile that also closes the stream it was given."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._below = packed
        self.counted = _Counted(packed)
        super().__init__(fileobj=self.counted, mode="rb")

    def close(self) -> None:
        super().close()
        self._below.close()


def _unpacked(item: Item, options: SourceOptions) -> IO[bytes]:
    stream = _Gunzip(item.open())
    # It reads ahead by one block, which only makes the ratio look smaller.
    return guarded(stream, lambda: stream.counted.used, options)
