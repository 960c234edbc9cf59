from __future__ import annotations

import pytest

from chronist.linking.numbers import quantities

INF = float("inf")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Es kamen 200 000 Soldaten.", [("soldat", 200_000, 200_000)]),
        ("Es kamen 200.000 Soldaten.", [("soldat", 200_000, 200_000)]),
        ("Es kamen 200'000 Menschen.", [("mensch", 200_000, 200_000)]),
        ("Es kamen 12.800 russische Soldaten.", [("soldat", 12_800, 12_800)]),
        ("Der Kredit beträgt 1,5 Milliarden US-Dollar.", [("dollar", 1.5e9, 1.5e9)]),
        ("Mehr als 100 000 Menschen kamen.", [("mensch", 100_000, INF)]),
        ("Mindestens zwölf Menschen starben.", [("mensch", 12, INF)]),
        ("Bis zu 40 Personen stehen auf der Liste.", [("person", 0, 40)]),
        ("Rund 3000 Festnahmen gab es.", [("festnahm", 2550, 3450)]),
        ("Drei Polizisten und 50 Demonstranten.", [("polizist", 3, 3), ("demonstrant", 50, 50)]),
        ("Am 9. August 2020 um 14 Uhr.", []),
        ("Nach Artikel 68 des Grundgesetzes.", []),
        ("Der 66-Jährige regiert seit 26 Jahren.", []),
        ("Im Jahr 2020 geschah viel.", []),
    ],
)  # fmt: skip
def test_quantities(sentence: str, expected: list[tuple[str, float, float]]) -> None:
    found = [(q.unit, q.low, q.high) for q in quantities(sentence)]
    assert found == [
        (u, pytest.approx(lo), pytest.approx(hi)) for u, lo, hi in expected
    ]


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("200 000 Soldaten", "12.800 Soldaten", False),
        ("3000 Menschen", "3024 Menschen", True),
        ("mehr als 100 000 Menschen", "rund 200 000 Menschen", True),
        ("mindestens 12 Tote", "15 Tote", True),
        ("mindestens 12 Tote", "9 Tote", False),
        ("rund 200 000 Menschen", "220 000 Menschen", True),
        ("1,5 Milliarden Dollar", "1,26 Milliarden Dollar", False),
        ("80 Prozent", "80,1 Prozent", True),
        ("40 Personen", "44 Personen", False),
        ("200 000 Soldaten", "160 000 Soldaten", False),
    ],
)
def test_which_figures_agree(first: str, second: str, agree: bool) -> None:
    (a,), (b,) = quantities(f"Es waren {first}."), quantities(f"Es waren {second}.")
    assert a.agrees(b) is agree
    assert b.agrees(a) is agree


def test_offsets_hold_bound_figure_and_unit() -> None:
    sentence = "Dort waren mindestens 1,5 Millionen Menschen."
    (quantity,) = quantities(sentence)
    assert (
        sentence[quantity.start : quantity.end] == "mindestens 1,5 Millionen Menschen"
    )
