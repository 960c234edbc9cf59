"""What a single word can be in a name: classes by which the rules are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from chronist.language.grammars.names.countries import (
    ADJECTIVE_ENDS,
    country_adjectives,
    inhabitants,
)
from chronist.language.grammars.names.gazetteer import gazetteer
from chronist.language.grammars.names.nouns import group_nouns, noun_of
from chronist.language.grammars.names.stems import base_of, sign
from chronist.language.tokens import Token
from chronist.lexica.load import load_names, load_table, load_verbs, tags_of
from chronist.model.actor import ActorKind

GIVEN, COMMON, COMPOUND, FUNCTION = "+given", "+common", "+compound", "+function"
ADJECTIVE, ACRONYM, PLAIN, INITIAL = "+adjective", "+acronym", "+plain", "+initial"
LEGAL, BODY, PLACE_NOUN, THING_NOUN = "+legal", "+body", "+place_noun", "+thing_noun"
NAMELIKE, ABSTRACT, CITY_ADJECTIVE, DATED = (
    "+namelike",
    "+abstract",
    "+city_er",
    "+dated",
)
PLACE_WORD, BODY_WORD = "+place_word", "+body_word"
PRESS, NAMED_BODY = "+press", "+named_body"
"""PLAIN is a capitalised word no list knows; NAMELIKE also covers listed names."""
NAME_CLASSES = frozenset((GIVEN, PLAIN, COMPOUND, FUNCTION))
LISTED: dict[ActorKind, str] = {
    kind: f"+listed:{kind.value}" for kind in ActorKind if kind is not ActorKind.GROUP
}

_NOUN_END = re.compile(
    r"(?:(?:ung|heit|keit|schaft|tion|tät|erei|ment|enz|anz)(?:en|s)?"
    r"|(?:ismus|nis|ium|zeug|ik|erie)(?:en|s|se|sse|ses|es|n)?)$"
)
_ARABIC = re.compile(
    r"(?:al|el|as|az|ad|an|ar|at|ash|asch|ath|esch|Al|El|As)[-‑][A-ZÄÖÜ]\w"
)
_DATED = re.compile(r"[A-ZÄÖÜ]\w{2,}-(?:19|20)\d\d$")
_SHORTEST_ABSTRACT = 7
_LONGEST_ACRONYM = 3
"""Longer words in capitals may be a listed place set in capitals ("MOSKAU")."""
_SHORTEST_HEAD = 4


@lru_cache(maxsize=100_000)
def classes_of(word: str) -> frozenset[str]:
    """Return what a word can be, as it stands; empty for words in lower case."""
    if not word[0].isupper():
        return _small_classes(word)
    found = set(_listed(word)) | _shapes(word)
    nouns = _noun_classes(word)
    if not nouns and _may_be_name(word):
        found |= {NAMELIKE} if found else {NAMELIKE, PLAIN}
    elif nouns == {COMPOUND} and is_town(word):
        found.add(NAMELIKE)
    return frozenset(found | nouns | _whole_names(word))


def _shapes(word: str) -> set[str]:
    """Classes that lists of forms and the look of a word give."""
    tests = (
        (GIVEN, word in _given()),
        (INITIAL, len(word) == 1),
        (ACRONYM, _is_acronym(word)),
        (LEGAL, word in sign("legal")),
        (DATED, _DATED.match(word) is not None),
    )
    return {name for name, holds in tests if holds}


def is_town(word: str) -> bool:
    """Whether an unknown compound has the ending of a German town's name."""
    return word.endswith(_TOWN_ENDS) and base_of(word, sign("not_town")) is None


_TOWN_ENDS = (
    "hausen", "heim", "hofen", "ingen", "kirchen", "dorf", "burg", "furt", "stedt",
    "stadt", "rode", "münde", "leben", "büttel",
)  # fmt: skip


def _small_classes(word: str) -> frozenset[str]:
    """Names in lower case: listed ones, and Arabic ones with their article."""
    if _ARABIC.match(word):
        return _listed(word) | {NAMELIKE, PLAIN}
    return _listed(word)


def _listed(word: str) -> frozenset[str]:
    kinds = gazetteer().kinds(word)
    return frozenset(LISTED[kind] for kind in kinds)


def _whole_names(word: str) -> set[str]:
    """Classes of words that are a whole name by their make."""
    found: set[str] = set()
    first, _, last = word.rpartition("-")
    if first:
        ending = base_of(last, sign("hyphen_body"))
        doubled = first.isupper() and ending == "Partei"  # "PSOE-Partei" is no name
        if ending and not doubled and not _is_plain_noun(first):
            found.add(BODY_WORD)
        if last in sign("hyphen_place") and not _is_plain_noun(first):
            found.add(PLACE_WORD)
    street = word.lower().endswith(tuple(sign("street_end"))) and len(word) > 8
    if street and base_of(word, sign("not_street")) is None:
        found.add(PLACE_WORD)
    if len(word) > 12 and word.lower().endswith(_whole_body_ends()):
        found.add(BODY_WORD)
    if _FEDERAL.match(word) and base_of(word, sign("body_noun")) is None:
        found.add(BODY_WORD)
    return found


_FEDERAL = re.compile(
    r"Bundes(?:\w{3,}(?:ministerium|behörde|agentur|anstalt|institut|prüfstelle)|\w+amt|\w+gericht|\w+hof)(?:s|es)?$"
)


