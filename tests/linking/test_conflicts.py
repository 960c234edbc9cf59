from __future__ import annotations

import pytest

from chronist.model.conflict import Conflict
from chronist.model.entry import Standing
from chronist.model.event import Status
from tests.linking.pile_factory import GROUP, PERSON, PLACE, Draft, copies, linked


def march(
    number: int, sentence: str, kind: str = "PROTEST", **options: object
) -> Draft:
    draft = Draft(f"r{number}", f"2020-08-{16 + number}").says(sentence)
    draft.has("Minsk", PLACE)
    draft.has("Menschen", GROUP, described="Menschen")
    trigger = str(options.pop("trigger", "Marsch"))
    draft.event(kind, trigger, "Menschen", at="Minsk", when="2020-08-16", **options)  # type: ignore[arg-type]
    return draft


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Zum Marsch in Minsk kamen 200 000 Menschen.",
         "Zum Marsch in Minsk kamen 65 000 Menschen.", True),
        ("Zum Marsch in Minsk kamen mehr als 100 000 Menschen.",
         "Zum Marsch in Minsk kamen rund 200 000 Menschen.", False),
        ("Zum Marsch in Minsk kamen 200 000 Menschen.",
         "Beim Marsch in Minsk wurden 3000 Polizisten gezählt.", False),
        ("Zum Marsch in Minsk kamen 200 000 Menschen, später noch 50 000 Menschen.",
         "Zum Marsch in Minsk kamen 65 000 Menschen.", True),
        ("Zum Marsch in Minsk kamen 200 000 Menschen.",
         "Seit dem Marsch in Minsk kamen 65 000 Menschen.", False),
    ],
)  # fmt: skip
def test_figures_for_one_happening(first: str, second: str, found: bool) -> None:
    links = linked(march(1, first), march(2, second))
    (entry,) = links.entries
    assert [c.about for c in links.conflicts] == (["Zahl: Menschen"] if found else [])
    assert (entry.standing is Standing.DISPUTED) is found


def test_both_figures_are_cited_word_for_word() -> None:
    links = linked(
        march(1, "Zum Marsch in Minsk kamen rund 200 000 Menschen."),
        march(2, "Zum Marsch in Minsk kamen höchstens 65 000 Menschen."),
    )
    (conflict,) = links.conflicts
    shown = {v.value: [c.report for c in v.citations] for v in conflict.values}
    assert shown == {
        "rund 200 000 Menschen": ["r1"],
        "höchstens 65 000 Menschen": ["r2"],
    }
    assert conflict.entry == links.entries[0].id


def test_copies_do_not_contradict_their_original() -> None:
    first = march(1, "Zum Marsch in Minsk kamen 200 000 Menschen.")
    second = march(2, "Zum Marsch in Minsk kamen 65 000 Menschen.")
    links = linked(first, second, duplicates=(copies(first, second),))
    assert links.conflicts == ()


def test_a_growing_toll_is_news_not_contradiction() -> None:
    rising = linked(
        march(1, "Bei dem Anschlag in Minsk starben 12 Menschen.", "ASSAULT", trigger="Anschlag"),
        march(2, "Bei dem Anschlag in Minsk starben 15 Menschen.", "ASSAULT", trigger="Anschlag"),
    )  # fmt: skip
    falling = linked(
        march(1, "Bei dem Anschlag in Minsk starben 15 Menschen.", "ASSAULT", trigger="Anschlag"),
        march(2, "Bei dem Anschlag in Minsk starben 12 Menschen.", "ASSAULT", trigger="Anschlag"),
    )  # fmt: skip
    assert rising.conflicts == ()
    assert len(falling.conflicts) == 1


def met(number: int, day: int, status: Status, sentence: str) -> Draft:
    draft = Draft(f"r{number}", f"2020-09-{day}").says(sentence)
    for name in ("Wladimir Putin", "Alexander Lukaschenko"):
        draft.has(name, PERSON)
    draft.has("Sotschi", PLACE)
    draft.event(
        "CONSULT",
        "Treffen",
        "Wladimir Putin;Alexander Lukaschenko",
        at="Sotschi",
        when="2020-09-14",
        status=status,
    )
    return draft


@pytest.mark.parametrize(("day", "found"), [(16, ["Ob es geschah"]), (11, [])])
def test_a_denial_counts_unless_it_is_older(day: int, found: list[str]) -> None:
    links = linked(
        met(1, 15, Status.OCCURRED, "Das Treffen in Sotschi dauerte vier Stunden."),
        met(2, day, Status.DENIED, "Ein Treffen in Sotschi habe es nicht gegeben."),
    )
    assert [c.about for c in links.conflicts] == found


def died(number: int, day: int) -> Draft:
    draft = Draft(f"r{number}", "2021-03-20").says("Der Sänger Jan Muster starb.")
    draft.has("Jan Muster")
    draft.event("DEATH", "starb", to="Jan Muster", when=f"2021-03-{day:02d}")
    return draft


def days(links_conflicts: tuple[Conflict, ...]) -> list[list[str]]:
    return [[v.value for v in c.values] for c in links_conflicts if c.about == "Tag"]


def test_two_days_for_what_happens_once() -> None:
    assert days(linked(died(1, 17), died(2, 18)).conflicts) == [
        ["2021-03-17", "2021-03-18"]
    ]
    assert days(linked(died(1, 1), died(2, 18)).conflicts) == []
