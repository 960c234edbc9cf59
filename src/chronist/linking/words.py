"""Words reduced so that forms of one word, and words of one family, agree."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # ships no types

from chronist.lexica.load import load_words

_STEMMER = snowballstemmer.stemmer("german")
_HEAD = re.compile(r"\d+-[Jj]ährige[nr]?|[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
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
    return stem(head_word(description))


def head_word(description: str) -> str:
    """Return the noun that a description is built on, as it stands.

    >>> head_word("friedliche Demonstranten in Minsk")
    'Demonstranten'
    """
    before = _BREAK.split(description, maxsplit=1)[0]
    words = [w for w in _HEAD.findall(before) if w[0].isupper() or w[0].isdigit()]
    return words[-1] if words else description


@lru_cache(maxsize=131072)
def nouns(text: str) -> frozenset[str]:
    """Return the stems of the nouns of a sentence, without times, units and sources.

    Any capitalised word counts; a capitalised first word that is no noun is noise
    that the comparison bears.
    """
    stems = {
        stem(w) for w in _WORD.findall(text) if w[0].isupper() and len(w) > 2
    }  # "Er", "Im"
    return frozenset(stems - _no_content())


@cache
def _no_content() -> frozenset[str]:
    """Return stems that stand in sentences about anything: times, units, sources."""
    return frozenset(stem(word) for word in load_words("linking/no_content"))
