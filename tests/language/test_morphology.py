"""Lemmas, particles, tense and mood."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.language.morphology import Mood, Tense, clause_at, clauses, settle_verbs
from chronist.language.tokens import Token, tokenize


def settled(text: str) -> tuple[Token, ...]:
    tokens = tokenize(text)
    settle_verbs(tokens)
    return tokens


def index_of(tokens: Sequence[Token], word: str) -> int:
    return next(i for i, t in enumerate(tokens) if t.text == word)


LEMMAS = [
    ("Er kündigte im Mai einen Besuch an.", "kündigte", "ankündigen"),
    ("Sie nahmen ihn am Abend fest und gingen.", "nahmen", "festnehmen"),
    ("Er hat den Vertrag unterzeichnet.", "unterzeichnet", "unterzeichnen"),
    ("Die Partei trat an.", "trat", "antreten"),
    ("Er weigerte sich, zurückzutreten.", "zurückzutreten", "zurücktreten"),
    ("Er sah sie an der Tür.", "sah", "sehen"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_lemma_with_its_particle(text: str, word: str, lemma: str):
    tokens = settled(text)
    assert tokens[index_of(tokens, word)].lemma == lemma


NO_VERBS = [
    ("Er lobte das Treffen in Wien.", "Treffen"),
    ("Der geplante Besuch fiel aus.", "geplante"),
    ("Der nicht unterzeichnete Vertrag liegt dort.", "unterzeichnete"),
]


@pytest.mark.parametrize(("text", "word"), NO_VERBS)
def test_nouns_and_attributes_are_no_verbs(text: str, word: str):
    tokens = settled(text)
    assert tokens[index_of(tokens, word)].verb == ()


def test_a_relative_clause_keeps_its_verb():
    tokens = settled("Es war die Frau, die protestierte Jahr für Jahr.")
    assert tokens[index_of(tokens, "protestierte")].verb != ()


TENSES = [
    ("Er traf den Kanzler.", "traf", Tense.PAST, Mood.INDICATIVE),
    ("Er hat den Kanzler getroffen.", "getroffen", Tense.PAST, Mood.INDICATIVE),
    ("Er trifft den Kanzler.", "trifft", Tense.PRESENT, Mood.INDICATIVE),
    ("Er wird den Kanzler treffen.", "treffen", Tense.FUTURE, Mood.INDICATIVE),
    ("Er wird verhaftet.", "verhaftet", Tense.PRESENT, Mood.INDICATIVE),
    ("Er wurde verhaftet.", "verhaftet", Tense.PAST, Mood.INDICATIVE),
    ("Er habe den Kanzler getroffen.", "getroffen", Tense.PAST, Mood.REPORTED),
    ("Sie hätten sich verständigt.", "verständigt", Tense.PAST, Mood.REPORTED),
    ("Er hätte ihn getroffen.", "getroffen", Tense.PAST, Mood.UNREAL),
    ("Er sei krank.", "sei", Tense.PRESENT, Mood.REPORTED),
    ("Er könnte kommen.", "könnte", Tense.PRESENT, Mood.UNREAL),
    (
        "Er wurde wegen Raubes, Betrugs und Mordes verurteilt.",
        "verurteilt",
        Tense.PAST,
        Mood.INDICATIVE,
    ),
    (
        "Er hat, so die Polizei, zwei Menschen verletzt.",
        "verletzt",
        Tense.PAST,
        Mood.INDICATIVE,
    ),
]


@pytest.mark.parametrize(("text", "word", "tense", "mood"), TENSES)
def test_tense_and_mood(text: str, word: str, tense: Tense, mood: Mood):
    tokens = settled(text)
    clause = clause_at(tokens, index_of(tokens, word))
    assert (clause.tense, clause.mood) == (tense, mood)


def test_an_apposition_takes_the_tense_around_it():
    tokens = settled("Der Mann, ein Arzt aus Wien, starb.")
    assert clause_at(tokens, index_of(tokens, "Arzt")).tense is Tense.PAST


def test_a_list_keeps_its_helping_verb():
    tokens = settled("Er wurde wegen Raubes, Betrugs und Mordes verurteilt.")
    clause = clause_at(tokens, index_of(tokens, "verurteilt"))
    assert [tokens[i].text for i in clause.verbs] == ["wurde", "verurteilt"]


@given(
    st.lists(
        st.sampled_from(
            ["er", "hat", ",", "zu", "treffen", "an", "wurde", "Treffen", "."]
        ),
        max_size=25,
    )
)
def test_every_token_stands_in_exactly_one_clause(words: list[str]):
    tokens = settled(" ".join(words))
    found = clauses(tokens)
    covered = [i for c in found for i in range(c.first, c.last)]
    assert covered == list(range(len(tokens)))
    assert all(0 <= i < len(tokens) for c in found for i in c.verbs)
