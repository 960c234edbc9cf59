from __future__ import annotations

import pytest

from chronist.model.entry import Entry, Standing
from chronist.model.event import EventType, Role, Status
from chronist.model.judgement import Subject, Verdict
from chronist.model.when import When
from tests.linking.pile_factory import (
    GROUP,
    ORG,
    PERSON,
    PLACE,
    Draft,
    copies,
    judged,
    linked,
)

KINDS = {
    "Alexander Lukaschenko": PERSON,
    "Wladimir Putin": PERSON,
    "Angela Merkel": PERSON,
    "Sotschi": PLACE,
    "Moskau": PLACE,
    "Minsk": PLACE,
    "Berlin": PLACE,
    "Belarus": PLACE,
    "Russland": PLACE,
    "Türkei": PLACE,
    "EU": ORG,
}

KNOWN = {
    "Russland": "country:RU",
    "Moskau": "geonames:524901",
    "Sotschi": "geonames:491422",
}


def told(
    number: int,
    kind: str,
    trigger: str,
    parties: str = "",
    **options: object,
) -> Draft:
    """One report with one event; ``day`` is its day of publication."""
    day = str(options.pop("day", f"2020-09-{number:02d}"))
    outlet = options.pop("outlet", None)
    draft = Draft(f"r{number:02d}", day, outlet=outlet)  # type: ignore[arg-type]
    crowd = str(options.pop("crowd", ""))
    everyone = [parties, str(options.get("to", "")), str(options.get("at", ""))]
    draft.says(str(options.pop("sentence", f"Es kam zu {trigger} an jenem Tag.")))
    for name in {n.strip() for part in everyone for n in part.split(";") if n.strip()}:
        draft.has(name, KINDS[name], known=KNOWN.get(name))
    if crowd:
        draft.has(crowd, GROUP, described=crowd)
        parties = f"{parties};{crowd}"
    draft.event(kind, trigger, parties, **options)  # type: ignore[arg-type]
    return draft


def entries(*drafts: Draft, **given: object) -> tuple[Entry, ...]:
    return linked(*drafts, **given).entries  # type: ignore[arg-type]


