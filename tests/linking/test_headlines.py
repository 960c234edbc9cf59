from __future__ import annotations

import pytest

from chronist.model.actor import ActorKind
from tests.linking.pile_factory import GROUP, ORG, PERSON, PLACE, Draft, linked

KINDS: dict[str, ActorKind] = {
    "EU": ORG, "Iran": PLACE, "Belarus": PLACE, "Ukraine": PLACE, "USA": PLACE,
    "Minsk": PLACE, "Wladimir Putin": PERSON, "Angela Merkel": PERSON,
    "Swetlana Tichanowskaja": PERSON,
}  # fmt: skip
MEET = "Wladimir Putin;Angela Merkel"


@pytest.mark.parametrize(
    ("sentence", "kind", "trigger", "agents", "to", "at", "expected"),
    [
        ("Sie trafen sich.", "CONSULT", "trafen", MEET, "", "Minsk",
         "Wladimir Putin und Angela Merkel: Treffen in Minsk"),
        ("Nach dem Ende des Treffens reiste er ab.", "CONSULT", "Treffens", MEET, "", "",
         "Wladimir Putin und Angela Merkel: Treffen"),
        ("Beide telefonierten lange.", "CONSULT", "telefonierten", MEET, "", "",
         "Wladimir Putin und Angela Merkel: Telefonat"),
        ("Die EU verhängt Sanktionen.", "SANCTION", "Sanktionen", "EU", "Belarus", "",
         "EU: Sanktionen gegen Belarus"),
        ("Die EU straft.", "SANCTION", "straft", "EU", "Iran", "",
         "EU: Sanktionen gegen den Iran"),
        ("Die Wahl gewann sie.", "ELECT", "Wahl", "", "", "Belarus", "Wahl in Belarus"),
        ("Dort gab es eine Wahl.", "ELECT", "Wahl", "", "", "Ukraine", "Wahl in der Ukraine"),
        ("Dort gab es Proteste.", "PROTEST", "Proteste", "", "", "Iran", "Proteste im Iran"),
        ("Dort gab es Proteste.", "PROTEST", "Proteste", "", "", "USA", "Proteste in den USA"),
        ("Sie wurde festgenommen.", "COERCE", "festgenommen", "", "Swetlana Tichanowskaja", "",
         "Festnahme von Swetlana Tichanowskaja"),
        ("Das Treffen war kurz.", "CONSULT", "Treffen", "Wladimir Putin", "", "",
         "Wladimir Putin: Treffen"),
        ("Bei den Protesten kam er um.", "PROTEST", "Protesten", "", "", "Minsk",
         "Proteste in Minsk"),
        ("Gegründet wurde das früher.", "OTHER", "Gegründet", "EU", "", "", "EU: Gründung"),
        ("Sie kehrten am Montag nach Minsk zurück.", "OTHER", "kehrten", "EU", "", "Minsk",
         "EU: Rückkehr nach Minsk"),
        ("Sie reiste in ein Werk, das neu ist.", "CONSULT", "reiste", "EU", "", "Minsk",
         "EU: Reise nach Minsk"),
        ("Er brillierte dort.", "OTHER", "brillierte", "EU", "", "",
         "EU: Ereignis („brillierte“)"),
        ("Sie gewannen das Spiel hoch.", "OTHER", "gewannen", "EU", "", "", "EU: Sieg"),
    ],
)  # fmt: skip
def test_headlines(
    sentence: str, kind: str, trigger: str, agents: str, to: str, at: str, expected: str
) -> None:
    draft = Draft("r1", "2021-03-01").says(sentence)
    for name in ";".join((agents, to, at)).split(";"):
        if name:
            draft.has(name, KINDS[name])
    draft.event(kind, trigger, agents, to=to, at=at)
    (entry,) = linked(draft).entries
    parts = sorted(expected.replace(":", "").split())
    assert sorted(entry.headline.replace(":", "").split()) == parts
    assert entry.headline.partition(": ")[2] == expected.partition(": ")[2]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("italienische Regierung", "Italienische Regierung: Forderung"),
        ("russische Präsident", "Präsident: Forderung"),
        ("zwei Richter", "Zwei Richter: Forderung"),
    ],
)
def test_descriptions_lose_what_would_need_an_ending(name: str, shown: str) -> None:
    draft = Draft("r1", "2021-03-01").says("Sie forderten mehr Geld.")
    draft.has(name, GROUP, described=name)
    draft.event("REQUEST", "forderten", name)
    assert linked(draft).entries[0].headline == shown


def test_more_than_three_names_are_cut() -> None:
    draft = Draft("r1", "2021-03-01").says("Alle trafen sich.")
    for name in ("EU", "Iran", "USA", "Ukraine"):
        draft.has(name, KINDS[name])
    draft.event("CONSULT", "trafen", "EU;Iran;USA;Ukraine")
    assert linked(draft).entries[0].headline.endswith(" u. a.: Treffen")


def test_who_has_no_name_stays_out_beside_who_has_one() -> None:
    draft = Draft("r1", "2021-03-01").says("Der Leiter und Behörden verboten es Putin.")
    draft.has("Leiter", PERSON, described="Leiter")
    draft.has("Behörden", ORG, described="Behörden")
    draft.has("Putin", PERSON)
    draft.event("COERCE", "verboten", "Leiter;Behörden", to="Putin")
    assert linked(draft).entries[0].headline == "Behörden: Verbot (Putin)"


def test_what_is_nobody_is_no_party() -> None:
    draft = Draft("r1", "2021-03-01").says("Die vergangene Woche forderte viel.")
    draft.has("Woche", GROUP, described="vergangene Woche")
    draft.event("REQUEST", "forderte", "Woche")
    assert linked(draft).entries[0].headline == "Forderung"


def test_a_party_of_few_mentions_is_left_to_the_list() -> None:
    drafts = []
    for number in range(5):
        draft = Draft(f"r{number}", "2021-03-01").says("Alle trafen sich.")
        names = MEET.split(";") + (["Antony Blinken"] if number == 4 else [])
        for name in names:
            draft.has(name, PERSON)
        draft.event("CONSULT", "trafen", ";".join(names), when="2021-03-01")
        drafts.append(draft)
    (entry,) = linked(*drafts).entries
    assert entry.headline.endswith(": Treffen")
    assert "Blinken" not in entry.headline
    assert len(entry.participants) == 3
