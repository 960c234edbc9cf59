"""A plain German headline from the parts of an entry; nothing is invented.

Whether it happened, is planned or denied is shown beside the headline, not in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from chronist.linking.event_nouns import (
    DECLINED,
    NOUN_TAKES,
    NOUNS,
    PLAIN_NOUNS,
    PREPOSITIONS,
)
from chronist.linking.words import stem
from chronist.model.actor import Actor
from chronist.model.event import Event, EventType, Participant, Role

_MOST_NAMES = 3
_ADJECTIVE = re.compile(r"[\da-zäöüß-]+e[nrsm]?")
_FEMININE = ("ung", "heit", "keit", "schaft", "ion", "tät", "ei")
_DATIVE_BEFORE = re.compile(r"\b(?:den|bei|mit|nach|von|zu|seit)\s+(?:\w+n\s+)?$")
_GENITIVE_BEFORE = re.compile(
    r"\b(?:des|eines|seines|ihres|dieses|jenes)\s+(?:\w+n\s+)?$"
)


def headline(
    kind: EventType,
    events: Sequence[Event],
    participants: Sequence[Participant],
    actors: Mapping[str, Actor],
) -> str:
    """Return who, what, against or with whom, and where."""
    names = {
        role: [_shown(actors[p.actor]) for p in participants if p.role is role]
        for role in Role
    }
    what = _noun(kind, events)
    whom = _whom(_preposition(kind, what), names[Role.RECIPIENT])
    where = _where(names[Role.PLACE], names[Role.AGENT] + names[Role.RECIPIENT])
    said = " ".join(part for part in (what, whom, where) if part)
    line = f"{_listed(names[Role.AGENT])}: {said}" if names[Role.AGENT] else said
    return line[:1].upper() + line[1:]


def _shown(actor: Actor) -> str:
    """Return the name; of a mere description only what needs no ending adjusted."""
    words = actor.name.split()
    bare = next((i for i, w in enumerate(words) if not _ADJECTIVE.fullmatch(w)), 0)
    if bare and words[-1].endswith(_FEMININE):
        return actor.name
    return " ".join(words[bare:])


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES:
        return ", ".join(names[:_MOST_NAMES]) + " u. a."
    if len(names) > 1:
        return ", ".join(names[:-1]) + " und " + names[-1]
    return names[0] if names else ""


def _noun(kind: EventType, events: Sequence[Event]) -> str:
    """Return the reports' own noun, the noun of their verb, or the type's word."""
    own = Counter(n for e in events if (n := _own_noun(e)))
    if own:
        return min(own, key=lambda n: (_is_oblique(n, events), -own[n], -len(n), n))
    made = Counter(
        noun
        for e in events
        if (noun := NOUNS.get((e.type, stem(e.trigger.text)))) is not None
    )
    if made:
        return min(made, key=lambda n: (-made[n], n))
    if kind in PLAIN_NOUNS:
        return PLAIN_NOUNS[kind]
    verbs = Counter(e.trigger.text for e in events)
    return f"„{min(verbs, key=lambda v: (-verbs[v], v))}“"


def _is_oblique(noun: str, events: Sequence[Event]) -> bool:
    """Whether every report has it behind a dative article ("den Gesprächen")."""
    if not noun.endswith("en"):
        return False
    return all(
        _DATIVE_BEFORE.search(_before(e)) for e in events if e.trigger.text == noun
    )


def _before(event: Event) -> str:
    return event.sentence.text[: event.trigger.start - event.sentence.start]


def _own_noun(event: Event) -> str | None:
    word = event.trigger.text
    if not word[:1].isupper() or event.trigger.start == event.sentence.start:
        return None
    known = NOUNS.get((event.type, stem(word)))
    if known is not None:
        return known
    if _GENITIVE_BEFORE.search(_before(event)):
        return re.sub(r"(?<=[^aeiou])es$|s$", "", word)
    return word


def _preposition(kind: EventType, noun: str) -> tuple[str, str] | None:
    if noun == PLAIN_NOUNS.get(kind):
        return PREPOSITIONS.get(kind)
    small = noun.casefold()
    ends = [end for end in NOUN_TAKES if small.endswith(end)]
    return NOUN_TAKES[max(ends, key=len)] if ends else None


def _whom(preposition: tuple[str, str] | None, names: Sequence[str]) -> str:
    if not names or preposition is None:
        return f"({_listed(names)})" if names else ""
    word, case = preposition
    return f"{word} {_listed([_declined(n, case) for n in names])}"


def _where(places: Sequence[str], others: Sequence[str]) -> str:
    """Return the best supported place, unless it is one of the parties already."""
    free = [place for place in places if place not in others]
    if not free:
        return ""
    placed = _declined(free[0], "dative")
    return f"im {placed[4:]}" if placed.startswith("dem ") else f"in {placed}"


def _declined(name: str, case: str) -> str:
    accusative, dative = DECLINED.get(name, (name, name))
    return accusative if case == "accusative" else dative
