"""Dating the Wikinews reports with their dates removed: three cases, calibration, worst.

(a) nothing known, (b) only the month known, (c) the rest of the pile known (each report
is dated by its words and by all other reports, whose days are known).
``python -m eval.time.dating SHARED`` prints the tables that docs/explanation/dating.md
shows. Reports whose interval is open on a side count as held if the bound holds.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from chronist.language.dating import date_report
from chronist.language.grammars.names.resolve import find_referents
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.linking.dating import date_pile
from chronist.model.analysis import Analysis
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When

FILES = ("corpus/wikinews-general.jsonl", "corpus/wikinews-politics.jsonl")
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")


@dataclass(frozen=True)
class Dated:
    """A report, its true day, and what was found."""

    report: Report
    day: date
    found: Published | None


def reports(shared: Path) -> Iterator[tuple[Report, date]]:
    """Yield all reports whose day is known, without it."""
    for file in FILES:
        for number, line in enumerate((shared / file).read_text("utf-8").splitlines()):
            row = json.loads(line)
            if not row.get("published"):
                continue
            segments = tuple(
                Segment(SegmentKind.PARAGRAPH, m.start(), m.end())
                for m in _PARAGRAPH.finditer(row["text"])
            )
            name = f"{file[16:19]}-{number}"
            yield (
                Report(name, name, row["text"], segments),
                date.fromisoformat(row["published"]),
            )


def by_words(pairs: Sequence[tuple[Report, date]], month_known: bool) -> list[Dated]:
    """Date each report alone: case (a), or (b) with its month given."""
    return [_by_words(report, day, month_known) for report, day in pairs]


def _by_words(report: Report, day: date, month_known: bool) -> Dated:
    given = Published(When.month(day.year, day.month), None) if month_known else None
    tokenized = tokenize_report(replace(report, published=given))
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return Dated(report, day, date_report(tokenized, find_referents(tokenized)))


def by_pile(alone: Sequence[Dated], every: int = 1) -> list[Dated]:
    """Date each report by the others: case (c)."""
    known = [
        replace(d.report, published=Published(When.day(d.day), d.day)) for d in alone
    ]
    found = []
    for place in range(0, len(alone), every):
        one = alone[place]
        pile = [*known[:place], one.report, *known[place + 1 :]]
        analysis = Analysis(one.report.id, one.found)
        days = date_pile(pile, [analysis], ())
        found.append(replace(one, found=days.get(one.report.id, one.found)))
    return found


def summary(dated: Sequence[Dated]) -> dict[str, float]:
    """Return the shares in percent and the median width in days."""
    found = [d for d in dated if d.found is not None]
    widths = sorted(d.found.when.width for d in found if d.found)
    total = len(dated)
    return {
        "reports": total,
        "dated": round(100 * len(found) / total, 1),
        "hold": round(100 * sum(_holds(d) for d in found) / max(len(found), 1), 2),
        "median_width": widths[len(widths) // 2] if widths else 0,
        "exact": round(100 * sum(_off(d) == 0 for d in dated) / total, 1),
        "within_3": round(100 * sum(_off(d) <= 3 for d in dated) / total, 1),
    }


def _holds(dated: Dated) -> bool:
    return dated.found is not None and dated.found.when.contains(dated.day)


def _off(dated: Dated) -> int:
    best = dated.found.best if dated.found else None
    return abs((best - dated.day).days) if best else 10**6


def calibration(dated: Sequence[Dated]) -> list[tuple[str, int, float, float]]:
    """Return, by width of interval: how many, share held, share within three days."""
    edges = (0, 7, 31, 100, 400, 2000, 10**7)
    rows = []
    for low, high in zip(edges, edges[1:], strict=False):
        some = [d for d in dated if d.found and low < d.found.when.width <= high]
        if some:
            held = 100 * sum(map(_holds, some)) / len(some)
            near = 100 * sum(_off(d) <= 3 for d in some) / len(some)
            rows.append(
                (f"{low + 1}–{high}", len(some), round(held, 1), round(near, 1))
            )
    return rows


def worst(dated: Sequence[Dated], most: int = 10) -> list[str]:
    """Return the intervals that miss by most, in words."""
    missed = [d for d in dated if d.found and not _holds(d)]
    missed.sort(key=lambda d: (-_off(d), d.report.id))
    return [
        f"{d.report.id}: true {d.day}, interval {d.found.when.edtf}, best {d.found.best}: "
        + " ".join(e.en for e in d.found.evidence)[:300]
        for d in missed[:most]
        if d.found
    ]


def main() -> None:
    """Print all tables."""
    pairs = list(reports(Path(sys.argv[1])))
    alone = by_words(pairs, month_known=False)
    cases = {
        "a": alone,
        "b": by_words(pairs, month_known=True),
        "c": by_pile(alone, every=int(sys.argv[2]) if len(sys.argv) > 2 else 1),
    }
    for name, dated in cases.items():
        print(name, summary(dated))  # a report for people
        for row in calibration(dated):
            print("  width", *row)
        for line in worst(dated):
            print("  -", line)


if __name__ == "__main__":
    main()
