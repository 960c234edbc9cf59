"""Events of whole texts: citations, ids, roles, days, statements; and hostile input."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronist.language.grammars.events.resolve import find_events
from chronist.model.actor import Referent
from chronist.model.analysis import TimeExpression
from chronist.model.derivation import Derivation
from chronist.model.event import Event, EventType, Role, Status
from chronist.model.statement import Statement, StatementForm
from tests.language.grammars.events.cast import (
    DAY,
    events_of,
    referents_of,
    report_of,
    tokenized_of,
)

MEETING = "Lukaschenko und Putin trafen sich am 14. September 2020 in Sotschi."


def only(events: tuple[Event, ...], kind: EventType) -> Event:
    found = [event for event in events if event.type is kind]
    assert len(found) == 1, [(e.type, e.trigger.text) for e in events]
    return found[0]


def actors(event: Event, role: Role) -> set[str]:
    return {p.actor for p in event.participants if p.role is role}


def test_a_meeting_has_both_parties_place_and_day():
    event = only(events_of(MEETING), EventType.CONSULT)
    assert actors(event, Role.AGENT) == {"Alexander Lukaschenko", "Wladimir Putin"}
    assert actors(event, Role.PLACE) == {"Sotschi"}
    assert event.when is not None
    assert event.when.earliest == event.when.latest == date(2020, 9, 14)
    assert event.status is Status.OCCURRED


def test_the_words_are_cited_where_they_stand():
    text = MEETING
    for event in events_of(text):
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.sentence.contains(event.trigger)
        for part in event.participants:
            assert part.citation is not None
            assert event.sentence.contains(part.citation)


def test_every_event_says_why():
    for event in events_of(MEETING):
        rules = [d.rule for d in event.derivations]
        assert rules[0].startswith("de.events.")
        assert rules[1].startswith("de.stance.")
        assert all(d.de and d.en for d in event.derivations)


def test_ids_come_from_content():
    first, second = events_of(MEETING), events_of(MEETING)
    assert [e.id for e in first] == [e.id for e in second]
    assert len({e.id for e in first}) == len(first)


def test_an_event_inside_a_statement_names_it():
    text = "Lukaschenko sagte, die Polizei habe in Minsk zwanzig Menschen festgenommen."
    report = report_of(text)
    content = report.cite(text.index("die Polizei"), len(text) - 1)
    statement = Statement(
        "s-1",
        report.id,
        StatementForm.INDIRECT,
        (content,),
        "Alexander Lukaschenko",
        None,
        report.cite(12, 17),
        (Derivation("test", "Vorgegeben.", "Given."),),
    )
    found = find_events(tokenized_of(text), referents_of(report), (), [statement], DAY)
    event = only(found, EventType.COERCE)
    assert event.said_in == "s-1"
    assert actors(event, Role.AGENT) == {"Polizei"}


def test_a_passive_turns_subject_into_recipient():
    text = "Lukaschenko wurde von der EU scharf kritisiert."
    event = only(events_of(text), EventType.ACCUSE)
    assert actors(event, Role.RECIPIENT) == {"Alexander Lukaschenko"}
    assert actors(event, Role.AGENT) == {"Europäische Union"}


def test_without_a_time_there_is_no_day():
    event = only(events_of("Putin empfing Lukaschenko in Moskau."), EventType.CONSULT)
    assert event.when is None
    assert event.time is None


NOT_EVENTS = [
    "Minsk liegt in Belarus.",
    "Der Stürmer bejubelte drei Treffer.",
    "Die Gewerkschaft der Lehrer hat viele Mitglieder.",
    "Das Vorurteil hält sich lange.",
    "",
    "…",
]


@pytest.mark.parametrize("text", NOT_EVENTS)
def test_no_event_where_none_is_told(text: str):
    assert events_of(text) == ()


WORDS = [
    "Putin",
    "Lukaschenko",
    "EU",
    "Treffen",
    "traf",
    "wurde",
    "nicht",
    "festgenommen",
    "zu",
    "und",
    ",",
    ".",
    "„",
    "“",
    "in",
    "Minsk",
    "mit",
    "soll",
    "haben",
    "am",
    "Montag",
    "Militärmanöver",
    "an",
    "kündigte",
    "sich",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_row_of_words_gives_true_citations(text: str):
    for event in events_of(text):
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert len({p.actor for p in event.participants}) == len(event.participants)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text: str):
    times: tuple[TimeExpression, ...] = ()
    nobody: tuple[Referent, ...] = ()
    for event in find_events(tokenized_of(text), nobody, times, (), None):
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
