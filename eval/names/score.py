"""How well the actors of reports are found, against the annotated corpus.

A name is a hit if its characters and its type are those of the gold. A description or
pronoun is right if it overlaps a gold one and its referent has a mention that overlaps
a name (or, where there is none, a description) of the same gold entity.

``python -m eval.names.score [train|dev] [--corpus FOLDER] [--errors N]`` prints name F1
(strict: same characters and same type), and for descriptions and pronouns how many of
the gold ones were found and lead to the right entity. Errors are shown for train only.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chronist.language.grammars.names.resolve import find_referents
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import TokenizedReport, tokenize_report
from chronist.model.actor import ActorKind, MentionKind, Referent
from eval.names.corpus import Gold, load

DATA: tuple[str, ...] = (
    "corpus/annotations.jsonl",
    "corpus/wikinews-general.jsonl",
    "corpus/wikinews-politics.jsonl",
)
OWN: tuple[str, ...] = ("eval/dev_reports.json",)
LABELS: dict[str, str] = {
    "dev.names_f1": "Names of persons, organisations and places, exact, F1 on our dev reports",
    "dev.person_descriptions_right": "Descriptions of persons that lead to the right one, of those linked",
}
TYPES = {
    ActorKind.PERSON: "PER",
    ActorKind.ORGANISATION: "ORG",
    ActorKind.PLACE: "LOC",
    ActorKind.OTHER: "OTH",
    ActorKind.GROUP: "GRP",
}
Span = tuple[int, int]


@dataclass
class Tally:
    """What was right, what was found too much, what was missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, in percent."""
        whole = 2 * self.right + self.wrong + self.missed
        return 200 * self.right / whole if whole else 0.0

    def __str__(self) -> str:
        precision = 100 * self.right / ((self.right + self.wrong) or 1)
        recall = 100 * self.right / ((self.right + self.missed) or 1)
        return f"P {precision:5.1f}  R {recall:5.1f}  F1 {self.f1:5.1f}  ({self.right} right, {self.wrong} too much, {self.missed} missed)"


@dataclass
class Links:
    """Gold mentions that are no names: how many there are, were found, lead right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __str__(self) -> str:
        share = 100 * self.right / (self.found or 1)
        recall = 100 * self.right / (self.gold or 1)
        return f"{self.gold} gold, {self.found} linked, right {share:.1f} % of the linked, {recall:.1f} % of all"


@dataclass
class Score:
    """The whole result of one run."""

    names: dict[str, Tally] = field(
        default_factory=lambda: {t: Tally() for t in ("PER", "ORG", "LOC", "OTH")}
    )
    descriptions: dict[str, Links] = field(
        default_factory=lambda: {t: Links() for t in ("PER", "ORG", "LOC", "OTH")}
    )
    pronouns: Links = field(default_factory=Links)
    errors: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    seconds: float = 0.0

    def total(self, types: Iterable[str]) -> Tally:
        """Return the sum over some types of names."""
        parts = [self.names[t] for t in types]
        return Tally(
            sum(p.right for p in parts),
            sum(p.wrong for p in parts),
            sum(p.missed for p in parts),
        )


def score(corpus: Path, part: str) -> Score:
    """Read every report of a part and count."""
    result = Score()
    for gold in load(corpus, part):
        tokenized = prepared(gold)
        begin = time.process_time()
        referents = find_referents(tokenized)
        result.seconds += time.process_time() - begin
        result.reports += 1
        count_names(gold, referents, result)
        count_links(gold, referents, result)
    return result


