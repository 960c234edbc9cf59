from __future__ import annotations

import pytest

from chronist.model.report import MediaType, RawReport, Report
from chronist.reports.lines import join_lines
from chronist.reports.read import read
from chronist.reports.repair import clean_characters, clean_value, untouched

WRAPPED = """\
Das Parlament hat am Dienstag den Haushalt für das kommende Jahr be-
schlossen. Für den Entwurf stimmten sechzig Abgeordnete, dagegen acht-
unddreißig. Ein- und Ausgaben steigen um drei Prozent, das Außen-
und das Innenministerium erhalten mehr Geld, die anderen weniger.

Die Opposition will nun das Gericht anrufen, weil die Frist zu kurz
gewesen sei. Der Sprecher der Regierung wies das am Abend zurück."""


def joined(text: str, media_type: MediaType = MediaType.PLAIN) -> str:
    return join_lines(untouched(text), media_type).text


def test_wrapped_text_becomes_paragraphs() -> None:
    paragraphs = joined(WRAPPED).split("\n\n")
    assert len(paragraphs) == 2
    assert "\n" not in paragraphs[0]
    assert "Jahr beschlossen. Für" in paragraphs[0]
    assert "achtunddreißig" in paragraphs[0]
    assert "das Außen- und das" in paragraphs[0]


def test_offsets_of_a_repaired_word() -> None:
    found = read(RawReport("x.txt", WRAPPED))
    assert isinstance(found, Report)
    start = found.text.index("beschlossen")
    raw_start, raw_end = found.offsets.to_raw(start, start + len("beschlossen"))
    assert found.raw[raw_start:raw_end] == "be-\nschlossen"


def test_pages_lose_numbers_and_running_heads_inside_sentences() -> None:
    first = WRAPPED.split("\n\n")[0]
    pages = f"Küstenbote\n{first} Die Frage ist nun, was\n1\fKüstenbote\naus dem Rest wird. Das Gericht prüft es.\n2"
    text = joined(pages, MediaType.PAGES)
    assert "was aus dem Rest" in text.replace("\n", " ")
    assert text.count("Küstenbote") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ein Satz je Zeile.\nNoch ein Satz.\nUnd ein dritter.\nUnd ein vierter.\nSchluss.",
        "Eins - Zwei 3:0\nDrei - Vier 1:1\nFünf - Sechs 0:2\nSieben - Acht 2:2",
        "Kurz.\n\nLang und ohne Umbruch, wie es in Tabellen steht.",
    ],
)
def test_lines_with_their_own_meaning_stay(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Ab\u00adkom\u00admen", "Abkommen"),
        ("U\u0308ber", "Über"),
        ("10\u00a0000", "10 000"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeff\u202eabc\u202c\u200b", "abc"),
        ("a\tb\x00", "a b"),
        ("\ud800", "\ufffd"),
        ("„So“ – ja … «nein» ‚gut‘", "„So“ – ja … «nein» ‚gut‘"),
        ("Ende. ", "Ende. "),
    ],
)
def test_characters(raw: str, clean: str) -> None:
    assert clean_characters(untouched(raw)).text == clean


def test_values() -> None:
    assert clean_value("  Küsten\u00adbote \n") == "Küstenbote"
    assert clean_value(" \u200b ") is None
