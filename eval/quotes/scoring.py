"""Quotations against a gold standard, in the manner of the data set's own evaluation.

Within a report, gold and found quotations are paired by linear assignment on the F1 of
their tokens (an equal form breaks ties). Each pair, and each quotation without partner,
is a *group*. In a group every part (message, addressee, cue, frame, speaker) has a
precision if the system gave it, and a recall if the gold has it, over tokens. *Message*,
*Roles* and *Joint* are the harmonic means of the averages of these precisions and
recalls over all groups: of the message, of the four roles, of all five. *Form* counts
one hit per group with equal forms, over all groups.

*Source* answers the plain question who said what: among quotations that stand in no
other and have a speaker, a found one is right if its message shares at least half of
the tokens (intersection over union) with a gold one and its speaker a token with the
gold speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.quotes.assignment import assign

ROLES = ("addressee", "cue", "frame", "speaker")
_FORM_BONUS = 0.01
_HALF = 0.5
Tokens = frozenset[int]
Report = tuple[Sequence["Quote"], Sequence["Quote"]]
"""Gold and found quotations of one report."""


@dataclass(frozen=True)
class Quote:
    """A quotation as numbers of tokens."""

    form: str
    message: Tokens
    nested: bool = False
    addressee: Tokens = frozenset()
    cue: Tokens = frozenset()
    frame: Tokens = frozenset()
    speaker: Tokens = frozenset()


Group = tuple[Quote | None, Quote | None]


def score(reports: Sequence[Report]) -> dict[str, float]:
    """Return Message, Roles, Joint, Form and Source in percent."""
    groups = [g for gold, found in reports for g in pairs(gold, found)]
    return {
        "message": _averaged(groups, ("message",)),
        "roles": _averaged(groups, ROLES),
        "joint": _averaged(groups, ("message", *ROLES)),
        "form": _form(groups),
        "source": _source(reports),
    }


def pairs(gold: Sequence[Quote], found: Sequence[Quote]) -> Iterator[Group]:
    """Yield every gold quotation with the found one it is compared with, and the rest."""
    table = [[_likeness(g, f) for f in found] for g in gold]
    chosen = assign(table)
    yield from ((gold[i], found[j]) for i, j in chosen)
    rows, columns = {i for i, _ in chosen}, {j for _, j in chosen}
    yield from ((g, None) for i, g in enumerate(gold) if i not in rows)
    yield from ((None, f) for j, f in enumerate(found) if j not in columns)


def _likeness(gold: Quote, found: Quote) -> float:
    both = len(gold.message & found.message)
    if not both:
        return 0.0
    overlap = 2 * both / (len(gold.message) + len(found.message))
    return overlap + (_FORM_BONUS if gold.form == found.form else 0.0)


def _averaged(groups: Sequence[Group], parts: Sequence[str]) -> float:
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, found in groups:
        for part in parts:
            wanted = getattr(gold, part) if gold else frozenset()
            got = getattr(found, part) if found else frozenset()
            if got:
                precisions.append(len(wanted & got) / len(got))
            if wanted:
                recalls.append(len(wanted & got) / len(wanted))
    return _harmonic(_mean(precisions), _mean(recalls))


def _form(groups: Sequence[Group]) -> float:
    right = sum(1 for g, f in groups if g and f and g.form == f.form)
    found = sum(1 for _, f in groups if f)
    gold = sum(1 for g, _ in groups if g)
    return _share(2 * right, found + gold)


def _source(reports: Sequence[Report]) -> float:
    right = gold = found = 0
    for golds, founds in reports:
        wanted = [q for q in golds if q.speaker and not q.nested]
        got = [q for q in founds if q.speaker and not q.nested]
        gold, found = gold + len(wanted), found + len(got)
        for quote in got:
            match = next((g for g in wanted if _same_source(g, quote)), None)
            if match is not None:
                wanted.remove(match)
                right += 1
    return _share(2 * right, gold + found)


def _same_source(gold: Quote, found: Quote) -> bool:
    both = len(gold.message & found.message)
    union = len(gold.message | found.message)
    return both >= _HALF * union and bool(gold.speaker & found.speaker)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _harmonic(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0
