"""What PDF and DOCX say about themselves, as far as it can be believed."""

from __future__ import annotations

import re
from datetime import date

from chronist.model.report import Metadata

_NO_TITLE = re.compile(
    r"(microsoft (word|powerpoint)|untitled|unbenannt|ohne titel|dokument\s*\d*$|"
    r"document\s*\d*$|pdf|print|scan|https?://)|.*\.(docx?|pdf|indd|qxd|rtf|html?|txt)$",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(user|benutzer|admin|administrator|python-docx|unknown|unbekannt|anonymous|"
    r"author|autor|root|owner|besitzer|microsoft|adobe|pdf)\b|.*[@\\_]",
    re.IGNORECASE,
)
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)
_TITLE_LENGTHS = range(8, 301)
_AUTHOR_LENGTHS = range(4, 121)


def document_metadata(
    title: str | None, author: str | None, created: date | None, text: str
) -> Metadata:
    """Return those properties of a document that describe the report in it.

    A title made by a program and an author that is an account are dropped. The day
    a document was made is often the day somebody printed the page, years later: it
    counts as published only if the text itself names that day.
    """
    return Metadata(
        title=_believable(title, _NO_TITLE, _TITLE_LENGTHS),
        author=_believable(author, _NO_AUTHOR, _AUTHOR_LENGTHS),
        published=created.isoformat() if created and names_day(text, created) else None,
    )


def names_day(text: str, day: date) -> bool:
    """Whether a German text writes out this day.

    >>> names_day("Moskau, 9. September 2021 (dpa)", date(2021, 9, 9))
    True
    """
    month = _MONTHS[day.month - 1]
    forms = (
        f"{day.day}. {month} {day.year}",
        f"{day.day:02d}. {month} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        day.isoformat(),
    )
    words = " ".join(text.split())
    return any(re.search(rf"(?<!\d){re.escape(form)}(?!\d)", words) for form in forms)


def _believable(
    value: str | None, unlikely: re.Pattern[str], lengths: range
) -> str | None:
    tidy = " ".join((value or "").split())
    if len(tidy) not in lengths or unlikely.match(tidy):
        return None
    return tidy
