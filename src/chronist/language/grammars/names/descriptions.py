"""Words that describe someone instead of naming: offices, groups, institutions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.countries import (
    capitals,
    country_adjectives,
    country_names,
    inhabitants,
)
from chronist.language.grammars.names.nouns import Noun, group_base, group_of, noun_of
from chronist.language.grammars.names.spans import Line, NameSpan
from chronist.language.grammars.names.stems import base_of, is_closed, sign
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind

_DEFINITE = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "zum",
        "zur",
        "vom",
        "beim",
        "im",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
    ]
)
_INDEFINITE = frozenset(
    ["ein", "eine", "einer", "eines", "einem", "einen", "kein", "keine"]
)
_POSSESSIVE = ("sein", "ihr", "dessen", "deren", "unser")
_PLURAL_SIGNS = frozenset(
    [
        "beide",
        "beiden",
        "beider",
        "mehrere",
        "mehrerer",
        "viele",
        "vieler",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "alle",
        "aller",
        "einige",
        "einiger",
        "zahlreiche",
        "tausende",
        "hunderte",
    ]
)
_SINGULAR_SIGNS = _INDEFINITE | frozenset(
    ("dem", "des", "der", "den", "zum", "vom", "im", "beim", "das")
)
_ADJECTIVE_ENDS = ("e", "er", "en", "es", "em")
_RIGHT_LINKS = frozenset(("in", "von", "aus", "der", "des", "beim", "bei", "für"))
_COMPOUND_COUNTRIES = {
    "us": "US", "kreml": "RU", "bundes": "DE", "eu": "EU", "uno": "UN", "un": "UN",
    "nato": "NATO",
}  # fmt: skip
_MOST_LEFT = 4


@dataclass(frozen=True, slots=True)
class Description:
    """A description in a sentence: token indexes of head and extent, what it says."""

    sentence: int
    start: int
    end: int
    head: int
    kind: ActorKind
    noun: Noun | None
    base: str
    country: str
    gender: str
    plural: bool
    definite: bool
    indefinite: bool
    possessive: bool

    @property
    def plain(self) -> bool:
        """Whether it is only article and noun: nothing says which one."""
        return self.definite and self.end == self.head + 1 and not self.country

    @property
    def office(self) -> str:
        """The office it names, ``person`` if none."""
        return self.noun.office if self.noun else ""


def find_descriptions(line: Line, names: Sequence[NameSpan]) -> list[Description]:
    """Return the descriptions of a sentence in order; ``names`` are its names."""
    taken = {i for name in names for i in range(name.start, name.end)}
    starts = {name.start: name for name in names}
    found: list[Description] = []
    for index, token in enumerate(line.tokens):
        if index in taken or not (token.is_capitalised or token.text[0].isdigit()):
            continue
        made = _describe(line, index, starts)
        if made is not None:
            found.append(made)
    return found


def _describe(
    line: Line, head: int, names: Mapping[int, NameSpan]
) -> Description | None:
    tokens = line.tokens
    word = tokens[head].text
    noun = noun_of(word)
    group = group_of(word)
    people = inhabitants().get(word)
    if noun is None and group is None and people is None:
        return None
    start = _left(tokens, head)
    end, place = _right(tokens, head, names)
    determiner = tokens[start - 1].lower if start else ""
    country = _country(tokens[start:head], word) or people or place
    plural = _is_plural(noun, determiner, tokens[start:head], word)
    return Description(
        line.sentence.index,
        start,
        end,
        head,
        _kind(noun, group, plural=plural),
        noun,
        _base(word, noun),
        country,
        _gender(noun, determiner, word),
        plural,
        determiner in _DEFINITE,
        determiner in _INDEFINITE,
        determiner.startswith(_POSSESSIVE),
    )


def _kind(noun: Noun | None, group: str | None, *, plural: bool) -> ActorKind:
    if noun is not None and not plural:
        return ActorKind.PERSON
    return _KINDS.get(group or "", ActorKind.GROUP)


_KINDS = {"institution": ActorKind.ORGANISATION, "place": ActorKind.PLACE}


def _left(tokens: Sequence[Token], head: int) -> int:
    """Return where the adjectives before a noun begin."""
    start = head
    while start > 0 and head - start < _MOST_LEFT and _is_modifier(tokens, start - 1):
        start -= 1
    return start


def _is_modifier(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not token.is_word or not token.lower.endswith(_ADJECTIVE_ENDS):
        return False
    if token.lower in country_adjectives():
        return True
    if token.is_capitalised and index > 0:
        return vocab.ADJECTIVE in token.tags or (
            token.text.endswith("er")
            and (token.text[:-2] in capitals() or vocab.PLAIN in token.tags)
        )
    return not _is_closed(token.lower) and not _finite(token)


@lru_cache(maxsize=10_000)
def _is_closed(lower: str) -> bool:
    return (
        lower in _DEFINITE
        or lower in _INDEFINITE
        or lower in _PLURAL_SIGNS
        or (lower.startswith(_POSSESSIVE) and len(lower) <= 6)
        or is_closed(lower)
    )


def _finite(token: Token) -> bool:
    return any(r.finite for r in token.verb)


def _right(
    tokens: Sequence[Token], head: int, names: Mapping[int, NameSpan]
) -> tuple[int, str]:
    """Return where what belongs to a noun ends, and the country it names, if any."""
    at = head + 1
    link = at < len(tokens) and tokens[at].lower in _RIGHT_LINKS
    if _is_city_of_court(tokens, head):
        return at + 1, ""
    name = names.get(at + 1 if link else at)
    if name is None or name.kind is ActorKind.PERSON:
        return at, ""
    if not link and not tokens[name.end - 1].text.endswith(("s", "’")):
        return at, ""
    country = next((e.country for e in name.entries if e.country), "")
    if (
        link
        and tokens[at].lower in ("der", "des", "für", "bei", "beim", "aus")
        and not (country and tokens[at].lower in ("der", "des", "aus"))
    ):
        return (name.end, country) if name.kind is ActorKind.ORGANISATION else (at, "")
    return name.end, country


def _is_city_of_court(tokens: Sequence[Token], head: int) -> bool:
    """Whether a city without a case sign says which court ("Landgericht Köln")."""
    if head + 1 >= len(tokens) or not tokens[head + 1].is_capitalised:
        return False
    if base_of(tokens[head].text, sign("body_of_place")) is None:
        return False
    return vocab.LISTED[ActorKind.PLACE] in tokens[head + 1].tags


def _country(modifiers: Sequence[Token], word: str) -> str:
    for token in modifiers:
        code = country_adjectives().get(token.lower)
        if code:
            return code
        if token.is_capitalised and token.text.endswith("er"):
            code = capitals().get(token.text[:-2]) or capitals().get(token.text[:-1])
            if code:
                return code
    lower = word.lower()
    first = lower.split("-", 1)[0] if "-" in lower else ""
    if first in _COMPOUND_COUNTRIES:
        return _COMPOUND_COUNTRIES[first]
    for prefix in ("kreml", "bundes"):
        if lower.startswith(prefix):
            return _COMPOUND_COUNTRIES[prefix]
    return country_names().get(first, "")


def _is_plural(
    noun: Noun | None, determiner: str, modifiers: Sequence[Token], word: str
) -> bool:
    if determiner in _PLURAL_SIGNS or any(t.lower in _PLURAL_SIGNS for t in modifiers):
        return True
    if noun is None:
        return group_of(word) == "group" or word in inhabitants()
    if not noun.both:
        return noun.plural
    return _is_plural_here(noun, determiner, modifiers, word)


def _is_plural_here(
    noun: Noun, determiner: str, modifiers: Sequence[Token], word: str
) -> bool:
    """Whether a form that can be singular and plural is plural by what stands before."""
    if noun.gender == "m" and determiner == "die":
        return True
    if noun.gender == "m" and _is_bare(determiner, modifiers):
        return word != noun.base or word.endswith("er")
    if _shows_singular(noun, determiner) or word == noun.base:
        return False
    return not word.endswith("r") and determiner != "die"


def _is_bare(determiner: str, modifiers: Sequence[Token]) -> bool:
    """Whether no article stands there, nor an adjective that shows the singular."""
    if determiner in _DEFINITE or determiner in _INDEFINITE:
        return False
    if determiner.startswith(_POSSESSIVE):
        return False
    return not (modifiers and modifiers[-1].lower.endswith("er"))


def _shows_singular(noun: Noun, determiner: str) -> bool:
    if noun.base == "Jährige" or determiner in _SINGULAR_SIGNS:
        return True
    return determiner.startswith(_POSSESSIVE) and not determiner.endswith("e")


def _gender(noun: Noun | None, determiner: str, word: str) -> str:
    """Return ``m`` or ``f`` where noun, ending or article show it, else nothing."""
    if noun is None:
        return ""
    if noun.gender and not noun.base.endswith(("ende", "ete")):
        return noun.gender
    if word.endswith("r") or determiner in ("dem", "den", "des", "zum", "vom"):
        return "m"
    strong = "m" if word.endswith("e") else "f"
    return {"die": "f", "der": strong}.get(determiner, "")


def _base(word: str, noun: Noun | None) -> str:
    """Return the word in its base form, compounds whole ("Regierungssprecher")."""
    if noun is None:
        return group_base(word) or word
    return noun.base
