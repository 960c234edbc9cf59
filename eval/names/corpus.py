"""The annotated corpus as reports with gold entities."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Gold:
    """A report and the entities a careful reader found in it."""

    report: Report
    entities: dict[str, Any]


def load(corpus: Path, part: str) -> Iterator[Gold]:
    """Yield the reports of ``train`` or ``dev`` in the order of the annotations."""
    texts = dict(_texts(corpus))
    dev = frozenset(
        json.loads((ROOT / "eval/dev_reports.json").read_text("utf-8"))["dev"]
    )
    with (corpus / "annotations.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if (row["id"] in dev) == (part == "dev"):
                yield Gold(report_of(texts[row["id"]]), row["entities"])


def _texts(corpus: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in ("wikinews-general.jsonl", "wikinews-politics.jsonl"):
        with (corpus / name).open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield row["id"], row


def report_of(row: dict[str, Any]) -> Report:
    """Return a report whose paragraphs are the text's."""
    text = row["text"]
    segments = tuple(_paragraphs(text))
    published = None
    if row.get("published"):
        when = When.from_edtf(row["published"])
        published = Published(when, when.earliest if when.is_day else None)
    return Report(
        id=row["id"],
        source=row["id"],
        text=text,
        segments=segments,
        title=row.get("title"),
        place=row.get("place"),
        published=published,
    )


def _paragraphs(text: str) -> Iterator[Segment]:
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            yield Segment(SegmentKind.PARAGRAPH, left, start + len(piece.rstrip()))
        start = end + 1
