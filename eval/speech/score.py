"""Statements against the annotated corpus: content, form, cue, speaker, in percent.

``content_characters``: F1 over characters that stand in any statement's content.
``content_exact``: F1 over statements whose content spans are equal; ``form``,
``cue`` and ``speaker_words`` are shares right among found statements (content
overlap of characters at least one half, best partner by overlap); ``speaker_actor``
counts a speaker as right if its referent has a mention that overlaps a mention of the
gold speaker's entity.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronist.language.analyse import analyse
from chronist.model.analysis import Analysis
from chronist.model.report import Report
from chronist.model.statement import Statement
from chronist.reports.read import read
from chronist.model.report import Metadata, RawReport

DATA = (
    "corpus/annotations.jsonl",
    "corpus/wikinews-general.jsonl",
    "corpus/wikinews-politics.jsonl",
)
HALF = 0.5
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Case:
    """One annotated report and what we read in it."""

    gold: dict[str, Any]
    report: Report
    analysis: Analysis


def measure(shared: Path, part: str = "dev") -> dict[str, float]:
    """Return the figures on a part of the corpus: ``dev`` or ``train``."""
    return score(list(cases(shared, part)))


def cases(shared: Path, part: str) -> Iterator[Case]:
    """Yield the annotated reports of a part, read by us."""
    dev_file = Path(__file__).resolve().parent.parent / "dev_reports.json"
    dev = set(json.loads(dev_file.read_text("utf-8"))["dev"])
    texts = dict(_texts(shared))
    for line in (shared / DATA[0]).read_text("utf-8").splitlines():
        gold = json.loads(line)
        if (gold["id"] in dev) == (part == "dev"):
            row = texts[gold["id"]]
            metadata = Metadata(title=row["title"], published=row.get("published"))
            report = read(
                RawReport(f"corpus#{gold['id']}", row["text"], metadata=metadata)
            )
            if isinstance(report, Report) and report.text == row["text"]:
                yield Case(gold, report, analyse(report))


def _texts(shared: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in DATA[1:]:
        for line in (shared / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], row


def score(read_cases: Sequence[Case]) -> dict[str, float]:
    """Return all figures over the cases."""
    gold_chars = found_chars = both_chars = 0
    exact = gold_count = found_count = 0
    right = {"form": 0, "cue": 0, "speaker_words": 0, "speaker_actor": 0}
    asked = dict.fromkeys(right, 0)
    for case in read_cases:
        gold, found = case.gold["statements"], case.analysis.statements
        golds = _characters(s["content"] for s in gold)
        founds = _characters(_spans(s) for s in found)
        gold_chars, found_chars = gold_chars + len(golds), found_chars + len(founds)
        both_chars += len(golds & founds)
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        exact += _exact(gold, found)
        for one, statement in partners(gold, found):
            _compare(case, one, statement, right, asked)
    figures = {
        "content_characters": _f1(both_chars, gold_chars, found_chars),
        "content_exact": _f1(exact, gold_count, found_count),
        "reports": float(len(read_cases)),
        "gold": float(gold_count),
        "found": float(found_count),
    }
    return figures | {k: 100 * right[k] / max(asked[k], 1) for k in right}


def _spans(statement: Statement) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in statement.content]


def _characters(spans: Iterator[Spans] | Any) -> set[int]:
    return {n for content in spans for start, end in content for n in range(start, end)}


def _exact(gold: Sequence[dict[str, Any]], found: Sequence[Statement]) -> int:
    wanted = [tuple(map(tuple, s["content"])) for s in gold]
    count = 0
    for statement in found:
        spans = tuple(_spans(statement))
        if spans in wanted:
            wanted.remove(spans)
            count += 1
    return count


def partners(
    gold: Sequence[dict[str, Any]], found: Sequence[Statement]
) -> Iterator[tuple[dict[str, Any], Statement]]:
    """Yield pairs of gold and found statements, best overlap first, each used once."""
    pairs = sorted(
        (
            (_overlap(g["content"], _spans(f)), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for overlap, i, j in pairs:
        if overlap >= HALF and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]


def _overlap(first: Spans, second: Spans) -> float:
    one, two = _characters([first]), _characters([second])
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _compare(
    case: Case,
    gold: dict[str, Any],
    found: Statement,
    right: dict[str, int],
    asked: dict[str, int],
) -> None:
    asked["form"] += 1
    right["form"] += gold["form"] == found.form.value
    if gold["cue"]:
        asked["cue"] += 1
        cue = found.cue
        right["cue"] += bool(
            cue and any(a < cue.end and cue.start < b for a, b in gold["cue"])
        )
    if gold.get("speaker_span"):
        asked["speaker_words"] += 1
        words, (a, b) = found.speaker_citation, gold["speaker_span"]
        right["speaker_words"] += bool(words and words.start < b and a < words.end)
    if gold["speaker"]:
        asked["speaker_actor"] += 1
        right["speaker_actor"] += _same_actor(case, gold["speaker"], found.speaker)


def _same_actor(case: Case, entity: str, referent: str | None) -> bool:
    wanted = [(a, b) for _, a, b in case.gold["entities"][entity]["mentions"]]
    for known in case.analysis.referents:
        if known.id == referent:
            spans = [(m.citation.start, m.citation.end) for m in known.mentions]
            return any(a < d and c < b for a, b in wanted for c, d in spans)
    return False


def _f1(both: int, gold: int, found: int) -> float:
    return 200 * both / (gold + found) if gold + found else 0.0


def main() -> None:
    """Print the figures of a part: ``score.py SHARED [dev|train]``."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    for name, value in measure(shared, *sys.argv[2:3]).items():
        print(f"{name:20} {value:7.1f}")


if __name__ == "__main__":
    main()
