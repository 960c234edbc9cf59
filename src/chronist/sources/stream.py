"""Reading what is packed, without being flooded by it."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Protocol

from chronist.model.report import FailureKind
from chronist.sources.item import in_words
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Refused

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_DAMAGED = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError)
"""What zipfile, gzip and the decompressors under them raise on damaged data."""


class Packed(Protocol):
    """What unpacks as it is read."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` unpacked bytes."""

    def close(self) -> None:
        """Release what lies below."""


class _Guarded(io.RawIOBase):
    """A stream whose errors are refusals and whose growth is watched."""

    def __init__(
        self, inner: Packed, packed: Callable[[], int], options: SourceOptions
    ) -> None:
        self._inner = inner
        self._packed = packed
        self._options = options
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._read(len(view))
        self._unpacked += len(data)
        check_ratio(self._unpacked, self._packed(), self._options)
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()

    def _read(self, size: int) -> bytes:
        try:
            return self._inner.read(size)
        except EOFError as error:
            reason = "The file breaks off before its end. Copy or fetch it again."
            raise Refused(FailureKind.CORRUPT, reason) from error
        except _DAMAGED as error:
            raise damaged() from error


def guarded(
    inner: Packed, packed: Callable[[], int], options: SourceOptions
) -> io.BufferedReader:
    """Return ``inner``, which unpacks as it is read; ``packed`` tells bytes used up."""
    return io.BufferedReader(_Guarded(inner, packed, options))


def check_ratio(unpacked: int, packed: int, options: SourceOptions) -> None:
    """Refuse data that grows beyond all measure."""
    if unpacked <= options.ratio_free_bytes:
        return
    if unpacked > options.max_ratio * max(packed, 1):
        reason = (
            f"It unpacks to more than {options.max_ratio} times its size "
            f"({in_words(unpacked)} and more), which no text does. Leave it out."
        )
        raise Refused(FailureKind.OVER_BUDGET, reason)


def damaged() -> Refused:
    """Return the refusal of a file whose packed data is broken."""
    reason = "The packed data is damaged. Copy or fetch the file again."
    return Refused(FailureKind.CORRUPT, reason)


def read_at_most(stream: IO[bytes], limit: int) -> bytes:
    """Return all bytes of a stream that may give fewer than asked, up to ``limit``."""
    parts: list[bytes] = []
    left = limit
    while left > 0:
        part = stream.read(min(left, 1 << 16))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
