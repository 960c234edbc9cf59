"""Count the trigger words and fit the weights on the annotated corpus, dev left out.

Writes resources/de/events/{counted,context,decision}.yml. Run
``python -m eval.events.fit`` after a change to the lists or signs, then
``python scripts/build_lexica.py``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import yaml

from chronist.language.grammars.events.context import signs
from chronist.language.grammars.events.parse import parse_of
from chronist.language.grammars.events.phrases import word_at
from chronist.language.grammars.events.setting import settings_of
from chronist.language.grammars.events.triggers import (
    best_type,
    smoothed_share,
    smoothed_types,
)
from chronist.language.grammars.events.words import EventWord, WordKind
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.event import EventType
from eval.events.corpus import ROOT, SHARED, Annotated, read_corpus

FOLDS = 5
LEAST_SIGN = 8
"""Signs seen less often get no weight."""
LEAST_SEEN = 2
"""Words seen less often are not worth a line."""
RIDGE = 0.001
SLACK = 0.6
"""F1 points that a higher threshold may cost."""
ALONE = 0.55
"""What an event without party and time needs: below it half of them are wrong (train)."""
HEAD = {
    "origin": "counted on the annotated corpus (our annotations), train part",
    "licence": "Apache-2.0",
    "kind": "table",
}

Counts = dict[str, Counter[str]]


@dataclass(frozen=True)
class Row:
    """A candidate of the corpus: its word, its signs, the type it tells or None."""

    report: int
    word: EventWord
    signs: tuple[str, ...]
    type: str | None


def main() -> None:
    """Fit, write the three tables, and print what cross-validation gives."""
    reports = [r for r in read_corpus(SHARED) if not r.dev]
    rows = [row for n, r in enumerate(reports) for row in rows_of(n, r)]
    gold = sum(len(r.events) for r in reports)
    priors = priors_of(rows)
    names = sign_names(rows)
    chance = np.zeros(len(rows))
    shares, types = crossed(rows, priors)
    fold = np.array([row.report % FOLDS for row in rows])
    matrix, told = design(rows, shares, names), np.array([bool(r.type) for r in rows])
    for held in range(FOLDS):
        weights = fit(matrix[fold != held], told[fold != held])
        chance[fold == held] = 1 / (1 + np.exp(-matrix[fold == held] @ weights))
    threshold = sweep(rows, chance, types, gold)
    weights = fit(matrix, told)
    write("counted", "Event words: occurrences, and events told by type", table(rows))
    write("context", "Weights of the signs around an event word", named(names, weights))
    settings = {str(k): round(v, 3) for k, v in priors.items()}
    write(
        "decision",
        "Threshold and priors",
        {"threshold": threshold, "alone": ALONE, **settings},
    )


def rows_of(number: int, annotated: Annotated) -> Iterable[Row]:
    """Yield the candidates of a report."""
    tokenized = tokenize_report(annotated.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    told = {e["trigger"][0]: e["type"] for e in annotated.events}
    parts = annotated.referents, annotated.times, annotated.statements
    for setting in settings_of(tokenized, *parts):
        parse = parse_of(setting)
        for index, token in enumerate(setting.tokens):
            word = word_at(setting, index)
            if word is not None:
                found = tuple(signs(setting, parse, index, word))
                yield Row(number, word, found, told.get(token.start))


def counts_of(rows: Iterable[Row]) -> Counts:
    """Return word → seen, and events by type."""
    counts: Counts = defaultdict(Counter)
    for row in rows:
        counts[row.word.key]["seen"] += 1
        if row.type:
            counts[row.word.key][row.type] += 1
    return counts


def priors_of(rows: Sequence[Row]) -> dict[WordKind, float]:
    """Return the share of events among words of each kind, every word counting once."""
    counts, kinds = counts_of(rows), {row.word.key: row.word.kind for row in rows}
    shares: dict[WordKind, list[float]] = defaultdict(list)
    for key, count in counts.items():
        shares[kinds[key]].append((sum(count.values()) - count["seen"]) / count["seen"])
    return {k: sum(shares[k]) / len(shares[k]) if shares[k] else 0.5 for k in WordKind}


def crossed(
    rows: Sequence[Row], priors: dict[WordKind, float]
) -> tuple[list[float], list[dict[EventType, float]]]:
    """Return each row's word share and type shares, counted without its own fold."""
    folds = [
        counts_of(r for r in rows if r.report % FOLDS != held) for held in range(FOLDS)
    ]
    shares, types = [], []
    for row in rows:
        counts = folds[row.report % FOLDS].get(row.word.key)
        shares.append(smoothed_share(counts, priors[row.word.kind]))
        types.append(dict(smoothed_types(row.word.types, counts)))
    return shares, types


