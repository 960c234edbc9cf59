"""Where sentences end in German prose, with exact offsets."""

from __future__ import annotations

import re
from functools import cache

from chronist.lexica.load import load_table, load_words

_STOP = re.compile(r"[.!?…]+[\"'“”»«‘’›‹)\]]*(?=\s|$)|[.!?…]+[“”»«\"](?=[A-ZÄÖÜ])")
_OPENING = "\"'„“”»«‚‘›‹([–-—"
_SINGLE_LETTER = re.compile(r"(?:^|[\s(„\"».-])[^\W\d_]$")
_WORD_BEFORE = re.compile(r"[^\s(\[„“”\"»«]+$")
_NUMBER_BEFORE = re.compile(r"(?<![\d.,:])\d{1,2}$")
_ROMAN_BEFORE = re.compile(r"(?:^|\s)[IVX]{1,5}$")
_NEXT_WORD = re.compile(r"\s*([^\W\d_][\w-]*)")
_LOOK_BACK = 40
"""Code points before a stop that can matter: no abbreviation or number is longer."""


def split_sentences(
    text: str, start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as (start, end) in code points.

    Sentences are trimmed of white space; nothing else is lost between them.
    A stop inside quotation marks ends a sentence too, unless the sentence goes on
    in lower case or with a comma.

    >>> text = "Am 9. August wurde gewählt. „Wir siegen!“, rief er. Dr. Merz schwieg."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Am 9. August wurde gewählt.', '„Wir siegen!“, rief er.', 'Dr. Merz schwieg.']
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    for match in _STOP.finditer(text, start, stop):
        if match.end() < stop and not _ends(text, begin, match):
            continue
        _append(text, begin, match.end(), found)
        begin = match.end()
    _append(text, begin, stop, found)
    return found


def _append(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    if left < right:
        found.append((left, right))


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether the stop ends a sentence, judged by what stands on both sides."""
    following = text[stop.end() : stop.end() + _LOOK_BACK].lstrip()
    if not following or not _may_begin(following):
        return False
    if stop.group() != ".":
        return True
    before = text[max(begin, stop.start() - _LOOK_BACK) : stop.start()]
    return not (_is_abbreviation(before) or _is_ordinal(before, following))


def _may_begin(following: str) -> bool:
    if re.match(r"[–—-]\s*[^\W\d_A-ZÄÖÜ]", following):
        return False
    bare = following.lstrip(_OPENING + " ")
    return (
        bool(bare)
        and (bare[0].isupper() or bare[0].isdigit() or not bare[0].isalnum())
        and bare[0] not in ",;:"
    )


def _is_abbreviation(before: str) -> bool:
    if _SINGLE_LETTER.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    return f"{word.group()}.".lower() in load_words("words/abbreviations")


def _is_ordinal(before: str, following: str) -> bool:
    number = _NUMBER_BEFORE.search(before) or _ROMAN_BEFORE.search(before)
    if number is None:
        return False
    following_word = _NEXT_WORD.match(following)
    if following_word and following_word.group(1).lower() in _counted():
        return True
    previous = before[: number.start()].split()
    return bool(previous) and previous[-1].lower() in load_words("words/before_ordinal")


@cache
def _counted() -> frozenset[str]:
    months = frozenset(name.lower() for name in load_table("time/months"))
    return months | load_words("words/counted")
