"""Small comparisons of two events; each docstring is what the reader is shown.

A feature returns a value between -1 (speaks against) and 1 (speaks for one
happening), or 0 where it has nothing to say. The weights stand in ``score``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chronist.linking.happenings import SYMMETRIC, Happening
from chronist.linking.retelling import was_put_off
from chronist.linking.words import akin
from chronist.model.event import EventType, Status

Feature = Callable[[Happening, Happening], float]

_WEEK, _MONTH, _QUARTER = 7, 31, 92
_SHORTEST_HEAD = 4
_FACT = (Status.OCCURRED, Status.ONGOING)
_EDITED = 0.6
"""Share of nouns that a sentence keeps when an outlet edits wire copy."""
_MIXED_BAG = frozenset({EventType.OTHER, EventType.BUSINESS})
_ONCE = frozenset({EventType.ELECT, EventType.DEATH, EventType.OFFICE})
"""Types that happen to the same parties once in a long while."""


def same_type(a: Happening, b: Happening) -> float:
    """Gleiche Art von Ereignis | Same type of event."""
    if a.event.type is not b.event.type:
        return 0.3
    return 0.3 if a.event.type in _MIXED_BAG else 1.0


def shared_parties(a: Happening, b: Happening) -> float:
    """Gemeinsame Beteiligte | Parties in common."""
    common = a.parties & b.parties
    if not common:
        return -1.0 if a.parties and b.parties else 0.0
    smaller = min(len(a.parties), len(b.parties))
    larger = max(len(a.parties), len(b.parties))
    if a.event.type in SYMMETRIC:
        smaller = larger  # what one party does alone is another matter
    share = 0.5 * len(common) / smaller + 0.5 * len(common) / larger
    return share if len(common) > 1 else 0.85 * share


def alike_parties(a: Happening, b: Happening) -> float:
    """Gleich beschriebene Beteiligte ohne Namen | Parties without a name, described alike."""
    return 1.0 if a.unnamed & b.unnamed else 0.0


def swapped_roles(a: Happening, b: Happening) -> float:
    """Handelnde und Betroffene sind vertauscht | Agents and recipients are swapped."""
    if a.event.type in SYMMETRIC or b.event.type in SYMMETRIC:
        return 0.0
    kept = (a.agents & b.agents) | (a.recipients & b.recipients)
    turned = (a.agents & b.recipients) | (a.recipients & b.agents)
    return -1.0 if turned and not kept else 0.0


def other_parties(a: Happening, b: Happening) -> float:
    """Jeder Bericht nennt Beteiligte, die der andere nicht nennt | Each names parties the other does not."""
    if a.event.type in SYMMETRIC and b.event.type in SYMMETRIC:
        return -1.0 if a.parties - b.parties and b.parties - a.parties else 0.0
    if a.recipients and b.recipients and not a.recipients & b.recipients:
        return -1.0
    if a.agents and b.agents and not a.agents & b.agents:
        return -0.6
    return 0.0


def same_place(a: Happening, b: Happening) -> float:
    """Gleicher Ort, oder Stadt und Land dazu | Same place, or a city and its country."""
    if a.places & b.places:
        return 1.0
    return 0.4 if _one_holds_the_other(a, b) else 0.0


def other_place(a: Happening, b: Happening) -> float:
    """Verschiedene Orte | Different places."""
    if not a.places or not b.places or a.places & b.places:
        return 0.0
    return 0.0 if _one_holds_the_other(a, b) else -1.0


def _one_holds_the_other(a: Happening, b: Happening) -> bool:
    return bool(a.lands & b.inside or b.lands & a.inside)


def same_time(a: Happening, b: Happening) -> float:
    """Gleiche Zeit | Same time."""
    if a.dated is None or b.dated is None:
        return 0.0
    if not a.dated.overlaps(b.dated):
        return 0.0 if was_put_off(a, b) else -1.0
    width = max(a.dated.width, b.dated.width)
    steps = ((1, 1.0), (_WEEK, 0.7), (_MONTH, 0.4), (_QUARTER, 0.2))
    return next((value for days, value in steps if width <= days), 0.05)


def election_day(a: Happening, b: Happening) -> float:
    """Wahlen desselben Tages | Votes of the same day."""
    votes = a.event.type is b.event.type is EventType.ELECT
    if not votes or a.dated is None or b.dated is None:
        return 0.0
    return (
        1.0 if a.dated.is_day and a.dated.overlaps(b.dated) and b.dated.is_day else 0.0
    )


def near_reports(a: Happening, b: Happening) -> float:
    """Undatiert, aber die Berichte liegen nah beieinander | Undated, but the reports are close in time."""
    both_dated = a.dated is not None and b.dated is not None
    once = a.event.type in _ONCE and a.event.type is b.event.type
    if both_dated or once or a.group == b.group:
        return 0.0
    if a.day is None or b.day is None:
        return -0.5
    early, late = sorted((a, b), key=lambda h: (h.day or date.max, h.id))
    apart = abs((a.day - b.day).days)
    if early.event.status is Status.PLANNED and late.event.status in _FACT:
        return 0.3 if apart <= _WEEK else 0.0  # a plan may take its time
    if apart <= 2:  # the evening's and the morning's papers
        return 1.0
    return 0.3 if apart <= _WEEK else -1.0


def same_word(a: Happening, b: Happening) -> float:
    """Gleiches Wort für das Ereignis | Same word for the event."""
    if a.trigger == b.trigger:
        return 1.0
    if akin(a.family, b.family) or _compounds(a.trigger, b.trigger):
        return 0.7
    return 0.0


def _compounds(first: str, second: str) -> bool:
    """Whether one word is a compound of the other ("Präsidentenwahl", "Wahl")."""
    short, long = sorted((first, second), key=len)
    return len(short) >= _SHORTEST_HEAD and long.endswith(short)


def same_subject(a: Happening, b: Happening) -> float:
    """Gemeinsame Hauptwörter im Satz | Nouns in common in the sentences."""
    if not a.nouns or not b.nouns or _one_sentence(a, b):
        return 0.0
    return len(a.nouns & b.nouns) / min(max(len(a.nouns), 3), max(len(b.nouns), 3))


def _one_sentence(a: Happening, b: Happening) -> bool:
    return a.group == b.group and a.event.sentence.text == b.event.sentence.text


def one_report(a: Happening, b: Happening) -> float:
    """Derselbe Text erzählt sie getrennt | One text tells them apart."""
    if a.group != b.group or same_print(a, b):
        return 0.0
    symmetric = a.event.type is b.event.type and a.event.type in SYMMETRIC
    if symmetric and _same_day(a, b) and len(a.parties & b.parties) > 1:
        return 0.0  # received, then talked to: one meeting
    return -1.0


def _same_day(a: Happening, b: Happening) -> bool:
    return (
        a.dated is not None
        and b.dated is not None
        and a.dated.is_day
        and b.dated.is_day
        and a.dated.overlaps(b.dated)
    )


def same_print(a: Happening, b: Happening) -> float:
    """Derselbe Satz in Abdrucken eines Textes | The same sentence in prints of one text."""
    if a.event.report == b.event.report or a.group != b.group:
        return 0.0
    if a.event.trigger.text != b.event.trigger.text:
        return 0.0
    if a.event.sentence.text == b.event.sentence.text:
        return 1.0 if _offset(a) == _offset(b) else 0.0
    common, either = len(a.nouns & b.nouns), len(a.nouns | b.nouns)
    return 0.7 if either and common / either >= _EDITED else 0.0


def _offset(happening: Happening) -> int:
    return happening.event.trigger.start - happening.event.sentence.start


def denied_or_not(a: Happening, b: Happening) -> float:
    """Einmal verneint, einmal nicht | Denied in one, not in the other."""
    if {a.event.status, b.event.status} == {Status.DENIED, Status.OCCURRED}:
        return -1.0
    return 0.0
