"""Ten reports of one story, in our own words: the chronicle they amount to."""

from __future__ import annotations

import random

import pytest

from chronist.linking.link import link
from chronist.model.entry import Entry, Standing
from chronist.model.event import EventType, Status
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.pledge import Course
from chronist.model.report import DuplicateGroup
from chronist.model.story import Links
from chronist.model.when import When
from tests.linking.pile_factory import GROUP, PLACE, Draft, copies, judged

LONG = "Alexander Lukaschenko;Wladimir Putin"
SHORT = "Lukaschenko;Putin"


def report(number: int, day: str, outlet: str, *sentences: str) -> Draft:
    draft = Draft(f"r{number:02d}", day, outlet=outlet)
    for sentence in sentences:
        draft.says(sentence)
    return draft


def pair(draft: Draft, names: str = LONG) -> Draft:
    for name in names.split(";"):
        draft.has(name)
    return draft


def announced() -> Draft:
    draft = pair(
        report(
            1,
            "2021-09-03",
            "Nordblick",
            "Alexander Lukaschenko reist am Donnerstag zu einem Treffen mit Wladimir Putin nach Moskau.",
        )
    )
    draft.has("Moskau", PLACE)
    draft.event(
        "CONSULT",
        "Treffen",
        LONG,
        at="Moskau",
        when="2021-09-09",
        status=Status.PLANNED,
    )
    return draft


def wire(number: int, outlet: str) -> Draft:
    """A print of one agency text: the meeting, and what was promised there."""
    draft = pair(
        report(
            number,
            "2021-09-10",
            outlet,
            "Putin und Lukaschenko trafen sich am Donnerstag in Moskau.",
            "Ende Oktober werde man ein Gesamtpaket aus 28 Programmen verabschieden, kündigte Lukaschenko an.",
        ),
        SHORT,
    )
    draft.agency = "npa"
    draft.has("Moskau", PLACE)
    draft.event("CONSULT", "trafen", SHORT, at="Moskau", when="2021-09-09")
    due = "2021-10-21/2021-10-31"
    passing = draft.event(
        "AGREE",
        "verabschieden",
        SHORT,
        when=due,
        status=Status.PLANNED,
        said_in=f"s-r{number:02d}-0",
    )
    content = "werde man ein Gesamtpaket aus 28 Programmen verabschieden"
    draft.statement(content, "Lukaschenko")
    draft.pledge(content, "Lukaschenko", due=due, events=(passing,))
    return draft


def exercise(number: int, outlet: str, figure: str) -> Draft:
    draft = report(
        number,
        "2021-09-13",
        outlet,
        f"An der Übung Sapad nehmen {figure} in Belarus und Russland teil.",
    )
    for place in ("Belarus", "Russland"):
        draft.has(place, PLACE)
    draft.event(
        "MOBILIZE",
        "Übung",
        "Belarus;Russland",
        when="2021-09-10/2021-09-16",
        status=Status.ONGOING,
    )
    return draft


def signed() -> Draft:
    draft = pair(
        report(
            9,
            "2021-11-05",
            "Donau-Rundschau",
            "Wladimir Putin und Alexander Lukaschenko unterzeichneten am Donnerstag das Gesamtpaket.",
            "Sie sprachen am selben Tag per Video miteinander.",
        )
    )
    draft.event("AGREE", "unterzeichneten", LONG, when="2021-11-04")
    draft.event("CONSULT", "sprachen", LONG, when="2021-11-04")
    return draft


def protest() -> Draft:
    draft = report(
        10, "2021-11-06", "Elbe-Kurier", "In Minsk traten Arbeiter in einen Streik."
    )
    draft.has("Minsk", PLACE)
    draft.has("Arbeiter", GROUP, described="Arbeiter")
    draft.event("PROTEST", "Streik", "Arbeiter", at="Minsk", when="2021-11-05")
    return draft


PRINTS = [wire(n, f"Blatt {n}") for n in range(2, 7)]
DRAFTS = [
    announced(),
    *PRINTS,
    exercise(7, "Nordblick", "200 000 Soldaten"),
    exercise(8, "Alpenzeitung", "12.800 Soldaten"),
    signed(),
    protest(),
]
GROUPS = (copies(*PRINTS, agency="npa"),)


def chronicle(
    drafts: list[Draft] = DRAFTS,
    judgements: tuple[Judgement, ...] = (),
    groups: tuple[DuplicateGroup, ...] = GROUPS,
) -> Links:
    return link(
        [d.report for d in drafts], [d.analysis for d in drafts], groups, judgements
    )


