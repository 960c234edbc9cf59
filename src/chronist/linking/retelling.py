"""Comparisons of two mentions by how a text comes back to what it has told.

As in ``features``, each docstring is what the reader is shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from chronist.linking.candidates import compatible
from chronist.linking.happenings import PUT_OFF_REACH, Happening
from chronist.linking.words import akin
from chronist.model.event import EventType, Status

_ENDING = r"(?:e|en|er|em|es)"
_DEFINITE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|em|en|es)|[Dd]ies"
    + _ENDING
    + r"|[Bb]eim|[Zz]um|[Zz]ur|[Vv]om"
    r"|[Ii]m|[Aa]m|[Ii]hr" + _ENDING + r"|[Ss]ein" + _ENDING + r")\s+"
    r"(?:[\w-]+e[nrms]?\s+){0,3}$"
)
_ANOTHER = re.compile(
    r"\b(?:neu|weiter|zweit|dritt|viert|nächst|künftig|früher|ander|ähnlich|kommend"
    r"|geplant|vergangen|vorig|voriges|jed|all)e[nrms]?\s",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:nach|vor|seit|bei|beim|während|trotz|wegen|aufgrund|infolge|angesichts|durch"
    r"|über|für|gegen|von|vom|ohne|statt)\s+(?:[\wäöüß.-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r"[,;:–„“»«\"]|\b(?:und|oder|aber|doch|sowie)\b")
_NEAR, _FAR = 700, 2000
"""Code points over which a text goes on speaking of what it has told."""
_NEXT = 500
"""Code points between a meeting and the sentence that goes on with it."""
_WORDS = 40
"""Code points before a noun that can say it is another one."""
_VOTE_REMEMBERED = 400
"""Days for which "the election" is still that one."""
_MONTH = 31
_MUCH_IN_COMMON = 2
"""Parties and nouns that a plan and the later deed must share."""


def one_clause(a: Happening, b: Happening) -> float:
    """Verb und Hauptwort eines Satzteils nennen dieselbe Handlung | Verb and noun of one clause name one act"""
    if a.event.report != b.event.report or a.event.sentence != b.event.sentence:
        return 0.0
    first, second = sorted((a, b), key=lambda h: h.event.trigger.start)
    nouns = [h for h in (first, second) if h.event.trigger.text[:1].isupper()]
    if len(nouns) != 1 or _BACKGROUND.search(before(nouns[0])):
        return 0.0
    start = first.event.sentence.start
    between = first.event.sentence.text[
        first.event.trigger.end - start : second.event.trigger.start - start
    ]
    return 0.0 if _NEXT_CLAUSE.search(between) else 1.0


def told_again(a: Happening, b: Happening) -> float:
    """Der Bericht kommt mit „der“, „die“, „das“ auf bereits Erzähltes zurück | The report comes back to what it has told"""
    if a.event.report != b.event.report or a.event.type is not b.event.type:
        return 0.0
    first, second = sorted((a, b), key=lambda h: h.event.trigger.start)
    apart = second.event.trigger.start - first.event.trigger.end
    if first.event.sentence == second.event.sentence or apart > _FAR:
        return 0.0
    if not is_definite(second) or second.parties - first.parties:
        return 0.0
    return 1.0 if apart <= _NEAR else 0.6


def goes_on(a: Happening, b: Happening) -> float:
    """Der Bericht erzählt gleich danach von demselben Treffen weiter | The report goes on telling of the same meeting"""
    if a.event.report != b.event.report:
        return 0.0
    if not a.event.type is b.event.type is EventType.CONSULT:
        return 0.0
    first, second = sorted((a, b), key=lambda h: h.event.trigger.start)
    apart = second.event.trigger.start - first.event.trigger.end
    if not 0 < apart <= _NEXT or first.event.sentence == second.event.sentence:
        return 0.0
    if _ANOTHER.search(before(second)[-_WORDS:]) or not _one_circle(a, b):
        return 0.0
    facts = {h.event.status in (Status.OCCURRED, Status.ONGOING) for h in (a, b)}
    return 1.0 if len(facts) == 1 and not (_looks_back(a) or _looks_back(b)) else 0.0


def _looks_back(happening: Happening) -> bool:
    """Whether a mention has a day of its own well before its report."""
    when, day = happening.dated, happening.day
    return when is not None and day is not None and (day - when.latest).days > _NEWS


_NEWS = 10
"""Days for which a meeting is what the report is about."""


def _one_circle(a: Happening, b: Happening) -> bool:
    """Whether all who meet in the one also meet in the other."""
    small, large = sorted((a.parties, b.parties), key=len)
    return bool(small) and small <= large


def the_one_vote(a: Happening, b: Happening) -> float:
    """„Die Wahl“: so nennt man nur die letzte | "The election": only the last is called so"""
    if not a.event.type is b.event.type is EventType.ELECT or a.trigger != b.trigger:
        return 0.0
    if not all(is_definite(h) or h.dated is not None for h in (a, b)):
        return 0.0
    common = bool(a.parties & b.parties or a.places & b.places or a.lands & b.lands)
    if a.places and b.places and not common:
        return 0.0
    if a.dated is not None and b.dated is not None:
        near = a.dated.overlaps(b.dated) and max(a.dated.width, b.dated.width) <= _MONTH
        return 1.0 if near else 0.0
    return 1.0 if common and (_remembers(a, b) or _remembers(b, a)) else 0.0


def _remembers(late: Happening, vote: Happening) -> bool:
    """Whether the report of an undated mention follows the vote soon enough."""
    if late.dated is not None or late.day is None:
        return False
    if late.event.status not in (Status.OCCURRED, Status.ONGOING):
        return False
    if vote.dated is not None:
        return 0 <= (late.day - vote.dated.earliest).days <= _VOTE_REMEMBERED
    return vote.day is not None and 0 <= (late.day - vote.day).days <= _MONTH


def put_off(a: Happening, b: Happening) -> float:
    """Das Geplante fand später statt als angesagt | What was planned came later than announced"""
    return 1.0 if was_put_off(a, b) else 0.0


def was_put_off(a: Happening, b: Happening) -> bool:
    """Whether one is the plan and the other the same thing at a later day.

    The later report must use the word of the plan and share parties or subject.
    """
    if a.dated is None or b.dated is None or a.dated.overlaps(b.dated):
        return False
    (plan, first), (deed, second) = sorted(
        ((a, a.dated), (b, b.dated)), key=lambda h: h[1].earliest
    )
    if plan.event.status is not Status.PLANNED or deed.event.status is Status.DENIED:
        return False
    if plan.day is None or deed.day is None or plan.day >= deed.day:
        return False
    apart = (second.earliest - first.latest).days
    alike = plan.trigger == deed.trigger or akin(plan.family, deed.family)
    parties, subject = len(a.parties & b.parties), len(a.nouns & b.nouns)
    return alike and apart <= PUT_OFF_REACH and parties + subject >= _MUCH_IN_COMMON


def share_clauses(seen: Mapping[str, Happening]) -> dict[str, Happening]:
    """Let verb and noun of one clause have their parties, places and day in common."""
    sentences: dict[tuple[str, int], list[str]] = defaultdict(list)
    for happening in seen.values():
        event = happening.event
        sentences[event.report, event.sentence.start].append(happening.id)
    shared = dict(seen)
    for mates in sentences.values():
        for first, second in combinations(sorted(mates), 2):
            a, b = shared[first], shared[second]
            if compatible(a.event.type, b.event.type) and one_clause(a, b):
                shared[first], shared[second] = _with(a, b), _with(b, a)
    return shared


def _with(one: Happening, mate: Happening) -> Happening:
    agents = one.agents | (mate.agents - one.recipients)
    when = one.event.when or mate.event.when
    return replace(
        one,
        event=replace(one.event, when=when),
        agents=agents,
        recipients=one.recipients | (mate.recipients - agents),
        unnamed=one.unnamed | mate.unnamed,
        places=one.places | mate.places,
        lands=one.lands | mate.lands,
        inside=one.inside | mate.inside,
        window=one.window if one.event.when else mate.window,
    )


def is_definite(happening: Happening) -> bool:
    """Whether the mention is a noun with a definite article that sets no other apart.

    "das Treffen", "beim jüngsten Gipfel", but not "die zweite Rate".
    """
    if not happening.event.trigger.text[:1].isupper():
        return False
    found = _DEFINITE.search(before(happening))
    return found is not None and not _ANOTHER.search(found.group())


def before(happening: Happening) -> str:
    """Return what stands before the trigger in its sentence."""
    event = happening.event
    return event.sentence.text[: event.trigger.start - event.sentence.start]
