"""PDF and DOCX: their text, and which of their properties are believed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from chronist.model.report import MediaType, Metadata, RawReport
from chronist.sources.document import document_metadata, names_day
from chronist.sources.read import read_sources
from tests.sources.builders import STORY, pdf, word

DAY = datetime(2021, 9, 15, 8, 0, tzinfo=UTC)


def one(path: Path, data: bytes) -> RawReport:
    path.write_bytes(data)
    (result,) = read_sources([path])
    assert isinstance(result, RawReport), result
    return result


def test_pages_are_joined_by_form_feeds(tmp_path: Path) -> None:
    result = one(tmp_path / "a.pdf", pdf("Seite mit Text über Öl und Minsk.", pages=2))
    page = "Seite mit Text über Öl und Minsk."
    assert result.text == f"{page}\f{page}"
    assert result.media_type is MediaType.PAGES
    assert result.metadata == Metadata()


def test_a_hyphen_at_the_end_of_a_line_stays_one(tmp_path: Path) -> None:
    text = "Der Gipfel galt dem Ausbau der Zusammen-\narbeit beider Länder."
    assert one(tmp_path / "a.pdf", pdf(text)).text == text


def test_properties_of_a_pdf(tmp_path: Path) -> None:
    properties = {"title": "Gespräche in Minsk", "author": "Anna Beispiel"}
    dated = properties | {"creation_date": DAY}
    text = f"Minsk, 15. September 2021. {STORY}"
    result = one(tmp_path / "a.pdf", pdf(text, properties=dated))
    assert result.metadata == Metadata(
        title="Gespräche in Minsk", author="Anna Beispiel", published="2021-09-15"
    )
    undated = one(tmp_path / "b.pdf", pdf(STORY, properties=dated))
    assert undated.metadata.published is None


@pytest.mark.parametrize(
    ("title", "author", "expected"),
    [
        ("Microsoft Word - Bericht.docx", "admin", Metadata()),
        ("bericht_final.pdf", "python-docx", Metadata()),
        ("Unbenannt", "m.muster@example.org", Metadata()),
        ("Dokument1", "Anna", Metadata(author="Anna")),
        ("  Gespräche\nin Minsk ", None, Metadata(title="Gespräche in Minsk")),
    ],
)
def test_what_programs_write_into_properties_is_dropped(
    title: str, author: str | None, expected: Metadata
) -> None:
    assert document_metadata(title, author, None, "") == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("am 5. März 2021", True),
        ("am 05. März 2021", True),
        ("5.3.2021", True),
        ("Stand: 05.03.2021, 12 Uhr", True),
        ("2021-03-05", True),
        ("am 15. März 2021", False),
        ("15.3.2021", False),
        ("März 2021", False),
        ("5.3.20213", False),
    ],
)
def test_a_day_counts_only_if_the_text_names_it(text: str, named: bool) -> None:
    assert names_day(text, date(2021, 3, 5)) is named


def test_paragraphs_headings_and_tables_of_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.author = "Anna Beispiel"
    document.core_properties.title = "Gespräche in Minsk"
    document.add_heading("Ein Anfang")
    document.add_paragraph(STORY)
    document.add_paragraph("")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Kredit", "offen"
    document.add_paragraph("Schluss.")
    stream = BytesIO()
    document.save(stream)
    result = one(tmp_path / "a.docx", stream.getvalue())
    assert result.text == f"Ein Anfang\n\n{STORY}\n\nKredit\toffen\n\nSchluss."
    assert result.media_type is MediaType.PLAIN
    assert result.metadata == Metadata(
        title="Gespräche in Minsk", author="Anna Beispiel"
    )


def test_the_properties_of_the_empty_template_are_not_believed(tmp_path: Path) -> None:
    assert one(tmp_path / "a.docx", word(STORY)).metadata == Metadata()
