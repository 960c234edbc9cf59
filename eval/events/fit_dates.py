"""Fit the weights of ``events/dates`` on the annotated corpus, dev left out.

Each gold trigger chooses between the times that may date it, as the program finds
them, and having none: a conditional logit with ridge. Run
``python -m eval.events.fit_dates`` after ``fit.py``, then build the lexica.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from chronist.language.analyse import analyse
from chronist.language.grammars.events.dates import (
    Earlier,
    choices_of,
    undated_signs,
)
from chronist.language.grammars.events.parse import parse_of
from chronist.language.grammars.events.phrases import word_at
from chronist.language.grammars.events.setting import settings_of
from chronist.language.grammars.events.triggers import Trigger
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.event import EventType
from eval.events.corpus import SHARED, Annotated, read_corpus, when_of
from eval.events.fit import write

FOLDS = 5
LEAST_SIGN = 8
RIDGE = 4.0
STEPS = 300


@dataclass(frozen=True)
class Row:
    """A gold trigger: the signs of each choice, having no time first, and the right ones."""

    report: int
    choices: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    found: bool


def main() -> None:
    """Fit the table; print the share right that cross-validation gives."""
    reports = [r for r in read_corpus(SHARED) if not r.dev]
    rows = [row for n, r in enumerate(reports) for row in rows_of(n, r)]
    seen = Counter(s for row in rows for choice in row.choices for s in choice)
    names = sorted(s for s, n in seen.items() if n >= LEAST_SIGN)
    hit = []
    for held in range(FOLDS):
        weights = fit([r for r in rows if r.report % FOLDS != held], names)
        for row in rows:
            if row.report % FOLDS == held and row.found:
                scores = [sum(weights.get(s, 0.0) for s in c) for c in row.choices]
                hit.append(row.right[int(np.argmax(scores))])
    print(f"time or none right {100 * np.mean(hit):.1f} (found triggers, own times)")
    table = {n: round(w, 2) for n, w in fit(rows, names).items() if abs(w) >= 0.05}
    write("dates", "Weights of the signs that a time dates an event", table)


def rows_of(number: int, annotated: Annotated) -> Iterator[Row]:
    """Yield a row for each gold trigger that is a listed word."""
    tokenized = tokenize_report(annotated.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    analysis = analyse(annotated.report)
    found = {e.trigger.start for e in analysis.events}
    told = {e["trigger"][0]: e for e in annotated.events}
    settings = settings_of(
        tokenized, analysis.referents, analysis.times, analysis.statements
    )
    earlier: list[Earlier] = []
    for setting in settings:
        parse = parse_of(setting)
        for index, token in enumerate(setting.tokens):
            event, word = told.get(token.start), word_at(setting, index)
            if event is None or word is None:
                continue
            trigger = Trigger(setting, index, word, EventType(event["type"]), 1.0)
            truth = when_of(event["time"])
            choices = choices_of(trigger, parse, settings, earlier)
            right = [
                truth is not None
                and c.time.when is not None
                and c.time.when.overlaps(truth)
                for c in choices
            ]
            time = next(
                (c.time for c, r in zip(choices, right, strict=True) if r), None
            )
            earlier.append(Earlier(trigger.type, word.key, time))
            signs = (undated_signs(trigger, settings), *(c.signs for c in choices))
            known = truth is None, *right
            yield Row(number, signs, known, token.start in found)


def fit(rows: list[Row], names: list[str]) -> dict[str, float]:
    """Return the weights of a conditional logit, by accelerated gradient ascent.

    An event whose time is not among its choices counts as one without a time.
    """
    column = {name: i for i, name in enumerate(names)}
    index, owner, group, gold = [], [], [], []
    for number, row in enumerate(rows):
        right = row.right if any(row.right) else (True, *row.right[1:])
        for choice, good in zip(row.choices, right, strict=True):
            known = [column[s] for s in choice if s in column]
            index += known
            owner += [len(group)] * len(known)
            group.append(number)
            gold.append(float(good))
    at, of, by, good_ones = map(np.array, (index, owner, group, gold))
    count = np.bincount(at, minlength=len(names)) + RIDGE
    weights = momentum = np.zeros(len(names))
    for step in range(STEPS):
        look = weights + (step / (step + 3)) * momentum
        raw = np.exp(np.clip(np.bincount(of, look[at], minlength=len(by)), -30, 30))
        chance = raw / np.bincount(by, raw)[by]
        kept = raw * good_ones
        wanted = kept / np.bincount(by, kept)[by]
        slope = np.bincount(at, (wanted - chance)[of], minlength=len(names))
        new = look + 0.5 * (slope - RIDGE * look) / count
        momentum, weights = new - weights, new
    return dict(zip(names, map(float, weights), strict=True))


if __name__ == "__main__":
    main()
