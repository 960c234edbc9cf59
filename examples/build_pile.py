"""Make the binary files of the sample pile from their readable sources.

Run ``python examples/build_pile.py``. It writes one PDF, one Word file, one mail and one web archive
into ``examples/belarus/``. All dates and ids are fixed, so the same sources give the same bytes.
"""

import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from docx import Document
from fpdf import FPDF
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
PILE = HERE / "belarus"

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
SOFT_HYPHEN = "\u00ad"
COLUMN_MM = 88


class Article(NamedTuple):
    """One source text: its heading and its paragraphs, emphasis marks removed."""

    title: str
    paragraphs: list[str]


class Page(NamedTuple):
    """One page of the web archive: its source, its address and when it was fetched."""

    source: str
    url: str
    fetched: str
    record_id: str


WARC_PAGES = (
    Page(
        source="warc-2022-12-16-nordblick-besuch-angekuendigt.html",
        url="https://www.nordblick.example/politik/putin-kommt-am-montag-nach-minsk-688104",
        fetched="2022-12-17T06:00:00Z",
        record_id="<urn:uuid:00000000-0000-4000-8000-000000000001>",
    ),
    Page(
        source="warc-2022-12-19-weserzeitung-putin-gelandet.html",
        url="https://www.weserzeitung.example/welt/putin-in-minsk-gelandet",
        fetched="2022-12-20T06:00:00Z",
        record_id="<urn:uuid:00000000-0000-4000-8000-000000000002>",
    ),
)


def read_article(name: str) -> Article:
    """Read a source: a ``# heading``, then paragraphs parted by blank lines."""
    heading, *paragraphs = (
        (SOURCES / name).read_text(encoding="utf-8").strip().split("\n\n")
    )
    return Article(
        heading.removeprefix("# "), [paragraph.strip("*") for paragraph in paragraphs]
    )


def write_pdf(source: str, target: str, printed: datetime) -> None:
    """Set the article in a narrow newspaper column; ``&shy;`` marks where a word may be broken."""
    article = read_article(source)
    pdf = FPDF(format=(148, 210))
    pdf.core_fonts_encoding = "windows-1252"  # Latin-1 lacks „ and “
    pdf.set_creation_date(printed)
    pdf.set_title(article.title)
    pdf.set_margin(20)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 15)
    pdf.multi_cell(COLUMN_MM, 8, article.title, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=10)
    for paragraph in article.paragraphs:
        pdf.ln(2)
        text = paragraph.replace("&shy;", SOFT_HYPHEN)
        pdf.multi_cell(COLUMN_MM, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(PILE / target))


def write_docx(source: str, target: str, saved: datetime) -> None:
    """Write the article as a Word file, with the zip's own clock set to a fixed day."""
    article = read_article(source)
    document = Document()
    document.core_properties.title = article.title
    document.core_properties.author = "Lukas Rehm"
    document.core_properties.created = saved
    document.core_properties.modified = saved
    document.add_heading(article.title, level=1)
    for paragraph in article.paragraphs:
        document.add_paragraph(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(PILE / target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))


def write_mail(source: str, target: str, sent: datetime) -> None:
    """Write the article as a newsletter mail in quoted-printable UTF-8."""
    article = read_article(source)
    mail = EmailMessage()
    mail["From"] = "Donau-Rundschau <abendbrief@donau-rundschau.example>"
    mail["To"] = "Leserinnen und Leser <leser@chronist.example>"
    mail["Subject"] = f"Abendbrief für Dienstag: {article.title}"
    mail["Date"] = sent
    mail["Message-ID"] = "<abendbrief-20210713@donau-rundschau.example>"
    body = "\n\n".join([article.title, *article.paragraphs]) + "\n"
    mail.set_content(body, charset="utf-8", cte="quoted-printable")
    (PILE / target).write_bytes(mail.as_bytes())


def write_warc(pages: tuple[Page, ...], target: str) -> None:
    """Write the pages as HTTP responses into one gzipped WARC file."""
    with (PILE / target).open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for page in pages:
            body = (SOURCES / page.source).read_bytes()
            http = StatusAndHeaders(
                "200 OK",
                [
                    ("Content-Type", "text/html; charset=utf-8"),
                    ("Content-Length", str(len(body))),
                ],
                protocol="HTTP/1.1",
            )
            record = writer.create_warc_record(
                page.url,
                "response",
                payload=io.BytesIO(body),
                http_headers=http,
                warc_headers_dict={
                    "WARC-Record-ID": page.record_id,
                    "WARC-Date": page.fetched,
                },
            )
            writer.write_record(record)


def main() -> None:
    """Write all binary files of the pile."""
    write_pdf(
        "2021-11-06-tagespost-sued-analyse-unionsstaat.md",
        "2021-11-06-tagespost-sued-analyse-unionsstaat.pdf",
        printed=datetime(2021, 11, 6, 4, 0, tzinfo=UTC),
    )
    write_docx(
        "2020-11-28-tagespost-sued-verfassung.md",
        "2020-11-28-tagespost-sued-verfassung.docx",
        saved=datetime(2020, 11, 28, 5, 0),  # noqa: DTZ001 - Word keeps dates without a zone
    )
    write_mail(
        "2021-07-13-donau-rundschau-newsletter.md",
        "2021-07-13-donau-rundschau-abendbrief.eml",
        sent=datetime(2021, 7, 13, 18, 30, tzinfo=UTC),
    )
    write_warc(WARC_PAGES, "dezember-2022-minsk.warc.gz")


if __name__ == "__main__":
    main()
