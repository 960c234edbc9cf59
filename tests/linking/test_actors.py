from __future__ import annotations

from chronist.model.actor import Actor
from chronist.model.judgement import Subject, Verdict
from tests.linking.pile_factory import (
    GROUP,
    ORG,
    PLACE,
    Draft,
    copies,
    judged,
    linked,
)

Named = tuple[str, dict[str, object]]


def cast(*reports: list[str | Named], **given: object) -> list[Actor]:
    """Link reports that hold only referents; numbered r1, r2, …"""
    drafts = []
    for number, referents in enumerate(reports, 1):
        draft = Draft(f"r{number}", f"2021-03-0{number}")
        draft.says("Ein Satz ohne Belang.")
        for referent in referents:
            name, options = referent if isinstance(referent, tuple) else (referent, {})
            draft.has(name, **options)  # type: ignore[arg-type]
        drafts.append(draft)
    return sorted(linked(*drafts, **given).actors, key=lambda a: a.name)  # type: ignore[arg-type]


def names(actors: list[Actor]) -> list[str]:
    return [actor.name for actor in actors]


def rules(actor: Actor) -> set[str]:
    return {derivation.rule for derivation in actor.derivations}


def test_spelling_variants_become_one_actor_with_aliases() -> None:
    (actor,) = cast(
        ["Alexander Lukaschenko"], ["Alexander Lukashenko"], ["Alexander Lukaschenko"]
    )
    assert actor.name == "Alexander Lukaschenko"
    assert actor.aliases == ("Alexander Lukashenko",)
    assert rules(actor) == {"link.actors.full_name"}


def test_a_last_name_joins_its_only_bearer() -> None:
    (actor,) = cast(["Alexander Lukaschenko"], ["Lukaschenko"], ["Lukaschenkos"])
    assert actor.name == "Alexander Lukaschenko"
    assert "link.actors.last_name" in rules(actor)


def test_a_genitive_is_no_alias() -> None:
    (actor,) = cast(["Dmitri Peskow"], [("Dmitri Peskow", {"also": ("Peskows",)})])
    assert actor.aliases == ()


def test_a_last_name_of_two_bearers_stays_apart() -> None:
    actors = cast(["Helmut Schmidt"], ["Renate Schmidt"], ["Schmidt"])
    assert names(actors) == ["Helmut Schmidt", "Renate Schmidt", "Schmidt"]


def test_in_one_report_the_last_name_means_its_bearer_there() -> None:
    actors = cast(["Helmut Schmidt", "Schmidt"], ["Renate Schmidt"])
    assert names(actors) == ["Helmut Schmidt", "Renate Schmidt"]
    assert rules(actors[0]) == {"link.actors.last_name_in_report"}


def test_last_names_alone_need_company() -> None:
    together = cast(
        ["Krause", ("Lukoil", {"kind": ORG})], ["Krause", ("Lukoil", {"kind": ORG})]
    )
    apart = cast(["Krause"], ["Krause"])
    assert names(together) == ["Krause", "Lukoil"]
    assert names(apart) == ["Krause", "Krause"]


def test_different_middle_names_stay_apart_and_a_missing_one_joins() -> None:
    assert len(cast(["George H. Bush"], ["George W. Bush"])) == 2
    assert len(cast(["George Bush"], ["George W. Bush"])) == 1
    assert len(cast(["George Bush"], ["George W. Bush"], ["George H. Bush"])) == 3


def test_an_initial_joins_its_only_full_name() -> None:
    (actor,) = cast(["W. Putin"], ["Wladimir Putin"])
    assert actor.name == "Wladimir Putin"


def test_known_ids_decide_over_names() -> None:
    merged = cast(
        [("Weißrussland", {"kind": PLACE, "known": "country:BY"})],
        [("Belarus", {"kind": PLACE, "known": "country:BY"})],
        [("Belarus", {"kind": PLACE, "known": "country:BY"})],
    )
    apart = cast(
        [("Kongo", {"kind": PLACE, "known": "country:CG"})],
        [("Kongo", {"kind": PLACE, "known": "country:CD"})],
    )
    assert names(merged) == ["Belarus"]
    assert merged[0].known == "country:BY"
    assert len(apart) == 2


