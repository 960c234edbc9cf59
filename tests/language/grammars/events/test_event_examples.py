"""The examples beside the event rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chronist.language.grammars.events import dates, reasons
from tests.language.grammars.events.cast import events_of
from tests.rule_examples import (
    Example,
    Reading,
    check_example,
    load_examples,
    rules_without_examples,
)

TIMES = (dates.SAME_CLAUSE, dates.SAME_SENTENCE, dates.RUNNING, dates.SAME_EVENT)


def read(text: str) -> Iterator[Reading]:
    for event in events_of(text):
        yield event.derivations[0].rule, f"{event.type.value} {event.trigger.text}"
        for part in event.participants:
            yield f"de.events.{part.role.value}", part.actor
        for derivation in event.derivations:
            if derivation.rule.startswith("de.events.time."):
                yield derivation.rule, derivation.citations[0].text


@pytest.mark.parametrize("example", load_examples("events"))
def test_example(example: Example):
    check_example(example, read)


def test_every_rule_has_examples_for_and_against():
    roles = [f"de.events.{role}" for role in ("agent", "recipient", "place")]
    ids = [*reasons.RULES.values(), *roles, *(reason.rule for reason in TIMES)]
    assert rules_without_examples("events", ids) == []
