from __future__ import annotations

from chronist.model.event import Status
from tests.linking.pile_factory import PLACE, Draft, linked


def test_a_planned_meeting_and_its_report_are_one_entry() -> None:
    before = Draft("r1", "2020-09-11").says(
        "Alexander Lukaschenko reist zu einem Treffen mit Wladimir Putin nach Sotschi."
    )
    after = Draft("r2", "2020-09-15").says(
        "Lukaschenko und Putin trafen sich am Montag in Sotschi."
    )
    for draft, names in (
        (before, ("Alexander Lukaschenko", "Wladimir Putin")),
        (after, ("Lukaschenko", "Putin")),
    ):
        for name in names:
            draft.has(name)
        draft.has("Sotschi", PLACE)
    before.event(
        "CONSULT",
        "Treffen",
        "Alexander Lukaschenko;Wladimir Putin",
        at="Sotschi",
        when="2020-09-14",
        status=Status.PLANNED,
    )
    after.event(
        "CONSULT", "trafen", "Lukaschenko;Putin", at="Sotschi", when="2020-09-14"
    )
    links = linked(before, after)
    (entry,) = links.entries
    assert (
        entry.headline == "Alexander Lukaschenko und Wladimir Putin: Treffen in Sotschi"
    )
    assert entry.status is Status.OCCURRED
    assert entry.history == (("r1", Status.PLANNED), ("r2", Status.OCCURRED))
