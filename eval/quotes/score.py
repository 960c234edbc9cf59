"""Statements against the quotation data set of Petersen-Frey and Biemann (2024), dev.

What is compared is defined in scoring.py, how our statements are put into that scheme
in mapping.py. The data are for measuring only (CC BY-NC-SA 4.0). Their texts are read
without a title or a day, as they stand there.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from chronist.language.analyse import analyse
from chronist.model.analysis import Analysis
from chronist.model.report import RawReport, Report
from chronist.reports.read import read
from eval.quotes.mapping import Mapping
from eval.quotes.scoring import Quote, score

DATA = ("benchmarks/quotes/dev.jsonl",)
LABELS = {
    "dev.message": "Quotations, words of the message, F1 on German Wikinews quotes (dev)",
    "dev.joint": "Quotations with cue, frame and speaker, joint F1, same data",
    "dev.source": "Quotations with the right speaker, F1, same data",
}
_TOKEN = re.compile(r"\w+(?:[-.,]\w+)*|[^\w\s]")
PARTS = ("addressee", "cue", "frame", "speaker")


def measure(shared: Path) -> dict[str, float]:
    """Return the figures on the dev split in percent."""
    return {f"dev.{n}": v for n, v in score([*compared(shared)]).items()}


def compared(shared: Path) -> Iterator[tuple[list[Quote], list[Quote]]]:
    """Yield gold and found quotations of every report."""
    with (shared / DATA[0]).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            report = read(RawReport(f"quotes#{row['id']}", row["text"]))
            if isinstance(report, Report):
                yield (
                    gold_quotes(row),
                    found_quotes(report, analyse(report), row["text"]),
                )
            else:
                yield gold_quotes(row), []


def gold_quotes(row: dict[str, Any]) -> list[Quote]:
    """Return the quotations of one line of the data."""
    places = token_places(row["text"])
    return [
        Quote(
            quote["form"],
            covered(places, quote["quote"]),
            quote["nested"],
            **{part: covered(places, quote[part]) for part in PARTS},
        )
        for quote in row["quotes"]
    ]


def found_quotes(report: Report, analysis: Analysis, raw: str) -> list[Quote]:
    """Return our statements in the other scheme, as tokens of the raw text."""
    places = token_places(raw)
    found = []
    for form, nested, parts in Mapping(report, analysis.statements).mapped():
        tokens = {
            part: covered(places, [report.offsets.to_raw(a, b) for a, b in spans])
            for part, spans in parts.items()
        }
        found.append(Quote(form, tokens.pop("message"), nested, **tokens))
    return found


def token_places(text: str) -> list[tuple[int, int]]:
    """Return where the words and marks of a text stand.

    >>> token_places("Ja, 5.000.")
    [(0, 2), (2, 3), (4, 9), (9, 10)]
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def covered(
    places: Sequence[tuple[int, int]], spans: Sequence[Sequence[int]]
) -> frozenset[int]:
    """Return the numbers of the tokens that stand in any of the spans."""
    return frozenset(
        n
        for n, (start, end) in enumerate(places)
        if any(a < end and start < b for a, b in spans)
    )


def main() -> None:
    """Print the figures: ``python -m eval.quotes.score SHARED``."""
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:16} {value:6.1f}")


if __name__ == "__main__":
    main()
