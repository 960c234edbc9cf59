"""The day of publication, from a report's own words."""

from __future__ import annotations

from datetime import date

import pytest

from chronist.language.dating import date_report
from chronist.language.grammars.names.resolve import find_referents
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When


def dated(
    text: str, given: When | None = None, place: str | None = None
) -> Published | None:
    segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    known = (
        Published(given, given.earliest if given.is_day else None) if given else None
    )
    report = Report("r-1", "test", text, (segment,), place=place, published=known)
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return date_report(tokenized, find_referents(tokenized))


def test_a_given_day_stays() -> None:
    day = When.day(date(2021, 9, 9))
    found = dated("Am Montag begann der Streik.", day)
    assert found is not None
    assert found.when == day


def test_nothing_known_nothing_said() -> None:
    assert dated("Der Rat sprach über das Wetter.") is None


def test_month_narrows_to_the_day_named() -> None:
    text = "Am 12. November 2021 brannte in Musterdorf eine Scheune."
    found = dated(text, When.month(2021, 11))
    assert found is not None
    assert found.best is not None
    assert date(2021, 11, 12) <= found.best <= date(2021, 11, 14)
    assert found.when.within(When.month(2021, 11))


def test_newsroom_names_the_day_it_writes_on() -> None:
    text = (
        "Der Rat hat am Freitag, 12. November 2021, getagt. Am Freitag gab es Streit."
    )
    found = dated(text, When.month(2021, 11), place="Bonn")
    assert found is not None
    assert found.best == date(2021, 11, 12)


def test_age_of_a_known_person_bounds_the_year() -> None:
    text = "Alexander Lukaschenko sprach in Minsk. Der 67-Jährige lobte die Ernte."
    found = dated(text)
    assert found is not None
    assert found.when.contains(date(2021, 12, 1))
    assert any(e.rule == "de.dating.age" for e in found.evidence)


@pytest.mark.parametrize("year", [2006, 2013])
def test_evidence_cites_its_words(year: int) -> None:
    text = f"Am 3. Mai {year} wurde die Brücke bei Musterdorf gesperrt."
    found = dated(text, When.year(year))
    assert found is not None
    cited = [c for e in found.evidence for c in e.citations]
    assert cited
    assert all(text[c.start : c.end] == c.text for c in cited)


@pytest.mark.parametrize(
    ("text", "rule", "first", "last"),
    [
        (
            "Alexander Lukaschenko ist seit 26 Jahren im Amt.",
            "tenure",
            date(2020, 7, 20),
            date(2021, 7, 19),
        ),
        (
            "Zum 30. Jahrestag der Katastrophe von Tschernobyl kamen viele.",
            "anniversary",
            date(2016, 4, 20),
            date(2016, 4, 30),
        ),
        (
            "Vor 20 Jahren zerstörte der Tsunami auch Dörfer in Thailand.",
            "anniversary",
            date(2024, 12, 20),
            date(2025, 1, 3),
        ),
        (
            "Bei der Bundestagswahl am 24. September treten neun Parteien an.",
            "election",
            date(2017, 9, 1),
            date(2017, 9, 30),
        ),
    ],
)
def test_known_ends_of_lengths_and_votes_date_a_report(
    text: str, rule: str, first: date, last: date
) -> None:
    given = When.between(date(2016, 1, 1), date(2018, 12, 31))
    found = dated(text, given if rule == "election" else None)
    assert found is not None
    assert any(e.rule == f"de.dating.{rule}" for e in found.evidence)
    assert found.best is not None
    assert first <= found.best <= last
    assert found.when.contains(first)
    assert found.when.contains(last)


def test_a_length_of_something_else_is_no_tenure() -> None:
    text = "Alexander Lukaschenko lobte die Fabrik, die seit 26 Jahren Traktoren baut."
    assert dated(text) is None
