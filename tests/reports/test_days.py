from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.reports.dated import address_dates
from chronist.reports.days import read_day
from chronist.reports.head_dates import date_line, metadata_mark


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2019-05-06", "2019-05-06"),
        ("2019-05-06T23:30:00+02:00", "2019-05-06"),
        ("2019-05-06T22:30:00Z", "2019-05-07"),
        ("2019-12-06T22:30:00Z", "2019-12-06"),
        ("06.05.2019", "2019-05-06"),
        ("6.5.19", "2019-05-06"),
        ("Montag, 6. Mai 2019, 14:12 Uhr", "2019-05-06"),
        ("6. Jänner 2019", "2019-01-06"),
        ("Mon, 06 May 2019 10:00:00 +0200", "2019-05-06"),
        ("06/05/2019", "2019-05-06"),
        ("5/26/2019", "2019-05-26"),
        ("2019/05/06", "2019-05-06"),
        ("20190506", "2019-05-06"),
        ("D:20190506120000+02'00'", "2019-05-06"),
        ("1557136800", "2019-05-06"),
        ("1557136800000", "2019-05-06"),
        ("2019-05", "2019-05"),
        ("Mai 2019", "2019-05"),
        ("2019", "2019"),
    ],
)
def test_formats(written: str, edtf: str) -> None:
    when = read_day(written)
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    "written", ["", "bald", "31.02.2019", "2019-13-01", "0000", "12:30"]
)
def test_what_is_no_day(written: str) -> None:
    assert read_day(written) is None


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(written: str) -> None:
    when = read_day(written)
    assert when is None or when.is_bounded


@pytest.mark.parametrize(
    ("line", "edtf", "rest"),
    [
        ("date 2019-05 Anzeige", "2019-05", "Anzeige"),
        ("date 2019-05-06", "2019-05-06", ""),
        ("Datum: 6. Mai 2019", "2019-05-06", ""),
        ("Stand: 06.05.2019, 18:23 Uhr", "2019-05-06", ""),
        ("Veröffentlicht am 6. Mai 2019 um 7:05 Uhr", "2019-05-06", ""),
    ],
)
def test_metadata_lines(line: str, edtf: str, rest: str) -> None:
    mark = metadata_mark(line)
    assert mark is not None
    assert (mark.dated.when.edtf, mark.rest) == (edtf, rest)


@pytest.mark.parametrize(
    ("line", "edtf", "rest"),
    [
        ("Küstenbote, Montag, 6. Mai 2019", "2019-05-06", "Küstenbote"),
        ("Küstenbote – 06.05.2019 – Seite 3", "2019-05-06", "Küstenbote"),
        ("6. Mai 2019, 14:12 Uhr", "2019-05-06", ""),
    ],
)
def test_head_lines(line: str, edtf: str, rest: str) -> None:
    mark = date_line(line)
    assert mark is not None
    assert (mark.dated.when.edtf, mark.rest) == (edtf, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Vom 6. Mai 2019 an gilt ein neues Gesetz.",
        "1. August 2019: Stichtag der Reform",
        "Die Wahl vom 6. Mai 2019",
        "Nach dem Treffen am 6. Mai 2019 reiste der Minister nach Oslo und sprach dort.",
    ],
)
def test_lines_that_only_speak_of_a_day(line: str) -> None:
    assert metadata_mark(line) is None
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://blatt.example/2019/05/06/haushalt.html", "2019-05-06"),
        ("https://blatt.example/politik/2019-05-06-haushalt", "2019-05-06"),
        ("https://blatt.example/politik/2019/05/haushalt", "2019-05"),
        ("https://blatt.example/politik/haushalt-20190506", "2019-05-06"),
    ],
)
def test_addresses(url: str, edtf: str) -> None:
    assert [dated.when.edtf for dated in address_dates(url)] == [edtf]


@pytest.mark.parametrize(
    "url", ["https://blatt.example/a/410233", "https://blatt.example/sapad-2021", "x"]
)
def test_addresses_without_a_day(url: str) -> None:
    assert address_dates(url) == []
