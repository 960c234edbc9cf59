"""Dating the Wikinews reports with their dates removed: three cases, calibration, worst.

(a) nothing known, (b) only the month known, (c) the rest of the pile known (each report
is dated by its words and by all other reports, whose days are known).
``python -m eval.time.dating SHARED`` prints the tables that docs/explanation/dating.md
shows; with ``--plot FILE`` it only draws how often intervals of several masses hold. Reports whose interval is open on a side count as held if the bound holds.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from chronist.language.dating import date_report
from chronist.language.grammars.names.resolve import find_referents
from chronist.language.grammars.time.resolve import spot_times
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
    for low, high in pairwise(edges):
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


MASSES = (0.5, 0.8, 0.9, 0.95, 0.99)


def coverage(
    pairs: Sequence[tuple[Report, date]],
) -> dict[str, list[tuple[float, float, int]]]:
    """Return, for cases (a) and (b), mass, share of intervals that hold (0 to 1), and
    of how many."""
    held: dict[tuple[str, float], list[bool]] = {}
    for report, day in pairs:
        tokenized = tokenize_report(report)
        for sentence in tokenized.sentences:
            settle_verbs(sentence.tokens)
        referents, spotted = find_referents(tokenized), tuple(spot_times(tokenized))
        month = Published(When.month(day.year, day.month), None)
        for case, given in (("a", None), ("b", month)):
            known = replace(tokenized, report=replace(report, published=given))
            for mass in MASSES:
                found = date_report(known, referents, spotted, mass)
                # What only the metadata say is no work of ours.
                if found is not None and found.evidence:
                    row = held.setdefault((case, mass), [])
                    row.append(found.when.contains(day))
    return {
        case: [
            (mass, sum(row) / len(row), len(row))
            for (c, mass), row in held.items()
            if c == case
        ]
        for case in ("a", "b")
    }


_SIDE, _LEFT, _TOP = 360, 60, 24
_COLOURS = {"a": "#9a3412", "b": "#1d4ed8"}
_NAMES = {"a": "nothing known", "b": "the month known"}


def plot(curves: dict[str, list[tuple[float, float, int]]]) -> str:
    """Return the calibration as SVG: on the dotted line an interval holds just as often
    as it says, above it more often."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE + 90} {_SIDE + 80}" '
        'font-family="sans-serif" font-size="12">',
        f"<title>Share of intervals that hold the true day, {_counts(curves)}</title>",
        f'<rect width="{_SIDE + 90}" height="{_SIDE + 80}" fill="#fff"/>',
        f'<path d="M{_LEFT} {_TOP}V{_TOP + _SIDE}H{_LEFT + _SIDE}" fill="none" stroke="#444"/>',
        _line([(0.4, 0.4), (1, 1)], 'stroke="#888" stroke-dasharray="3 4"'),
    ]
    for tick in range(4, 11):
        at, x, y = f"{tick * 10} %", _x(tick / 10), _y(tick / 10)
        parts.append(
            f'<text x="{x}" y="{_TOP + _SIDE + 18}" text-anchor="middle">{at}</text>'
            f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{at}</text>'
        )
    parts.append(
        f'<text x="{_LEFT + _SIDE / 2}" y="{_TOP + _SIDE + 42}" text-anchor="middle">'
        "weight the interval is to hold</text>"
        f'<text x="{_LEFT}" y="14">share of intervals that hold the true day</text>'
    )
    for place, (case, row) in enumerate(curves.items()):
        parts.extend(_curve(case, row, place))
    return "\n".join([*parts, "</svg>\n"])


def _curve(
    case: str, row: Sequence[tuple[float, float, int]], place: int
) -> Iterator[str]:
    colour = _COLOURS[case]
    points = [(mass, max(share, 0.4)) for mass, share, _ in row]
    yield _line(points, f'stroke="{colour}" stroke-width="2"')
    for x, y in points:
        yield f'<circle cx="{_x(x)}" cy="{_y(y)}" r="3.5" fill="{colour}"/>'
    y = _TOP + _SIDE - 40 + 20 * place
    name = f"({case}) {_NAMES[case]}"
    yield f'<text x="{_LEFT + _SIDE - 160}" y="{y}" fill="{colour}">{name}</text>'


def _line(points: Sequence[tuple[float, float]], style: str) -> str:
    path = " ".join(f"{_x(x)},{_y(y)}" for x, y in points)
    return f'<polyline points="{path}" fill="none" {style}/>'


def _x(share: float) -> float:
    return round(_LEFT + (share - 0.4) / 0.6 * _SIDE, 1)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) / 0.6 * _SIDE, 1)


def _counts(curves: dict[str, list[tuple[float, float, int]]]) -> str:
    return ", ".join(f"({case}) of {row[-1][2]}" for case, row in curves.items())


def main() -> None:
    """Print all tables, or draw the calibration."""
    pairs = list(reports(Path(sys.argv[1])))
    if "--plot" in sys.argv:
        curves = coverage(pairs)
        target = Path(sys.argv[sys.argv.index("--plot") + 1])
        target.write_text(plot(curves), encoding="utf-8")
        for case, curve in curves.items():
            print(case, *(f"{m:.0%}: {share:.1%} of {n}" for m, share, n in curve))
        return
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
