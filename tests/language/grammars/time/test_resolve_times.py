"""What time expressions mean against a known day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from chronist.language.grammars.time.resolve import find_times
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.analysis import TimeExpression
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When

THURSDAY = date(2021, 9, 9)


def read(text: str, when: When | None = None) -> tuple[TimeExpression, ...]:
    """Return the times of a text published on Thursday, 9 September 2021."""
    segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    report = Report("r-1", "test", text, (segment,))
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    known = when or When.day(THURSDAY)
    best = known.earliest if known.is_day else None
    return find_times(tokenized, Published(known, best))


def values(text: str) -> list[tuple[str, str]]:
    return [(t.citation.text, t.value) for t in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er wurde am 9. August 2020 gewählt.", [("9. August 2020", "2020-08-09")]),
        ("Die Lesung war am 09.08.20.", [("09.08.20", "2020-08-09")]),
        ("Das Lager schloss am Montag.", [("Montag", "2021-09-06")]),
        ("Das Manöver beginnt am Freitag.", [("Freitag", "2021-09-10")]),
        ("Sie kamen am Montagabend an.", [("Montagabend", "2021-09-06TEV")]),
        (
            "Es brannte in der Nacht zum Dienstag.",
            [("der Nacht zum Dienstag", "2021-09-06TNI")],
        ),
        ("Er regiert seit 26 Jahren.", [("26 Jahren", "P26Y")]),
        ("Vor fünf Jahren siegte er.", [("fünf Jahren", "2016")]),
        ("Er reiste Ende Juni ab.", [("Ende Juni", "2021-06")]),
        ("Sie sprach in den 90er Jahren vor.", [("den 90er Jahren", "199")]),
        (
            "Jeden zweiten Dienstag tagt der Rat.",
            [("Jeden zweiten Dienstag", "XXXX-WXX-2")],
        ),
        ("Zu Pfingsten 2021 ruhte die Arbeit.", [("Pfingsten 2021", "2021-05-23")]),
    ],
)
def test_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_distance_keeps_its_length() -> None:
    (time,) = read("Vor fünf Jahren siegte er.")
    assert (time.value, time.length) == ("2016", "P5Y")


def test_end_of_month_is_its_last_third() -> None:
    (time,) = read("Die Wahl ist Ende Oktober 2021.")
    assert time.when is not None
    assert time.when.edtf == "2021-10-21/2021-10-31"
    assert time.mod == "END"


def test_unknown_day_gives_no_false_certainty() -> None:
    (time,) = read("Er traf ihn am Donnerstag.", When.month(2021, 11))
    assert time.when is not None
    assert time.when.earliest == date(2021, 10, 28)
    assert time.when.latest == date(2021, 11, 25)


def test_offsets_and_reasons() -> None:
    text = "Der Rat tagte gestern."
    (time,) = read(text)
    assert text[time.citation.start : time.citation.end] == "gestern"
    assert time.derivation.rule == "de.time.day_word"
    assert time.derivation.de.endswith(".")
    assert "2021-09-09" in time.derivation.en
