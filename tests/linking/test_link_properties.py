"""Whatever the pile holds, linking ends, loses nothing and ignores the order."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from chronist.linking.link import link
from chronist.model.event import EventType, Status
from tests.linking.pile_factory import GROUP, ORG, PERSON, PLACE, Draft, copies

CAST = {
    "Wladimir Putin": PERSON,
    "Putin": PERSON,
    "Anna Schmidt": PERSON,
    "Schmidt": PERSON,
    "Minsk": PLACE,
    "EU": ORG,
    "Menschen": GROUP,
}
WORDS = ("Treffen", "Wahl", "traf", "Streik")
WHENS = (None, "2021-03-01", "2021-03", "2021-03-01/..", "9999-12-30", "0001-01-02")


@st.composite
def drafts(draw: st.DrawFn) -> list[Draft]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        day = draw(st.sampled_from([None, "2021-03-01", "9999-12-31", "0001-01-01"]))
        draft = Draft(f"r{number}", day)
        for word in WORDS:
            draft.says(f"Ein Satz mit {word} und 200 Menschen.")
        names = draw(st.lists(st.sampled_from(sorted(CAST)), unique=True, min_size=1))
        for name in names:
            shown = name if CAST[name] is GROUP else None
            draft.has(name, CAST[name], described=shown)
        for _ in range(draw(st.integers(0, 3))):
            made_event = draft.event(
                draw(st.sampled_from(list(EventType))).value,
                draw(st.sampled_from(WORDS)),
                ";".join(draw(st.lists(st.sampled_from(names), unique=True))),
                when=draw(st.sampled_from(WHENS)),
                status=draw(st.sampled_from(list(Status))),
            )
            draft.pledge(
                "Ein Satz mit Treffen",
                names[0],
                due=draw(st.sampled_from(WHENS)),
                events=(made_event,),
            )
        made.append(draft)
    return made


@given(drafts(), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_and_order_does_not_count(
    pile: list[Draft],
    chance: Random,
    copied: bool,
) -> None:
    groups = (copies(pile[0], *pile[1:]),) if copied and len(pile) > 1 else ()
    links = link([d.report for d in pile], [d.analysis for d in pile], groups, ())
    shuffled = list(pile)
    chance.shuffle(shuffled)
    again = link(
        [d.report for d in shuffled], [d.analysis for d in shuffled], groups, ()
    )
    assert again == links
    events = sorted(e.id for d in pile for e in d.events)
    assert sorted(e for entry in links.entries for e in entry.events) == events
    referents = sorted(r.id for d in pile for r in d.referents)
    assert sorted(r for actor in links.actors for r in actor.referents) == referents
    assert len({a.id for a in links.actors}) == len(links.actors)
    assert len({e.id for e in links.entries}) == len(links.entries)
    days = [
        {
            d.when
            for h in entry.events
            for d in links.events
            if d.id == h and d.when and d.status is not Status.PLANNED
        }
        for entry in links.entries
    ]
    assert all(len({w for w in found if w.is_day}) <= 1 for found in days)


def test_an_empty_pile_gives_an_empty_chronicle() -> None:
    links = link([], [], [], [])
    assert links.actors == links.entries == ()


def test_days_at_the_ends_of_the_calendar() -> None:
    draft = Draft("r1", date.max.isoformat()).says("Ein Treffen.")
    draft.event("CONSULT", "Treffen", status=Status.PLANNED)
    assert len(link([draft.report], [draft.analysis], (), ()).entries) == 1
