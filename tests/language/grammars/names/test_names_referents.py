from __future__ import annotations

from datetime import date

import pytest

from chronist.language.grammars.names.resolve import find_referents
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.actor import MentionKind, Referent
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When


def referents(text: str, day: date = date(2021, 9, 9)) -> tuple[Referent, ...]:
    segments = []
    start = 0
    for piece in text.split("\n"):
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            segments.append(
                Segment(SegmentKind.PARAGRAPH, left, start + len(piece.rstrip()))
            )
        start += len(piece) + 1
    report = Report(
        "r-1", "a.txt", text, tuple(segments), published=Published(When.day(day), day)
    )
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return find_referents(tokenized)


def mentions(text: str, name: str, kind: MentionKind) -> list[str]:
    return [
        m.citation.text
        for r in referents(text)
        if r.name == name
        for m in r.mentions
        if m.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        (
            "Präsident Wladimir Putin traf Alexander Lukaschenko. Der Kremlchef lobte ihn.",
            "Wladimir Putin",
            ["Präsident", "Kremlchef"],
        ),
        (
            "Wladimir Putin und Alexander Lukaschenko sprachen. Die beiden Staatschefs schwiegen danach.",
            "Alexander Lukaschenko",
            ["Staatschefs"],
        ),
        (
            "Am Montag reiste der belarussische Staatschef nach Sotschi.",
            "Alexander Lukaschenko",
            ["belarussische Staatschef"],
        ),
    ],
)
def test_descriptions_lead_to_their_person(
    text: str, name: str, described: list[str]
) -> None:
    assert mentions(text, name, MentionKind.DESCRIPTION) == described


def test_genitive_and_last_name_are_one_person() -> None:
    text = "Erika Mustermeier sprach. Mustermeiers Rede war kurz. Sie ging."
    found = [r for r in referents(text) if r.name == "Erika Mustermeier"]
    assert len(found) == 1
    assert [m.citation.text for m in found[0].mentions] == [
        "Erika Mustermeier",
        "Mustermeiers",
        "Sie",
    ]


def test_country_has_one_id_under_both_names() -> None:
    found = referents("Weißrussland schwieg. Belarus schwieg.")
    assert [r.known for r in found] == ["country:BY"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Wolodymyr Selenski schwieg.", "Q3874799"),
        ("Sergej Schoigu schwieg.", "Q32024"),
        ("Wladimir Makej schwieg.", "Q2026222"),
        ("Alexej Nawalny schwieg.", None),
    ],
)
def test_german_spellings_lead_to_the_known_person(
    text: str, known: str | None
) -> None:
    assert [r.known for r in referents(text)] == [known]


def test_office_is_that_of_the_day() -> None:
    (then,) = referents("Der russische Präsident schwieg.", date(2010, 5, 3))
    (now,) = referents("Der russische Präsident schwieg.", date(2021, 5, 3))
    assert (then.name, now.name) == ("Dmitri Medwedew", "Wladimir Putin")
