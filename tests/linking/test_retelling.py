from __future__ import annotations

import pytest

from chronist.model.event import Status
from chronist.model.when import When
from tests.linking.pile_factory import ORG, PERSON, PLACE, Draft, copies, linked

PAIR = "Wladimir Putin;Alexander Lukaschenko"


def draft(*sentences: str, name: str = "r1", day: str = "2021-06-25") -> Draft:
    made = Draft(name, day)
    for sentence in sentences:
        made.says(sentence)
    for actor in PAIR.split(";"):
        made.has(actor, PERSON)
    made.has("EU", ORG)
    made.has("Belarus", PLACE, known="country:BY")
    return made


def count(*drafts: Draft) -> int:
    return len(linked(*drafts).entries)


def test_verb_and_noun_of_one_clause_are_one_act() -> None:
    report = draft("Die EU hat am Donnerstag neue Sanktionen gegen Belarus verhängt.")
    report.event("SANCTION", "Sanktionen", to="Belarus", when="2021-06-24")
    report.event("SANCTION", "verhängt", "EU", when="2021-06-24")
    (entry,) = linked(report).entries
    assert entry.headline == "EU: Sanktionen gegen Belarus"


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        ("Nach dem Treffen in Genf sprach er mit der EU.", "Treffen", "sprach"),
        ("Das Treffen endete, und am Abend sprach er wieder.", "Treffen", "sprach"),
        ("Er sprach dort und kündigte ein Treffen an.", "Treffen", "sprach"),
    ],
)
def test_the_noun_of_another_clause_is_another_act(
    sentence: str, noun: str, verb: str
) -> None:
    report = draft(sentence)
    report.event("CONSULT", noun)
    report.event("CONSULT", verb)
    assert count(report) == 2


@pytest.mark.parametrize(
    ("second", "word", "entries"),
    [
        ("Das Treffen dauerte vier Stunden.", "Treffen", 1),
        ("Das lange Treffen endete spät.", "lange Treffen", 1),
        ("Ein Treffen gab es auch in Kiew.", "Treffen gab", 2),
        ("Das nächste Treffen wird folgen.", "nächste Treffen", 2),
    ],
)
def test_the_definite_article_takes_up_what_was_told(
    second: str, word: str, entries: int
) -> None:
    report = draft("Putin und Lukaschenko kamen zu einem Treffen zusammen.", second)
    report.event("CONSULT", "Treffen", PAIR, when="2021-06-24")
    trigger = word.rsplit(" ", 1)[-1] if word.endswith("Treffen") else "Treffen"
    start = report.text.rindex(trigger)
    made = report.event("CONSULT", "Treffen")
    event = report.events[-1]
    cited = type(event.trigger)(report.id, start, start + len(trigger), trigger)
    report.events[-1] = type(event)(
        made, report.id, event.type, Status.OCCURRED, cited,
        report.sentence_of(second), (), None, event.derivations,
    )  # fmt: skip
    assert count(report) == entries


def test_the_election_is_the_last_one() -> None:
    vote = draft("Die Wahl in Belarus fand am Sonntag statt.", day="2020-08-10")
    vote.event("ELECT", "Wahl", at="Belarus", when="2020-08-09")
    back = draft(
        "Seit der Wahl in Belarus wird gestreikt.", name="r2", day="2020-10-26"
    )
    back.event("ELECT", "Wahl", at="Belarus")
    later = draft(
        "Seit der Wahl in Belarus wird gestreikt.", name="r3", day="2022-10-26"
    )
    later.event("ELECT", "Wahl", at="Belarus")
    assert count(vote, back) == 1
    assert count(vote, later) == 2


def test_received_and_talked_to_on_one_day_is_one_meeting() -> None:
    report = draft("Putin empfing Lukaschenko.", "Beide sprachen lange.")
    report.event("CONSULT", "empfing", PAIR, when="2021-06-24")
    report.event("CONSULT", "sprachen", PAIR, when="2021-06-24")
    assert count(report) == 1


def test_a_plan_may_take_its_time() -> None:
    plan = draft("Die EU will das Land mit Sanktionen belegen.", day="2020-08-19")
    plan.event("SANCTION", "Sanktionen", "EU", to="Belarus", status=Status.PLANNED)
    deed = draft("Die EU verhängt Sanktionen.", name="r2", day="2020-09-15")
    deed.event("SANCTION", "Sanktionen", "EU", to="Belarus")
    again = draft("Die EU verhängt Sanktionen.", name="r3", day="2020-10-25")
    again.event("SANCTION", "Sanktionen", "EU", to="Belarus")
    assert count(plan, deed) == 1
    assert count(deed, again) == 2


def test_a_copy_means_the_day_of_its_origin() -> None:
    origin = draft("Am Sonntag landete die Maschine.", day="2021-05-23")
    origin.event("OTHER", "landete", when="2021-05-23")
    late = draft("Am Sonntag landete die Maschine.", name="r2", day="2021-05-31")
    late.event("OTHER", "landete", when="2021-05-30")
    links = linked(origin, late, duplicates=(copies(origin, late),))
    (entry,) = links.entries
    assert entry.when == When.from_edtf("2021-05-23")
    assert {e.when.edtf for e in links.events if e.when} == {"2021-05-23"}
    late_event = next(e for e in links.events if e.report == "r2")
    assert late_event.derivations[-1].rule == "link.events.day_of_origin"


def slipped(due: str, day: str, subject: str = "das Gesamtpaket im Staatsrat") -> int:
    plan = draft(f"Putin will {subject} unterzeichnen.", day="2021-09-09")
    plan.event(
        "AGREE", "unterzeichnen", "Wladimir Putin", when=due, status=Status.PLANNED
    )
    deed = draft(
        "Putin unterzeichnete das Gesamtpaket im Staatsrat.",
        name="r2",
        day="2021-12-31",
    )
    deed.event("AGREE", "unterzeichnete", "Wladimir Putin", when=day)
    return count(plan, deed)


def test_what_slipped_is_one_happening_with_a_history() -> None:
    assert slipped("2021-10-21/2021-10-31", "2021-11-04") == 1
    assert slipped("2021-10-21/2021-10-31", "2021-12-24") == 2
    assert slipped("2021-10-21/2021-10-31", "2021-11-04", "ein Dekret") == 2


def test_a_plan_that_was_kept_does_not_slip_to_the_next_meeting() -> None:
    plan = draft("Putin will Lukaschenko treffen.", day="2021-06-25")
    plan.event("CONSULT", "treffen", PAIR, when="2021-06-28", status=Status.PLANNED)
    first = draft("Putin traf Lukaschenko.", name="r2", day="2021-06-29")
    first.event("CONSULT", "traf", PAIR, when="2021-06-28")
    second = draft("Putin traf Lukaschenko.", name="r3", day="2021-07-14")
    second.event("CONSULT", "traf", PAIR, when="2021-07-13")
    entries = linked(plan, first, second).entries
    assert sorted(len(e.reports) for e in entries) == [1, 2]
    (kept,) = [e for e in entries if len(e.reports) == 2]
    assert kept.when == When.from_edtf("2021-06-28")
