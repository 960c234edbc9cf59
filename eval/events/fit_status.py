"""Fit the weights of ``stance/weights_*`` on the annotated corpus, dev left out.

Run ``python -m eval.events.fit_status`` after a change to the stance rules, then
build the lexica.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from chronist.language.grammars.events.dates import Earlier, date_of
from chronist.language.grammars.events.parse import parse_of
from chronist.language.grammars.events.phrases import word_at
from chronist.language.grammars.events.relations import surroundings_of
from chronist.language.grammars.events.resolve import occurrence, told_before
from chronist.language.grammars.events.setting import settings_of
from chronist.language.grammars.events.triggers import Trigger
from chronist.language.grammars.stance.rules import rules_for
from chronist.language.grammars.stance.status import RULE_WEIGHT, status_signs
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.event import EventType, Status
from eval.events.corpus import SHARED, Annotated, read_corpus
from eval.events.fit import write
from eval.events.fit_roles import fit

FOLDS = 5
LEAST_SIGN = 8
RIDGE = 3

Row = tuple[int, tuple[str, ...], str, Status]
"""Number of the report, signs, gold status, status of the first rule."""


def main() -> None:
    """Fit one table a status; print the accuracy that cross-validation gives."""
    reports = [r for r in read_corpus(SHARED) if not r.dev]
    rows = [row for n, r in enumerate(reports) for row in rows_of(n, r)]
    seen = Counter(sign for row in rows for sign in row[1])
    names = sorted(s for s, n in seen.items() if n >= LEAST_SIGN)
    column = {name: i for i, name in enumerate(names)}
    signs = [np.array([column[s] for s in row[1] if s in column]) for row in rows]
    fold = np.array([row[0] % FOLDS for row in rows])
    scores = np.zeros((len(rows), len(Status)))
    for number, status in enumerate(Status):
        gold = np.array([row[2] == status.value for row in rows], dtype=float)
        offset = RULE_WEIGHT * np.array([row[3] is status for row in rows])
        for held in range(FOLDS):
            kept = np.flatnonzero(fold != held)
            weights = fit(
                [signs[i] for i in kept], gold[kept], len(names), RIDGE, offset[kept]
            )
            for i in np.flatnonzero(fold == held):
                scores[i, number] = weights[signs[i]].sum() + offset[i]
        write_table(status, names, fit(signs, gold, len(names), RIDGE, offset))
    found = [list(Status)[i].value for i in scores.argmax(axis=1)]
    right = sum(f == row[2] for f, row in zip(found, rows, strict=True))
    print(f"status accuracy {100 * right / len(rows):.1f} (gold triggers)")


def write_table(status: Status, names: list[str], weights: np.ndarray) -> None:
    """Write the weights of one status; small ones are left out."""
    table = {
        n: round(float(w), 2)
        for n, w in zip(names, weights, strict=True)
        if abs(w) >= 0.08
    }
    about = f"Weights of the signs that an event is {status.value}"
    write(f"weights_{status.value}", about, table, field="stance")


def rows_of(number: int, annotated: Annotated) -> Iterator[Row]:
    """Yield a row for each gold trigger that is a listed word."""
    tokenized = tokenize_report(annotated.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    published = annotated.report.published
    told = {e["trigger"][0]: e for e in annotated.events}
    parts = annotated.referents, annotated.times, annotated.statements
    settings = settings_of(tokenized, *parts)
    earlier: list[Earlier] = []
    for setting in settings:
        parse = parse_of(setting)
        for index, token in enumerate(setting.tokens):
            event = told.get(token.start)
            word = word_at(setting, index)
            if event is None or word is None:
                continue
            trigger = Trigger(setting, index, word, EventType(event["type"]), 1.0)
            dated = date_of(trigger, parse, settings, earlier)
            time = dated[0] if dated else None
            around = replace(
                surroundings_of(parse, index), earlier=told_before(trigger, earlier)
            )
            status = Status(event["status"])
            earlier.append(Earlier(trigger.type, word.key, time, status))
            o = occurrence(
                trigger,
                around,
                time,
                published.when if published else None,
            )
            rules = rules_for(o)
            found = tuple(status_signs(o, trigger.type, rules))
            yield number, found, event["status"], rules[0].status


if __name__ == "__main__":
    main()
