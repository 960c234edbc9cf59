"""All referents of the pile, indexed for the rules that merge them into actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronist.linking.names import (
    PersonName,
    fold,
    person_name,
    thing_key,
    without_genitive,
)
from chronist.linking.pile import Pile
from chronist.model.actor import ActorKind, MentionKind, Referent
from chronist.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Roster:
    """The referents by id, and how each of them is named.

    ``persons`` holds the referents of kind person that carry a name, ``things`` the
    key of every other named referent. Referents that are only described ("die
    Demonstranten") stand in neither.
    """

    pile: Pile
    referents: Mapping[str, Referent]
    persons: Mapping[str, PersonName]
    things: Mapping[str, str]


def call(pile: Pile) -> Roster:
    """Return the roster of a pile."""
    referents = {r.id: r for a in pile.analyses for r in a.referents}
    ordered = {i: referents[i] for i in sorted(referents)}
    named = [r for r in ordered.values() if is_named(r)]
    persons = {r.id: person_name(r.name) for r in named if r.kind is ActorKind.PERSON}
    things = {r.id: thing_key(r.name) for r in named if r.kind is not ActorKind.PERSON}
    return Roster(pile, ordered, _base_last_names(persons), _base_keys(things))


def is_named(referent: Referent) -> bool:
    """Whether the report, or our knowledge, gives it a name of its own.

    A person may carry a full name that none of the mentions spells out, because
    the description makes it certain.
    """
    named = any(m.kind is MentionKind.NAME for m in referent.mentions)
    return named or referent.known is not None or _certain_person(referent)


def _certain_person(referent: Referent) -> bool:
    words = referent.name.split()
    described = {m.citation.text for m in referent.mentions}
    return (
        referent.kind is ActorKind.PERSON
        and len(words) > 1
        and all(word[0].isupper() for word in words)
        and referent.name not in described
    )


def first_mention(referent: Referent) -> tuple[Citation, ...]:
    """Return the words that best show who is meant: the first name, else the first."""
    named = [m.citation for m in referent.mentions if m.kind is MentionKind.NAME]
    every = named or [m.citation for m in referent.mentions]
    return (min(every),) if every else ()


def description_key(referent: Referent) -> str:
    """Return the comparable form of the words that describe an unnamed referent."""
    return fold(referent.name)


def name_forms(referents: Iterable[Referent]) -> Counter[str]:
    """Count the proper names used, each report's own fullest form included."""
    forms: Counter[str] = Counter()
    for referent in referents:
        if is_named(referent):
            forms[referent.name] += 1
        names = (m for m in referent.mentions if m.kind is MentionKind.NAME)
        forms.update(" ".join(m.citation.text.split()) for m in names)
    return forms


def _base_last_names(persons: Mapping[str, PersonName]) -> dict[str, PersonName]:
    """Take off genitive endings where the form without is a name of the pile too."""
    in_full = {name.last for name in persons.values() if name.first}
    every = {name.last for name in persons.values()}
    based = {}
    for referent, name in persons.items():
        last = _base(name.last, every) if name.last not in in_full else name.last
        based[referent] = PersonName(name.first, name.middle, last)
    return based


def _base_keys(things: Mapping[str, str]) -> dict[str, str]:
    counted = Counter(things.values())
    based = {}
    for referent, key in things.items():
        bases = [b for b in without_genitive(key) if counted[b] >= counted[key]]
        based[referent] = bases[0] if bases else key
    return based


def _base(last: str, attested: set[str]) -> str:
    return next((b for b in without_genitive(last) if b in attested), last)


def by_report(referents: Iterable[Referent]) -> dict[str, list[Referent]]:
    """Return the referents of each report, in order of their ids."""
    reports: dict[str, list[Referent]] = defaultdict(list)
    for referent in referents:
        reports[referent.report].append(referent)
    return reports
