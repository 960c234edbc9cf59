"""The examples beside the stance rules, and the status whole sentences come to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chronist.language.grammars.events.dates import date_of
from chronist.language.grammars.events.parse import parse_of
from chronist.language.grammars.events.resolve import occurrence
from chronist.language.grammars.events.setting import settings_of
from chronist.language.grammars.events.triggers import Trigger
from chronist.language.grammars.events.words import event_word
from chronist.language.grammars.speech.resolve import find_statements
from chronist.language.grammars.stance.occurrence import Surroundings
from chronist.language.grammars.stance.rules import RULES, rules_for
from chronist.language.grammars.time.resolve import find_times
from chronist.model.event import Status
from tests.language.grammars.events.cast import DAY, events_of, tokenized_of
from tests.rule_examples import (
    Example,
    Reading,
    check_example,
    load_examples,
    rules_without_examples,
)


def read(text: str) -> Iterator[Reading]:
    tokenized = tokenized_of(text)
    times = find_times(tokenized, DAY)
    settings = settings_of(
        tokenized, (), times, find_statements(tokenized, (), times, DAY)
    )
    for setting in settings:
        for index, token in enumerate(setting.tokens):
            word = event_word(token)
            if word is None:
                continue
            trigger = Trigger(setting, index, word, word.types[0], 1.0)
            dated = date_of(trigger, parse_of(setting), settings, ())
            rules = rules_for(
                occurrence(
                    trigger,
                    Surroundings(),
                    dated[0] if dated else None,
                    DAY.when,
                )
            )
            # "told" applies always; it is the reason only where nothing else does.
            for rule in rules[:-1] or rules:
                yield rule.id, token.text


@pytest.mark.parametrize("example", load_examples("stance"))
def test_example(example: Example):
    check_example(example, read)


def test_every_rule_has_examples_for_and_against():
    assert rules_without_examples("stance", [rule.id for rule in RULES]) == []


def test_rule_ids_are_unique():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


STATUSES = [
    ("Merkel hat Macron in Moskau getroffen.", "getroffen", Status.OCCURRED),
    ("Merkel traf Macron in Moskau.", "traf", Status.OCCURRED),
    ("Merkel will Macron in Moskau treffen.", "treffen", Status.PLANNED),
    ("Das Parlament soll das Gesetz verabschieden.", "verabschieden", Status.PLANNED),
    ("Er kündigte ein Treffen mit dem Kanzler an.", "Treffen", Status.PLANNED),
    ("Er soll den Zeugen getötet haben.", "getötet", Status.POSSIBLE),
    ("Die Opposition forderte Neuwahlen.", "Neuwahlen", Status.POSSIBLE),
    ("Das Parlament hat dem Gesetz nicht zugestimmt.", "zugestimmt", Status.DENIED),
    ("Derzeit verhandeln beide Seiten in Wien.", "verhandeln", Status.ONGOING),
]


@pytest.mark.parametrize(("text", "word", "status"), STATUSES)
def test_status_of_plain_sentences(text: str, word: str, status: Status):
    assert {e.trigger.text: e.status for e in events_of(text)}[word] is status
