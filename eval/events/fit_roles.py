"""Fit the weights of ``events/roles_*`` on the annotated corpus, dev left out.

The mentions beside the gold triggers are taken twice: as annotated, and as the program
finds them. The threshold of a role is the lowest one at which ``PRECISION`` of
the parts it then finds, beside triggers it finds, are right: a wrong party costs a
reader more than a missing one.

Run ``python -m eval.events.fit_roles`` after ``fit.py``, then build the lexica.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from chronist.language.analyse import analyse
from chronist.language.grammars.events.parse import parse_of
from chronist.language.grammars.events.participants import pair_signs
from chronist.language.grammars.events.phrases import word_at
from chronist.language.grammars.events.setting import Setting, settings_of
from chronist.language.grammars.events.triggers import Trigger
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.actor import Referent
from chronist.model.event import EventType, Role
from eval.events.corpus import SHARED, Annotated, read_corpus
from eval.events.fit import write

FOLDS = 5
LEAST_SIGN = 8
PRECISION = {Role.AGENT: 0.69, Role.RECIPIENT: 0.66, Role.PLACE: 0.66}
RIDGE = 5.0
STEPS = 250


@dataclass(frozen=True)
class Pair:
    """A trigger and one mention: its signs and the actor's gold roles."""

    report: int
    event: int
    referent: str
    place: bool
    signs: tuple[str, ...]
    roles: frozenset[str]
    own: bool
    """Whether mention and trigger are such as the program finds."""


def main() -> None:
    """Fit one table a role; print the F1 that cross-validation gives."""
    reports = [r for r in read_corpus(SHARED) if not r.dev]
    pairs = [
        p for n, r in enumerate(reports) for p in (*pairs_of(n, r), *own_pairs_of(n, r))
    ]
    seen = Counter(sign for p in pairs for sign in p.signs)
    names = sorted(s for s, n in seen.items() if n >= LEAST_SIGN)
    column = {name: i for i, name in enumerate(names)}
    rows = [np.array([column[s] for s in p.signs if s in column]) for p in pairs]
    fold = np.array([p.report % FOLDS for p in pairs])
    for role in Role:
        gold = np.array([role.value in p.roles for p in pairs], dtype=float)
        chance = np.zeros(len(pairs))
        for held in range(FOLDS):
            kept = np.flatnonzero(fold != held)
            weights = fit([rows[i] for i in kept], gold[kept], len(names))
            for i in np.flatnonzero(fold == held):
                chance[i] = 1 / (1 + np.exp(-weights[rows[i]].sum()))
        total = sum(
            len(e["roles"].get(role.value, ())) for r in reports for e in r.events
        )
        own = np.flatnonzero([p.own for p in pairs])
        threshold = sweep(role, [pairs[i] for i in own], chance[own], total)
        weights = fit(rows, gold, len(names))
        table = {
            n: round(float(w), 2)
            for n, w in zip(names, weights, strict=True)
            if abs(w) >= 0.08
        }
        about = f"Weights of the signs that a mention is the {role.value} of an event"
        write(f"roles_{role.value}", about, {"threshold": threshold, **table})


def pairs_of(number: int, annotated: Annotated) -> Iterator[Pair]:
    """Yield the pairs of a report's gold triggers and the gold mentions beside them."""
    tokenized = tokenize_report(annotated.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    parts = annotated.referents, annotated.times, annotated.statements
    for setting in settings_of(tokenized, *parts):
        yield from _pairs(number, annotated, setting, None)


def own_pairs_of(number: int, annotated: Annotated) -> Iterator[Pair]:
    """Yield the pairs of gold triggers and the mentions that the program finds."""
    tokenized = tokenize_report(annotated.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    analysis = analyse(annotated.report)
    same = same_actors(annotated.referents, analysis.referents)
    found = frozenset(e.trigger.start for e in analysis.events)
    parts = analysis.referents, analysis.times, analysis.statements
    for setting in settings_of(tokenized, *parts):
        for pair in _pairs(number, annotated, setting, same):
            yield replace(pair, own=pair.event in found)


def same_actors(
    gold: Sequence[Referent], own: Sequence[Referent]
) -> dict[str, frozenset[str]]:
    """Return for each referent found the gold ids with an overlapping mention."""
    return {
        mine.id: frozenset(
            theirs.id
            for theirs in gold
            if any(
                a.citation.overlaps(b.citation)
                for a in mine.mentions
                for b in theirs.mentions
            )
        )
        for mine in own
    }


def _pairs(
    number: int,
    annotated: Annotated,
    setting: Setting,
    same: Mapping[str, frozenset[str]] | None,
) -> Iterator[Pair]:
    told = {e["trigger"][0]: e for e in annotated.events}
    parse = parse_of(setting)
    for index, token in enumerate(setting.tokens):
        event, word = told.get(token.start), word_at(setting, index)
        if event is None or word is None:
            continue
        trigger = Trigger(setting, index, word, EventType(event["type"]), 1.0)
        for mention, signs in pair_signs(trigger, parse):
            who = mention.referent.id
            ids = frozenset((who,)) if same is None else same[who]
            roles = frozenset(r for r, held in event["roles"].items() if ids & {*held})
            yield Pair(
                number,
                token.start,
                who,
                mention.is_place,
                tuple(signs),
                roles,
                False,
            )


def fit(
    rows: list[np.ndarray],
    gold: np.ndarray,
    width: int,
    ridge: float = RIDGE,
    offset: np.ndarray | float = 0.0,
) -> np.ndarray:
    """Return logistic regression weights by accelerated gradient descent, with ridge.

    ``offset`` is what each row scores before any weight.
    """
    index = np.concatenate(rows)
    owner = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    count = np.bincount(index, minlength=width) + ridge
    weights = momentum = np.zeros(width)
    for step in range(STEPS):
        look = weights + (step / (step + 3)) * momentum
        score = np.bincount(owner, look[index], minlength=len(rows)) + offset
        error = gold - 1 / (1 + np.exp(-score))
        slope = np.bincount(index, error[owner], minlength=width) - ridge * look
        new = look + slope / count * 0.5
        momentum, weights = new - weights, new
    return weights


def sweep(role: Role, pairs: list[Pair], chance: np.ndarray, total: int) -> float:
    """Print and return the lowest threshold that gives the precision wanted."""
    for step in range(20, 80, 2):
        taken = {
            (p.report, p.event, p.referent): role.value in p.roles
            for p, c in sorted(zip(pairs, chance, strict=True), key=lambda row: row[1])
            if c >= step / 100 and (role is not Role.PLACE or p.place)
        }
        right = sum(taken.values())
        if right >= PRECISION[role] * len(taken):
            break
    precision, recall = 100 * right / max(len(taken), 1), 100 * right / total
    print(
        f"{role.value}: P {precision:.1f} R {recall:.1f} at {step / 100}"
        " (mentions and triggers as found)"
    )
    return step / 100


if __name__ == "__main__":
    main()
