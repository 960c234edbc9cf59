"""Base forms of nouns, and the lists of signs the name rules ask for."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from chronist.lexica.load import load_table

_ENDING = re.compile(r"(?:innen|in|ern|en|er|es|em|e|n|s)$")
_UMLAUTS = str.maketrans("äöü", "aou")
_SHORTEST_STEM = 3


@cache
def sign(name: str) -> frozenset[str]:
    """Return a list of words from names/signs."""
    return frozenset(load_table("names/signs")[name])


def base_of(word: str, known: Container[str]) -> str | None:
    """Return the listed base form of a noun, None if it is not listed."""
    if word in known:
        return word
    stem = word
    for _ in range(2):
        shorter = _ENDING.sub("", stem)
        if shorter == stem or len(shorter) < _SHORTEST_STEM:
            return None
        stem = shorter
        for candidate in (stem, stem + "e", _plain(stem), _plain(stem) + "e"):
            if candidate in known:
                return candidate
    return None


def _plain(stem: str) -> str:
    return stem[0] + stem[1:].translate(_UMLAUTS)


def is_closed(lower: str) -> bool:
    """Whether a word is an article, pronoun, preposition or the like."""
    return lower in sign("closed")
