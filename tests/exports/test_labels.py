from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest

from chronist.exports.labels import LANGUAGES, label, when_in_words
from chronist.model.actor import ActorKind
from chronist.model.entry import Standing
from chronist.model.event import EventType, Role, Status
from chronist.model.judgement import Subject, Verdict
from chronist.model.pledge import Course
from chronist.model.report import FailureKind, SegmentKind
from chronist.model.statement import StatementForm
from chronist.model.when import When

ENUMS: tuple[type[StrEnum], ...] = (
    ActorKind,
    Course,
    EventType,
    FailureKind,
    Role,
    SegmentKind,
    Standing,
    StatementForm,
    Status,
    Subject,
    Verdict,
)


@pytest.mark.parametrize("kind", ENUMS)
def test_every_member_has_a_word_of_its_own_in_both_languages(
    kind: type[StrEnum],
) -> None:
    for language in LANGUAGES:
        words = [label(member, language) for member in kind]
        assert all(words)
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("edtf", "german", "english"),
    [
        ("2021-09-09", "9. September 2021", "9 September 2021"),
        ("2021-09-09T20:30", "9. September 2021, 20:30 Uhr", "9 September 2021, 20:30"),
        ("2021-03", "März 2021", "March 2021"),
        ("2021", "2021", "2021"),
        ("2021-24", "Winter 2021", "winter 2021"),
        ("2021-35", "3. Quartal 2021", "3rd quarter 2021"),
        ("2021-41", "2. Halbjahr 2021", "2nd half 2021"),
        ("199X", "1990–1999", "1990–1999"),
        ("19XX", "1900–1999", "1900–1999"),
        ("../2021-09-09", "bis 9. September 2021", "until 9 September 2021"),
        ("2021-09-09/..", "ab 9. September 2021", "from 9 September 2021"),
        ("../..", "ohne Datum", "undated"),
    ],
)
def test_dates_keep_their_precision(edtf: str, german: str, english: str) -> None:
    when = When.from_edtf(edtf)
    assert when_in_words(when, "de") == german
    assert when_in_words(when, "en") == english


def test_no_date() -> None:
    assert when_in_words(None, "de") == "ohne Datum"


def test_an_interval_shows_both_ends() -> None:
    when = When.between(date(2021, 10, 21), date(2021, 10, 31))
    assert when_in_words(when, "de") == "21. Oktober 2021 – 31. Oktober 2021"
