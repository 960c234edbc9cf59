from __future__ import annotations

from chronist.model.entry import Entry
from chronist.model.event import Status
from tests.linking.pile_factory import ORG, PERSON, Draft, linked

MEET = "Wladimir Putin;Alexander Lukaschenko"


def met(report: str, day: str, outlet: str) -> Draft:
    draft = Draft(report, day, outlet).says("Am Montag trafen sich beide in Sotschi.")
    for name in MEET.split(";"):
        draft.has(name, PERSON)
    draft.event("CONSULT", "trafen", MEET, when="2020-09-14")
    return draft


def by_weight(*drafts: Draft) -> list[Entry]:
    return sorted(linked(*drafts).entries, key=lambda e: -e.weight)


def test_what_more_independent_papers_tell_weighs_more() -> None:
    two = by_weight(met("r1", "2020-09-14", "Nord"), met("r2", "2020-09-15", "Süd"))
    (one,) = by_weight(met("r1", "2020-09-14", "Nord"))
    assert len(two) == 1
    assert two[0].weight > one.weight


def test_a_deed_outweighs_what_might_be_and_what_is_of_no_type() -> None:
    draft = met("r1", "2020-09-14", "Nord").says("Sie könnten bald streiten.")
    draft.event("CONSULT", "streiten", MEET, status=Status.POSSIBLE)
    draft.says("Dann gab es ein Festessen.").event("OTHER", "Festessen", "")
    entries = by_weight(draft)
    assert [e.type.value for e in entries] == ["CONSULT", "CONSULT", "OTHER"]
    assert entries[0].status is Status.OCCURRED


def test_the_parts_add_up_and_are_told() -> None:
    (entry,) = linked(met("r1", "2020-09-14", "Nord")).entries
    (reason,) = [d for d in entry.derivations if d.rule == "link.weight.parts"]
    assert reason.en.startswith(f"Weight {entry.weight:.1f}: ")
    assert "parties with names +0.8" in reason.en
    assert "Beteiligte mit Namen +0,8" in reason.de


def test_an_undated_entry_is_ordered_by_its_first_report() -> None:
    draft = Draft("r1", "2020-09-14").says("Die EU lehnt das ab.")
    draft.has("EU", ORG)
    draft.event("REJECT", "lehnt", "EU")
    (entry,) = linked(draft).entries
    assert entry.when is None
    assert entry.reported is not None
    assert entry.reported.edtf == "2020-09-14"
    assert entry.sort_day == entry.reported.latest


def test_an_undated_report_leaves_no_day() -> None:
    draft = Draft("r1", None).says("Die EU lehnt das ab.")
    draft.has("EU", ORG)
    draft.event("REJECT", "lehnt", "EU")
    (entry,) = linked(draft).entries
    assert entry.sort_day is None
