"""Lines of a file of any size, each of bounded length."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import IO

from chronist.model.report import FailureKind
from chronist.sources.decode import encoding_of
from chronist.sources.item import Item, in_words
from chronist.sources.mojibake import repair_mojibake
from chronist.sources.refusal import Refused


def lines(item: Item, limit: int) -> Iterator[str]:
    """Yield the lines with their endings, decoded; refuse one over ``limit`` bytes.

    The encoding is told from the beginning. If that is all ASCII, each line is UTF-8
    or, failing that, Windows-1252.
    """
    encoding = encoding_of(item.head())
    with item.open() as stream:
        is_wide = bool(encoding) and str(encoding).startswith(("utf-16", "utf-32"))
        read = _wide(stream, str(encoding)) if is_wide else _narrow(stream, encoding)
        number = 1
        while line := read(limit, number):
            yield repair_mojibake(line.removeprefix("\ufeff") if number == 1 else line)
            number += 1


def _narrow(stream: IO[bytes], encoding: str | None) -> Callable[[int, int], str]:
    def read(limit: int, number: int) -> str:
        line = stream.readline(limit + 1)
        if len(line) > limit:
            raise _too_long(number, limit)
        return _decoded(line, encoding)

    return read


def _wide(stream: IO[bytes], encoding: str) -> Callable[[int, int], str]:
    wide = io.TextIOWrapper(stream, encoding, errors="replace", newline="")

    def read(limit: int, number: int) -> str:
        line = wide.readline(limit + 1)
        if len(line) > limit:
            raise _too_long(number, limit)
        return line

    return read


def _decoded(line: bytes, encoding: str | None) -> str:
    try:
        return line.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            return line.decode(encoding, "replace")
    return line.decode("cp1252", "replace")


def _too_long(number: int, limit: int) -> Refused:
    reason = (
        f"Line {number:,} is longer than {in_words(limit)}; no report is. Check that "
        "each row stands on a line of its own."
    )
    return Refused(FailureKind.TOO_LARGE, reason)