def test_an_abbreviation_in_brackets_joins_long_and_short_form() -> None:
    long = Draft("r1", "2021-03-01").says(
        "Die Organisation Blaue Hilfe (OBH) half am Montag."
    )
    long.has("Organisation Blaue Hilfe", ORG)
    short = Draft("r2", "2021-03-02").says("Die OBH hilft weiter.")
    short.has("OBH", ORG)
    (actor,) = linked(long, short).actors
    assert "link.actors.abbreviation" in rules(actor)
    assert {actor.name, *actor.aliases} == {"Organisation Blaue Hilfe", "OBH"}


def test_descriptions_merge_only_between_copies() -> None:
    crowd: Named = ("Demonstranten", {"kind": GROUP, "described": "Demonstranten"})
    assert len(cast([crowd], [crowd])) == 2
    first, second = Draft("r1", "2021-03-01"), Draft("r2", "2021-03-02")
    for draft in (first, second):
        draft.says("Die Demonstranten zogen weiter.")
        draft.has("Demonstranten", GROUP, described="Demonstranten")
    (actor,) = linked(first, second, duplicates=(copies(first, second),)).actors
    assert actor.descriptions == ("Demonstranten",)
    assert actor.referents == ("r1:Demonstranten", "r2:Demonstranten")


def test_judged_same_joins_and_names_its_author() -> None:
    judgement = judged(Verdict.SAME, Subject.ACTOR, ("r1:Wilna",), ("r2:Vilnius",))
    (actor,) = cast(
        [("Wilna", {"kind": PLACE})],
        [("Vilnius", {"kind": PLACE})],
        judgements=(judgement,),
    )
    assert "link.actors.judged_same" in rules(actor)
    assert "Redaktion" in actor.derivations[0].de


def test_judged_different_splits_and_a_new_report_joins_one_side() -> None:
    judgement = judged(
        Verdict.DIFFERENT, Subject.ACTOR, ("r1:Peter Schmidt",), ("r2:Peter Schmidt",)
    )
    actors = cast(
        ["Peter Schmidt"], ["Peter Schmidt"], ["Peter Schmidt"], judgements=(judgement,)
    )
    assert sorted(len(a.referents) for a in actors) == [1, 2]
    assert len({a.id for a in actors}) == 2


def test_the_later_of_two_judgements_holds() -> None:
    pair = (("r1:Peter Schmidt",), ("r2:Peter Schmidt",))
    same = judged(Verdict.SAME, Subject.ACTOR, *pair, minute=5)
    before = judged(Verdict.DIFFERENT, Subject.ACTOR, *pair, minute=1)
    after = judged(Verdict.DIFFERENT, Subject.ACTOR, *pair, minute=9)
    reports = (["Peter Schmidt"], ["Peter Schmidt"])
    assert len(cast(*reports, judgements=(same, before))) == 1
    assert len(cast(*reports, judgements=(same, after))) == 2


def test_a_rename_survives_a_further_report() -> None:
    rename = judged(Verdict.RENAME, Subject.ACTOR, ("r1:Kiew",), value="Kyjiw")
    kiew: Named = ("Kiew", {"kind": PLACE})
    (before,) = cast([kiew], judgements=(rename,))
    (after,) = cast([kiew], [kiew], judgements=(rename,))
    assert before.name == after.name == "Kyjiw"
    assert after.aliases == ("Kiew",)
    assert before.id == after.id


def test_ids_do_not_change_with_further_reports() -> None:
    (before,) = cast(["Wladimir Putin"])
    (after,) = cast(["Wladimir Putin"], ["Putin"], ["Vladimir Putin"])
    assert before.id == after.id
