"""The same words in several reports are one saying."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.linking.statements import join_sayings
from chronist.model.citation import Citation
from chronist.model.statement import Statement, StatementForm, sayings_of
from chronist.model.when import When

FULL = "Wir werden die Verhandlungen über das Hafenabkommen noch im Oktober abschließen"
SHORT = "Verhandlungen über das Hafenabkommen noch im Oktober abschließen"
OTHER = "Die Preise für Getreide müssen in diesem Winter um ein Drittel sinken"


def said(
    name: str,
    words: str,
    speaker: str | None = "a-1",
    day: str | None = "2021-09-09",
    form: StatementForm = StatementForm.DIRECT,
) -> Statement:
    content = (Citation(f"r-{name}", 0, len(words), words),)
    when = When.from_edtf(day) if day else None
    return Statement(
        f"st-{name}", f"r-{name}", form, content, speaker, None, None, (), when=when
    )


def joined(*statements: Statement) -> bool:
    sayings = {s.saying for s in join_sayings(statements)}
    return len(sayings) == 1 and None not in sayings


@pytest.mark.parametrize(
    "other",
    [
        said("b", FULL),
        said("b", SHORT),
        said("b", FULL.replace("werden", "wollen")),
        said("b", FULL, day="2021-09-10"),
        said("b", FULL, day="2021-09"),
        said("b", FULL, day=None),
        said("b", f"man werde {SHORT}", form=StatementForm.INDIRECT),
    ],
)
def test_one_saying(other: Statement):
    assert joined(said("a", FULL), other)


@pytest.mark.parametrize(
    "other",
    [
        said("b", OTHER),
        said("b", FULL, speaker="a-2"),
        said("b", FULL, speaker=None),
        said("b", FULL, day="2022-09-09"),
        said("b", FULL, form=StatementForm.REPORTED),
    ],
)
def test_not_one_saying(other: Statement):
    assert not joined(said("a", FULL), other)


PILE = [said("a", FULL), said("b", SHORT), said("c", OTHER), said("d", FULL)]


@given(st.permutations(PILE))
def test_order_changes_nothing(pile: list[Statement]):
    expected = {s.id: s.saying for s in join_sayings(PILE)}
    assert {s.id: s.saying for s in join_sayings(pile)} == expected


def test_a_saying_knows_first_longest_and_wordings():
    pile = [said("b", FULL, day="2021-09-10"), said("a", SHORT), said("c", OTHER)]
    repeated, alone = sayings_of(join_sayings(pile))
    assert (repeated.first.id, repeated.longest.id) == ("st-a", "st-b")
    assert [s.id for s in repeated.wordings] == ["st-b", "st-a"]
    assert (alone.id, len(alone.variants)) == ("st-c", 1)


def test_work_grows_with_the_pile():
    def seconds(size: int) -> float:
        pile = [
            said(str(n), " ".join(f"{(n * k) % size:06}" for k in range(1, 13)))
            for n in range(size)
        ]
        start = time.perf_counter()
        join_sayings(pile)
        return time.perf_counter() - start

    seconds(500)
    assert seconds(4000) < 24 * max(seconds(1000), 0.01)
