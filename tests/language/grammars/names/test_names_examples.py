"""The examples beside the name rules, and what must hold for any text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronist.language.grammars.names.reasons import REASONS
from chronist.language.grammars.names.resolve import find_referents
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.actor import MentionKind, Referent
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When
from tests.rule_examples import (
    Example,
    Reading,
    check_example,
    load_examples,
    rules_without_examples,
)

DAY = date(2021, 9, 9)
WORDS = (
    "Der", "die", "Präsident", "Wladimir", "Putin", "Lukaschenko", "Erika", "al-Nahar",
    "Mustermeier", "EU", "(", ")", "„", "“", ",", ".", "und", "er", "Sie", "beide",
    "67-Jährige", "Stadt", "Zorgheim", "in", "von", "der", "Bund", "für", "A", ".",
    "GmbH", "Sapad-2021", "die beiden Staatschefs", "sein", "Amtskollege", "\u2019",
)  # fmt: skip


def report_of(text: str) -> Report:
    segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    published = Published(When.day(DAY), DAY)
    return Report("r-1", "a.txt", text, (segment,), published=published)


def referents(text: str) -> tuple[Referent, ...]:
    tokenized = tokenize_report(report_of(text))
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return find_referents(tokenized)


def read(text: str) -> Iterator[Reading]:
    for referent in referents(text):
        for mention in referent.mentions:
            words = mention.citation.text
            yield (
                mention.derivation.rule,
                f"{referent.kind}: {words}"
                if mention.kind is MentionKind.NAME
                else f"{words} = {referent.name}",
            )


@pytest.mark.parametrize("example", load_examples("names"))
def test_example(example: Example) -> None:
    check_example(example, read)


def test_every_reason_has_examples() -> None:
    assert rules_without_examples("names", REASONS) == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_citations_hold_their_words_for_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for referent in referents(text):
        assert referent.mentions
        assert list(referent.mentions) == sorted(
            referent.mentions, key=lambda m: m.citation
        )
        for mention in referent.mentions:
            for citation in (mention.citation, *mention.derivation.citations):
                assert text[citation.start : citation.end] == citation.text != ""


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_characters_are_read(text: str) -> None:
    assert isinstance(referents(text), tuple)


def test_ids_come_from_content() -> None:
    text = "Wladimir Putin traf Erika Mustermeier in Grodno. Er schwieg."
    first, second = referents(text), referents(text)
    assert [r.id for r in first] == [r.id for r in second]
    assert len({r.id for r in first}) == len(first) == 3


def test_lists_stay_small() -> None:
    data = Path("src/chronist/lexica/data")
    files = [
        p for f in ("names", "places", "parties") for p in (data / f).glob("*.json")
    ]
    assert sum(p.stat().st_size for p in files) < 2_000_000
    assert all(json.loads(p.read_text("utf-8")) for p in files)
