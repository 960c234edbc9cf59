"""Statements against the annotated corpus: content, form, cue, speaker.

``content_characters``: F1 over characters that stand in any statement's content.
``content_exact``: F1 over statements whose content spans are equal. ``form``,
``cue``, ``speaker_words`` and ``speaker_actor`` are shares right among found
statements: a found one has a partner that shares half of the characters (Dice, best
overlap first, then equal speaker words: of several speakers' lines with one content each
has its own partner). Cue and speaker words are right if they overlap the gold's; the
speaker's actor is right if its referent has a mention that overlaps a mention of the
gold speaker's entity.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from chronist.model.statement import Statement
from eval.annotated import CORPUS, SPLIT, Case, cases, characters, f1, same_actor

DATA = CORPUS
OWN = (SPLIT,)
LABELS = {
    "dev.content_characters": "Statements, characters of content, F1 on our dev reports",
    "dev.speaker_actor": "Statements, right speaker among those found, our dev reports",
}
HALF = 0.5
Spans = Sequence[Sequence[int]]


def measure(shared: Path) -> dict[str, float]:
    """Return the figures on the dev reports in percent."""
    return {
        f"dev.{name}": value for name, value in score([*cases(shared, "dev")]).items()
    }


def score(read_cases: Sequence[Case]) -> dict[str, float]:
    """Return all figures over the cases."""
    figures = {
        "content_characters": _content_characters(read_cases),
        "content_exact": _content_exact(read_cases),
    }
    right = dict.fromkeys(("form", "cue", "speaker_words", "speaker_actor"), 0)
    asked = dict.fromkeys(right, 0)
    for case in read_cases:
        for gold, found in partners(case.gold["statements"], case.analysis.statements):
            for name, verdict in _verdicts(case, gold, found):
                asked[name] += 1
                right[name] += verdict
    return figures | {name: 100 * right[name] / max(asked[name], 1) for name in right}


def _content_characters(read_cases: Sequence[Case]) -> float:
    both = gold = found = 0
    for case in read_cases:
        wanted = characters([s["content"] for s in case.gold["statements"]])
        got = characters([_spans(s) for s in case.analysis.statements])
        both, gold, found = (
            both + len(wanted & got),
            gold + len(wanted),
            found + len(got),
        )
    return f1(both, gold, found)


def _content_exact(read_cases: Sequence[Case]) -> float:
    both = gold = found = 0
    for case in read_cases:
        wanted = [tuple(map(tuple, s["content"])) for s in case.gold["statements"]]
        got = [tuple(_spans(s)) for s in case.analysis.statements]
        gold, found = gold + len(wanted), found + len(got)
        for spans in got:
            if spans in wanted:
                wanted.remove(spans)
                both += 1
    return f1(both, gold, found)


def _spans(statement: Statement) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in statement.content]


def partners(
    gold: Sequence[dict[str, Any]], found: Sequence[Statement]
) -> Iterator[tuple[dict[str, Any], Statement]]:
    """Yield pairs of gold and found statements, best overlap first, each used once."""
    pairs = sorted(
        (
            (_overlap(g["content"], _spans(f)), _same_words(g, f), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for overlap, _, i, j in pairs:
        if overlap >= HALF and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]


def _same_words(gold: dict[str, Any], found: Statement) -> bool:
    words, span = found.speaker_citation, gold.get("speaker_span")
    return bool(words and span and words.start < span[1] and span[0] < words.end)


def _overlap(first: Spans, second: Spans) -> float:
    one, two = characters([first]), characters([second])
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _verdicts(
    case: Case, gold: dict[str, Any], found: Statement
) -> Iterator[tuple[str, bool]]:
    yield "form", gold["form"] == found.form.value
    if gold["cue"]:
        cue = found.cue
        yield (
            "cue",
            bool(cue and any(a < cue.end and cue.start < b for a, b in gold["cue"])),
        )
    if gold.get("speaker_span"):
        yield "speaker_words", _same_words(gold, found)
    if gold["speaker"]:
        yield "speaker_actor", same_actor(case, gold["speaker"], found.speaker)


def main() -> None:
    """Print the figures of a part: ``python -m eval.speech.score SHARED [dev|train]``."""
    shared = Path(sys.argv[1])
    part = sys.argv[2] if len(sys.argv) > 2 else "dev"
    for name, value in score([*cases(shared, part)]).items():
        print(f"{part}.{name:20} {value:7.1f}")


if __name__ == "__main__":
    main()
