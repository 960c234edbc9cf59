"""A Word file with footnotes, made of the few parts that Word asks for."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""Time of every part: equal chronicles give equal files."""
_FIRST_NOTE = 2
"""Word keeps the first two footnotes for its separators."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a style (``Title``, ``Heading1``, ``Normal``), and their footnotes."""

    text: str
    style: str
    notes: tuple[str, ...] = ()


def document(paragraphs: Sequence[Paragraph], language: str) -> bytes:
    """Return the file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(paragraphs, language):
            part = zipfile.ZipInfo(name, _WHEN)
            package.writestr(
                part, (_HEAD + content).encode(), compress_type=zipfile.ZIP_DEFLATED
            )
    return written.getvalue()


def _parts(paragraphs: Sequence[Paragraph], language: str) -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", _content_types()
    yield "_rels/.rels", _relations(("officeDocument", "word/document.xml"))
    yield (
        "word/_rels/document.xml.rels",
        _relations(("footnotes", "footnotes.xml"), ("styles", "styles.xml")),
    )
    yield (
        "word/document.xml",
        f"<w:document {_W}><w:body>{_body(paragraphs)}</w:body></w:document>",
    )
    yield (
        "word/footnotes.xml",
        f"<w:footnotes {_W}>{_footnotes(paragraphs)}</w:footnotes>",
    )
    yield "word/styles.xml", _styles(language)


def _body(paragraphs: Sequence[Paragraph]) -> str:
    pieces, note = [], _FIRST_NOTE
    for paragraph in paragraphs:
        marks = ""
        for _ in paragraph.notes:
            marks += (
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                f'<w:footnoteReference w:id="{note}"/></w:r>'
            )
            note += 1
        pieces.append(
            f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>'
            f"{_run(paragraph.text)}{marks}</w:p>"
        )
    return "".join(pieces)


def _footnotes(paragraphs: Sequence[Paragraph]) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, (kind, tag) in enumerate(
            (
                ("separator", "separator"),
                ("continuationSeparator", "continuationSeparator"),
            )
        )
    )
    notes = [note for paragraph in paragraphs for note in paragraph.notes]
    return separators + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f"{_run(' ' + note)}</w:p></w:footnote>"
        for number, note in enumerate(notes, _FIRST_NOTE)
    )


def _run(text: str) -> str:
    words = _TURNS.sub("\ufffd", _NOT_XML.sub("\ufffd", text))
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _content_types() -> str:
    parts = (
        ("document", "document.main"),
        ("footnotes", "footnotes"),
        ("styles", "styles"),
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _styles(language: str) -> str:
    tongue = "de-DE" if language == "de" else "en-GB"
    return (
        f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" '
        f'w:hAnsi="Georgia"/><w:sz w:val="22"/><w:lang w:val="{tongue}"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="80"/></w:pPr></w:style>'
        f"{_style('Title', 'Title', 36)}{_style('Heading1', 'heading 1', 24)}"
        f"{_style('FootnoteText', 'footnote text', 18, bold=False)}"
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name '
        'w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style></w:styles>"
    )


def _style(style: str, name: str, size: int, *, bold: bool = True) -> str:
    heavy = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:rPr>{heavy}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )
