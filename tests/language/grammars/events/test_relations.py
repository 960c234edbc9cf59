"""Noun phrases, clauses, and the path from a trigger to whom the sentence names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.language.grammars.events.chunks import Chunk, chunks_of
from chronist.language.grammars.events.frames import FrameKind, frames_of
from chronist.language.grammars.events.parse import Parse, parse_of
from chronist.language.grammars.events.relations import (
    is_of_other_clause,
    relation,
    surroundings_of,
)
from chronist.language.grammars.events.setting import Setting, settings_of
from chronist.language.grammars.time.resolve import find_times
from chronist.model.event import EventType, Role
from tests.language.grammars.events.cast import (
    DAY,
    events_of,
    referents_of,
    tokenized_of,
)


def setting_of(text: str) -> Setting:
    tokenized = tokenized_of(text)
    referents = referents_of(tokenized.report)
    times = find_times(tokenized, DAY)
    return settings_of(tokenized, referents, times, ())[0]


def path(text: str, trigger: str, name: str) -> str:
    setting = setting_of(text)
    index = next(i for i, t in enumerate(setting.tokens) if t.text == trigger)
    mention = next(m for m in setting.mentions if m.mention.citation.text == name)
    return relation(parse_of(setting), index, mention)


@pytest.mark.parametrize(
    ("text", "trigger", "name", "expected"),
    [
        ("Putin empfing Merkel in Sotschi.", "empfing", "Putin", "subject"),
        ("Putin empfing Merkel in Sotschi.", "empfing", "Merkel", "object"),
        ("Putin empfing Merkel in Sotschi.", "empfing", "Sotschi", "in"),
        ("Den Kremlchef empfing Merkel.", "empfing", "Merkel", "subject"),
        ("Merkel wurde von Putin empfangen.", "empfangen", "Putin", "von"),
        ("Das Treffen mit Putin begann.", "Treffen", "Putin", "on it mit"),
        ("Putins Treffen begann spät.", "Treffen", "Putins", "on it possessor"),
        ("Der Sturz Lukaschenkos gelang.", "Sturz", "Lukaschenkos", "on it genitive"),
        ("Merkel, die krank war, sagte das Treffen ab.", "sagte", "Merkel", "subject"),
        ("Merkel traf Macron und flog heim.", "flog", "Merkel", "subject"),
        ("Merkel, die Macron traf, schwieg.", "traf", "Merkel", "subject"),
        ("Merkel drohte, Macron zu verklagen.", "verklagen", "Merkel", "subject"),
        ("Merkel forderte Macron auf, zu handeln.", "handeln", "Macron", "subject"),
    ],
)
def test_path(text: str, trigger: str, name: str, expected: str):
    assert path(text, trigger, name) == expected


def test_who_stands_behind_a_preposition_of_another_clause_is_foreign():
    setting = setting_of("Merkel wollte gegen Putin antreten, wurde aber verhaftet.")
    parse = parse_of(setting)
    index = next(i for i, t in enumerate(setting.tokens) if t.text == "verhaftet")
    foreign = {
        m.referent.id: is_of_other_clause(parse, index, m) for m in setting.mentions
    }
    assert foreign == {"Angela Merkel": False, "Wladimir Putin": True}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Merkel schwieg.", ["main"]),
        ("Merkel schwieg, weil Macron sprach.", ["main", "sub"]),
        ("Als Macron sprach, schwieg Merkel.", ["sub", "main"]),
        ("Merkel, die krank war, schwieg.", ["main", "relative"]),
        ("Merkel drohte, zu gehen.", ["main", "infinitive"]),
        ("Merkel schwieg und Macron sprach.", ["main", "main"]),
        ("Merkel, die Kanzlerin, schwieg.", ["main"]),
    ],
)
def test_kinds_of_clauses(text: str, kinds: list[str]):
    tokens = setting_of(text).tokens
    assert [f.kind.value for f in frames_of(tokens)] == kinds


def phrases(text: str) -> list[tuple[str, Chunk]]:
    setting = setting_of(text)
    found = chunks_of(setting.tokens, setting.mentions, setting.times)
    return [
        (" ".join(t.text for t in setting.tokens[c.first : c.last]), c) for c in found
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "cases"),
    [
        ("Der neue Minister sprach.", "Der neue Minister", "n"),
        ("Der neuen Regierung half er.", "Der neuen Regierung", "dg"),
        ("Den Minister sah er.", "Den Minister", "ad"),
        ("Ein neuer Präsident kam.", "Ein neuer Präsident", "na"),
        ("Dem Präsidenten half er.", "Dem Präsidenten", "d"),
    ],
)
def test_cases_that_the_words_allow(text: str, phrase: str, cases: str):
    assert dict(phrases(text))[phrase].cases == cases


def test_nothing_hangs_on_a_name():
    found = dict(phrases("Putin empfing Merkel in Sotschi."))
    assert found["in Sotschi"].behind == -1


def test_an_attribute_says_what_the_noun_hangs_on():
    setting = setting_of("Die Forderung nach einem Rücktritt blieb.")
    index = next(i for i, t in enumerate(setting.tokens) if t.text == "Rücktritt")
    assert surroundings_of(parse_of(setting), index).head == "forderung"


def test_the_arrested_is_not_the_rival():
    found = events_of("Merkel wollte gegen Putin antreten, wurde aber festgenommen.")
    arrest = next(e for e in found if e.type is EventType.COERCE)
    assert {p.actor for p in arrest.participants if p.role is Role.RECIPIENT} <= {
        "Angela Merkel"
    }
    assert "Wladimir Putin" not in {p.actor for p in arrest.participants}


@given(st.lists(st.sampled_from(["Putin", "traf", ",", "und", "der", "die", "dass", "in",
                                 "Sotschi", "wurde", "von", "getroffen", "zu", "."]),
                max_size=25))  # fmt: skip
def test_every_word_stands_in_one_clause_and_phrases_do_not_overlap(words: list[str]):
    text = " ".join(words)
    for sentence in tokenized_of(text).sentences:
        setting = setting_of(text) if text.strip() else None
        assert setting is not None
        frames = frames_of(sentence.tokens)
        for index in range(len(sentence.tokens)):
            assert sum(f.holds(index) for f in frames) == 1
        parse: Parse = parse_of(setting)
        for before, after in zip(parse.chunks, parse.chunks[1:], strict=False):
            assert before.last <= after.first
        assert all(f.kind in FrameKind for f in frames)
