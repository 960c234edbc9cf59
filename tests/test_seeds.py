"""The five press reports Chronist began with: what anybody who reads them finds.

Only facts stand here (who, when, where), no words of the reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from chronist.chronicle import Chronicle
from chronist.model.entry import Entry
from chronist.model.event import EventType, Role, Status
from chronist.model.report import Report, SegmentKind
from chronist.model.statement import StatementForm

pytestmark = pytest.mark.shared

LUKASCHENKO, PUTIN = "Alexander Lukaschenko", "Wladimir Putin"
PESKOW, BIEGUN = "Dmitri Peskow", "Stephen Biegun"

PUBLISHED = {
    "000": date(2021, 9, 9),
    "001": date(2021, 11, 5),
    "002": date(2020, 9, 11),
    "003": date(2021, 2, 22),
    "004": date(2022, 12, 19),
}
"""The day each came out; at most a day later is as good: agencies print at night."""

SPEAKERS = {
    "000": [LUKASCHENKO, LUKASCHENKO, PUTIN],
    "001": [LUKASCHENKO, PUTIN, LUKASCHENKO],
    "002": [PESKOW, "Kreml", "Kreml", BIEGUN, BIEGUN],
    "003": [PUTIN, LUKASCHENKO, PUTIN, PUTIN],
    "004": [LUKASCHENKO, PUTIN, LUKASCHENKO, PUTIN, PUTIN, PESKOW],
}
"""Who is quoted word for word, in the order of the text."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    from tests.conftest import SHARED

    target = tmp_path_factory.mktemp("seeds") / "seeds.chronicle"
    return Chronicle.build([SHARED / "seeds"], to=target)


def by_number(story: Chronicle) -> dict[str, Report]:
    return {Path(r.source).name[:3]: r for r in story.reports()}


def names(story: Chronicle) -> dict[str, str]:
    return {actor.id: actor.name for actor in story.actors()}


def parties(story: Chronicle, entry: Entry, *roles: Role) -> set[str]:
    called = names(story)
    return {called[p.actor] for p in entry.participants if p.role in roles}


def entries_of(story: Chronicle, kind: EventType, day: date) -> Iterator[Entry]:
    """Entries of a day; those the text gives no day are bounded by their report's."""
    for entry in story.entries():
        when = entry.when or entry.reported
        if entry.type is kind and when is not None and when.contains(day):
            yield entry


def test_every_file_is_read(story: Chronicle):
    assert sorted(by_number(story)) == ["000", "001", "002", "003", "004"]
    assert story.failures() == ()
    assert {r.language for r in story.reports()} == {"de"}


def test_place_author_and_agency_are_found(story: Chronicle):
    reports = by_number(story)
    places = {number: report.place for number, report in reports.items()}
    assert places["000"] == "Moskau"
    assert places["003"] == "Sotschi"
    assert places["004"] == "Minsk"
    assert reports["001"].author == "Silke Bigalke"
    assert reports["004"].agency == "dpa"


@pytest.mark.parametrize("number", sorted(PUBLISHED))
def test_bounds_of_publication_hold_the_day(story: Chronicle, number: str):
    published = by_number(story)[number].published
    assert published is not None
    assert published.when.contains(PUBLISHED[number])
    assert published.when.width <= 31
    assert published.evidence


@pytest.mark.parametrize("number", sorted(SPEAKERS))
def test_direct_quotations_have_their_speakers(story: Chronicle, number: str):
    called = names(story)
    report = by_number(story)[number].id
    direct = [
        s
        for s in story.statements()
        if s.report == report and s.form is StatementForm.DIRECT
    ]
    direct.sort(key=lambda s: s.content[0].start)
    assert [called.get(s.speaker or "", "-") for s in direct] == SPEAKERS[number]


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2020, 9, 14), "Sotschi"),
        (date(2021, 2, 22), "Sotschi"),
        pytest.param(
            date(2021, 9, 9),
            "Moskau",
            marks=pytest.mark.xfail(
                strict=True,
                reason="the place stands in a sentence without a word for the meeting",
            ),
        ),
        (date(2022, 12, 19), "Minsk"),
    ],
)
def test_meetings_have_day_parties_and_place(story: Chronicle, day: date, place: str):
    meetings = [
        entry
        for entry in entries_of(story, EventType.CONSULT, day)
        if {LUKASCHENKO, PUTIN} <= parties(story, entry, Role.AGENT, Role.RECIPIENT)
    ]
    assert any(place in parties(story, entry, Role.PLACE) for entry in meetings)


def test_meeting_planned_by_one_report_and_past_in_another_is_one_entry(
    story: Chronicle,
):
    reports = by_number(story)
    both = {reports["002"].id, reports["003"].id}
    joined = [
        entry
        for entry in entries_of(story, EventType.CONSULT, date(2020, 9, 14))
        if both <= set(entry.reports)
    ]
    assert joined
    statuses = {status for _, status in joined[0].history}
    assert {Status.PLANNED, Status.OCCURRED} <= statuses


def test_signing_of_november_2021(story: Chronicle):
    signings = [
        entry
        for entry in entries_of(story, EventType.AGREE, date(2021, 11, 4))
        if entry.status is Status.OCCURRED
    ]
    assert any(
        {LUKASCHENKO, PUTIN} <= parties(story, entry, Role.AGENT) for entry in signings
    )


def test_election_of_august_2020(story: Chronicle):
    elections = [*entries_of(story, EventType.ELECT, date(2020, 8, 9))]
    assert any("Belarus" in parties(story, entry, Role.PLACE) for entry in elections)


def test_exercise_of_september_2021(story: Chronicle):
    exercises = [*entries_of(story, EventType.MOBILIZE, date(2021, 9, 10))]
    assert exercises
    assert all(entry.when is not None and entry.when.width <= 9 for entry in exercises)


def test_teaser_about_another_story_tells_nothing(story: Chronicle):
    report = by_number(story)["004"]
    teasers = [s for s in report.segments if s.kind is SegmentKind.TEASER]
    assert teasers
    for event in story.events(report.id):
        assert all(
            event.trigger.end <= s.start or s.end <= event.trigger.start
            for s in teasers
        )


def test_package_due_in_october_met_the_signing_of_november(story: Chronicle):
    late = [
        p for p in story.pledges() if p.due and p.due.edtf == "2021-10-21/2021-10-31"
    ]
    assert late


def test_every_citation_holds(story: Chronicle):
    assert story.verify().wrong == ()
