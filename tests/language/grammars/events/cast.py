"""A small cast of referents and the way from a text to its events, for tests."""

from __future__ import annotations

import re
from datetime import date

from chronist.language.grammars.events.resolve import find_events
from chronist.language.grammars.time.resolve import find_times
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import TokenizedReport, tokenize_report
from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.derivation import Derivation
from chronist.model.event import Event
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When

DAY = Published(When.day(date(2021, 9, 9)), date(2021, 9, 9))
"""A Thursday."""
_TEST = Derivation("test", "Im Test vorgegeben.", "Given by the test.")
_CAST = {
    "Alexander Lukaschenko": (ActorKind.PERSON, "Lukaschenkos?|Machthaber"),
    "Wladimir Putin": (ActorKind.PERSON, "Putins?|Kremlchef"),
    "Angela Merkel": (ActorKind.PERSON, "Merkels?|Kanzlerin"),
    "Emmanuel Macron": (ActorKind.PERSON, "Macrons?"),
    "Minsk": (ActorKind.PLACE, "Minsk"),
    "Moskau": (ActorKind.PLACE, "Moskau"),
    "Sotschi": (ActorKind.PLACE, "Sotschi"),
    "Belarus": (ActorKind.PLACE, "Belarus"),
    "Russland": (ActorKind.PLACE, "Russlands?"),
    "Europäische Union": (ActorKind.ORGANISATION, "EU"),
    "Polizei": (ActorKind.ORGANISATION, "Polizei"),
    "Bundestag": (ActorKind.ORGANISATION, "Bundestag"),
}


def report_of(text: str) -> Report:
    """A report of one paragraph, published on DAY."""
    segments = (Segment(SegmentKind.PARAGRAPH, 0, len(text)),)
    return Report("r-1", "test", text, segments, published=DAY)


def tokenized_of(text: str) -> TokenizedReport:
    """The text as the grammars get it."""
    tokenized = tokenize_report(report_of(text))
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return tokenized


def referents_of(report: Report) -> tuple[Referent, ...]:
    """Everybody of the cast who is named in the report; the id is the name."""
    found = []
    for name, (kind, expression) in _CAST.items():
        mentions = tuple(
            Mention(report.cite(*m.span()), MentionKind.NAME, _TEST)
            for m in re.finditer(rf"\b(?:{expression})\b", report.text)
        )
        if mentions:
            found.append(Referent(name, report.id, kind, name, mentions))
    return tuple(found)


def events_of(text: str) -> tuple[Event, ...]:
    """The events of a text."""
    tokenized = tokenized_of(text)
    times = find_times(tokenized, DAY)
    return find_events(tokenized, referents_of(tokenized.report), times, (), DAY)
