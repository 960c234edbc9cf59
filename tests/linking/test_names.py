from __future__ import annotations

import pytest

from chronist.linking.names import (
    inflected_key,
    is_abbreviation_of,
    person_name,
    thing_key,
)

SAME_PERSON = [
    ("Alexander Lukaschenko", "Alexander Lukaschenka"),
    ("Alexander Lukaschenko", "Alexander Lukashenko"),
    ("Alexander Lukaschenko", "Aljaksandr Lukaschenka"),
    ("Alexander Lukaschenko", "Александр Лукашенко"),
    ("Sergej Lawrow", "Sergei Lavrov"),
    ("Sergej Lawrow", "Sergey Lawrow"),
    ("Viktor Babariko", "Wiktor Babariko"),
    ("Wladimir Makej", "Wladimir Makei"),
    ("Swetlana Tichanowskaja", "Sviatlana Tsikhanouskaya"),
    ("Wolodymyr Selenskyj", "Wolodymyr Selenski"),
    ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
    ("Dmitri Peskow", "Dmitrij Peskow"),
    ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ("Heiko Müller", "Heiko Mueller"),
    ("Dr. Angela Merkel", "Angela Merkel"),
]
OTHER_PERSON = [
    ("Peter Schmidt", "Anna Schmidt"),
    ("Hans-Peter Müller", "Hans-Georg Müller"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Viktor Lukaschenko", "Alexander Lukaschenko"),
    ("Sergej Tichanowski", "Swetlana Tichanowskaja"),
    ("Martin Peter", "Martin Peters"),
]


@pytest.mark.parametrize(("first", "second"), SAME_PERSON)
def test_spellings_of_one_person(first: str, second: str) -> None:
    assert person_name(first).key == person_name(second).key


@pytest.mark.parametrize(("first", "second"), OTHER_PERSON)
def test_persons_that_stay_apart(first: str, second: str) -> None:
    assert person_name(first).key != person_name(second).key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("die Europäische Union", "Europäische Union"),
        ("Sanofi SE", "Sanofi"),
        ("UN-Sicherheitsrat", "UN Sicherheitsrat"),
    ],
)
def test_names_of_things_in_normal_form(first: str, second: str) -> None:
    assert thing_key(first) == thing_key(second)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Vereinte Nationen", "Vereinten Nationen", True),
        ("Bundestages", "Bundestag", True),
        ("Niederlanden", "Niederlande", True),
        ("Hessen", "Hesse", False),
        ("Polen", "Pole", False),
    ],
)
def test_cases_of_one_name(first: str, second: str, same: bool) -> None:
    assert (inflected_key(first) == inflected_key(second)) is same


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("UN", "Vereinte Nationen", False),
        ("VN", "Vereinte Nationen", True),
        ("GUS", "Gemeinschaft Unabhängiger Staaten", True),
        ("SPD", "Bundesregierung", False),
        ("A", "Ampel", False),
    ],
)
def test_abbreviations(short: str, long: str, fits: bool) -> None:
    assert is_abbreviation_of(short, long) is fits
