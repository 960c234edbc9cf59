"""PDF with a text layer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from chronist.model.report import FailureKind, MediaType
from chronist.sources.document import document_metadata
from chronist.sources.gate import report
from chronist.sources.item import Item, Reading, Result
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Refused

PAGE_BREAK = "\f"
_LINE_HYPHEN = re.compile("[\ufffe\x02]\\s?")
"""PDFium joins a word hyphenated at a line's end and puts this mark between."""
_MIN_LETTERS = 20
"""Fewer letters in a whole document are a page number or a stamp on a scan."""
_LETTER = re.compile(r"[^\W\d_]")
_CREATED = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_LOCKED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)


def read_pdf(item: Item, reading: Reading) -> Iterator[Result]:
    """Read a PDF as one report: its pages, with form feeds between them."""
    data = item.whole(reading.options.max_file_bytes)
    document = _opened(data)
    with document:
        text = _text(document, reading.options)
        metadata = document_metadata(
            document.get_metadata_value("Title"),
            document.get_metadata_value("Author"),
            _created(document.get_metadata_value("CreationDate")),
            text,
        )
    yield report(item.source, text, MediaType.PAGES, metadata, reading.options)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in _LOCKED:
            reason = "The PDF has a password. Open it and save it without one."
            raise Refused(FailureKind.ENCRYPTED, reason) from error
        raise _damaged() from error


def _text(document: pdfium.PdfDocument, options: SourceOptions) -> str:
    count = len(document)
    if count > options.max_pages:
        reason = (
            f"The PDF has {count:,} pages; at most {options.max_pages:,} are read. "
            "Save the pages of each report as a file of its own."
        )
        raise Refused(FailureKind.OVER_BUDGET, reason)
    pages: list[str] = []
    for number in range(count):
        pages.append(_page(document, number))
        if sum(map(len, pages)) > options.max_report_characters:
            break  # the gate refuses it; no need to read on
    text = PAGE_BREAK.join(pages)
    if len(_LETTER.findall(text)) < _MIN_LETTERS:
        raise _no_text(document)
    return text


def _page(document: pdfium.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        text = str(page.get_textpage().get_text_range())
        page.close()
    except pdfium.PdfiumError as error:
        raise _damaged() from error
    unbroken = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LINE_HYPHEN.sub("-\n", unbroken).replace(PAGE_BREAK, "\n")


def _no_text(document: pdfium.PdfDocument) -> Refused:
    drawn = (
        pdfium_c.FPDF_PAGEOBJ_IMAGE,
        pdfium_c.FPDF_PAGEOBJ_PATH,
        pdfium_c.FPDF_PAGEOBJ_FORM,
    )
    try:
        has_picture = any(
            True for page in document for _ in page.get_objects(filter=drawn)
        )
    except pdfium.PdfiumError:
        return _damaged()
    if has_picture:
        reason = (
            "The PDF holds pictures of pages and no text. Run text recognition (OCR) "
            "over it and save it again."
        )
        return Refused(FailureKind.IMAGE_ONLY, reason)
    reason = "The pages of the PDF are blank. Save it again from its origin."
    return Refused(FailureKind.EMPTY, reason)


def _damaged() -> Refused:
    reason = "The PDF is damaged. Open it in a reader, or fetch it again."
    return Refused(FailureKind.CORRUPT, reason)


def _created(value: str) -> date | None:
    match = _CREATED.match(value)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
