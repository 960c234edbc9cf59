"""The happenings of the example pile that its chronicle should hold.

``examples_expected.json`` is ``examples/EXPECTED.md``, section 1, for a program: per
happening the days the reports allow, types a reader may give it, parties (or the place,
where none is named) of which one must take part, reports that tell of it and, unless
0, how many independent sources there are.

A happening is *found* if an entry has a right type and day, a right party, and rests on
one of its reports; it is *split* over as many further entries as fit it too and fit no
other happening better. *Undated* counts misses for which an
entry fits but for its day, and was first reported on the right day or the next. A *miss* says what the best event of its reports lacks: the type
(no event of a right type), the party, the day (none, or another one), or nothing but
linking. The pile was written together with the program: these figures show progress,
they are no measure of quality on unseen reports.

``python -m eval.linking.examples STORY`` reads the analyses in STORY, links them anew
and prints the figures and every miss.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from chronist.chronicle import Chronicle
from chronist.linking.link import link
from chronist.model.actor import Actor
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.story import Links
from chronist.model.when import When

_EXPECTED = Path(__file__).with_name("examples_expected.json")
_COARSE = 10
"""Days; an entry may be this much vaguer than the reports allow."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What a careful reader finds; ``reports`` are sources."""

    id: str
    what: str
    when: When
    types: frozenset[str]
    actors: tuple[str, ...]
    reports: frozenset[str]
    sources: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """An entry or event as it is compared: source names and actors' names."""

    id: str
    type: str
    when: When | None
    names: str
    reports: frozenset[str]


def read_expected() -> list[Happening]:
    """Return the happenings by hand."""
    raw = json.loads(_EXPECTED.read_text(encoding="utf-8"))
    source = raw["reports"]
    return [
        Happening(
            row["id"],
            row["what"],
            When.from_edtf(row["when"]),
            frozenset(row["types"]),
            tuple(row["actors"]),
            frozenset(source[key] for key in row["reports"]),
            row["sources"],
        )
        for row in raw["happenings"]
    ]


def relink(story: Path) -> tuple[Links, dict[str, str]]:
    """Return what linking makes of the analyses in a chronicle, and the sources."""
    chronicle = Chronicle.open(story)
    reports = chronicle.reports()
    analyses = [chronicle.analysis(report.id) for report in reports]
    links = link(reports, analyses, chronicle.duplicates(), chronicle.judgements())
    return links, {report.id: report.source for report in reports}


def told_by(
    items: Iterable[Entry | Event],
    actors: Mapping[str, Actor],
    source: Mapping[str, str],
) -> list[Told]:
    """Return entries or events in the form in which they are compared."""
    told = []
    for item in items:
        reports = item.reports if isinstance(item, Entry) else (item.report,)
        names = {
            name
            for p in item.participants
            for name in (actors[p.actor].name, *actors[p.actor].aliases)
        }
        text = " | ".join(sorted(names)).casefold()
        sources = frozenset(source[report] for report in reports)
        told.append(Told(item.id, item.type.value, item.when, text, sources))
    return told


def fits(told: Told, happening: Happening) -> bool:
    """Whether type, day, party and reports are right."""
    return not lacks(told, happening)


def lacks(told: Told, happening: Happening) -> tuple[str, ...]:
    """Return what is wrong; an item of other reports or another type lacks all."""
    if told.type not in happening.types or not told.reports & happening.reports:
        return ("type",)
    wrong = []
    if happening.actors and not any(
        a.casefold() in told.names for a in happening.actors
    ):
        wrong.append("party")
    if told.when is None:
        wrong.append("day (none)")
    elif not agrees(told.when, happening.when):
        wrong.append("day (other)")
    return tuple(wrong)


def is_news(told: Told, reported: When | None, happening: Happening) -> bool:
    """Whether an entry without a day fits, and was first reported in time."""
    if lacks(told, happening) != ("day (none)",) or reported is None:
        return False
    return reported.overlaps(happening.when.widened(1))


def agrees(when: When, expected: When) -> bool:
    """Whether the days are right and not much vaguer than the reports allow."""
    if when.within(expected):
        return when.is_bounded
    vague = expected.width + _COARSE if expected.is_bounded else 0
    return expected.within(when) and when.width <= vague


def best_fit(entry: Told, happenings: Sequence[Happening]) -> Happening | None:
    """Return the happening an entry fits best: narrowest day, most reports."""
    fitting = [h for h in happenings if fits(entry, h)]
    if not fitting:
        return None
    return min(fitting, key=lambda h: (h.when.width, -len(h.reports & entry.reports)))


@dataclass(frozen=True, slots=True)
class Review:
    """Happenings with the entries that tell them, and why others are missing."""

    found: Mapping[str, tuple[str, ...]]
    missed: Mapping[str, str]
    undated: tuple[str, ...]
    sources_right: int
    judged: int

    def figures(self) -> dict[str, float]:
        """Return counts and shares."""
        every = len(self.found) + len(self.missed)
        split = [len(entries) - 1 for entries in self.found.values()]
        return {
            "expected": every,
            "found": len(self.found),
            "found.percent": round(100 * len(self.found) / every, 1),
            "undated": len(self.undated),
            "split": sum(1 for s in split if s),
            "split.entries": sum(split),
            "sources.right": self.sources_right,
            "sources.judged": self.judged,
        }


def review(links: Links, source: Mapping[str, str]) -> Review:
    """Compare the entries with what a reader found."""
    happenings = read_expected()
    actors = {actor.id: actor for actor in links.actors}
    entries = told_by(links.entries, actors, source)
    events = told_by(links.events, actors, source)
    best = {e.id: h.id for e in entries if (h := best_fit(e, happenings))}
    by_id = {e.id: e for e in links.entries}
    found, missed, right, judged = {}, {}, 0, 0
    undated: list[str] = []
    for happening in happenings:
        fitting = [e for e in entries if fits(e, happening)]
        if not fitting:
            missed[happening.id] = cause(happening, events)
            if any(is_news(e, by_id[e.id].reported, happening) for e in entries):
                undated.append(happening.id)
            continue
        own = [e for e in fitting if best[e.id] == happening.id] or fitting[:1]
        own.sort(key=lambda e: (-len(e.reports & happening.reports), e.id))
        found[happening.id] = tuple(e.id for e in own)
        if happening.sources:
            judged += 1
            most = by_id[own[0].id].independent_sources
            right += most == happening.sources
    return Review(found, missed, tuple(undated), right, judged)


def cause(happening: Happening, events: Iterable[Told]) -> str:
    """Return what the best event of the happening's reports lacks."""
    wrong = [lacks(event, happening) for event in events]
    least = min(wrong, key=lambda w: (w == ("type",), len(w), w))
    return " + ".join(least) if least else "linking"


def main() -> None:
    """Print the figures, then what is split and what is missing."""
    links, source = relink(Path(sys.argv[1]))
    result = review(links, source)
    print(json.dumps(result.figures()))
    what = {h.id: h.what for h in read_expected()}
    headline = {e.id: e.headline for e in links.entries}
    for happening, entries in result.found.items():
        if len(entries) > 1:
            shown = " / ".join(headline[e] for e in entries)
            print(f"split   {happening}: {shown}")
    for happening, why in result.missed.items():
        print(f"missed  {happening}: {why} - {what[happening]}")
    print(dict(Counter(result.missed.values())))


if __name__ == "__main__":
    main()
