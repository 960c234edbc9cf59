"""Lines that show by their own words that they are furniture."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from chronist.lexica.load import load_names
from chronist.model.report import SegmentKind
from chronist.reports.agencies import agency_mark
from chronist.reports.pictures import is_credit, is_picture_path

_ENDS_SENTENCE = re.compile(r"[.!?…][\"'“”’‘»«›‹)\]*_]{0,4}$")
_BULLET = re.compile(r"[-–—•*·▪■●◦‣>]\s+\S")
"""Numbers are no bullets: "1. Mai" and "1. FC Köln" begin sentences."""
_TICKER = re.compile(r"\+{2,}[^\n]{0,300}\+{2,}|[→►▶➔»>]\s?[^\n]{3,150}")
_SEE_PAGE = re.compile(
    r"(?:[→►]?\s?[A-ZÄÖÜ][\w-]+(?:\s[\w-]+){0,3}[,:]?\s)?(?:(?:auf\s)?Seiten?|S\.)\s?\d{1,3}(?:\s?(?:und|,|–|-)\s?\d{1,3})?"
)
_COUNTED = re.compile(
    r"\d+\s(?:Kommentare?|Reaktionen|Bilder|Fotos|Leserkommentare|Beiträge|Min\.?(?:uten)?(?:\sLesezeit|\sLesedauer)?|Minuten\sLesezeit)"
    r"|(?:Kommentare|Leserkommentare|Lesezeit|Lesedauer)\s?[:(]?\s?(?:ca\.\s)?\d+[^\n]{0,15}"
    r"|(?:Seite\s)?\d{1,3}(?:\s?/\s?\d{1,3})?|[-_=*~•·\s]{3,}|(?:https?://|www\.)\S+|pic\.twitter\.com/\S+",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"(?:Themen|Schlagw[oö]rte?r?|Tags|Stichworte|Ressort|Rubrik):\s[^\n.]{2,120}"
)
_MENU = re.compile(r"[^\W\d_][^|\d\n.]{0,25}(?:\s[|›·•]\s[^|\d\n.]{1,25}){2,}")
_LEADS_OUT = re.compile(r"[^\n]{0,120}[:?!]\s?(?:https?://|www\.)\S+")
_LONGEST_TEASER = 200
_LONGEST_BOILERPLATE = 260
_LONGEST_UNCUED_REST = 90


def ends_sentence(text: str) -> bool:
    """Whether a final stop (with closing marks) ends the text."""
    return bool(_ENDS_SENTENCE.search(text[-6:]))


def is_bulleted(text: str) -> bool:
    """Whether a line begins with the mark of a list item."""
    return bool(_BULLET.match(text[:8]))


def own_kind(text: str) -> SegmentKind | None:
    """Return what a line is by its own words, None if only its neighbours can tell.

    >>> own_kind("+++ Alle Entwicklungen im Newsblog +++").name, own_kind("Er kam gestern.")
    ('TEASER', None)
    """
    for tells, kind in _TELLS:
        if tells(text):
            return kind
    return None


def is_advertisement(text: str) -> bool:
    """Whether a line only says that an advertisement stands here."""
    return len(text) < 60 and text.strip(" -–—:*[]()").casefold() in _folded(
        "advertisement"
    )


def is_teaser(text: str) -> bool:
    """Whether a line leads to another text."""
    if len(text) > _LONGEST_TEASER:
        return False
    if _TICKER.fullmatch(text) or _SEE_PAGE.fullmatch(text):
        return True
    cue, rest = _cue(text, "teaser")
    return cue is not None and _leads_away(text, cue, rest)


def _leads_away(text: str, cue: str, rest: str) -> bool:
    """Whether what follows a cue is a link and not the rest of a sentence."""
    if not rest or rest[0] in ":|–-(>":
        return True
    if " " not in cue or len(text) - len(cue) > _LONGEST_UNCUED_REST:
        return False
    return " sie" in cue.casefold() or not ends_sentence(text)


def opens_teasers(text: str) -> bool:
    """Whether a line is a bare heading over links ("Mehr zum Thema")."""
    cue, rest = _cue(text, "teaser")
    return cue is not None and not rest.strip(" :")


def is_note(text: str) -> bool:
    """Whether the editors say something about their own text."""
    cue, rest = _cue(text.lstrip("([*_ "), "notes")
    if cue is None:
        return False
    return " " in cue or rest.startswith(":")


def is_boilerplate(text: str) -> bool:
    """Whether a line serves the page: sharing, comments, newsletter, rights."""
    if len(text) > _LONGEST_BOILERPLATE:
        return False
    if any(form.fullmatch(text) for form in (_COUNTED, _TOPICS, _MENU, _LEADS_OUT)):
        return True
    if re.match(r"(?:©|\(c\))\s?(?:\d{4}|Copyright)", text, re.IGNORECASE):
        return True
    cue, rest = _cue(text, "boilerplate")
    if cue is None:
        return False
    return " " in cue or not rest.strip(" :().,0123456789")


def is_summary_head(text: str) -> bool:
    """Whether a line stands over a list of what matters most."""
    return len(text) < 60 and text.strip(" :*#").casefold() in _folded("summary")


_TELLS: tuple[tuple[Callable[[str], bool], SegmentKind], ...] = (
    (is_picture_path, SegmentKind.PICTURE),
    (is_advertisement, SegmentKind.ADVERTISEMENT),
    (lambda text: agency_mark(text) is not None, SegmentKind.AGENCY_MARK),
    (is_teaser, SegmentKind.TEASER),
    (is_note, SegmentKind.NOTE),
    (is_boilerplate, SegmentKind.BOILERPLATE),
    (is_credit, SegmentKind.CREDIT),
    (is_summary_head, SegmentKind.HEADING),
    (is_bulleted, SegmentKind.LIST),
)


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(entry.casefold() for entry in load_names(f"press/{name}"))


_FIRST_WORD = re.compile(r"\w+")


@cache
def _by_first_word(name: str) -> dict[str, tuple[str, ...]]:
    """Return cues by their first word, the longest first."""
    cues: dict[str, list[str]] = {}
    for cue in sorted(_folded(name), key=len, reverse=True):
        found = _FIRST_WORD.match(cue)
        cues.setdefault(found.group() if found else "", []).append(cue)
    return {word: tuple(listed) for word, listed in cues.items()}


def _cue(text: str, name: str) -> tuple[str | None, str]:
    """Return the longest cue of a list that the text begins with, and what follows."""
    first = _FIRST_WORD.match(text)
    listed = _by_first_word(name).get(first.group().casefold() if first else "")
    if listed is None:
        return None, ""
    for cue in listed:
        length = len(cue)
        if text[:length].casefold() == cue and not text[length : length + 1].isalnum():
            return text[:length], text[length:].strip()
    return None, ""
