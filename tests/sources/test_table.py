"""CSV and TSV tables of articles."""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path

import pytest

from chronist.model.report import Failure, FailureKind, MediaType, Metadata, RawReport
from chronist.sources.columns import find_columns
from chronist.sources.options import Columns, SourceOptions
from chronist.sources.read import read_sources
from chronist.sources.records import records
from chronist.sources.refusal import Refused
from tests.sources.builders import STORY, read

OTHER = (
    "Moskau. Der Minister ist nach der Rede in die Hauptstadt zurück gereist. Dort "
    "hat er mit den Abgeordneten gesprochen und die Pläne für das Jahr genannt."
)


def table(tmp_path: Path, text: str, name: str = "a.csv") -> list[tuple[str, str]]:
    (tmp_path / name).write_bytes(text.encode())
    return read(tmp_path)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (
            ["ID", "Überschrift", "Veröffentlicht", "Medium", "Autor(in)", "Volltext"],
            {
                "text": "Volltext",
                "title": "Überschrift",
                "published": "Veröffentlicht",
                "outlet": "Medium",
                "id": "ID",
            },
        ),
        (
            ["guid", "headline", "pub_date", "publisher", "authors", "body", "link"],
            {
                "text": "body",
                "title": "headline",
                "published": "pub_date",
                "outlet": "publisher",
                "author": "authors",
                "url": "link",
                "id": "guid",
            },
        ),
        (
            ["Datum", "Ort", "Agentur", "Sprache", "Quelle", "Artikel"],
            {
                "text": "Artikel",
                "published": "Datum",
                "outlet": "Quelle",
                "agency": "Agentur",
                "place": "Ort",
                "language": "Sprache",
            },
        ),
        (["U\u0308berschrift", "Text"], {"text": "Text", "title": "U\u0308berschrift"}),
        (["spam", "egg"], {}),
    ],
)
def test_columns_are_found_by_their_usual_names(
    names: list[str], found: dict[str, str]
) -> None:
    assert find_columns(names, Columns()) == found


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_each_delimiter_and_encoding(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    with (tmp_path / "a.csv").open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(["id", "titel", "text"])
        writer.writerow(["x1", 'Ein "Titel"; mit, Zeichen', STORY + "\nZweite Zeile."])
        writer.writerow(["x2", "Zwei", OTHER])
    assert read(tmp_path) == [
        ("a.csv#x1", STORY + "\nZweite Zeile."),
        ("a.csv#x2", OTHER),
    ]


def test_a_row_becomes_a_report_with_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "url,datum,autor,headline,body\n"
        f'https://www.zeit.de/x,15.09.2021,Anna Beispiel,Titel,"<p>{STORY}</p>"\n',
        encoding="utf-8",
    )
    (result,) = read_sources([tmp_path])
    assert isinstance(result, RawReport)
    assert result.source == "a.csv#https://www.zeit.de/x"
    assert result.media_type is MediaType.HTML
    assert f"<article><p>{STORY}</p></article>" in result.text
    assert result.metadata == Metadata(
        title="Titel",
        outlet="Die Zeit",
        author="Anna Beispiel",
        published="15.09.2021",
        url="https://www.zeit.de/x",
    )


def test_columns_are_found_by_content_without_a_head(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        f'1;2021-09-15;"{STORY}";https://www.taz.de/1\n'
        f'2;2021-09-16;"{OTHER}";https://www.taz.de/2\n',
        encoding="utf-8",
    )
    results = list(read_sources([tmp_path]))
    assert [r.source for r in results] == [
        "a.csv#https://www.taz.de/1",
        "a.csv#https://www.taz.de/2",
    ]
    assert isinstance(results[0], RawReport)
    assert results[0].text == STORY
    assert results[0].metadata.published == "2021-09-15"


def test_a_head_of_unknown_names_is_no_report(tmp_path: Path) -> None:
    rows = f'n;foo\n1;"{STORY}"\n2;"{OTHER}"\n'
    assert table(tmp_path, rows) == [("a.csv#1", STORY), ("a.csv#2", OTHER)]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (Columns(text="Meins", title="Das"), f"Das;Meins\nTitel;{STORY}\n"),
        (Columns(text="2", title="1"), f"Titel;{STORY}\n"),
    ],
)
def test_columns_can_be_given(tmp_path: Path, columns: Columns, rows: str) -> None:
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    (result,) = read_sources([tmp_path], SourceOptions(columns=columns))
    assert isinstance(result, RawReport)
    assert (result.text, result.metadata.title) == (STORY, "Titel")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (f"id,text\n1,{OTHER}, und, Kommas\n", [("a.csv#1", f"{OTHER}, und, Kommas")]),
        (f"text\n{OTHER}, so\n", [("a.csv#1", f"{OTHER}, so")]),
        (f"text;titel\n{STORY};a;;\n", [("a.csv#1", STORY)]),
        (f"text;titel\n{STORY}\n", [("a.csv#1", STORY)]),
        (
            f"id;text\n7;{STORY}\n7;{OTHER}\n",
            [("a.csv#7", STORY), ("a.csv#7@2", OTHER)],
        ),
        (f"id;text\n\n;;\n1;{STORY}\n", [("a.csv#1", STORY)]),
        (f"id;text\n1;\n2;{STORY}\n", [("a.csv#1", "empty"), ("a.csv#2", STORY)]),
        (f'id;text\n1;"{STORY}\nabgeschnitten', [("a.csv#1", "corrupt")]),
        (
            f'id;titel;text\n1;"Offen;x\n2;a;{STORY}\n3;"b";"{OTHER}"\n',
            [("a.csv#1", "corrupt"), ("a.csv#2", STORY), ("a.csv#3", OTHER)],
        ),
    ],
)
def test_rows_that_do_not_fit(
    tmp_path: Path, rows: str, expected: list[tuple[str, str]]
) -> None:
    assert table(tmp_path, rows) == expected


def test_a_table_without_texts_is_one_failure_with_advice(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id;preis\n" + "1;2\n" * 500, encoding="utf-8")
    (result,) = read_sources([tmp_path])
    assert isinstance(result, Failure)
    assert result.kind is FailureKind.NOT_A_REPORT
    assert "column" in result.reason


def test_unbalanced_marks_in_every_row_end_soon_and_leave_csv_as_it_was() -> None:
    before = csv.field_size_limit()
    lines = (f'{n};"offen;{"x" * 50}\n' for n in range(200_000))
    rows = records(lines, ";", 10_000)
    with pytest.raises(Refused, match="balance"):
        list(islice(rows, 200))
    assert csv.field_size_limit() == before
