"""Pledges against the annotated corpus.

``characters``: F1 over characters that stand in any pledge's content. ``found``: F1
over pledges, a hit being one half of the characters shared (Dice). ``by``: share of
hits with an actor in common, among those whose gold names one; ``due``: share of hits
whose due interval overlaps the gold day, among those whose gold has a plain date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from chronist.model.pledge import Pledge
from chronist.model.when import When
from eval.annotated import CORPUS, SPLIT, Case, cases, characters, f1, same_actor

DATA = CORPUS
OWN = (SPLIT,)
LABELS = {"dev.characters": "Pledges, characters of content, F1 on our dev reports"}
HALF = 0.5
_PLAIN_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def measure(shared: Path) -> dict[str, float]:
    """Return the figures on the dev reports in percent."""
    return {
        f"dev.{name}": value for name, value in score([*cases(shared, "dev")]).items()
    }


def score(read_cases: Sequence[Case]) -> dict[str, float]:
    """Return all figures over the cases."""
    both = gold = found = hits = golds = founds = 0
    asked = {"by": 0, "due": 0}
    right = {"by": 0, "due": 0}
    for case in read_cases:
        wanted, got = case.gold["pledges"], case.analysis.pledges
        one = characters([p["content"] for p in wanted])
        two = characters([_spans(p) for p in got])
        both, gold, found = both + len(one & two), gold + len(one), found + len(two)
        golds, founds = golds + len(wanted), founds + len(got)
        for pledge, mine in _partners(wanted, got):
            hits += 1
            for name, verdict in _verdicts(case, pledge, mine):
                asked[name] += 1
                right[name] += verdict
    figures = {"characters": f1(both, gold, found), "found": f1(hits, golds, founds)}
    return figures | {name: 100 * right[name] / max(asked[name], 1) for name in right}


def _spans(pledge: Pledge) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in pledge.content]


def _partners(
    gold: Sequence[dict[str, Any]], found: Sequence[Pledge]
) -> Iterator[tuple[dict[str, Any], Pledge]]:
    left = list(found)
    for wanted in gold:
        one = characters([wanted["content"]])
        for mine in left:
            two = characters([_spans(mine)])
            if 2 * len(one & two) >= HALF * (len(one) + len(two)):
                left.remove(mine)
                yield wanted, mine
                break


def _verdicts(
    case: Case, gold: dict[str, Any], found: Pledge
) -> Iterator[tuple[str, bool]]:
    if gold["by"]:
        yield "by", any(same_actor(case, g, b) for g in gold["by"] for b in found.by)
    if gold["due"] and _PLAIN_DATE.fullmatch(gold["due"]):
        wanted = When.from_edtf(gold["due"])
        yield "due", found.due is not None and found.due.overlaps(wanted)


def main() -> None:
    """Print the figures of a part: ``python -m eval.pledges.score SHARED [dev|train]``."""
    part = sys.argv[2] if len(sys.argv) > 2 else "dev"
    for name, value in score([*cases(Path(sys.argv[1]), part)]).items():
        print(f"{part}.{name:12} {value:7.1f}")


if __name__ == "__main__":
    main()
