"""The status of an event: the rules that apply and a few signs, weighed together.

The weights stand in ``stance/weights_*``, counted on the annotated corpus. The rule
of the chosen status that comes first is given as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from chronist.language.grammars.stance.occurrence import Occurrence
from chronist.language.grammars.stance.rules import StanceRule, rules_for
from chronist.lexica.load import load_table
from chronist.model.derivation import Derivation
from chronist.model.event import EventType, Status

_WEIGHED = {
    Status.OCCURRED: ("geschehen", "having happened"),
    Status.ONGOING: ("andauernd", "going on"),
    Status.PLANNED: ("vorgesehen", "planned"),
    Status.POSSIBLE: ("möglich", "possible"),
    Status.DENIED: ("nicht geschehen", "not having happened"),
}

RULE_WEIGHT = 3.0
"""What the first rule's word counts before the corpus is asked; rare rules keep it."""


def read_status(occurrence: Occurrence, kind: EventType) -> tuple[Status, Derivation]:
    """Return the status of a trigger of an event type, and the reason."""
    rules = rules_for(occurrence)
    found = tuple(status_signs(occurrence, kind, rules))
    weights = _weights()
    rows = [weights[sign] for sign in found if sign in weights]
    scores = [sum(row[number] for row in rows) for number in range(len(Status))]
    scores[tuple(Status).index(rules[0].status)] += RULE_WEIGHT
    best = max(
        (status for status in Status if _may_be(status, rules)),
        key=lambda status: scores[tuple(Status).index(status)],
    )
    return best, _reason(best, rules)


def _may_be(status: Status, rules: Sequence[StanceRule]) -> bool:
    """A denial needs a word that denies; no sum of hints makes one."""
    return status is not Status.DENIED or any(r.status is status for r in rules)


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    """Return sign → its weight for each status, in the order of ``Status``."""
    tables = [load_table(f"stance/weights_{status.value}") for status in Status]
    signs = {sign for table in tables for sign in table}
    return {s: tuple(float(t.get(s, 0.0)) for t in tables) for s in sorted(signs)}


def _reason(status: Status, rules: Sequence[StanceRule]) -> Derivation:
    for rule in rules:
        if rule.status is status:
            return Derivation(rule.id, rule.de, rule.en)
    de, en = _WEIGHED[status]
    return Derivation(
        "de.stance.weighed",
        f"Zeitform, Wortlaut und Art des Ereignisses sprechen für „{de}“.",
        f"Tense, wording and type of event speak for {en}.",
    )


def status_signs(
    occurrence: Occurrence, kind: EventType, rules: Sequence[StanceRule]
) -> Iterator[str]:
    """Yield the signs of a trigger's status, each once."""
    part = "verb" if occurrence.is_verb else "noun"
    if occurrence.token.is_capitalised is occurrence.is_verb:
        part = "attribute"
    said = occurrence.said.value if occurrence.said else "no"
    tense, mood = occurrence.tense.value, occurrence.mood.value
    yield "all"
    yield f"first {rules[0].id}"
    yield from (f"rule {rule.id}" for rule in rules[:-1])
    yield f"{part} {tense} {mood} said {said}"
    yield f"{part} {tense} {occurrence.order.value}"
    yield f"{part} said {said} {occurrence.order.value}"
    yield f"{kind.value} {part}"
    yield f"{kind.value} {tense}"
    yield f"word {occurrence.token.lemma}"
    if occurrence.is_verb:
        yield "form " + "/".join(sorted(occurrence.forms))
        yield from {f"with {t.lemma} {tense}" for t in occurrence.other_verbs()}
    else:
        yield from {f"noun with {t.lemma}" for t in occurrence.other_verbs()}
        yield from {f"attribute {t.lower}" for t in occurrence.attributes()}
        yield f"after {occurrence.preposition()} {tense}"
        yield f"after {occurrence.preposition()} {kind.value}"
    yield from {f"{part} governed by {t.lemma}" for t in occurrence.governors()}
    yield f"{part} before {occurrence.following()}"
    yield from _structure_signs(occurrence, part)


def _structure_signs(occurrence: Occurrence, part: str) -> Iterator[str]:
    """Yield signs of what the trigger's clause and phrase hang on."""
    around, tense = occurrence.surroundings, occurrence.tense.value
    yield f"{part} opened by {around.opener}"
    yield f"{part} {tense} opened by {around.opener}"
    for sign in around.earlier:
        yield sign
        yield f"{part} {tense} {sign}"
    if around.above:
        yield f"{part} {around.opener} under {around.above}"
        yield f"under {around.above}"
    if around.head:
        yield f"on {around.head}"
    if around.function:
        yield f"{part} as {around.function} {tense}"
        yield f"{part} as {around.function} of {around.governor}"
