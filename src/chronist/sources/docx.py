"""Word documents."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.table import Table
from docx.text.paragraph import Paragraph

from chronist.model.report import FailureKind, MediaType
from chronist.sources.document import document_metadata
from chronist.sources.gate import report
from chronist.sources.item import Item, Reading, Result, in_words
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Refused
from chronist.sources.stream import check_ratio

_DAMAGED = (
    *(OpcError, XmlchemyError, zipfile.BadZipFile, zlib.error, EOFError),
    # lxml's XMLSyntaxError is a SyntaxError; parts that are missing, of another kind
    # or without the expected root are KeyError, ValueError, AttributeError, TypeError
    # and IndexError (python-docx issues 1561 and 1598); parts that refer to each
    # other a thousand deep end in RecursionError.
    *(SyntaxError, KeyError, ValueError, AttributeError, TypeError, IndexError),
    *(RecursionError, NotImplementedError, RuntimeError),
)
_XML_PER_CHARACTER = 16
"""Bytes of markup around a character in a document with much formatting."""
_BLANK_LINE = "\n\n"


def read_docx(
    item: Item, members: Sequence[zipfile.ZipInfo], reading: Reading
) -> Iterator[Result]:
    """Read a Word document as one report, a blank line between its paragraphs."""
    options = reading.options
    _check_members(members, options)
    data = item.whole(options.max_file_bytes)
    try:
        document = docx.Document(io.BytesIO(data))
        text = _text(document)
        core = document.core_properties
        title, author, created = core.title, core.author, core.created
    except _DAMAGED as error:
        reason = "The Word document is damaged. Open it in its program and save it."
        raise Refused(FailureKind.CORRUPT, reason) from error
    day: date | None = created.date() if created else None
    metadata = document_metadata(title, author, day, text)
    yield report(item.source, text, MediaType.PLAIN, metadata, options)


def _check_members(members: Sequence[zipfile.ZipInfo], options: SourceOptions) -> None:
    """Refuse what python-docx would unpack without a look at its size."""
    for member in members:
        check_ratio(member.file_size, member.compress_size, options)
    markup = [m.file_size for m in members if m.filename.endswith((".xml", ".rels"))]
    limit = _XML_PER_CHARACTER * options.max_report_characters
    if max(markup, default=0) > limit:
        raise _too_large(max(markup), limit)
    total = sum(member.file_size for member in members)
    if total > options.max_file_bytes:
        raise _too_large(total, options.max_file_bytes)


def _too_large(size: int, limit: int) -> Refused:
    reason = (
        f"The Word document unpacks to {in_words(size)}; at most {in_words(limit)} "
        "are read. Save it without its pictures, or split it."
    )
    return Refused(FailureKind.TOO_LARGE, reason)


def _text(document: Document) -> str:
    blocks = (_block(block) for block in document.iter_inner_content())
    return _BLANK_LINE.join(block for block in blocks if block)


def _block(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        return block.text.strip()
    rows = ("\t".join(cell.text.strip() for cell in row.cells) for row in block.rows)
    return "\n".join(row for row in rows if row.strip())
