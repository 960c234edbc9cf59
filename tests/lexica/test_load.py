"""The loader gives words, names, tables and verbs, and names what is missing."""

from __future__ import annotations

import json

import pytest

from chronist.errors import LexiconError
from chronist.lexica import load
from chronist.lexica.load import (
    VerbForm,
    load_lemmas,
    load_names,
    load_table,
    load_verbs,
    load_words,
    separable_verbs,
    tags_of,
    verb_tags,
)


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("traf", VerbForm("treffen", "past", "sg")),
        ("seien", VerbForm("sein", "k1", "pl")),
        ("würden", VerbForm("werden", "k2", "pl")),
        ("angekündigt", VerbForm("ankündigen", "pp", "")),
        ("übergeben", VerbForm("übergeben", "pp", "")),
    ],
)
def test_verb_forms(form, reading):
    assert reading in load_verbs()[form]
    assert reading.finite == bool(reading.number)


def test_particles_of_separable_verbs():
    assert "an" in separable_verbs()["kündigen"]


def test_a_list_by_name():
    assert "z.b." in {w.replace(" ", "") for w in load_words("words/abbreviations")}
    assert all(word == word.lower() for word in load_words("words/abbreviations"))


def test_lemmas_hold_inflected_forms():
    lemmas = load_lemmas("speech/claims")
    assert lemmas["forderungen"] == lemmas["forderung"] == "Forderung"


def test_names_and_tables_keep_their_case():
    assert any(name[0].isupper() for name in load_names("press/not_places"))
    assert load_table("verbs/strong")["treffen"]["past"] == "traf"


def test_tables_cannot_be_changed():
    with pytest.raises(TypeError):
        load_verbs()["neu"] = ()  # type: ignore[index]


def test_tags_of_words_and_verbs():
    assert "speech/claims" in tags_of("forderung")
    assert tags_of("kwxq") == frozenset()
    assert "verbs/modal" in verb_tags("sollen")
    assert verb_tags("kwxq") == frozenset()


def test_a_missing_list_says_what_to_do():
    with pytest.raises(LexiconError, match=r"add resources/de/no/such\.yml"):
        load_words("no/such")


@pytest.mark.parametrize(
    ("loader", "name"),
    [
        (load_words, "verbs/strong"),
        (load_table, "words/abbreviations"),
        (load_names, "verbs/modal"),
    ],
)
def test_a_list_of_another_kind_is_refused(loader, name):
    with pytest.raises(LexiconError, match="list and has no"):
        loader(name)


@pytest.fixture
def compounds(tmp_path, monkeypatch):
    """A list of nouns that count as the last part of compounds, with its exception."""
    content = {
        "kind": "nouns",
        "forms": {"wahl": "Wahl", "abkommen": "Abkommen"},
        "heads": True,
        "not": ["auswahl"],
    }
    (tmp_path / "nouns.json").write_text(json.dumps(content), "utf-8")
    (tmp_path / "lists.json").write_text('["nouns"]', "utf-8")
    caches = [value for value in vars(load).values() if hasattr(value, "cache_clear")]
    monkeypatch.setattr(load, "_DATA", tmp_path)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("wahl", True),
        ("präsidentschaftswahl", True),
        ("handelsabkommen", True),
        ("auswahl", False),
        ("xwahl", False),
        ("wahlen", False),
    ],
)
def test_compounds_count_by_their_last_part(compounds, word, found):
    assert tags_of(word) == ({"nouns"} if found else set())
