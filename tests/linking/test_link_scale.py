"""Linking grows with the pile, not with its square."""

from __future__ import annotations

import time

from chronist.linking.actors import find_actors
from chronist.linking.candidates import NEIGHBOURS, candidates
from chronist.linking.happenings import Happening, print_playbill, see
from chronist.linking.parties import in_event
from chronist.linking.pile import gather
from chronist.model.event import Event
from tests.linking.pile_factory import PLACE, Draft, linked

PEOPLE = ("Wladimir Putin", "Alexander Lukaschenko", "Angela Merkel", "Josep Borrell")
PLACES = ("Minsk", "Moskau", "Berlin")


def synthetic(count: int) -> list[Draft]:
    """Reports of one hot story: few actors, one month, every event like the others."""
    drafts = []
    for number in range(count):
        day = f"2021-09-{number % 28 + 1:02d}"
        draft = Draft(f"r{number:05d}", day).says("Dort kam es zu einem Treffen.")
        first, second = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
        draft.has(first)
        draft.has(second)
        draft.has(PLACES[number % 3], PLACE)
        draft.event(
            "CONSULT", "Treffen", f"{first};{second}", at=PLACES[number % 3], when=day
        )
        drafts.append(draft)
    return drafts


def happenings(drafts: list[Draft]) -> list[Happening]:
    pile = gather([d.report for d in drafts], [d.analysis for d in drafts], [], [])
    cast = find_actors(pile)
    playbill = print_playbill(cast.actors, cast.heads)
    events: list[Event] = [in_event(e, cast.actor_of) for d in drafts for e in d.events]
    return [see(event, pile, playbill) for event in events]


def test_compared_pairs_grow_linearly() -> None:
    keys_per_event = 5
    for count in (500, 2000):
        pairs = sum(1 for _ in candidates(happenings(synthetic(count))))
        assert pairs <= count * keys_per_event * NEIGHBOURS


def test_two_thousand_reports_link_in_seconds() -> None:
    drafts = synthetic(2000)
    started = time.perf_counter()
    links = linked(*drafts)
    assert time.perf_counter() - started < 20
    assert len(links.actors) == 7
    days = {e.when.edtf for e in links.entries if e.when}
    assert len(days) == 28
