"""Sentences that say outright that a promise was not kept.

Only such a sentence makes a pledge BROKEN; a day that has passed does not.
"""

from __future__ import annotations

import re

from chronist.linking.happenings import Happening
from chronist.model.event import EventType, Status

_PROMISED = r"(?:zugesagt|versprochen|angekündigt|zugesichert|vereinbart|beteuert)"
_PROMISE = r"(?:Zusagen?|Versprechen|Ankündigung(?:en)?|Zusicherung(?:en)?|Wort|Beteuerung(?:en)?)"
_NOT_AS_PROMISED = re.compile(
    rf"\b(?:nicht|anders als|entgegen|statt)\b[^.;]*\bwie (?:\w+ )?{_PROMISED}"
    rf"|\b(?:anders als|nicht wie) (?:\w+ ){{0,3}}{_PROMISED}"
    rf"|\b(?:entgegen|trotz) (?:\w+ ){{1,3}}{_PROMISE}"
    rf"|{_PROMISE}\b[^.;]*\b(?:gebrochen|nicht (?:ein)?gehalten|nicht erfüllt|brach|bricht)\b"
    rf"|\b(?:brach|bricht|brachen|brechen) (?:\w+ ){{1,3}}{_PROMISE}",
    re.IGNORECASE,
)
_AFTER_WHAT = re.compile(
    r"\b(?:nach|vor|seit|während|trotz)\s+(?:[a-zäöüß]+\s+){0,3}[A-ZÄÖÜ][\w-]+"
)


def foreground(sentence: str) -> str:
    """Return a sentence without what it only sets the time by.

    >>> foreground("Sie zogen nach dem gemeinsamen Manöver nicht ab.")
    'Sie zogen  nicht ab.'
    """
    return _AFTER_WHAT.sub("", sentence)


def says_broken(happening: Happening) -> bool:
    """Whether the event's sentence sets it against what was promised."""
    event = happening.event
    against = event.status is Status.DENIED or event.type is EventType.REJECT
    return bool(_NOT_AS_PROMISED.search(event.sentence.text)) and (
        against or event.status is not Status.PLANNED
    )
