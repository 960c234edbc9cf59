"""Words reduced so that forms of one word, and words of one family, agree."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # ships no types

_STEMMER = snowballstemmer.stemmer("german")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_CONTENT = frozenset(
    {"jahr", "monat", "woch", "tag", "uhr", "stund", "minut", "anfang", "mitt", "end",
     "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend",
     "sonntag", "januar", "februar", "marz", "april", "mai", "juni", "juli", "august",
     "septemb", "oktob", "novemb", "dezemb", "prozent", "million", "milliard",
     "angab", "bericht", "anfrag", "aussag", "seit", "teil", "fall", "zeit"}
)  # fmt: skip
"""Stems that stand in sentences about anything: times, units, sources."""
_KEPT_CONSONANTS = 4
_SHORTEST_FAMILY = 2


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """Return the Snowball stem.

    >>> stem("Abkommens") == stem("Abkommen")
    True
    """
    return str(_STEMMER.stemWord(word.casefold()))


@lru_cache(maxsize=131072)
def family(word: str) -> str:
    """Return the consonants that verb forms and their nouns share.

    German bends the vowels of strong verbs; the frame of consonants stays.

    >>> family("trafen") == family("getroffen") == family("Treffen")
    True
    >>> family("sprach") == family("Gespräche")
    True
    """
    bare = stem(word)
    if bare.startswith("ge") and len(bare) > 5:  # gab, gehen keep theirs
        bare = bare[2:]
    frame = re.sub(r"[aeiouäöüy]", "", bare)
    return re.sub(r"(.)\1", r"\1", frame)[:_KEPT_CONSONANTS]


def akin(first: str, second: str) -> bool:
    """Whether two consonant frames belong to words of one family.

    >>> akin(family("unterzeichneten"), family("Unterzeichnung"))
    True
    """
    return first == second and len(first) >= _SHORTEST_FAMILY


_BREAK = re.compile(
    r"\b(?:in|im|von|vom|aus|der|des|für|gegen|bei|mit|auf|zu|zur|zum|am|an|und)\b"
)


@lru_cache(maxsize=65536)
def head_noun(description: str) -> str:
    """Return the stem of the noun that a description is built on.

    >>> head_noun("Etwa 60.000 Menschen"), head_noun("Regierung in Minsk")
    ('mensch', 'regier')
    """
    before = _BREAK.split(description, maxsplit=1)[0]
    words = [w for w in _WORD.findall(before) if w[0].isupper()]
    return stem(words[-1]) if words else stem(description)


@lru_cache(maxsize=131072)
def nouns(text: str) -> frozenset[str]:
    """Return the stems of the nouns of a sentence, without times, units and sources.

    Any capitalised word counts; a capitalised first word that is no noun is noise
    that the comparison bears.
    """
    stems = {
        stem(w) for w in _WORD.findall(text) if w[0].isupper() and len(w) > 2
    }  # "Er", "Im"
    return frozenset(stems - _NO_CONTENT)
