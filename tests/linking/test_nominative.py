from __future__ import annotations

import pytest

from chronist.linking.nominative import is_body_noun, is_party_noun, nominative


@pytest.mark.parametrize(
    ("words", "before", "expected"),
    [
        ("politischen Gefangenen", "mit ", "politische Gefangene"),
        ("Menschenrechtlern", "von ", "Menschenrechtler"),
        ("Sicherheitskräften", "den ", "Sicherheitskräfte"),
        ("polnischer Truppen", "", "polnische Truppen"),
        ("ukrainischen Innenministeriums", "des ", "ukrainische Innenministerium"),
        ("Staatsrates", "des Obersten ", "Staatsrat"),
        ("Regierungschefs der EU", "die ", "Regierungschefs der EU"),
        ("Demonstranten", "die ", "Demonstranten"),
        ("Behörden in Minsk", "den ", "Behörden in Minsk"),
        ("Beratungen", "den ", "Beratungen"),
        ("Unruhen", "bei ", "Unruhen"),
        ("hoher Beamter", "ein ", "hoher Beamter"),
        ("37-Jährige", "", "37-Jährige"),
    ],
)
def test_nominatives(words: str, before: str, expected: str) -> None:
    assert nominative(words, before) == expected


@pytest.mark.parametrize(
    ("noun", "party", "body"),
    [
        ("Sicherheitskräfte", True, True),
        ("Außenministeriums", True, True),
        ("Leiter", True, False),
        ("Berichte", False, False),
        ("Woche", False, False),
        ("Seiten", False, False),
    ],
)
def test_party_nouns(noun: str, party: bool, body: bool) -> None:
    assert is_party_noun(noun) is party
    assert is_body_noun(noun) is body
