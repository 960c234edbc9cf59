"""Words of both languages for what the model says with enums and dates."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from chronist.model.actor import ActorKind
from chronist.model.entry import Entry, Standing
from chronist.model.event import EventType, Role, Status
from chronist.model.judgement import Subject, Verdict
from chronist.model.pledge import Course
from chronist.model.report import FailureKind, SegmentKind
from chronist.model.statement import SpeechAct, StatementForm
from chronist.model.when import When

Words = tuple[str, str]
"""German, English."""
LANGUAGES = ("de", "en")

_LABELS: tuple[tuple[StrEnum, Words], ...] = (
    (EventType.AGREE, ("Einigung", "agreement")),
    (EventType.CONSULT, ("Treffen", "meeting")),
    (EventType.SUPPORT, ("Unterstützung", "support")),
    (EventType.CONCEDE, ("Zugeständnis", "concession")),
    (EventType.COOPERATE, ("Zusammenarbeit", "cooperation")),
    (EventType.AID, ("Hilfe", "aid")),
    (EventType.RETREAT, ("Rückzug", "retreat")),
    (EventType.REQUEST, ("Forderung", "demand")),
    (EventType.ACCUSE, ("Vorwurf", "accusation")),
    (EventType.REJECT, ("Ablehnung", "rejection")),
    (EventType.THREATEN, ("Drohung", "threat")),
    (EventType.PROTEST, ("Protest", "protest")),
    (EventType.SANCTION, ("Sanktion", "sanction")),
    (EventType.MOBILIZE, ("Aufmarsch", "mobilization")),
    (EventType.COERCE, ("Zwang", "coercion")),
    (EventType.ASSAULT, ("Angriff", "assault")),
    (EventType.ELECT, ("Wahl", "election")),
    (EventType.OFFICE, ("Amt", "office")),
    (EventType.RULE, ("Beschluss", "ruling")),
    (EventType.DEATH, ("Tod", "death")),
    (EventType.ACCIDENT, ("Unglück", "accident")),
    (EventType.BUSINESS, ("Wirtschaft", "business")),
    (EventType.OTHER, ("Anderes", "other")),
    (Status.OCCURRED, ("geschehen", "occurred")),
    (Status.ONGOING, ("im Gange", "ongoing")),
    (Status.PLANNED, ("geplant", "planned")),
    (Status.POSSIBLE, ("möglich", "possible")),
    (Status.DENIED, ("verneint", "denied")),
    (Standing.CONFIRMED, ("bestätigt", "confirmed")),
    (Standing.SINGLE_SOURCE, ("nur eine Quelle", "single source")),
    (Standing.DISPUTED, ("umstritten", "disputed")),
    (Role.AGENT, ("Handelnder", "agent")),
    (Role.RECIPIENT, ("Betroffener", "recipient")),
    (Role.PLACE, ("Ort", "place")),
    (ActorKind.PERSON, ("Person", "person")),
    (ActorKind.ORGANISATION, ("Organisation", "organisation")),
    (ActorKind.PLACE, ("Ort", "place")),
    (ActorKind.GROUP, ("Gruppe", "group")),
    (ActorKind.OTHER, ("Anderes", "other")),
    (StatementForm.DIRECT, ("wörtlich", "direct")),
    (StatementForm.INDIRECT, ("indirekt", "indirect")),
    (StatementForm.FREE, ("fortlaufend", "free")),
    (StatementForm.REPORTED, ("zusammengefasst", "reported")),
    (SpeechAct.DENIAL, ("Dementi", "denial")),
    (SpeechAct.DEMAND, ("Forderung", "demand")),
    (SpeechAct.ACCUSATION, ("Vorwurf", "accusation")),
    (SpeechAct.THREAT, ("Drohung", "threat")),
    (SpeechAct.PROMISE, ("Zusage", "promise")),
    (Course.OPEN, ("offen", "open")),
    (Course.KEPT, ("gehalten", "kept")),
    (Course.LATE, ("verspätet", "late")),
    (Course.BROKEN, ("gebrochen", "broken")),
    (Course.WITHDRAWN, ("zurückgenommen", "withdrawn")),
    (Course.UNCLEAR, ("unklar", "unclear")),
    (FailureKind.MISSING, ("fehlt", "missing")),
    (FailureKind.EMPTY, ("leer", "empty")),
    (FailureKind.ENCRYPTED, ("verschlüsselt", "encrypted")),
    (FailureKind.IMAGE_ONLY, ("nur Bilder", "images only")),
    (FailureKind.BROKEN_ENCODING, ("Zeichen zerstört", "broken encoding")),
    (FailureKind.CORRUPT, ("beschädigt", "corrupt")),
    (FailureKind.UNSUPPORTED, ("unbekannte Art", "unsupported")),
    (FailureKind.TOO_LARGE, ("zu groß", "too large")),
    (FailureKind.OVER_BUDGET, ("über der Grenze", "over budget")),
    (FailureKind.NOT_GERMAN, ("nicht deutsch", "not German")),
    (FailureKind.NOT_A_REPORT, ("kein Bericht", "not a report")),
    (FailureKind.NO_PERMISSION, ("keine Erlaubnis", "no permission")),
    (Verdict.SAME, ("dasselbe", "same")),
    (Verdict.DIFFERENT, ("verschieden", "different")),
    (Verdict.RENAME, ("umbenannt", "renamed")),
    (Verdict.ACCEPT, ("bestätigt", "accepted")),
    (Verdict.REJECT, ("verworfen", "rejected")),
    (Subject.ACTOR, ("Akteur", "actor")),
    (Subject.ENTRY, ("Eintrag", "entry")),
    (Subject.STATEMENT, ("Aussage", "statement")),
    (Subject.PLEDGE, ("Zusage", "pledge")),
    (Subject.CONFLICT, ("Widerspruch", "conflict")),
    (SegmentKind.TITLE, ("Titel", "title")),
    (SegmentKind.LEAD, ("Vorspann", "lead")),
    (SegmentKind.HEADING, ("Zwischentitel", "heading")),
    (SegmentKind.PARAGRAPH, ("Absatz", "paragraph")),
    (SegmentKind.LIST, ("Liste", "list")),
    (SegmentKind.METADATA, ("Angaben", "metadata")),
    (SegmentKind.BYLINE, ("Autorenzeile", "byline")),
    (SegmentKind.PLACE_LINE, ("Ortsmarke", "place line")),
    (SegmentKind.AGENCY_MARK, ("Agenturkürzel", "agency mark")),
    (SegmentKind.PICTURE, ("Bild", "picture")),
    (SegmentKind.CREDIT, ("Bildnachweis", "credit")),
    (SegmentKind.ADVERTISEMENT, ("Anzeige", "advertisement")),
    (SegmentKind.TEASER, ("Anreißer", "teaser")),
    (SegmentKind.NOTE, ("Anmerkung", "note")),
    (SegmentKind.BOILERPLATE, ("Beiwerk", "boilerplate")),
)
_BY_KIND = {(type(member), member.value): words for member, words in _LABELS}
"""Keyed by kind, too: members of two enums with one value are equal as strings."""

_MONTHS: tuple[Words, ...] = (
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
)
_SEASONS: dict[int, Words] = {
    21: ("Frühling", "spring"),
    22: ("Sommer", "summer"),
    23: ("Herbst", "autumn"),
    24: ("Winter", "winter"),
    33: ("1. Quartal", "1st quarter"),
    34: ("2. Quartal", "2nd quarter"),
    35: ("3. Quartal", "3rd quarter"),
    36: ("4. Quartal", "4th quarter"),
    40: ("1. Halbjahr", "1st half"),
    41: ("2. Halbjahr", "2nd half"),
}
_UNDATED: Words = ("ohne Datum", "undated")
_REPORTED: Words = ("ohne Datum, berichtet {}", "undated, reported {}")


def label(member: StrEnum, language: str) -> str:
    """Return what a reader calls a kind, status, course …

    >>> label(Status.PLANNED, "de"), label(Course.KEPT, "en")
    ('geplant', 'kept')
    """
    return _in(_BY_KIND[type(member), member.value], language)


def when_in_words(when: When | None, language: str) -> str:
    """Return a date in the precision it has.

    >>> when_in_words(When.from_edtf("2021-10-21/2021-10-31"), "de")
    '21. Oktober 2021 – 31. Oktober 2021'
    >>> when_in_words(When.from_edtf("2021-23"), "en")
    'autumn 2021'
    """
    if when is None or when.edtf == "../..":
        return _in(_UNDATED, language)
    if "/" in when.edtf:
        return _interval(when, language)
    if "T" in when.edtf:
        clock = when.edtf.split("T", 1)[1]
        ending = " Uhr" if language == "de" else ""
        return f"{day_in_words(when.earliest, language)}, {clock}{ending}"
    return (
        day_in_words(when.earliest, language) if when.is_day else _part(when, language)
    )


def entry_day_in_words(entry: Entry, language: str) -> str:
    """Return the day under which an entry is listed."""
    if entry.when is not None or entry.reported is None:
        return when_in_words(entry.when, language)
    reported = when_in_words(entry.reported, language)
    return _in(_REPORTED, language).format(reported)


def day_in_words(day: date, language: str) -> str:
    """Return one day."""
    month = _in(_MONTHS[day.month - 1], language)
    return f"{day.day}{'.' if language == 'de' else ''} {month} {day.year}"


def _interval(when: When, language: str) -> str:
    first, last = (
        None if side == ".." else when_in_words(When.from_edtf(side), language)
        for side in when.edtf.split("/", 1)
    )
    if first is None:
        return f"{_in(('bis', 'until'), language)} {last}"
    if last is None:
        return f"{_in(('ab', 'from'), language)} {first}"
    return f"{first} – {last}"


def _part(when: When, language: str) -> str:
    """Return a month, season, quarter, half, year, decade or century."""
    year, _, part = when.edtf.partition("-")
    if not part and year.isdecimal():
        return year
    if not part:
        return f"{when.earliest.year}–{when.latest.year}"
    if int(part) in _SEASONS:
        return f"{_in(_SEASONS[int(part)], language)} {year}"
    return f"{_in(_MONTHS[int(part) - 1], language)} {year}"


def _in(words: Words, language: str) -> str:
    return words[LANGUAGES.index(language)]
