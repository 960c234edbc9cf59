"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.language.sentences import split_sentences

CASES: list[tuple[str, list[str]]] = [
    ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
    (
        "Am 9. August wählte man. Dann war Ruhe.",
        ["Am 9. August wählte man.", "Dann war Ruhe."],
    ),
    ("Dr. Merz sprach mit Prof. Klein.", ["Dr. Merz sprach mit Prof. Klein."]),
    (
        "Das gilt z. B. für Minsk. Mehr nicht.",
        ["Das gilt z. B. für Minsk.", "Mehr nicht."],
    ),
    (
        "„Wir siegen!“, rief er. Alle schwiegen.",
        ["„Wir siegen!“, rief er.", "Alle schwiegen."],
    ),
    ("„Wir gehen.“ Dann ging er.", ["„Wir gehen.“", "Dann ging er."]),
    (
        "Im 21. Jahrhundert lebt es sich anders.",
        ["Im 21. Jahrhundert lebt es sich anders."],
    ),
    ("Wilhelm II. Auch er floh.", ["Wilhelm II.", "Auch er floh."]),
    ("Warum? Weil er es will!", ["Warum?", "Weil er es will!"]),
    (
        "Die Partei gewann 12.500 Stimmen. Gut.",
        ["Die Partei gewann 12.500 Stimmen.", "Gut."],
    ),
    ("Ohne Punkt am Ende", ["Ohne Punkt am Ende"]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_sentences(text: str, wanted: list[str]):
    assert [text[a:b] for a, b in split_sentences(text)] == wanted


def test_only_the_given_stretch_is_split():
    text = "Kopf. Er kam. Sie ging. Fuß."
    found = split_sentences(text, 6, 23)
    assert [text[a:b] for a, b in found] == ["Er kam.", "Sie ging."]


@given(st.text(alphabet='aA .!?„“"\n9IV,;:–()', max_size=80))
def test_nothing_but_white_space_is_lost(text: str):
    at = 0
    for start, end in split_sentences(text):
        assert text[at:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""
