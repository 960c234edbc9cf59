from __future__ import annotations

import pytest

from chronist.model.event import Status
from chronist.model.pledge import Course, Pledge
from tests.linking.pile_factory import ORG, Draft, copies, linked

PROMISE = (
    "Die Regierung werde bis Ende Oktober ein Gesamtpaket mit Minsk unterzeichnen."
)
PARTIES = "Alexander Lukaschenko;Wladimir Putin"


def promise(number: int = 1, due: str | None = "2021-10-21/2021-10-31") -> Draft:
    draft = Draft(f"r{number}", "2021-09-09").says(PROMISE)
    for name in PARTIES.split(";"):
        draft.has(name)
    event = draft.event(
        "AGREE", "unterzeichnen", PARTIES, when=due, status=Status.PLANNED
    )
    draft.pledge(
        "bis Ende Oktober ein Gesamtpaket mit Minsk unterzeichnen",
        "Alexander Lukaschenko",
        due=due,
        events=(event,),
    )
    return draft


def later(
    sentence: str,
    trigger: str,
    when: str | None,
    kind: str = "AGREE",
    parties: str = PARTIES,
    status: Status = Status.OCCURRED,
    said_in: str | None = None,
) -> Draft:
    draft = Draft("r9", "2021-11-05").says(sentence)
    for name in parties.split(";"):
        draft.has(name)
    draft.event(kind, trigger, parties, when=when, status=status, said_in=said_in)
    return draft


def course_of(*drafts: Draft) -> Pledge:
    (pledge,) = linked(*drafts).pledges
    return pledge


SIGNED = "Beide unterzeichneten das Gesamtpaket."


@pytest.mark.parametrize(
    ("event", "course"),
    [
        (later(SIGNED, "unterzeichneten", "2021-10-29"), Course.KEPT),
        (later(SIGNED, "unterzeichneten", "2021-11-04"), Course.LATE),
        (later(SIGNED, "unterzeichneten", "2021"), Course.UNCLEAR),
        (later("Beide unterzeichneten 28 Programme.", "unterzeichneten", "2021-11-04"),
         Course.LATE),
        (later("Das Gesamtpaket trat in Kraft, das Minsk verlangt hatte.", "trat",
               "2021-11-04", kind="RULE"), Course.LATE),
        (later(SIGNED, "unterzeichneten", "2021-10-29", said_in="s1"), Course.UNCLEAR),
        (later("Sie sagten das Gesamtpaket ab.", "sagten", "2021-10-29", kind="REJECT"),
         Course.WITHDRAWN),
        (later("Das Gesamtpaket mit Minsk werden sie nicht unterzeichnen.", "unterzeichnen",
               "2021-10-29", status=Status.DENIED), Course.WITHDRAWN),
        (later("Sie kündigten ein Gesamtpaket mit Minsk auf.", "kündigten", "2021-11-04",
               kind="REJECT"), Course.WITHDRAWN),
        (later("Beide unterzeichneten ein Handelsabkommen.", "unterzeichneten",
               "2022-03-01"), Course.OPEN),
        (later(SIGNED, "unterzeichneten", "2021-09-01"), Course.OPEN),
        (later("Er unterzeichnete ein Gesetz.", "unterzeichnete", "2021-10-29",
               parties="Wladimir Putin"), Course.OPEN),
    ],
)  # fmt: skip
def test_what_came_of_it(event: Draft, course: Course) -> None:
    pledge = course_of(promise(), event)
    assert pledge.course is course
    shown = [c.text for c in pledge.course_citations]
    assert shown == ([] if course is Course.OPEN else [event.sentences[0]])


def test_a_passed_day_with_nothing_found_stays_open() -> None:
    filler = Draft("r9", "2022-12-31").says("Sonst geschah nichts.")
    pledge = course_of(promise(), filler)
    assert pledge.course is Course.OPEN
    assert pledge.course_citations == ()


def test_the_reason_names_rule_and_sentence() -> None:
    pledge = course_of(promise(), later(SIGNED, "unterzeichneten", "2021-11-04"))
    assert pledge.derivations[-1].rule == "link.pledges.late"
    assert pledge.derivations[-1].citations == pledge.course_citations


def test_prints_of_one_text_hold_one_pledge() -> None:
    first, second = promise(1), promise(2)
    (pledge,) = linked(first, second, duplicates=(copies(first, second),)).pledges
    assert pledge.report == "r1"
    assert [c.report for c in pledge.content] == ["r1", "r2"]


def test_pledges_of_independent_reports_stay() -> None:
    assert len(linked(promise(1), promise(2)).pledges) == 2


def test_a_pledge_names_actors() -> None:
    draft = Draft("r1", "2021-09-09").says("Man werde das Werk schließen.")
    draft.has("Nordstahl", ORG)
    draft.pledge("das Werk schließen", "Nordstahl")
    links = linked(draft)
    assert links.pledges[0].by == (links.actors[0].id,)


@pytest.mark.parametrize(
    ("sentence", "course"),
    [
        ("Das Gesamtpaket mit Minsk kommt nicht wie zugesagt.", Course.BROKEN),
        ("Entgegen ihrer Zusage fehlt das Gesamtpaket mit Minsk.", Course.BROKEN),
        ("Sie brachen ihr Versprechen zum Gesamtpaket mit Minsk.", Course.BROKEN),
        ("Das Gesamtpaket mit Minsk kommt später.", Course.OPEN),
        ("Auch den Handel gab es nicht wie zugesagt.", Course.OPEN),
    ],
)
def test_broken_is_what_a_report_calls_so(sentence: str, course: Course) -> None:
    trigger = sentence.rstrip(".").split()[1]
    event = later(sentence, trigger, None, kind="OTHER")
    pledge = course_of(promise(), event)
    assert pledge.course is course
    if course is Course.BROKEN:
        assert [c.text for c in pledge.course_citations] == [sentence]


def test_the_first_certain_day_counts_and_a_report_bounds_it() -> None:
    vague = later(SIGNED, "unterzeichneten", "2021")
    vague.day = "2021-10-20"
    exact = later(SIGNED, "unterzeichneten", "2021-11-04")
    exact.id = "r8"
    exact.events.clear()
    exact.referents.clear()
    for name in PARTIES.split(";"):
        exact.has(name)
    exact.event("AGREE", "unterzeichneten", PARTIES, when="2021-11-04")
    assert course_of(promise(), vague).course is Course.KEPT
    assert course_of(promise(), exact, vague).course is Course.KEPT
    assert course_of(promise(), exact).course is Course.LATE