def _is_plain_noun(part: str) -> bool:
    """Whether the first part of a compound is a noun that names nobody."""
    last = part.rsplit("-", 1)[-1]
    return last in _PLAIN_FIRST or (
        base_of(last, _common()) is not None and "-" not in part
    )


_PLAIN_FIRST = frozenset(("Anti", "Ex", "Vize", "Ultra", "Mini", "Groß", "Nicht"))


def _is_acronym(word: str) -> bool:
    letters = word.replace("-", "")
    return (
        2 <= len(letters) <= 6
        and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
        and not re.fullmatch(r"[IVXLCM]+", word)
        and letters.isalpha()
        and word not in sign("not_acronym")
        and word.lower() not in sign("closed")
        and not (
            len(word) > _LONGEST_ACRONYM
            and LISTED[ActorKind.PLACE] in _listed(word.capitalize())
        )
        and not (len(word) > 3 and word.endswith("s"))
    )


def _may_be_name(word: str) -> bool:
    lower = word.lower()
    if lower in sign("closed") or any(c.isdigit() for c in word):
        return False
    if len(word) < 2 or (word.isupper() and len(word) > 6) or "_" in word:
        return False
    if word in inhabitants() or _prefixed(word) or word in sign("legal"):
        return False
    return not load_verbs().get(lower) and not tags_of(lower)


def _prefixed(word: str) -> bool:
    """Whether a compound begins with an abbreviation ("US-geführt", "EU-weit")."""
    first, _, last = word.partition("-")
    return (
        bool(last)
        and (first.isupper() or last[:1].islower())
        and not _ARABIC.match(word)
    )


def _noun_classes(word: str) -> set[str]:
    found = {name for name, holds in _NOUN_TESTS if holds(word)}
    if CITY_ADJECTIVE in found:
        found.add(ADJECTIVE)
    if base_of(word, _common()) is not None:
        found.add(COMMON)
    elif not _listed(word):
        if _NOUN_END.search(word) and len(word) > _SHORTEST_ABSTRACT:
            found.add(ABSTRACT)
        elif _is_compound(word):
            found.add(COMPOUND)
    return found


def _is_body(word: str) -> bool:
    if len(word) > 7 and word.lower().endswith(_body_ends()):
        return True
    return base_of(word, sign("body_noun")) is not None


@cache
def _whole_body_ends() -> tuple[str, ...]:
    ends = sign("whole_body_end")
    return tuple(end + case for end in ends for case in ("", "s", "es"))


@cache
def _body_ends() -> tuple[str, ...]:
    return tuple(
        end + case
        for end in sign("body_end")
        if len(end) > 3
        for case in ("", "s", "es", "e", "n", "en")
    )


@lru_cache(maxsize=20_000)
def is_city_adjective(word: str) -> bool:
    """Whether a word is the adjective of a listed city ("Bremer", "Münchner")."""
    if not word.endswith("er") or len(word) < 5:
        return False
    stem = word[:-2]
    made = (
        stem,
        stem + "en",
        stem + "n",
        stem + "e",
        stem[:-1] + "en",
        stem[:-1] + "er" + stem[-1:],
    )
    return any(LISTED[ActorKind.PLACE] in _listed(m) for m in made if len(m) > 3)


def _is_compound(word: str) -> bool:
    if "-" in word:
        last = word.rsplit("-", 1)[1]
        return (
            bool(last[:1].isupper()) and base_of(last, _common_and_nouns()) is not None
        )
    lower = word.lower()
    for start in range(3, len(lower) - _SHORTEST_HEAD + 1):
        if base_of(lower[start:].capitalize(), _common_and_nouns()):
            return True
    return False


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Whether a capitalised word is an adjective of a country, city or body."""
    lower = word.lower()
    if lower in country_adjectives():
        return True
    return any(
        lower.endswith(end) and lower[: -len(end)] in sign("body_adjective")
        for end in ADJECTIVE_ENDS
    )


@cache
def _given() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in ("names/given_bundestag", "names/given"):
        for gender, names in load_table(path).items():
            for name in names:
                found[name] = "" if found.get(name, gender) != gender else gender
    return found


def given_gender(word: str) -> str:
    """Return ``m``, ``f`` or empty for a given name."""
    return _given().get(word, "")


@cache
def _common() -> frozenset[str]:
    return frozenset(load_names("names/common_nouns"))


@cache
def _common_and_nouns() -> frozenset[str]:
    return _common() | frozenset(group_nouns())


def _ends_in(word: str, signs: str) -> bool:
    """Whether a noun, or the last part of a compound, is on a list of names/signs."""
    return base_of(word.rsplit("-", 1)[-1], sign(signs)) is not None


_NOUN_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (ADJECTIVE, is_adjective),
    (CITY_ADJECTIVE, is_city_adjective),
    (FUNCTION, lambda word: noun_of(word) is not None),
    (BODY, _is_body),
    (PLACE_NOUN, lambda word: base_of(word, sign("place_noun")) is not None),
    (PRESS, lambda word: _ends_in(word, "press_noun")),
    (NAMED_BODY, lambda word: _ends_in(word, "named_body_noun")),
    (THING_NOUN, lambda word: base_of(word, sign("thing_noun")) is not None),
)


def classified(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with what they can be in a name among their tags."""
    return [_with_classes(token) for token in tokens]


def _with_classes(token: Token) -> Token:
    classes = classes_of(token.text)
    if not classes:
        return token
    return Token(
        token.text,
        token.start,
        token.end,
        token.lower,
        token.spaced,
        token.tags | classes,
        token.verb,
        token.lemma,
    )
