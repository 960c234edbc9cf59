"""Whether an expression looks back or ahead: its preposition, its neighbours, its clause."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.morphology import Clause, Tense
from chronist.language.tokens import Token

_BACK = frozenset(("seit", "seitdem"))
_AHEAD = frozenset(("für", "ab", "auf"))
_SMALL_WORDS = frozenset(
    ("den", "dem", "der", "die", "das", "zum", "am", "im", "kommenden", "nächsten")
)
_PERFECT = frozenset(
    ("ist", "sind", "hat", "haben", "habe", "sei", "seien", "hätten", "hätte")
)
_BRACKETS = frozenset("(–—-")
_HAVING = frozenset(("hat", "hatte", "haben", "hatten", "habe", "hätten", "hätte"))
_PAST_AUXILIARIES = frozenset(("wurde", "wurden", "hatte", "hatten", "war", "waren"))
_WILL = frozenset(
    (
        "soll", "sollen", "solle", "will", "wollen", "wolle", "wird", "werden", "werde",
        "möchte", "möchten", "dürfte", "dürften", "können", "kann", "könnte", "könnten",
        "muss", "müssen", "müsse", "würde", "würden",
    )
)  # fmt: skip
_REACH = 4


def tense_at(
    tokens: Sequence[Token], parts: Sequence[Clause], start: int, end: int
) -> Tense:
    """Return the tense that an expression at tokens ``start`` to ``end`` stands in."""
    clause = next((c for c in parts if c.holds(start)), None)
    if clause is None:
        return Tense.UNKNOWN
    near = _by_preposition(tokens, start, clause)
    if near is None:
        near = _by_participle(tokens, end, clause)
    return near or _by_clause(tokens, clause)


def _by_preposition(
    tokens: Sequence[Token], start: int, clause: Clause
) -> Tense | None:
    at = start - 1
    while at > clause.first and tokens[at].lower in _SMALL_WORDS:
        at -= 1
    if at < clause.first:
        return None
    before = tokens[at].lower
    if before in _BACK:
        return Tense.PAST
    if before == "für":
        return Tense.FUTURE
    return Tense.FUTURE if before in _AHEAD and clause.tense is not Tense.PAST else None


def _by_participle(tokens: Sequence[Token], end: int, clause: Clause) -> Tense | None:
    """Read "die am Dienstag erfolgte Wahl" and "die am Sonntag stattfindende Wahl"."""
    for token in tokens[end : min(end + _REACH, clause.last)]:
        if token.is_capitalised:
            return None
        if "time/planned" in token.tags:
            return Tense.FUTURE
        if token.lower.endswith(("ende", "enden", "ender", "endes", "endem")):
            return Tense.FUTURE if len(token.text) > 7 else None
        if _is_past_participle(token.lower):
            return Tense.PAST
    return None


def _is_past_participle(word: str) -> bool:
    """Whether an attributive past participle: "erfolgten", "veröffentlichte"."""
    stem = word.rstrip("nrsm")
    return (
        len(word) > 6
        and stem.endswith("te")
        and (
            word.startswith(("ge", "ver", "er", "be", "ent", "zer"))
            or word[2:5] == "ge"
            or "ge" in word[2:5]
        )
        and not word.endswith("ste")
    )


def _by_clause(tokens: Sequence[Token], clause: Clause) -> Tense:
    inside = tokens[clause.first : clause.last]
    lower = {t.lower for t in inside}
    if _is_planned(inside, lower, clause.tense):
        return Tense.FUTURE
    if clause.tense is not Tense.PRESENT:
        return clause.tense
    if lower & _PAST_AUXILIARIES or _is_perfect(tokens, inside, lower):
        return Tense.PAST
    return Tense.FUTURE if lower & _WILL else Tense.PRESENT


def _is_planned(inside: Sequence[Token], lower: set[str], tense: Tense) -> bool:
    """Read "wurde verschoben", "ist geplant"; not "fand eine geplante Sitzung statt"."""
    if lower & _HAVING or not any("time/planned" in t.tags for t in inside):
        return False
    return tense is not Tense.PAST or bool(lower & _PAST_AUXILIARIES)


def _is_perfect(
    tokens: Sequence[Token], inside: Sequence[Token], lower: set[str]
) -> bool:
    """A bracket may part auxiliary and participle: then the sentence's end is asked."""
    if not lower & _PERFECT:
        return False
    cut = inside[-1].text in _BRACKETS
    ends = (*inside[-_REACH:], *(tokens[-_REACH:] if cut else ()))
    return any(_may_be_participle(t) for t in ends)


def _may_be_participle(token: Token) -> bool:
    """Whether a verb the lists lack may end a perfect: "ausgebrochen", "havariert"."""
    word = token.lower
    return (
        not token.is_capitalised
        and len(word) > 5
        and word.endswith(("t", "en"))
        and (
            word.startswith(("ge", "ver", "er", "be", "ent", "zer"))
            or "ge" in word[2:6]
            or word.endswith("iert")
        )
    )
