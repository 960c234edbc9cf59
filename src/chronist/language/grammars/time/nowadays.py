"""Whether "heute" means nowadays, not the day of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronist.language.grammars.time.point import Grain
from chronist.language.grammars.time.reading import Away
from chronist.language.morphology import Tense
from chronist.language.tokens import Token

_AUXILIARIES = frozenset(("ist", "sind", "hat", "haben"))
_AGED = re.compile(r"\d+-?[jJ]ährige?[rnms]?")


def age_meant(
    sense: object, tokens: Sequence[Token], start: int, end: int, tense: Tense
) -> str | None:
    """Return PRESENT_REF if tokens ``start`` to ``end`` say "heute" or "heutig" of the
    present age, FUTURE_REF for "von morgen", None where a day is meant."""
    if not isinstance(sense, Away) or sense.grain is not Grain.DAY:
        return None
    if sense.clock or sense.weekday or end - start > 1:
        return None
    if sense.steps == 1:
        return "FUTURE_REF" if _of_tomorrow(tokens, start, end) else None
    return "PRESENT_REF" if _is_nowadays(tokens, start, end, tense) else None


def _of_tomorrow(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Read "die Schule von morgen", not "von morgen an"."""
    behind = tokens[end].lower if end < len(tokens) else ""
    return (
        start > 0 and tokens[start - 1].lower == "von" and behind not in ("an", "bis")
    )


def _is_nowadays(tokens: Sequence[Token], start: int, end: int, tense: Tense) -> bool:
    word = tokens[start].lower
    if word.startswith("heutig"):
        return not _dated_noun(tokens, end)
    return word == "heute" and (
        _framed(tokens, start, end) or _stative(tokens, start, end, tense)
    )


def _dated_noun(tokens: Sequence[Token], end: int) -> bool:
    for token in tokens[end : end + 3]:
        if token.is_capitalised:
            return "time/dated_nouns" in token.tags
    return False


def _framed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Read "von heute", "bis heute", "heute noch", "der heute 80-Jährige"."""
    before = tokens[start - 1].lower if start else ""
    behind = tokens[end] if end < len(tokens) else None
    if behind is not None and (
        behind.is_number or behind.lower in ("um", "ab", "abend")
    ):
        return False
    if behind is not None and (
        behind.lower == "noch"
        or behind.lower.startswith("lebend")
        or _AGED.fullmatch(behind.text)
    ):
        return True
    return before in ("von", "bis")


def _stative(tokens: Sequence[Token], start: int, end: int, tense: Tense) -> bool:
    """A verb of being next to it, in the present: "ist heute", "heute hat er"."""
    near = tokens[max(0, start - 2) : end + 4]
    found = [t.lower for t in near if "time/stative" in t.tags]
    if tense is Tense.PAST:
        found = [word for word in found if word not in _AUXILIARIES]
    return bool(found)
