from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chronist.model.entry import Standing
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.runs.decided import decide
from tests.store import literal_pile


def _judged(
    verdict: Verdict, subject: Subject, *evidence: str, day: int = 1
) -> Judgement:
    at = datetime(2024, 1, day, tzinfo=UTC)
    return Judgement(f"j-{day}", verdict, subject, (evidence,), "Ida", at)


LINKS = literal_pile.links()
DISPUTED = replace(
    LINKS, entries=(replace(LINKS.entries[0], standing=Standing.DISPUTED),)
)


@pytest.mark.parametrize(
    ("subject", "evidence", "kind"),
    [
        (Subject.ENTRY, "e-1", "entries"),
        (Subject.STATEMENT, "s-1", "statements"),
        (Subject.PLEDGE, "p-1", "pledges"),
        (Subject.CONFLICT, "c-1", "conflicts"),
    ],
)
def test_rejected_items_are_gone_until_accepted_again(
    subject: Subject, evidence: str, kind: str
) -> None:
    reject = _judged(Verdict.REJECT, subject, evidence)
    assert getattr(decide(LINKS, [reject]), kind) == ()
    accept = _judged(Verdict.ACCEPT, subject, evidence, day=2)
    assert len(getattr(decide(LINKS, [accept, reject]), kind)) == 1
    lifted = replace(reject, withdrawn_at=accept.at)
    assert decide(LINKS, [lifted]) == LINKS


def test_rejected_actor_has_no_part_any_more() -> None:
    decided = decide(LINKS, [_judged(Verdict.REJECT, Subject.ACTOR, "f-1")])
    assert [a.id for a in decided.actors] == ["a-2", "a-3"]
    assert [p.actor for p in decided.events[0].participants] == ["a-2", "a-3"]
    assert [p.actor for p in decided.entries[0].participants] == ["a-2", "a-3"]
    assert decided.statements[0].speaker is None
    assert decided.pledges[0].by == ()


def test_accepted_entry_is_confirmed_and_says_by_whom() -> None:
    [entry] = decide(LINKS, [_judged(Verdict.ACCEPT, Subject.ENTRY, "e-1")]).entries
    assert entry.standing is Standing.CONFIRMED
    assert entry.derivations[-1].rule == "judgement.accept"
    assert entry.derivations[-1].de == "Ida hat das am 2024-01-01 bestätigt."


def test_entry_without_its_conflict_is_not_disputed() -> None:
    reject = _judged(Verdict.REJECT, Subject.CONFLICT, "c-1")
    [entry] = decide(DISPUTED, [reject]).entries
    assert entry.standing is Standing.SINGLE_SOURCE


def test_judgement_over_evidence_that_is_not_there_changes_nothing() -> None:
    assert decide(LINKS, [_judged(Verdict.REJECT, Subject.ENTRY, "e-9")]) == LINKS
