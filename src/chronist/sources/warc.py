"""Web archives: the pages among the records of a WARC."""

from __future__ import annotations

import gzip
import logging
import zlib
from collections.abc import Iterator
from typing import IO

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.bufferedreaders import (  # type: ignore[import-untyped]
    BufferedReader,
    ChunkedDataReader,
)
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import (  # type: ignore[import-untyped]
    StatusAndHeadersParserException,
)

from chronist.model.report import Failure, FailureKind, MediaType, Metadata
from chronist.sources.decode import decode
from chronist.sources.gate import report
from chronist.sources.html import decode_page
from chronist.sources.item import Item, Reading, Result, item_of_bytes, too_large
from chronist.sources.names import Labels
from chronist.sources.outlets import outlet_of
from chronist.sources.refusal import Refused
from chronist.sources.stream import check_ratio, read_at_most

logging.getLogger("warcio").addHandler(logging.NullHandler())
# Its remarks on odd addresses would stand in the middle of the progress line.

_PAGES = ("text/html", "application/xhtml+xml")
_PDF, _PLAIN = "application/pdf", "text/plain"
_HEADER_LINE_BYTES = 64 * 1024
_WITH_CONTENT = ("response", "resource")
_STEP = 1 << 16


class _Lines(BufferedReader):  # type: ignore[misc]  # warcio ships no types
    """warcio's reader, with an end to the length of a header line."""

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(
            min(length or _HEADER_LINE_BYTES, _HEADER_LINE_BYTES)
        )
        if len(line) >= _HEADER_LINE_BYTES and not line.endswith(b"\n"):
            raise _damaged()
        return line


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio ships no types
    """warcio's iterator over unpacked records, which keeps quiet on standard error."""

    INC_RECORD = ""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(stream)
        self.reader = _Lines(self.fh)


def read_warc(item: Item, reading: Reading) -> Iterator[Result]:
    """Read the pages, texts and PDFs among the records, as ``file#address``.

    Pictures, scripts and pages that were not found are passed over silently. The day
    of the capture is not the day of publication and is left out.
    """
    labels = Labels(item.source)
    found = 0
    with item.open() as stream:
        for number, record in enumerate(_records(stream), start=1):
            kind = _kind(record)
            if kind:
                found += 1
                yield from _page(labels, number, (record, kind), (item, reading))
    if not found:
        reason = "There are no pages in this web archive. Archive the pages themselves."
        raise Refused(FailureKind.NOT_A_REPORT, reason)


def _records(stream: IO[bytes]) -> Iterator[ArcWarcRecord]:
    try:
        yield from _Records(stream)
    except (ArchiveLoadFailed, StatusAndHeadersParserException) as error:
        raise _damaged() from error
    except (AttributeError, ValueError, TypeError) as error:
        # A record without an address, a length or a type that warcio then works with.
        raise _damaged() from error


def _kind(record: ArcWarcRecord) -> str | None:
    """Return the media type of a record that may be a report."""
    if record.rec_type not in _WITH_CONTENT:
        return None
    if record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    else:
        kind = record.content_type or ""
    base = kind.split(";", 1)[0].strip().casefold()
    is_robots = _address(record).endswith("/robots.txt")
    return base if base in (*_PAGES, _PDF, _PLAIN) and not is_robots else None


def _page(
    labels: Labels,
    number: int,
    found: tuple[ArcWarcRecord, str],
    place: tuple[Item, Reading],
) -> Iterator[Result]:
    (record, kind), (item, reading) = found, place
    url = _address(record)
    source = labels.label(url, number)
    try:
        data = _content(record, reading)
        if kind == _PDF:
            inner = item_of_bytes(source, "page.pdf", data, item.depth + 1)
            yield from reading.inner(inner)
            return
        charset = _charset(record)
        is_page = kind in _PAGES
        text = decode_page(data, charset) if is_page else decode(data, charset)
        media_type = MediaType.HTML if is_page else MediaType.PLAIN
        metadata = Metadata(url=url or None, outlet=outlet_of(url))
        yield report(source, text, media_type, metadata, reading.options)
    except Refused as refused:
        yield Failure(source, refused.kind, refused.reason)


def _address(record: ArcWarcRecord) -> str:
    headers = record.rec_headers
    return headers.get_header("WARC-Target-URI") or headers.get_header("uri") or ""


def _charset(record: ArcWarcRecord) -> str | None:
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else None) or ""
    _, _, charset = kind.casefold().partition("charset=")
    return charset.strip("\"' ;") or None


def _content(record: ArcWarcRecord, reading: Reading) -> bytes:
    """Return the body as the server meant it, unpacked here so that it is bounded."""
    limit = reading.options.max_file_bytes
    headers = record.http_headers
    chunked = headers and headers.get_header("Transfer-Encoding") == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body = read_at_most(stream, limit + 1)
    packing = (headers.get_header("Content-Encoding") if headers else None) or ""
    unpacked = _unpacked(body, packing.strip().casefold(), reading)
    if len(unpacked) > limit:
        raise too_large(len(unpacked), limit)
    return unpacked


def _unpacked(body: bytes, packing: str, reading: Reading) -> bytes:
    if packing in ("", "identity"):
        return body
    if packing in ("gzip", "x-gzip", "deflate"):
        # Archivers often keep the header and unpack the body; then it is no gzip.
        is_packed = body.startswith((b"\x1f\x8b", b"\x78"))
        return _inflated(body, reading) if is_packed else body
    if body.lstrip()[:1] == b"<":
        return body
    reason = (
        f"The page is packed in a way that is not read ({packing[:20]}). Archive it "
        "again without compression."
    )
    raise Refused(FailureKind.UNSUPPORTED, reason)


def _inflated(body: bytes, reading: Reading) -> bytes:
    """Return gzip or zlib data unpacked, in steps so that a bomb is seen in time."""
    inflate = zlib.decompressobj(32 + zlib.MAX_WBITS)
    parts: list[bytes] = []
    total = 0
    try:
        while True:
            part = inflate.decompress(inflate.unconsumed_tail if parts else body, _STEP)
            parts.append(part)
            total += len(part)
            check_ratio(total, len(body), reading.options)
            if not inflate.unconsumed_tail or total > reading.options.max_file_bytes:
                return b"".join(parts)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise _damaged() from error


def _damaged() -> Refused:
    reason = "The web archive is damaged from here on. Fetch or archive it again."
    return Refused(FailureKind.CORRUPT, reason)
