from __future__ import annotations

import pytest

from chronist.store.stems import fold, stemmed_words

SAME = [
    ("Abkommens", "Abkommen"),
    ("Gespräche", "Gespräch"),
    ("Gespräche", "Gespraech"),
    ("Straße", "Strassen"),
    ("Wahlen", "Wahl"),
    ("Präsidenten", "praesident"),
    ("Šoigu", "Soigu"),
    ("Orbán", "ORBAN"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert [w.stem for w in stemmed_words(one)] == [
        w.stem for w in stemmed_words(other)
    ]


@pytest.mark.parametrize(("one", "other"), [("Wahl", "Wal"), ("Minsk", "Moskau")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert [w.stem for w in stemmed_words(one)] != [
        w.stem for w in stemmed_words(other)
    ]


def test_words_keep_their_places() -> None:
    text = "Die EU-Gipfel, 2021"
    assert [text[w.start : w.end] for w in stemmed_words(text)] == [
        "Die",
        "EU",
        "Gipfel",
        "2021",
    ]


@pytest.mark.parametrize(
    ("name", "folded"),
    [("  Jürgen  Groß", "juergen gross"), ("Šoigu", "soigu"), ("—", "")],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded
