"""The subject of a verb: which noun phrase of its clause can be it."""

from __future__ import annotations

from chronist.language.grammars.speech.phrases import Phrase
from chronist.language.grammars.speech.view import Part, View
from chronist.language.tokens import Token

_PLURAL = frozenset(
    [
        "alle",
        "beide",
        "diese",
        "einige",
        "etliche",
        "hunderte",
        "jene",
        "mehrere",
        "sämtliche",
        "solche",
        "tausende",
        "viele",
        "weitere",
        "zahlreiche",
        "andere",
        "manche",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
    ]
)
_SINGULAR = frozenset(
    [
        "der",
        "das",
        "ein",
        "eine",
        "dieser",
        "dieses",
        "jeder",
        "jede",
        "jedes",
        "jener",
        "kein",
        "keine",
    ]
)
_ALWAYS_SUBJECT = frozenset(("er", "wir", "ich", "man"))
_SKIPPED = frozenset(
    [
        "und",
        "aber",
        "doch",
        "denn",
        "oder",
        "auch",
        "selbst",
        "sogar",
        "nur",
        "insbesondere",
        "besonders",
        "lediglich",
        "allein",
        "sowohl",
        "als",
        "nicht",
        "zuletzt",
        "vor",
        "allem",
    ]
)


def subject_in(view: View, part: Part, verb: int) -> Phrase | None:
    """Return the phrase that can be the subject of a verb within its part.

    A main clause has one phrase before its finite verb: if that is no possible
    subject (a time, an adverb, "in Minsk"), the subject stands behind.
    """
    finite = view.finite_verbs(part)
    opening = finite[0] if finite else verb
    agreeing = _number(view.tokens[opening]) if finite else ""
    behind = nominative(view, opening + 1, part.last, agreeing)
    before = nominative(view, part.first, opening, agreeing)
    if finite and opening >= part.last - 2 and before:
        if refers_back(view, part):
            return _antecedent(view, part) or before[0]
        return before[0]  # verb at the end: the subject opens the clause
    adjoining = behind[0] if behind and behind[0].start == opening + 1 else None
    if adjoining is not None and _must_be_subject(view, adjoining, verb):
        return adjoining
    if before and before[0].start <= _prefield(view, part):
        return _of_two(view, before[0], adjoining)
    return behind[0] if behind else _last_resort(view, part, before)


def _last_resort(view: View, part: Part, before: list[Phrase]) -> Phrase | None:
    """Return a phrase behind an adverb, or a name in quotation marks: "„Otto“ sagte"."""
    if before:
        return before[0]
    at = part.first
    if not view.quoted[at] or at + 2 >= part.last:
        return None
    end = at
    while end < part.last and view.quoted[end]:
        end += 1
    short = end - at <= _NAME_TOKENS and end < part.last and view.tokens[end].verb
    return Phrase(at + 1, end - 1, end, None) if short else None


_NAME_TOKENS = 6
"""Tokens of a quoted name, marks included: „United States Fish Service“."""


def _of_two(view: View, before: Phrase, adjoining: Phrase | None) -> Phrase:
    """Return which of two phrases around the verb speaks: things do not."""
    if adjoining is None or view.names_somebody(before):
        return before
    return adjoining if view.names_somebody(adjoining) else before


def refers_back(view: View, part: Part) -> bool:
    """Whether a relative pronoun is the subject of its clause: "der Hilfe zusagte".

    "die die Opposition fordert" has its subject behind the pronoun.
    """
    if "speech/relative" not in view.tokens[part.first].tags:
        return False
    pronoun = view.tokens[part.first].lower
    following = view.tokens[min(part.first + 1, part.last - 1)].lower
    if pronoun in ("der", "welcher") and following in ("die", "das", "den", "dem"):
        return True
    return following not in ("der", "die", "das", "er", "sie", "es", "man", "wir")


def _antecedent(view: View, part: Part) -> Phrase | None:
    """Return what a relative pronoun stands for: the phrase before its comma."""
    number = view.parts.index(part)
    if number == 0:
        return None
    before = view.parts[number - 1]
    found = view.phrases(before.first, before.last)
    return found[-1] if found else None


def _must_be_subject(view: View, phrase: Phrase, verb: int) -> bool:
    """Whether a phrase right behind the verb is nominative whatever stands before:
    "Details nannte er nicht", "Die Nato rief der Kreml auf"."""
    word = view.tokens[phrase.start].lower
    if word in _ALWAYS_SUBJECT:
        return True
    takes_object = not {"speech/demanding", "speech/judging"}.isdisjoint(
        view.tokens[verb].tags
    )
    return word == "der" and takes_object


def _prefield(view: View, part: Part) -> int:
    """Return the index of the first word that counts: behind "und", "auch"."""
    at = part.first
    while at < part.last - 1 and view.tokens[at].lower in _SKIPPED:
        at += 1
    return at


def nominative(view: View, first: int, last: int, number: str = "") -> list[Phrase]:
    """Return the phrases that can be a subject of this number ("sg", "pl", or any)."""
    return [
        p
        for p in view.phrases(first, last)
        if p.preposition is None
        and (not view.quoted[p.start] or view.named[p.start])
        and "words/oblique" not in view.tokens[p.start].tags
        and not is_time(view, p)
        and not _is_dative(view, p)
        and _agrees(view, p, number)
    ]


def is_time(view: View, phrase: Phrase) -> bool:
    """Whether a phrase names a time."""
    return any(
        not _TIMES.isdisjoint(view.tokens[i].tags)
        and not view.quoted[i]
        and not view.named[i]
        for i in range(phrase.start, phrase.core)
    )


_TIMES = frozenset(("speech/time_nouns", "time/months"))


def _is_dative(view: View, phrase: Phrase) -> bool:
    """Whether "der" is no nominative: "der englischen Zeitung sagte er"."""
    if view.tokens[phrase.start].lower != "der" or phrase.start + 2 > phrase.core:
        return False
    following = view.tokens[phrase.start + 1]
    return following.text.islower() and following.lower.endswith("en")


def _number(verb: Token) -> str:
    numbers = {r.number for r in verb.verb if r.finite}
    return numbers.pop() if len(numbers) == 1 else ""


def _agrees(view: View, phrase: Phrase, number: str) -> bool:
    own = _number_of(view, phrase)
    return not number or not own or own == number


def _number_of(view: View, phrase: Phrase) -> str:
    if phrase.end < len(view.tokens) and view.tokens[phrase.end].lower in (
        "und",
        "sowie",
        "oder",
    ):
        return ""
    first = view.tokens[phrase.start]
    word = first.lower
    if word in _PLURAL or (word == "die" and _is_plural(view, phrase)):
        return "pl"
    if word in ("er", "ich", "man") or (
        word in _SINGULAR and phrase.core > phrase.start + 1
    ):
        return "sg"
    return ""


def _is_plural(view: View, phrase: Phrase) -> bool:
    """Whether a phrase with "die" is a plural by its endings: "die neuen", "-ungen"."""
    words = view.tokens[phrase.start + 1 : phrase.core]
    if not words or any(view.named[i] for i in range(phrase.start + 1, phrase.core)):
        return bool(words) and words[0].text.islower() and words[0].lower.endswith("en")
    if words[0].text.islower():
        return words[0].lower.endswith("en")
    return len(words) == 1 and words[0].lower.endswith(("ungen", "innen", "heiten"))