def measure(shared: Path) -> dict[str, float]:
    """Return the figures on the dev reports in percent."""
    result = score(shared / "corpus", "dev")
    persons = result.descriptions["PER"]
    return {
        "dev.names_f1": result.total(("PER", "ORG", "LOC")).f1,
        "dev.persons_f1": result.names["PER"].f1,
        "dev.organisations_f1": result.names["ORG"].f1,
        "dev.places_f1": result.names["LOC"].f1,
        "dev.person_descriptions_right": _share(persons.right, persons.found),
        "dev.person_descriptions_found": _share(persons.right, persons.gold),
        "dev.pronouns_right": _share(result.pronouns.right, result.pronouns.found),
        "dev.pronouns_found": _share(result.pronouns.right, result.pronouns.gold),
    }


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def prepared(gold: Gold) -> TokenizedReport:
    """Return the report as every grammar reads it."""
    tokenized = tokenize_report(gold.report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return tokenized


def count_names(gold: Gold, referents: Iterable[Referent], result: Score) -> None:
    """Count names by characters and type."""
    wanted = {
        (start, end, entity["type"])
        for entity in gold.entities.values()
        for kind, start, end in entity["mentions"]
        if kind == "n"
    }
    found = {
        (m.citation.start, m.citation.end, TYPES[r.kind])
        for r in referents
        for m in r.mentions
        if m.kind is MentionKind.NAME
    }
    text = gold.report.text
    for start, end, kind in wanted | found:
        tally = result.names.get(kind)
        if tally is None:
            continue
        if (start, end, kind) in wanted & found:
            tally.right += 1
        elif (start, end, kind) in found:
            tally.wrong += 1
            result.errors[f"too much {kind} {text[start:end]}"] += 1
        else:
            tally.missed += 1
            result.errors[f"missed {kind} {text[start:end]}"] += 1


def count_links(gold: Gold, referents: Iterable[Referent], result: Score) -> None:
    """Count descriptions and pronouns of entities that have a name or description."""
    known = list(referents)
    for entity in gold.entities.values():
        anchors = _anchors(entity)
        for kind, start, end in entity["mentions"]:
            if kind == "n" or not anchors - {(start, end)}:
                continue
            if kind == "d" and not any(k == "n" for k, _, _ in entity["mentions"]):
                continue
            links = (
                result.descriptions.get(entity["type"], Links())
                if kind == "d"
                else result.pronouns
            )
            links.gold += 1
            owners = list(_owners(known, kind, (start, end)))
            if owners:
                links.found += 1
                right = any(_shares(o, anchors, (start, end)) for o in owners)
                links.right += right
                if not right:
                    words = gold.report.text[start:end]
                    result.errors[
                        f"linked wrong {kind} {words} ({gold.report.id})"
                    ] += 1
            elif kind == "d":
                words = gold.report.text[start:end]
                result.errors[f"not linked {entity['type']} {words}"] += 1


def _anchors(entity: dict[str, Any]) -> set[Span]:
    names = {(a, b) for k, a, b in entity["mentions"] if k == "n"}
    return names or {(a, b) for k, a, b in entity["mentions"] if k == "d"}


def _owners(referents: Iterable[Referent], kind: str, span: Span) -> Iterator[Referent]:
    """Yield the referents with a name that have a mention of the kind here."""
    wanted = MentionKind.DESCRIPTION if kind == "d" else MentionKind.PRONOUN
    for referent in referents:
        named = kind == "p" or any(
            m.kind is MentionKind.NAME for m in referent.mentions
        )
        if named and any(
            m.kind is wanted and _overlap((m.citation.start, m.citation.end), span)
            for m in referent.mentions
        ):
            yield referent


def _shares(referent: Referent, anchors: set[Span], itself: Span) -> bool:
    return any(
        _overlap((m.citation.start, m.citation.end), anchor)
        for m in referent.mentions
        for anchor in anchors
        if not _overlap((m.citation.start, m.citation.end), itself)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main() -> None:
    """Print the scores of one part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="train", choices=("train", "dev"))
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    result = score(options.corpus, options.part)
    for kind, tally in result.names.items():
        print(f"names {kind}   {tally}")
    print(f"names PER ORG LOC  {result.total(('PER', 'ORG', 'LOC'))}")
    print(f"names all          {result.total(result.names)}")
    for kind, links in result.descriptions.items():
        print(f"descriptions {kind}: {links}")
    print(f"pronouns: {result.pronouns}")
    print(f"{result.reports} reports, {result.reports / result.seconds:.0f} a second")
    if options.part == "train":
        for error, times in result.errors.most_common(options.errors):
            print(times, error)


if __name__ == "__main__":
    main()