def sign_names(rows: Sequence[Row]) -> list[str]:
    """Return the signs seen often enough, sorted."""
    seen = Counter(sign for row in rows for sign in row.signs)
    return sorted(sign for sign, number in seen.items() if number >= LEAST_SIGN)


def design(
    rows: Sequence[Row], shares: Sequence[float], names: Sequence[str]
) -> np.ndarray:
    """Return the matrix: word logit, constant, one column a sign."""
    column = {name: i + 2 for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 2))
    for i, (row, share) in enumerate(zip(rows, shares, strict=True)):
        matrix[i, 0], matrix[i, 1] = math.log(share / (1 - share)), 1.0
        for sign in row.signs:
            if sign in column:
                matrix[i, column[sign]] = 1.0
    return matrix


def fit(matrix: np.ndarray, told: np.ndarray) -> np.ndarray:
    """Return logistic regression weights, by Newton's method with a small ridge."""
    weights = np.zeros(matrix.shape[1])
    ridge = RIDGE * len(matrix) * np.eye(matrix.shape[1])
    ridge[0, 0] = ridge[1, 1] = 1e-6
    for _ in range(12):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (told - chance) - ridge @ weights
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + ridge
        weights += np.linalg.solve(curve, slope)
    return weights


def sweep(
    rows: Sequence[Row],
    chance: np.ndarray,
    types: Sequence[dict[EventType, float]],
    gold: int,
) -> float:
    """Print F1 over thresholds and return the best one for trigger with type."""
    tenor: dict[int, Counter] = defaultdict(Counter)
    for row, p, shares in zip(rows, chance, types, strict=True):
        for kind, share in shares.items():
            tenor[row.report][kind] += p * share
    total = {n: sum(c.values()) for n, c in tenor.items()}
    scored = []
    for row, p, shares in zip(rows, chance, types, strict=True):
        mass = {k: v / total[row.report] for k, v in tenor[row.report].items()}
        kind, share = best_type(shares, mass)
        scored.append((p * share, bool(row.type), row.type == kind))
    found_at: dict[float, float] = {}
    for step in range(15, 60, 3):
        kept = [s for s in scored if s[0] >= step / 100]
        found, typed = sum(s[1] for s in kept), sum(s[2] for s in kept)
        f = [200 * n / (len(kept) + gold) for n in (found, typed)]
        print(f"{step / 100:.2f} trigger F1 {f[0]:.1f}  with type F1 {f[1]:.1f}")
        found_at[step / 100] = f[1]
    # Of thresholds that are about equal the highest: a false event costs a reader
    # more than a missing one.
    best = max(found_at.values())
    return max(t for t, f1 in found_at.items() if f1 >= best - SLACK)


def table(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    """Return the counts of words seen often enough, as the YAML has them."""
    return {
        key: dict(sorted(count.items()))
        for key, count in sorted(counts_of(rows).items())
        if count["seen"] >= LEAST_SEEN
    }


def named(names: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    """Return sign → weight."""
    return {
        n: round(float(w), 2)
        for n, w in zip(["word", "all", *names], weights, strict=True)
    }


def write(name: str, about: str, entries: dict, field: str = "events") -> None:
    """Write a table under resources/de/<field>."""
    path = ROOT / f"resources/de/{field}/{name}.yml"
    content = {"about": about, **HEAD, "entries": entries}
    path.write_text(
        yaml.safe_dump(
            content,
            allow_unicode=True,
            sort_keys=False,
            width=200,
            default_flow_style=False,
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
