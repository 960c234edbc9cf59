"""The annotated corpus: texts and careful readings, split into train and dev."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronist.language.analyse import analyse
from chronist.model.analysis import Analysis
from chronist.model.report import Metadata, RawReport, Report
from chronist.reports.read import read

CORPUS = (
    "corpus/annotations.jsonl",
    "corpus/wikinews-general.jsonl",
    "corpus/wikinews-politics.jsonl",
)
"""The files a score on the corpus rests on, relative to the shared folder."""
SPLIT = "eval/dev_reports.json"
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Case:
    """One annotated report and what Chronist read in it."""

    gold: dict[str, Any]
    report: Report
    analysis: Analysis


def cases(shared: Path, part: str) -> Iterator[Case]:
    """Yield the reports of ``train`` or ``dev``, read as a user's table row is."""
    texts = dict(_texts(shared))
    for gold in readings(shared, part):
        row = texts[gold["id"]]
        metadata = Metadata(title=row["title"], published=row.get("published"))
        report = read(RawReport(f"corpus#{gold['id']}", row["text"], metadata=metadata))
        if isinstance(report, Report):
            yield Case(gold, report, analyse(report))


def readings(shared: Path, part: str) -> Iterator[dict[str, Any]]:
    """Yield the annotations of ``train`` or ``dev`` in file order."""
    dev = frozenset(json.loads((ROOT / SPLIT).read_text("utf-8"))["dev"])
    for row in _rows(shared / CORPUS[0]):
        if (row["id"] in dev) == (part == "dev"):
            yield row


def _texts(shared: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in CORPUS[1:]:
        for row in _rows(shared / name):
            yield row["id"], row


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def characters(contents: Iterator[Any] | list[Any]) -> set[int]:
    """Return the positions that a list of contents (lists of spans) covers."""
    return {n for spans in contents for start, end in spans for n in range(start, end)}


def f1(both: int, gold: int, found: int) -> float:
    """Return F1 in percent from the counts."""
    return 200 * both / (gold + found) if gold + found else 0.0


def same_actor(case: Case, entity: str, referent: str | None) -> bool:
    """Whether a referent has a mention that overlaps a mention of the gold entity."""
    wanted = [(a, b) for _, a, b in case.gold["entities"][entity]["mentions"]]
    for known in case.analysis.referents:
        if known.id == referent:
            spans = [(m.citation.start, m.citation.end) for m in known.mentions]
            return any(a < d and c < b for a, b in wanted for c, d in spans)
    return False
