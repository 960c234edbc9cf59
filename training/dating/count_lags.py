"""Count how far reports lie from the times they name, and write resources/de/time/lags.yml.

Counted on the German Wikinews reports (CC BY 2.5) that are not set aside in
eval/dev_reports.json: ``python training/dating/count_lags.py SHARED``. Only counts leave
this script, no text.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import yaml

from chronist.language.dating.clues import Clue, Kind, gather_clues
from chronist.language.grammars.time.point import Grain
from chronist.language.grammars.time.resolve import spot_times
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.report import Report, Segment, SegmentKind

ROOT = Path(__file__).resolve().parents[2]
HEAD = {
    "about": "How many days reports lie behind the times they name: first, last, weight a day",
    "origin": "counted on German Wikinews reports by training/dating/count_lags.py; press_* by hand: newsrooms name the day they write on",
    "licence": "Apache-2.0",
    "kind": "table",
}
DAYS = (-3650, -1000, -366, -120, -60, -30, -14, -7, -3, -1, 0, 1, 2, 3, 4, 7, 14, 30, 60,
        120, 366, 1000, 3650, 13000)  # fmt: skip
OF_YEAR = (
    -183,
    -120,
    -60,
    -30,
    -14,
    -7,
    -3,
    -1,
    0,
    1,
    2,
    3,
    4,
    7,
    14,
    30,
    60,
    120,
    183,
)
MONTHS = (-3650, -366, -120, -61, -31, 0, 31, 62, 93, 184, 366, 1000, 3650, 13000)
YEARS = (-3650, -1096, -731, -366, 0, 366, 731, 1096, 1826, 3650, 13000)
BINS = {"latest_month": MONTHS, "latest_year": YEARS}
OF_MONTH = (-183, -120, -75, -45, -15, 16, 46, 76, 120, 183)
PRESS = {
    "press_weekday_past": [0.62, 0.2, 0.06, 0.04, 0.03, 0.03, 0.02],
    "press_weekday_unknown": [0.6, 0.2, 0.06, 0.04, 0.03, 0.03, 0.04],
    "press_weekday_present": [0.14, 0.02, 0.03, 0.1, 0.17, 0.22, 0.32],
    "press_weekday_future": [0.1, 0.02, 0.03, 0.11, 0.18, 0.24, 0.32],
}
"""Lag of 0 to 6 days behind the weekday named, in newsrooms."""


def main() -> None:
    """Count and write."""
    shared = Path(sys.argv[1])
    lags: dict[str, list[int]] = defaultdict(list)
    for report, day in reports(shared):
        for clue in clues_of(report):
            for name, lag in lags_of(clue, day):
                lags[name].append(lag)
    tables: dict[str, list[object]] = {}
    for name, values in sorted(lags.items()):
        if name.startswith("weekday"):
            tables[name] = week(values)
        else:
            tables[name] = histogram(values, bins_of(name))
    write({**tables, **PRESS})


def reports(shared: Path) -> Iterator[tuple[Report, date]]:
    """Yield reports with their known day, those set aside left out."""
    aside = set(json.loads((ROOT / "eval/dev_reports.json").read_text("utf-8"))["dev"])
    for name in ("general", "politics"):
        path = shared / "corpus" / f"wikinews-{name}.jsonl"
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if (
                str(row["id"]) in aside
                or not row.get("published")
                or row.get("near_duplicate_of")
            ):
                continue
            text = row["text"]
            segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
            report = Report(str(row["id"]), "wikinews", text, (segment,))
            yield report, date.fromisoformat(row["published"])


def clues_of(report: Report) -> list[Clue]:
    """Return the clues of a report."""
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return gather_clues(tuple(spot_times(tokenized)))


def lags_of(clue: Clue, day: date) -> Iterator[tuple[str, int]]:
    """Yield the table and the days between a clue and the day of publication."""
    if clue.kind is Kind.WEEKDAY:
        yield f"weekday_{clue.tense}", (day.isoweekday() - clue.weekday) % 7
    elif clue.point is not None:
        base = (
            clue.point.count
            if clue.point.grain is Grain.DAY
            else clue.point.first.toordinal()
        )
        yield clue.kind.value, day.toordinal() - base
    else:
        places = [_day(year, clue) for year in (day.year - 1, day.year, day.year + 1)]
        yield (
            f"{clue.kind}_{clue.tense}",
            min((day.toordinal() - p for p in places), key=abs),
        )


def _day(year: int, clue: Clue) -> int:
    try:
        return date(year, clue.month, clue.day or 15).toordinal()
    except ValueError:
        return date(year, clue.month, 28).toordinal()


def bins_of(name: str) -> tuple[int, ...]:
    """Return the edges of a table's bins."""
    if name.startswith("month_"):
        return OF_MONTH
    return OF_YEAR if name.startswith("day_of_year") else BINS.get(name, DAYS)


def week(values: list[int]) -> list[object]:
    """Return the smoothed share of each lag of 0 to 6 days."""
    return [round((values.count(i) + 1) / (len(values) + 7), 4) for i in range(7)]


def histogram(values: list[int], bins: tuple[int, ...]) -> list[object]:
    """Return (first, last, weight a day) of each bin, smoothed by half a report."""
    rows: list[object] = []
    for low, high in pairwise(bins):
        count = sum(low <= v < high for v in values) + 0.5
        weight = count / (len(values) + len(bins) / 2) / (high - low)
        rows.append([low, high - 1, float(f"{weight:.3g}")])
    return rows


def write(tables: dict[str, list[object]]) -> None:
    """Write the list, one table a line."""
    head = yaml.safe_dump(HEAD, allow_unicode=True, sort_keys=False, width=200)
    lines = [f"  {name}: {json.dumps(rows)}" for name, rows in sorted(tables.items())]
    path = ROOT / "resources/de/time/lags.yml"
    path.write_text(head + "entries:\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
