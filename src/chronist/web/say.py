"""The interface's words: every text is given in both languages where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chronist.exports.labels import LANGUAGES, day_in_words, label, when_in_words
from chronist.exports.sources import cite_report
from chronist.model.derivation import Derivation
from chronist.model.report import Report
from chronist.model.when import When


@dataclass(frozen=True, slots=True)
class Say:
    """Chooses between German and English.

    >>> Say("de")("{n} Einträge", "{n} entries", n=3)
    '3 Einträge'
    """

    language: str

    def __call__(self, german: str, english: str, **values: object) -> str:
        """Return the text of the language chosen, with the values put in."""
        text = german if self.language == "de" else english
        return text.format(**values) if values else text

    @property
    def other(self) -> str:
        """Return the language that is not chosen."""
        return next(known for known in LANGUAGES if known != self.language)

    def label(self, member: StrEnum) -> str:
        """Return what a reader calls a type, status, course …"""
        return label(member, self.language)

    def when(self, when: When | None) -> str:
        """Return a date in the precision it has."""
        return when_in_words(when, self.language)

    def day(self, day: date) -> str:
        """Return one day."""
        return day_in_words(day, self.language)

    def cite(self, report: Report) -> str:
        """Return outlet and day of a report."""
        return cite_report(report, self.language)

    def reason(self, derivation: Derivation) -> str:
        """Return a reason in words."""
        return derivation.de if self.language == "de" else derivation.en

    def number(self, number: float) -> str:
        """Return a number with the separator between thousands.

        >>> Say("de").number(12345)
        '12\\u202f345'
        """
        return f"{number:,}".replace(",", "\u202f")

    def count(self, number: int, one: tuple[str, str], many: tuple[str, str]) -> str:
        """Return a number with its noun.

        >>> Say("de").count(1, ("Bericht", "report"), ("Berichte", "reports"))
        '1 Bericht'
        """
        return f"{self.number(number)} {self(*(one if number == 1 else many))}"
