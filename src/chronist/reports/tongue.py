"""Is it German, and is it a report at all?"""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import (  # type: ignore[import-untyped]
    MODEL_FILE,
    LanguageIdentifier,
)

from chronist.lexica.load import load_names
from chronist.model.report import Failure, FailureKind, Report

_LANGUAGES = (
    "de", "nl", "en", "fr", "it", "es", "pt", "pl", "cs", "sk", "hu", "ru", "uk", "be",
    "bg", "sr", "hr", "sl", "ro", "sv", "da", "no", "fi", "lt", "lv", "et", "tr", "ar",
    "fa", "he", "el", "zh", "ja", "ko", "la", "lb", "ka", "hy", "hi",
)  # fmt: skip
"""Languages of the region and of world news; the model's rarer ones only add errors."""
_CERTAINLY_GERMAN = 0.2
"""Share of function words; German reports of the Wikinews corpus have 0.25 to 0.55."""
_SAMPLE = 6000
_LEAST_LETTERS = 40
_SEARCHED = 50_000
_SENTENCE = re.compile(r"[^\W\d_]{2,30}[\"'“”’»«)]{0,3}[.!?…]")


def why_not(report: Report) -> Failure | None:
    """Return the reason why a text is no German report, None if it is one."""
    story = " ".join(report.text[s.start : s.end] for s in report.story_segments())
    letters = sum(c.isalpha() for c in story[:_SAMPLE])
    if letters < _LEAST_LETTERS or not _SENTENCE.search(story[:_SEARCHED]):
        reason = "holds no sentences that could be a report"
        return Failure(report.source, FailureKind.NOT_A_REPORT, reason)
    language = language_of(story)
    if language != "de":
        reason = f"not German but probably {language!r}; Chronist reads German only"
        return Failure(report.source, FailureKind.NOT_GERMAN, reason)
    return None


def language_of(story: str) -> str:
    """Return the language code of a text; quotations in it do not decide.

    >>> language_of("Der Präsident reiste am Montag nach Minsk und sprach mit der Regierung.")
    'de'
    """
    sample = _sample(story)
    words = re.findall(r"[^\W\d_]+", sample.lower())
    function = sum(word in _function_words() for word in words)
    if words and function / len(words) >= _CERTAINLY_GERMAN:
        return "de"
    language, _ = _identifier().classify(sample)
    return str(language)


def _sample(story: str) -> str:
    """Return beginning, middle and end of a long text."""
    if len(story) <= _SAMPLE:
        return story
    third, middle = _SAMPLE // 3, len(story) // 2
    return f"{story[:third]} {story[middle : middle + third]} {story[-third:]}"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load_names("press/function_words"))


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
