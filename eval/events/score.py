"""Events against the annotated corpus.

``trigger`` and ``trigger_and_type``: F1 over exact trigger spans. ``participants``:
F1 over actor and role of all events, found or not; an actor is right if a mention of
his overlaps a mention of the gold actor. ``status``: share right among events whose
trigger was found. ``day``: the same for the day, right if both have none or their
intervals overlap. The figures with ``given_`` take names, times and statements from
the annotation, the others everything from the program.

``python -m eval.events.score [--train] [--whole] [--rules]`` prints them by type,
role and status, with ``--rules`` also what each stance rule is worth.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from chronist.language.analyse import analyse
from chronist.language.grammars.events.resolve import find_events
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.event import Event, EventType, Role
from eval.events.corpus import SHARED, Annotated, read_corpus, when_of

DATA = (
    "corpus/annotations.jsonl",
    "corpus/wikinews-general.jsonl",
    "corpus/wikinews-politics.jsonl",
)
OWN = ("eval/dev_reports.json",)
LABELS = {
    "dev.trigger_and_type": "Events, trigger with type, F1 on our dev reports",
    "dev.status": "Events, right status among those found, our dev reports",
    "dev.participants": "Events, who took part and where, F1 on our dev reports",
}
FIGURES = {
    "trigger": "trigger",
    "trigger_and_type": "trigger and type",
    "participants": "participants",
    "status": "status",
    "day": "time or none",
}
"""Key of a figure → its name in the tally; where found equals gold, F1 is the share."""


def events_of(annotated: Annotated, whole: bool) -> tuple[tuple[Event, ...], Any]:
    """Return the events found, and referents they name."""
    if whole:
        analysis = analyse(annotated.report)
        return analysis.events, analysis.referents
    tokenized = tokenize_report(annotated.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    parts = annotated.referents, annotated.times, annotated.statements
    found = find_events(tokenized, *parts, annotated.report.published)
    return found, annotated.referents


class Tally:
    """Counts of found, gold and right by name."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def f1(self, name: str) -> float:
        """Return F1 of one name in percent."""
        total = self.found[name] + self.gold[name]
        return 200 * self.right[name] / max(total, 1)

    def line(self, name: str) -> str:
        """Return precision, recall and F1 of one name."""
        found, gold, right = self.found[name], self.gold[name], self.right[name]
        p, r = 100 * right / max(found, 1), 100 * right / max(gold, 1)
        f = 200 * right / max(found + gold, 1)
        return (
            f"{name:22} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}   gold {gold} found {found}"
        )


def score(annotated: Annotated, whole: bool, tally: Tally, matrix: Counter) -> None:
    """Add one report."""
    found, referents = events_of(annotated, whole)
    gold = {tuple(e["trigger"]): e for e in annotated.events}
    spans = {
        r.id: [(m.citation.start, m.citation.end) for m in r.mentions]
        for r in referents
    }
    truth = {
        r.id: [(m.citation.start, m.citation.end) for m in r.mentions]
        for r in annotated.referents
    }
    for event in annotated.events:
        tally.gold["trigger"] += 1
        tally.gold["trigger and type"] += 1
        tally.gold[event["type"]] += 1
        for role, ids in event["roles"].items():
            tally.gold[f"role {role}"] += len(ids)
    for event in found:
        for name in ("trigger", "trigger and type", event.type.value):
            tally.found[name] += 1
        other = gold.get((event.trigger.start, event.trigger.end))
        for part in event.participants:
            tally.found[f"role {part.role.value}"] += 1
        if other is None:
            continue
        tally.right["trigger"] += 1
        right = other["type"] == event.type.value
        tally.right["trigger and type"] += right
        tally.right[event.type.value] += right
        _status(event, other, tally, matrix)
        _roles(event, other, tally, (spans, truth))
        _time(event, other, tally)


def _status(event: Event, other: dict, tally: Tally, matrix: Counter) -> None:
    rule = next(d.rule for d in event.derivations if d.rule.startswith("de.stance"))
    matrix[rule, other["status"]] += 1
    tally.found["status"] += 1
    tally.gold["status"] += 1
    tally.right["status"] += other["status"] == event.status.value
    name = f"status {other['status']}"
    tally.gold[name] += 1
    tally.found[f"status {event.status.value}"] += 1
    tally.right[name] += other["status"] == event.status.value


def _roles(event: Event, other: dict, tally: Tally, spans: tuple[dict, dict]) -> None:
    for role in Role:
        ids = other["roles"].get(role.value, [])
        mine = [p.actor for p in event.participants if p.role is role]
        tally.gold[f"found events {role.value}"] += len(ids)
        tally.found[f"found events {role.value}"] += len(mine)
        for actor in mine:
            hit = any(_touch(spans[0].get(actor, []), spans[1].get(i, [])) for i in ids)
            tally.right[f"role {role.value}"] += hit
            tally.right[f"found events {role.value}"] += hit


def _touch(mine: list, theirs: list) -> bool:
    return any(a < d and c < b for a, b in mine for c, d in theirs)


def _time(event: Event, other: dict, tally: Tally) -> None:
    truth = when_of(other["time"])
    tally.gold["time"] += truth is not None
    tally.found["time"] += event.when is not None
    if truth is not None and event.when is not None:
        tally.right["time"] += event.when.overlaps(truth)
    tally.gold["time or none"] += 1
    tally.found["time or none"] += 1
    same = truth is None and event.when is None
    both = truth is not None and event.when is not None and event.when.overlaps(truth)
    tally.right["time or none"] += same or both


def tally_of(
    shared: Path, *, train: bool, whole: bool
) -> tuple[Tally, Counter[tuple[str, str]]]:
    """Return all counts of one part of the corpus, and rule by gold status."""
    tally, matrix = Tally(), Counter[tuple[str, str]]()
    for annotated in read_corpus(shared):
        if annotated.dev is not train:
            score(annotated, whole, tally, matrix)
    for counts in (tally.gold, tally.found, tally.right):
        counts["participants"] = sum(counts[f"role {role.value}"] for role in Role)
        counts["found events"] = sum(
            counts[f"found events {role.value}"] for role in Role
        )
    return tally, matrix


def measure(shared: Path) -> dict[str, float]:
    """Return the figures on the dev reports in percent."""
    figures = {}
    for prefix, whole in (("dev.given_", False), ("dev.", True)):
        tally, _ = tally_of(shared, train=False, whole=whole)
        for key, name in FIGURES.items():
            figures[f"{prefix}{key}"] = round(tally.f1(name), 2)
    return figures


def main() -> None:
    """Print the scores."""
    train, whole = "--train" in sys.argv, "--whole" in sys.argv
    tally, matrix = tally_of(SHARED, train=train, whole=whole)
    roles = [role.value for role in Role]
    names = ["trigger", "trigger and type", "participants"]
    names += [*(f"role {r}" for r in roles), "found events"]
    names += [*(f"found events {r}" for r in roles), "status"]
    names += [n for n in sorted(tally.gold) if n.startswith("status ")]
    names += ["time", "time or none"]
    for name in [*names, *(k.value for k in EventType)]:
        print(tally.line(name))
    if "--rules" in sys.argv:
        for (rule, status), n in sorted(matrix.items()):
            print(rule, status, n)


if __name__ == "__main__":
    main()
