"""The grammatical place of a mention: behind which preposition, in which case, where.

Read from articles, prepositions and position; German has no fixed word order, so
this is evidence to be weighed (see ``participants``), not a parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chronist.language.grammars.events.setting import Placed, Setting
from chronist.language.grammars.events.words import WordKind, event_word
from chronist.language.tokens import Token

_PREPOSITIONS = {
    "am": "an", "ans": "an", "beim": "bei", "im": "in", "ins": "in", "vom": "von",
    "zum": "zu", "zur": "zu", "fürs": "für", "aufs": "auf", "durchs": "durch",
}  # fmt: skip
_CASES = {
    "der": "der", "die": "die", "das": "das", "den": "den", "dem": "dem", "des": "gen",
    "ein": "ein", "eine": "eine", "einen": "den", "einem": "dem", "einer": "der",
    "eines": "gen", "seinem": "dem", "seinen": "den", "seiner": "der", "seines": "gen",
    "ihrem": "dem", "ihren": "den", "ihrer": "der", "ihres": "gen",
}  # fmt: skip
_JOINS = frozenset(("und", "sowie", "oder", ",", "/", "&", "-", "–"))
_REACH = 6
"""Tokens looked back over for a preposition or article; noun phrases are shorter."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention's place. ``name`` is a preposition ("mit"), ``gen`` behind a noun,
    ``subject`` or ``object`` by position, with the article's case if it shows one."""

    name: str
    behind: int | None
    """Index of the noun the phrase hangs on, for genitives and "Treffen mit"."""
    joined: bool
    """Whether it took its slot from the mention it is joined to by "und"."""


def slots_of(setting: Setting) -> tuple[Slot, ...]:
    """Return the slot of each mention of a sentence, in the order of the mentions."""
    found: list[Slot] = []
    for number, mention in enumerate(setting.mentions):
        giver = _joined_to(setting, number)
        if giver is not None:
            first = found[giver]
            found.append(Slot(first.name, first.behind, True))
        else:
            found.append(_own_slot(setting, mention))
    return tuple(found)


def _joined_to(setting: Setting, number: int) -> int | None:
    """Return the mention before that this one is joined to or stands in apposition to."""
    mention = setting.mentions[number]
    for earlier in range(number - 1, -1, -1):
        other = setting.mentions[earlier]
        if other.first <= mention.first < other.last:
            return earlier
        between = setting.tokens[other.last : mention.first]
        if other.last <= mention.first:
            return earlier if _joins(between, mention, other) else None
    return None


def _joins(between: Sequence[Token], mention: Placed, other: Placed) -> bool:
    if not between:
        return mention.referent.id == other.referent.id
    rest = [t for t in between if not _opens_phrase(t)]
    if len(rest) != 1 or rest[0].text not in _JOINS or len(between) > 5:
        return False
    return rest[0].text != "," or mention.referent.id != other.referent.id


def _opens_phrase(token: Token) -> bool:
    """Whether an article, adjective or title may stand before the name."""
    if not token.is_word or "words/prepositions" in token.tags or token.verb:
        return False
    return token.text not in _JOINS


def _own_slot(setting: Setting, mention: Placed) -> Slot:
    tokens = setting.tokens
    case = ""
    for at in range(mention.first - 1, max(-1, mention.first - 1 - _REACH), -1):
        token = tokens[at]
        if "words/prepositions" in token.tags:
            name = _PREPOSITIONS.get(token.lower, token.lower)
            return Slot(name, _noun_before(tokens, at), False)
        if token.lower in _CASES:
            case = case or _CASES[token.lower]
            continue
        if not _inside_phrase(token):
            return _bare_slot(setting, mention, at, case)
    return _bare_slot(setting, mention, -1, case)


def _inside_phrase(token: Token) -> bool:
    """Whether the token may stand between a preposition and the name it governs."""
    if not token.is_word or token.lower in _JOINS:
        return False
    if token.is_capitalised:
        return event_word(token) is None
    return not token.verb and token.lower.endswith(("e", "en", "er", "es", "em", "s"))


def _noun_before(tokens: Sequence[Token], preposition: int) -> int | None:
    at = preposition - 1
    return at if at >= 0 and tokens[at].is_capitalised else None


def _bare_slot(setting: Setting, mention: Placed, before: int, case: str) -> Slot:
    """Name the slot of a mention without preposition; ``before`` ends its phrase."""
    tokens = setting.tokens
    if before >= 0 and tokens[before].is_capitalised and _hangs(tokens, mention, case):
        return Slot("gen", before, False)
    clause = setting.clause_at(mention.first)
    finite = next(
        (i for i in clause.verbs if any(r.finite for r in tokens[i].verb)), None
    )
    place = "field"
    if finite is not None:
        place = "front" if mention.first < finite else "behind"
    first = not any(
        clause.holds(m.first) and m.first < mention.first for m in setting.mentions
    )
    return Slot(
        f"{place}{'1' if first else '2'}{':' + case if case else ''}", None, False
    )


def _hangs(tokens: Sequence[Token], mention: Placed, case: str) -> bool:
    """Whether it is a genitive: "Treffen Putins", "Rücktritt des Ministers"."""
    if case in ("gen", "der"):
        return True
    return not case and tokens[mention.last - 1].lower.endswith(("s", "’", "'"))


def voice_of(setting: Setting, index: int, kind: WordKind) -> str:
    """Return ``noun``, ``attribute``, ``passive``, ``infinitive`` or ``active``."""
    if kind in (WordKind.NOUN, WordKind.COMPOUND):
        return "noun"
    if kind not in (WordKind.VERB, WordKind.PHRASE):
        return "attribute"
    forms = {r.form for r in setting.tokens[index].verb}
    clause = setting.clause_at(index)
    helpers = {
        r.lemma for i in clause.verbs if i != index for r in setting.tokens[i].verb
    }
    around = {t.lower for t in setting.tokens[clause.first : clause.last]}
    if "pp" in forms and "worden" in around:
        return "passive"
    if "pp" in forms and helpers & {"werden", "sein"} and "haben" not in helpers:
        return "passive" if "werden" in helpers else "state"
    return "infinitive" if forms <= {"inf", "zu"} else "active"
