"""A plain German headline from the parts of an entry; nothing is invented.

Whether it happened, is planned or denied is shown beside the headline, not in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from chronist.lexica.load import load_table, load_words
from chronist.linking.event_nouns import follows, noun_of
from chronist.linking.happenings import Playbill
from chronist.linking.nominative import is_body_noun, is_party_noun
from chronist.linking.words import head_word
from chronist.model.actor import Actor
from chronist.model.event import Event, EventType, Participant, Role

_MOST_NAMES = 3
_ADJECTIVE = re.compile(r"[\da-zäöüß-]+e[nrsm]?")
_AGED = re.compile(r"\d+-[Jj]ährige[nr]?")
_SELDOM = 1 / 3
"""A party that fewer of the reports' mentions name than this share of what the most
named one has is left to the list of parties."""


def headline(
    kind: EventType,
    events: Sequence[Event],
    participants: Sequence[Participant],
    playbill: Playbill,
) -> str:
    """Return who, what, against or with whom, and where."""
    agents = _parties(Role.AGENT, participants, events, playbill)
    recipients = _parties(Role.RECIPIENT, participants, events, playbill)
    recipients = [name for name in recipients if name not in agents]
    actors = playbill.actors
    places = [actors[p.actor].name for p in participants if p.role is Role.PLACE]
    what = noun_of(kind, events)
    whom = _whom(follows(kind, what), recipients, playbill)
    free = [p for p in places if not any(p in name for name in agents + recipients)]
    where = _where(what, free)
    said = " ".join(part for part in (what, whom, where) if part)
    line = f"{_listed(agents)}: {said}" if agents else said
    return line[:1].upper() + line[1:]


def _parties(
    role: Role,
    participants: Sequence[Participant],
    events: Sequence[Event],
    playbill: Playbill,
) -> list[str]:
    """Return the names to show in a role, each once.

    Bodies and groups without a name stand where the role has nobody with a name,
    persons only described ("der Leiter") where the whole entry has nobody.
    """
    told = Counter(p.actor for e in events for p in e.participants)
    parties = [p for p in participants if p.role is not Role.PLACE]
    named = [p for p in parties if p.actor not in playbill.heads]
    most = max((told[p.actor] for p in named), default=0)
    shown = [
        playbill.actors[p.actor].name
        for p in named
        if p.role is role and told[p.actor] >= most * _SELDOM
    ]
    if not shown:
        unnamed = [playbill.actors[p.actor] for p in parties if p.role is role]
        shown = [_described(a) for a in unnamed if _may_stand(a, alone=not named)]
    return list(dict.fromkeys(shown))


def _may_stand(actor: Actor, *, alone: bool) -> bool:
    head = head_word(actor.name)
    if is_body_noun(head):
        return True
    return alone and (is_party_noun(head) or bool(_AGED.fullmatch(head)))


def _described(actor: Actor) -> str:
    """Return a description; of a single person only what needs no ending adjusted."""
    words = actor.name.split()
    bare = next((i for i, w in enumerate(words) if not _ADJECTIVE.fullmatch(w)), 0)
    one_person = not is_body_noun(words[bare]) and is_party_noun(words[bare])
    if one_person and not words[bare].endswith(("n", "s", "er")):
        return " ".join(words[bare:])
    return actor.name


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES:
        return ", ".join(names[:_MOST_NAMES]) + " u. a."
    if len(names) > 1:
        return ", ".join(names[:-1]) + " und " + names[-1]
    return names[0] if names else ""


def _whom(
    preposition: tuple[str, str] | None, names: Sequence[str], playbill: Playbill
) -> str:
    """Return the ones concerned; in brackets where they would need a dative ending."""
    if not names:
        return ""
    word, case = preposition or ("", "")
    if not word or (case == "dative" and not set(names) <= playbill.names):
        return f"({_listed(names)})"
    return f"{word} {_listed([_declined(n, case) for n in names])}"


def _where(what: str, places: Sequence[str]) -> str:
    """Return the best supported place of those that are no party."""
    if not places:
        return ""
    ends = what.casefold()
    if any(ends.endswith(noun) for noun in load_words("linking/noun_towards")):
        towards = _declined(places[0], "accusative")
        return f"in {towards}" if towards != places[0] else f"nach {towards}"
    placed = _declined(places[0], "dative")
    return f"im {placed[4:]}" if placed.startswith("dem ") else f"in {placed}"


def _declined(name: str, case: str) -> str:
    accusative, dative = _articles().get(name, (name, name))
    return accusative if case == "accusative" else dative


@cache
def _articles() -> Mapping[str, Sequence[str]]:
    return load_table("linking/names_with_article")
