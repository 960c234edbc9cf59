"""Plurals that mean two countries, and what somebody is called by an attribute."""

from __future__ import annotations

import pytest

from chronist.language.grammars.names.resolve import find_referents
from tests.language.grammars.events.cast import tokenized_of


def mentions_of(text: str, name: str) -> list[str]:
    found = find_referents(tokenized_of(text))
    return [m.citation.text for r in found if r.name == name for m in r.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Polen und Litauen grenzen aneinander. Beide Länder berieten über den Zaun.",
        "Polen und Litauen berieten. Die Regierungen beider Länder schwiegen.",
    ],
)
def test_both_countries_are_the_two_named_last(text: str):
    assert len(mentions_of(text, "Polen")) == len(mentions_of(text, "Litauen")) > 1


def test_both_countries_need_two_names():
    text = "Polen baut einen Zaun. Beide Länder berieten darüber."
    assert mentions_of(text, "Polen") == ["Polen"]


def test_what_somebody_is_called_is_no_second_person():
    text = "Merkel empfing den auch als „letzten Diktator Afrikas“ bezeichneten Robert Mugabe."
    found = find_referents(tokenized_of(text))
    called = [
        r.name for r in found if any("Diktator" in m.citation.text for m in r.mentions)
    ]
    assert called == ["Robert Mugabe"]
