"""Files for the tests of sources, made with the libraries that write them."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import docx
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from chronist.model.report import Failure
from chronist.sources.options import DEFAULT_OPTIONS, SourceOptions
from chronist.sources.read import read_sources

STORY = (
    "Minsk. Die Regierung von Belarus hat am Mittwoch mit dem Nachbarland über einen "
    "neuen Kredit gesprochen. Das sagte ein Sprecher des Ministeriums nach der Sitzung. "
    "Über die Höhe der Summe und die Dauer wollten die Beteiligten nicht reden."
)
PAGE = (
    '<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8">'
    "<title>Gespräche in Minsk</title></head>"
    f"<body><article><h1>Gespräche in Minsk</h1><p>{STORY}</p></article></body></html>"
)


def read(path: Path, options: SourceOptions = DEFAULT_OPTIONS) -> list[tuple[str, str]]:
    """Return (source, text) of reports and (source, kind) of failures, in order."""
    return [
        (r.source, r.kind.value if isinstance(r, Failure) else r.text)
        for r in read_sources([path], options)
    ]


def pdf(
    text: str | None = STORY,
    *,
    pages: int = 1,
    picture: bool = False,
    lock: str | None = None,
    properties: Mapping[str, str] | None = None,
) -> bytes:
    document = FPDF()
    document.set_font("Helvetica", size=12)
    for key, value in (properties or {}).items():
        getattr(document, f"set_{key}")(value)
    if lock:
        document.set_encryption(
            owner_password=lock[::-1],
            user_password=lock,
            encryption_method=EncryptionMethod.RC4,
        )
    for _ in range(pages):
        document.add_page()
        if picture:
            document.image(io.BytesIO(png()), w=100)
        if text:
            document.multi_cell(0, 6, text)
    return bytes(document.output())


def png(side: int = 8) -> bytes:
    """Return a black square; fpdf2 needs Pillow for nothing else."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x00" * side) * side)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def word(*paragraphs: str, heading: str | None = None) -> bytes:
    document = docx.Document()
    if heading:
        document.add_heading(heading)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed(members: Mapping[str, bytes | str], *, stored: bool = False) -> bytes:
    stream = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return stream.getvalue()


def locked(members: Mapping[str, bytes | str]) -> bytes:
    """Return a zip whose members say that they are encrypted."""
    data = bytearray(packed(members, stored=True))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def warc(
    *records: tuple[str, str, bytes],
    gzipped: bool = True,
    status: str = "200 OK",
    headers: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """Return a web archive of (address, content type, body)."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzipped)
    for address, kind, body in records:
        http = StatusAndHeaders(
            status, [("Content-Type", kind), *headers], protocol="HTTP/1.1"
        )
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=http
        )
        writer.write_record(record)
        record.raw_stream.close()
    return stream.getvalue()


def mail(
    body: str | None = STORY,
    *,
    page: str | None = None,
    attachments: Mapping[str, bytes] | None = None,
    **headers: str,
) -> bytes:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Anna Beispiel <redaktion@example.org>")
    message["Date"] = "Wed, 15 Sep 2021 10:30:00 +0200"
    message["Subject"] = headers.pop("subject", "Gespräche über Kredit")
    message["MIME-Version"] = "1.0"
    if body is not None:
        message.set_content(body)
    if page is not None:
        if body is None:
            message.set_content(page, subtype="html")
        else:
            message.add_alternative(page, subtype="html")
    for name, data in (attachments or {}).items():
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def zeros(size: int) -> bytes:
    """Return gzip data that unpacks to ``size`` zeros."""
    return gzip.compress(b"0" * size)


def feed(*items: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Beispielblatt</title>{''.join(items)}</channel></rss>"
    )


def feed_item(guid: str, full: str | None = None, teaser: str = "Kurz gesagt.") -> str:
    content = f"<content:encoded><![CDATA[{full}]]></content:encoded>" if full else ""
    return (
        f"<item><title>Gespräche</title><guid>{guid}</guid>"
        f"<link>https://www.taz.de/{guid}</link>"
        "<pubDate>Wed, 15 Sep 2021 10:30:00 +0200</pubDate>"
        f"<description>{teaser}</description>{content}</item>"
    )