PAIR = "Alexander Lukaschenko;Wladimir Putin"
ONE_HAPPENING = {
    "planned, then happened": (
        told(10, "CONSULT", "Treffen", PAIR, at="Sotschi", when="2020-09-14", status=Status.PLANNED),
        told(15, "CONSULT", "Gespräch", PAIR, at="Sotschi", when="2020-09-14"),
    ),
    "day inside a month": (
        told(15, "CONSULT", "Treffen", PAIR, when="2020-09-14"),
        told(29, "CONSULT", "Treffen", PAIR, when="2020-09"),
    ),
    "undated, reports a day apart": (
        told(15, "CONSULT", "Treffen", PAIR, when="2020-09-14"),
        told(16, "CONSULT", "Treffen", PAIR),
    ),
    "no parties, same day and word": (
        told(15, "ELECT", "Wahl", at="Belarus", when="2020-08-09"),
        told(16, "ELECT", "Präsidentenwahl", at="Belarus", when="2020-08-09"),
    ),
    "a vote without a place": (
        told(15, "ELECT", "Präsidentenwahl", at="Belarus", when="2020-08-09", sentence="Die Präsidentenwahl war am Sonntag."),
        told(16, "ELECT", "Präsidentschaftswahl", when="2020-08-09", sentence="Vor der Präsidentschaftswahl gab es Streit."),
    ),
    "crowds in one city": (
        told(15, "PROTEST", "Demonstration", crowd="Demonstranten", at="Minsk", when="2020-09-13"),
        told(16, "PROTEST", "Protestmarsch", crowd="Demonstranten", at="Minsk", when="2020-09-13"),
    ),
    "a city and its country": (
        told(15, "CONSULT", "Treffen", PAIR, at="Sotschi", when="2020-09-14"),
        told(16, "CONSULT", "Reise", PAIR, at="Russland", when="2020-09-14"),
    ),
    "a capital for its government": (
        told(15, "ACCUSE", "Vorwurf", "Moskau", to="EU", when="2020-09-14"),
        told(16, "ACCUSE", "Kritik", "Russland", to="EU", when="2020-09-14"),
    ),
    "two readers, two types": (
        told(15, "AGREE", "Vereinbarung", PAIR, at="Moskau", when="2020-09-14"),
        told(16, "COOPERATE", "Vereinbarung", PAIR, at="Moskau", when="2020-09-14"),
    ),
}  # fmt: skip
APART = {
    "two days": (
        told(15, "CONSULT", "Treffen", PAIR, at="Sotschi", when="2020-09-14"),
        told(16, "CONSULT", "Treffen", PAIR, at="Sotschi", when="2020-09-15"),
    ),
    "meeting and signing": (
        told(15, "CONSULT", "Treffen", PAIR, at="Moskau", when="2020-09-14"),
        told(16, "AGREE", "Unterzeichnung", PAIR, at="Moskau", when="2020-09-14"),
    ),
    "two cities": (
        told(15, "CONSULT", "Treffen", PAIR, at="Sotschi", when="2020-09"),
        told(16, "CONSULT", "Gespräch", PAIR, at="Minsk", when="2020-09"),
    ),
    "votes of one day in two cities": (
        told(15, "ELECT", "Wahl", at="Minsk", when="2020-08-09"),
        told(16, "ELECT", "Wahl", at="Berlin", when="2020-08-09"),
    ),
    "another guest": (
        told(15, "CONSULT", "Treffen", PAIR, when="2020-09-14"),
        told(16, "CONSULT", "Treffen", "Angela Merkel;Wladimir Putin", when="2020-09-14"),
    ),
    "another target": (
        told(15, "SANCTION", "Sanktionen", "EU", to="Belarus", when="2020-09-14"),
        told(16, "SANCTION", "Sanktionen", "EU", to="Türkei", when="2020-09-14"),
    ),
    "accuser and accused": (
        told(15, "ACCUSE", "Vorwurf", "EU", to="Belarus", when="2020-09-14"),
        told(16, "ACCUSE", "Vorwurf", "Belarus", to="EU", when="2020-09-14"),
    ),
    "crowds in two countries": (
        told(15, "PROTEST", "Demonstration", crowd="Demonstranten", at="Minsk", when="2020-09-13"),
        told(16, "PROTEST", "Demonstration", crowd="Demonstranten", at="Berlin", when="2020-09-13"),
    ),
    "undated, reports a month apart": (
        told(1, "CONSULT", "Treffen", PAIR, day="2020-08-01"),
        told(2, "CONSULT", "Treffen", PAIR, day="2020-09-02"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_HAPPENING)
def test_one_happening(case: str) -> None:
    assert len(entries(*ONE_HAPPENING[case])) == 1


@pytest.mark.parametrize("case", APART)
def test_stays_apart(case: str) -> None:
    assert len(entries(*APART[case])) == 2


def test_every_feature_of_a_join_is_shown_with_its_words() -> None:
    (entry,) = entries(*ONE_HAPPENING["planned, then happened"])
    reasons = {d.rule: d for d in entry.derivations}
    assert {"link.entries.shared_parties", "link.entries.same_time"} <= set(reasons)
    assert [c.text for c in reasons["link.entries.same_time"].citations] == [
        "Treffen",
        "Gespräch",
    ]


@pytest.mark.parametrize(
    ("statuses", "ends"),
    [
        ("planned occurred", "occurred"),
        ("occurred planned", "occurred"),
        ("planned denied", "denied"),
        ("planned possible", "planned"),
        ("possible planned", "planned"),
        ("denied planned", "planned"),
    ],
)
def test_where_a_history_ends(statuses: str, ends: str) -> None:
    drafts = [
        told(
            number,
            "CONSULT",
            "Treffen",
            PAIR,
            at="Sotschi",
            when="2020-09-14",
            status=Status(s),
        )
        for number, s in enumerate(statuses.split(), 10)
    ]
    (entry,) = entries(*drafts)
    assert entry.status is Status(ends)
    assert [s.value for _, s in entry.history] == statuses.split()


def test_what_is_only_said_is_no_fact_and_not_confirmed() -> None:
    drafts = [
        told(n, "CONSULT", "Treffen", PAIR, when="2020-09-14", said_in=f"s{n}")
        for n in (15, 16)
    ]
    (entry,) = entries(*drafts)
    assert entry.status is Status.POSSIBLE
    assert entry.standing is Standing.SINGLE_SOURCE
    assert "link.entries.only_said" in {d.rule for d in entry.derivations}


def test_once_it_happened_the_planned_day_no_longer_counts() -> None:
    (entry,) = entries(
        told(10, "CONSULT", "Treffen", PAIR, when="2020-09-14/2020-09-20", status=Status.PLANNED),
        told(20, "CONSULT", "Treffen", PAIR, when="2020-09"),
        told(21, "CONSULT", "Treffen", PAIR, when="2020-09-15/2020-10-02"),
    )  # fmt: skip
    assert entry.when == When.from_edtf("2020-09-15/2020-09-30")


def test_participants_take_the_more_frequent_part() -> None:
    (entry,) = entries(
        told(10, "AID", "Kredit", "EU", to="Belarus", when="2020-09-09"),
        told(11, "AID", "Kredit", "EU", to="Belarus", when="2020-09-09"),
        told(12, "AID", "Kredit", "EU;Belarus", when="2020-09-09"),
    )
    assert [p.role for p in entry.participants] == [Role.AGENT, Role.RECIPIENT]
    assert entry.type is EventType.AID


def test_a_city_stands_before_its_country() -> None:
    first, second = ONE_HAPPENING["a city and its country"]
    third = told(17, "CONSULT", "Reise", PAIR, at="Russland", when="2020-09-14")
    (entry,) = entries(first, second, third)
    assert entry.headline.endswith(" Sotschi")


def test_prints_of_one_text_are_one_source() -> None:
    drafts = [
        told(n, "CONSULT", "Treffen", PAIR, when="2020-09-01", day="2020-09-02")
        for n in range(1, 6)
    ]
    (entry,) = entries(*drafts, duplicates=(copies(*drafts, agency="npa"),))
    assert entry.independent_sources == 1
    assert entry.standing is Standing.SINGLE_SOURCE
    assert len(entry.reports) == 5


def test_prints_pair_their_events_one_to_one() -> None:
    first, second = (
        Draft(f"r{n}", "2020-09-15").says("Vormittags ein Treffen, abends ein Treffen mit Gästen.")
        for n in (1, 2)
    )  # fmt: skip
    for draft in (first, second):
        draft.has("EU", ORG)
        draft.event("CONSULT", "Treffen,", "EU")
        draft.event("CONSULT", "Treffen mit", "EU")
    found = entries(first, second, duplicates=(copies(first, second),))
    assert sorted(entry.events for entry in found) == [
        ("e-r1-0", "e-r2-0"),
        ("e-r1-1", "e-r2-1"),
    ]


def test_judged_different_stays_apart_and_survives_a_new_report() -> None:
    first, second = ONE_HAPPENING["day inside a month"]
    judgement = judged(Verdict.DIFFERENT, Subject.ENTRY, ("e-r15-0",), ("e-r29-0",))
    third = told(16, "CONSULT", "Treffen", PAIR, when="2020-09-14")
    assert len(entries(first, second, judgements=(judgement,))) == 2
    found = entries(first, second, third, judgements=(judgement,))
    assert ("e-r15-0", "e-r16-0") in {entry.events for entry in found}


def test_judged_same_overrides_days_and_shows_the_conflict() -> None:
    judgement = judged(Verdict.SAME, Subject.ENTRY, ("e-r15-0",), ("e-r16-0",))
    links = linked(*APART["two days"], judgements=(judgement,))
    (entry,) = links.entries
    assert entry.standing is Standing.DISPUTED
    assert [c.about for c in links.conflicts] == ["Tag"]
    assert "link.entries.judged_same" in {d.rule for d in entry.derivations}


def test_a_renamed_entry_keeps_its_headline() -> None:
    judgement = judged(
        Verdict.RENAME, Subject.ENTRY, ("e-r15-0",), value="Das Gipfelgespräch"
    )
    first, second = ONE_HAPPENING["day inside a month"]
    assert entries(first, judgements=(judgement,))[0].headline == "Das Gipfelgespräch"
    (entry,) = entries(first, second, judgements=(judgement,))
    assert entry.headline == "Das Gipfelgespräch"
