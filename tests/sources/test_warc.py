"""WARC and WACZ archives."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from chronist.model.report import MediaType, Metadata, RawReport
from chronist.sources.options import SourceOptions
from chronist.sources.read import read_sources
from tests.sources.builders import PAGE, STORY, packed, pdf, png, read, warc

URL = "https://www.tagesschau.de/ausland/minsk-101.html"


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_are_read_and_the_rest_passed_over(tmp_path: Path, gzipped: bool) -> None:
    data = warc(
        (URL, "text/html; charset=utf-8", PAGE.encode()),
        ("https://www.tagesschau.de/logo.png", "image/png", png()),
        ("https://www.tagesschau.de/robots.txt", "text/plain", b"User-agent: *"),
        ("https://www.tagesschau.de/x.json", "application/json", b"{}"),
        ("https://example.org/a.txt", "text/plain", STORY.encode("cp1252")),
        (URL, "text/html", PAGE.encode()),
        gzipped=gzipped,
    )
    (tmp_path / "a.warc").write_bytes(data)
    first, second, third = read_sources([tmp_path])
    assert first == RawReport(
        f"a.warc#{URL}", PAGE, MediaType.HTML, Metadata(url=URL, outlet="tagesschau.de")
    )
    assert second == RawReport(
        "a.warc#https://example.org/a.txt",
        STORY,
        MediaType.PLAIN,
        Metadata(url="https://example.org/a.txt"),
    )
    assert third.source == f"a.warc#{URL}@6"


def test_a_pdf_in_a_web_archive(tmp_path: Path) -> None:
    address = "https://example.org/bericht.pdf"
    (tmp_path / "a.warc.gz").write_bytes(warc((address, "application/pdf", pdf())))
    (result,) = read_sources([tmp_path])
    assert isinstance(result, RawReport)
    assert result.source == f"a.warc.gz#{address}"
    assert result.media_type is MediaType.PAGES


@pytest.mark.parametrize(
    ("encoding", "body", "expected"),
    [
        ("gzip", gzip.compress(PAGE.encode()), PAGE),
        ("deflate", zlib.compress(PAGE.encode()), PAGE),
        ("gzip", PAGE.encode(), PAGE),
        ("br", PAGE.encode(), PAGE),
        ("br", b"\x0b\x02\x80abc\x03", "unsupported"),
        ("gzip", b"\x1f\x8bkaputt", "corrupt"),
    ],
)
def test_packed_pages(
    tmp_path: Path, encoding: str, body: bytes, expected: str
) -> None:
    data = warc((URL, "text/html", body), headers=(("Content-Encoding", encoding),))
    (tmp_path / "a.warc.gz").write_bytes(data)
    assert read(tmp_path) == [(f"a.warc.gz#{URL}", expected)]


def test_chunked_pages(tmp_path: Path) -> None:
    body = PAGE.encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    data = warc((URL, "text/html", chunks), headers=(("Transfer-Encoding", "chunked"),))
    (tmp_path / "a.warc").write_bytes(data)
    assert read(tmp_path) == [(f"a.warc#{URL}", PAGE)]


def test_pages_before_the_damage_are_kept(tmp_path: Path) -> None:
    whole = warc((URL, "text/html", PAGE.encode()), gzipped=False)
    (tmp_path / "a.warc").write_bytes(whole + b"Unsinn\r\n" * 9)
    assert read(tmp_path) == [(f"a.warc#{URL}", PAGE), ("a.warc", "corrupt")]


def test_a_page_over_budget_does_not_hide_the_next(tmp_path: Path) -> None:
    big = PAGE.encode() + b" " * 200_000
    data = warc((URL, "text/html", big), (URL + "?2", "text/html", PAGE.encode()))
    (tmp_path / "a.warc.gz").write_bytes(data)
    assert read(tmp_path, SourceOptions(max_file_bytes=100_000)) == [
        (f"a.warc.gz#{URL}", "too_large"),
        (f"a.warc.gz#{URL}?2", PAGE),
    ]


def test_wacz_gives_the_pages_of_its_warcs_under_its_own_name(tmp_path: Path) -> None:
    members: dict[str, bytes | str] = {
        "archive/data.warc.gz": warc((URL, "text/html", PAGE.encode())),
        "indexes/index.cdx.gz": gzip.compress(b"nichts"),
        "pages/pages.jsonl": '{"title": "x", "text": "y"}',
        "datapackage.json": "{}",
    }
    (tmp_path / "a.wacz").write_bytes(packed(members, stored=True))
    assert read(tmp_path) == [(f"a.wacz#{URL}", PAGE)]
