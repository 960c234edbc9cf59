"""Which events are one happening, against pairs judged by reading.

``pairs.jsonl`` holds pairs of annotated events of the corpus with a reader's verdict.
They were drawn by chance from the pairs that blocking proposes, in equal numbers from
bands of the score, so that easy and hard ones are both there; the shares say nothing
about the whole corpus. Whatever the reader was unsure of was left out. Linking works
on the gold readings, so that only its own mistakes count.

``pairs.f1``: F1 of "same" over the pairs; ``pairs.right``: share of right verdicts;
``across.f1``: the same F1 over pairs from two reports. ``baseline`` is the rule "same
type, same day, an actor in common" with the actors that linking found.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from chronist.linking.link import link
from chronist.model.event import Event
from chronist.model.story import Links
from eval.linking.annotated import load

DATA: tuple[str, ...] = (
    "corpus/annotations.jsonl",
    "corpus/wikinews-general.jsonl",
    "corpus/wikinews-politics.jsonl",
)
OWN: tuple[str, ...] = ("eval/linking/pairs.jsonl",)
LABELS: dict[str, str] = {
    "pairs.f1": "Two events are one happening, F1 on pairs judged by reading"
}
_ROOT = Path(__file__).resolve().parents[2]

Pair = tuple[str, str, bool]
Verdict = Callable[[str, str], bool]


def measure(shared: Path) -> dict[str, float]:
    """Return the figures of linking in percent."""
    figures = compare(shared)["linking"]
    return {key: round(value, 2) for key, value in figures.items()}


def compare(shared: Path) -> dict[str, dict[str, float]]:
    """Return the figures of linking and of the baseline."""
    reports, analyses = load(shared)
    links = link(reports, analyses, (), ())
    pairs = read_pairs()
    return {
        "linking": figures(pairs, _in_one_entry(links)),
        "baseline": figures(pairs, _type_day_actor(links)),
    }


def read_pairs() -> list[Pair]:
    """Return the judged pairs: two event ids, and whether they are one happening."""
    text = (_ROOT / OWN[0]).read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    return [(row["a"], row["b"], row["same"]) for row in rows]


def figures(pairs: Iterable[Pair], verdict: Verdict) -> dict[str, float]:
    """Return F1 and share of right verdicts over pairs, in percent."""
    judged = [(a, b, same, verdict(a, b)) for a, b, same in pairs]
    across = [(s, v) for a, b, s, v in judged if _report(a) != _report(b)]
    every = [(s, v) for _, _, s, v in judged]
    return {
        "pairs.f1": _f1(every),
        "pairs.right": 100 * sum(s == v for s, v in every) / len(every),
        "across.f1": _f1(across),
    }


def _report(event: str) -> str:
    return event.rsplit(":", 1)[0]


def _in_one_entry(links: Links) -> Verdict:
    entry_of = {event: e.id for e in links.entries for event in e.events}
    return lambda a, b: entry_of[a] == entry_of[b]


def _type_day_actor(links: Links) -> Verdict:
    events = {event.id: event for event in links.events}
    return lambda a, b: _alike(events[a], events[b])


def _alike(a: Event, b: Event) -> bool:
    same_day = a.when is not None and a.when.is_day and a.when == b.when
    actors = {p.actor for p in a.participants} & {p.actor for p in b.participants}
    return a.type is b.type and same_day and bool(actors)


def _f1(verdicts: list[tuple[bool, bool]]) -> float:
    hits = sum(same and said for same, said in verdicts)
    wanted = sum(same for same, _ in verdicts)
    said = sum(said for _, said in verdicts)
    return 200 * hits / (wanted + said) if wanted + said else 0.0


if __name__ == "__main__":
    print(json.dumps(compare(Path(sys.argv[1])), indent=1))