@pytest.fixture(scope="module")
def links() -> Links:
    return chronicle()


def entry(links: Links, kind: EventType, edtf: str) -> Entry:
    (found,) = (
        e for e in links.entries if e.type is kind and e.when == When.from_edtf(edtf)
    )
    return found


def test_the_lines_of_the_chronicle(links: Links) -> None:
    lines = sorted((e.when.edtf if e.when else "", e.headline) for e in links.entries)
    assert [line.replace("Wladimir Putin und Alexander Lukaschenko",
                         "Alexander Lukaschenko und Wladimir Putin")
            .replace("Russland und Belarus", "Belarus und Russland")
            for _, line in lines] == [
        "Alexander Lukaschenko und Wladimir Putin: Treffen in Moskau",
        "Belarus und Russland: Übung",
        "Alexander Lukaschenko und Wladimir Putin: Verabschiedung",
        "Alexander Lukaschenko und Wladimir Putin: Gespräch",
        "Alexander Lukaschenko und Wladimir Putin: Unterzeichnung",
        "Arbeiter: Streik in Minsk",
    ]  # fmt: skip


def test_the_announced_meeting_happened_and_five_prints_are_one_source(
    links: Links,
) -> None:
    meeting = entry(links, EventType.CONSULT, "2021-09-09")
    assert meeting.status is Status.OCCURRED
    assert meeting.history[0] == ("r01", Status.PLANNED)
    assert len(meeting.reports) == 6
    assert meeting.independent_sources == 2
    assert meeting.standing is Standing.CONFIRMED


def test_the_package_came_late_and_both_sentences_are_shown(links: Links) -> None:
    (pledge,) = links.pledges
    assert pledge.course is Course.LATE
    assert {c.report for c in pledge.content} == {d.id for d in PRINTS}
    assert [c.text for c in pledge.course_citations] == [DRAFTS[8].sentences[0]]


def test_the_figures_of_the_exercise_are_disputed(links: Links) -> None:
    exercise_entry = entry(links, EventType.MOBILIZE, "2021-09-10/2021-09-16")
    assert exercise_entry.standing is Standing.DISPUTED
    (conflict,) = links.conflicts
    assert [v.value for v in conflict.values] == ["12.800 Soldaten", "200 000 Soldaten"]


def test_statements_name_the_actor_behind_the_last_name(links: Links) -> None:
    speakers = {s.speaker for s in links.statements}
    named = {a.id: a.name for a in links.actors}
    assert {named[s] for s in speakers if s} == {"Alexander Lukaschenko"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_changes_nothing(links: Links, seed: int) -> None:
    shuffled = list(DRAFTS)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # no secret
    assert chronicle(shuffled) == links


def test_every_citation_holds_the_words_of_its_report(links: Links) -> None:
    texts = {d.id: d.text for d in DRAFTS}
    cited = [c for a in links.actors for c in a.citations]
    cited += [c for e in links.entries for d in e.derivations for c in d.citations]
    cited += [c for x in links.conflicts for v in x.values for c in v.citations]
    assert cited
    for citation in cited:
        assert texts[citation.report][citation.start : citation.end] == citation.text


def test_judgements_hold_when_a_report_is_added() -> None:
    ids = [("e-r09-0",), ("e-r09-1",)]
    judgements = (
        judged(Verdict.SAME, Subject.ENTRY, *ids, minute=1),
        judged(Verdict.DIFFERENT, Subject.ENTRY, ("e-r01-0",), ("e-r02-0",), minute=2),
        judged(
            Verdict.RENAME, Subject.ACTOR, ("r01:Wladimir Putin",), value="W. W. Putin", minute=3
        ),
    )  # fmt: skip
    for drafts in (DRAFTS[:9], DRAFTS):
        found = chronicle(drafts, judgements)
        together = {e.events for e in found.entries}
        assert ("e-r09-0", "e-r09-1") in together
        assert ("e-r01-0",) in together
        assert "W. W. Putin" in {a.name for a in found.actors}


def test_most_ids_stay_when_a_report_is_added(links: Links) -> None:
    before = chronicle(DRAFTS[:9])
    assert {a.id for a in before.actors} <= {a.id for a in links.actors}
    assert {e.id for e in before.entries} <= {e.id for e in links.entries}
