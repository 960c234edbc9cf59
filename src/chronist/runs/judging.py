"""A person's words ("same", two ids) made a judgement over the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from chronist.errors import BadJudgement
from chronist.model.actor import Actor
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.pledge import Pledge
from chronist.model.statement import Statement
from chronist.store.store import Item
from chronist.text.digest import content_id

_MERGING = (Subject.ACTOR, Subject.ENTRY)
_FEWEST = {Verdict.SAME: 2, Verdict.DIFFERENT: 2}


def make_judgement(
    verdict: Verdict,
    items: Sequence[Item],
    author: str,
    value: str | None = None,
    note: str | None = None,
) -> Judgement:
    """Return the judgement; ``BadJudgement`` says why the items do not fit it."""
    judged = [_evidence(item) for item in items]
    subjects = {subject for subject, _ in judged}
    if len(subjects) != 1:
        msg = "give items of one kind: only actors, only entries, …"
        raise BadJudgement(msg)
    subject = subjects.pop()
    _check(verdict, subject, len({target for _, target in judged}), value)
    targets = tuple(sorted({target for _, target in judged}))
    at = datetime.now(UTC)
    flat = [part for target in targets for part in (*target, "")]
    return Judgement(
        id=content_id("j", verdict, subject, author, at.isoformat(), *flat),
        verdict=verdict,
        subject=subject,
        targets=targets,
        author=author,
        at=at,
        value=value,
        note=note,
    )


def _evidence(item: Item) -> tuple[Subject, tuple[str, ...]]:
    match item:
        case Actor():
            return Subject.ACTOR, item.referents
        case Entry():
            return Subject.ENTRY, item.events
        case Statement():
            return Subject.STATEMENT, (item.id,)
        case Pledge():
            return Subject.PLEDGE, (item.id,)
        case Conflict():
            return Subject.CONFLICT, (item.id,)
        case _:
            msg = (
                f"{item.id} cannot be judged: actors, entries, statements, pledges and "
                "conflicts can"
            )
            raise BadJudgement(msg)


def _check(verdict: Verdict, subject: Subject, number: int, value: str | None) -> None:
    if number < _FEWEST.get(verdict, 1):
        msg = f"{verdict.value!r} needs two different items or more"
        raise BadJudgement(msg)
    if verdict in _FEWEST and subject not in _MERGING:
        msg = (
            f"{verdict.value!r} is said of actors or entries, not of a {subject.value}"
        )
        raise BadJudgement(msg)
    if verdict is Verdict.RENAME and (number != 1 or not (value or "").strip()):
        msg = "'rename' needs one actor or entry and its new name"
        raise BadJudgement(msg)
    if verdict is Verdict.RENAME and subject not in _MERGING:
        msg = f"a {subject.value} has no name to change"
        raise BadJudgement(msg)
    if verdict is not Verdict.RENAME and value is not None:
        msg = f"{verdict.value!r} takes no new name"
        raise BadJudgement(msg)
