"""What a single word can be in a name: classes by which the rules are found."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from chronist.language.grammars.names.gazetteer import gazetteer
from chronist.language.tokens import Token
from chronist.lexica.load import load_names, load_table, load_verbs, tags_of
from chronist.model.actor import ActorKind

GIVEN, COMMON, COMPOUND, FUNCTION = "+given", "+common", "+compound", "+function"
ADJECTIVE, ACRONYM, PLAIN, INITIAL = "+adjective", "+acronym", "+plain", "+initial"
LEGAL, BODY, PLACE_NOUN, THING_NOUN = "+legal", "+body", "+place_noun", "+thing_noun"
NAME_CLASSES = frozenset((GIVEN, PLAIN, COMPOUND, FUNCTION))
LISTED: dict[ActorKind, str] = {
    kind: f"+listed:{kind.value}" for kind in ActorKind if kind is not ActorKind.GROUP
}

_NOUN_END = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|ismus|nis|ium|enz|anz|ei|erie|ik|ment|zeug|euer)"
    r"(?:en|s|se|sse|es|n)?$"
)
_ENDING = re.compile(r"(?:innen|in|ern|en|er|es|em|e|n|s)$")
_UMLAUTS = str.maketrans("äöü", "aou")
_AGE = re.compile(r"\d+-[Jj]ährige[rnms]?$")
_SHORTEST_STEM = 3
_SHORTEST_HEAD = 4
_ADJECTIVE_ENDS = ("e", "er", "en", "es", "em")


class _Maker(Protocol):
    def __call__(self, gender: str, *, plural: bool, both: bool = False) -> Noun: ...


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun for persons, groups or institutions says of whom it means."""

    base: str
    office: str
    gender: str
    """``m`` or ``f`` for persons; empty for institutions and groups."""
    plural: bool
    both: bool
    """Whether the form can be singular and plural."""


@lru_cache(maxsize=100_000)
def classes_of(word: str) -> frozenset[str]:
    """Return what a word can be, as it stands; empty for words in lower case."""
    if not word[0].isupper():
        return _listed(word)
    found = set(_listed(word))
    if word in _given():
        found.add(GIVEN)
    if len(word) == 1:
        found.add(INITIAL)
    elif _is_acronym(word):
        found.add(ACRONYM)
    if word in _signs("legal"):
        found.add(LEGAL)
    found |= _noun_classes(word)
    if not found and _may_be_name(word):
        found.add(PLAIN)
    return frozenset(found)


def _listed(word: str) -> frozenset[str]:
    kinds = gazetteer().kinds(word)
    return frozenset(LISTED[kind] for kind in kinds)


def _is_acronym(word: str) -> bool:
    letters = word.replace("-", "")
    return (
        2 <= len(letters) <= 6
        and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
        and not re.fullmatch(r"[IVXLCM]+", word)
        and letters.isalnum()
    )


def _may_be_name(word: str) -> bool:
    lower = word.lower()
    if lower in _signs("closed") or any(c.isdigit() for c in word):
        return False
    if len(word) > 1 and word.isupper() and len(word) > 6:
        return False
    return not load_verbs().get(lower) and not tags_of(lower)


def _noun_classes(word: str) -> set[str]:
    found: set[str] = set()
    if is_adjective(word):
        found.add(ADJECTIVE)
    if noun_of(word) is not None:
        found.add(FUNCTION)
    base = base_of(word, _common())
    if base is not None or (_NOUN_END.search(word) and len(word) > 5):
        found.add(COMMON)
    elif _is_compound(word):
        found.add(COMPOUND)
    if base_of(word, _signs("body_noun")):
        found.add(BODY)
    if base_of(word, _signs("place_noun")):
        found.add(PLACE_NOUN)
    if base_of(word, _signs("thing_noun")):
        found.add(THING_NOUN)
    return found


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
    return bool(_NOUN_END.search(word))


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Whether a capitalised word is an adjective of a country, city or body."""
    lower = word.lower()
    if lower in country_adjectives():
        return True
    return any(
        lower.endswith(end) and lower[: -len(end)] in _signs("body_adjective")
        for end in _ADJECTIVE_ENDS
    )


@lru_cache(maxsize=50_000)
def noun_of(word: str) -> Noun | None:
    """Return what a noun for persons says; compounds count by their end."""
    if _AGE.match(word):
        return Noun("Jährige", "person", "", plural=False, both=True)
    nouns = _person_nouns()
    if word in nouns:
        return nouns[word]
    part = word.rsplit("-", 1)[-1] if "-" in word else ""
    if part in nouns:
        return nouns[part]
    lower = word.lower()
    for start in range(2, len(lower) - _SHORTEST_HEAD + 1):
        found = nouns.get(lower[start:].capitalize())
        if found is not None and len(found.base) >= _SHORTEST_HEAD:
            return found
    return None


@lru_cache(maxsize=50_000)
def group_of(word: str) -> str | None:
    """Return ``group`` or ``institution`` for a noun that names one, else None."""
    table = _group_nouns()
    base = group_base(word) if word[:1].isupper() else None
    return table[base] if base else None


def group_base(word: str) -> str | None:
    """Return the base form of a noun for a group or institution."""
    table = _group_nouns()
    return base_of(word, table) or base_of(word.rsplit("-", 1)[-1], table)


def is_closed(lower: str) -> bool:
    """Whether a word is an article, pronoun, preposition or the like."""
    return lower in _signs("closed")


@cache
def country_names() -> dict[str, str]:
    """Return country name in lower case → code, for compounds ("Belarus-Gesandter")."""
    return {
        name.lower(): str(code)
        for code, facts in load_table("places/countries").items()
        for name in (facts["name"], *facts.get("also", ()))
    }


def particle(word: str) -> bool:
    """Whether a word can stand between given and last name."""
    return word in _signs("particle")


def sign(name: str) -> frozenset[str]:
    """Return a list of words from names/signs."""
    return _signs(name)


@cache
def _signs(name: str) -> frozenset[str]:
    return frozenset(load_table("names/signs")[name])


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
    return _common() | frozenset(_group_nouns())


@cache
def country_adjectives() -> dict[str, str]:
    """Return adjective form in lower case → country code ("belarussische" → BY)."""
    found: dict[str, str] = {}
    for code, facts in load_table("places/countries").items():
        for adjective in facts.get("adjectives", ()):
            for ending in ("", *_ADJECTIVE_ENDS):
                found[adjective + ending] = str(code)
    return found


@cache
def inhabitants() -> dict[str, str]:
    """Return noun form → country code ("Russen", "Russin" → RU)."""
    found: dict[str, str] = {}
    for code, facts in load_table("places/countries").items():
        for person in facts.get("people", ()):
            stem = person.removesuffix("e")
            for form in (
                person,
                person + "n",
                person + "s",
                stem + "in",
                stem + "innen",
            ):
                found[form] = str(code)
    return found


@cache
def capitals() -> dict[str, str]:
    """Return capital → country code."""
    return {
        capital: str(code)
        for code, facts in load_table("places/countries").items()
        for capital in facts.get("capital", ())
    }


@cache
def _group_nouns() -> dict[str, str]:
    return {
        noun: kind
        for kind, nouns in load_table("names/groups").items()
        for noun in nouns
    }


@cache
def _person_nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for office, nouns in load_table("names/functions").items():
        for noun in nouns:
            for form, made in _noun_forms(noun, office):
                found.setdefault(form, made)
    return found


def _noun_forms(noun: str, office: str) -> list[tuple[str, Noun]]:
    def made(gender: str, *, plural: bool, both: bool = False) -> Noun:
        return Noun(noun, office, gender, plural, both)

    if noun.endswith(("in", "Frau", "frau", "Mutter", "Tochter", "Schwester", "Lady")):
        plural = noun + "nen" if noun.endswith("in") else noun + "en"
        return [(noun, made("f", plural=False)), (plural, made("f", plural=True))]
    if noun.endswith(("ende", "ete", "elle", "ierte")):
        forms = [(noun, made("f", plural=False, both=True))]
        return [*forms, (noun + "n", made("", plural=False, both=True))]
    if noun.endswith(("ender", "eter", "eller", "ener", "ter", "amter")) and noun[
        :-1
    ].endswith("e"):
        adjectival = noun[:-1]
        return [
            (noun, made("m", plural=False)),
            (adjectival, made("", plural=False, both=True)),
            (adjectival + "n", made("", plural=False, both=True)),
        ]
    return _masculine_forms(noun, made)


def _masculine_forms(noun: str, made: _Maker) -> list[tuple[str, Noun]]:
    stem = noun.removesuffix("e")
    forms = [(noun, made("m", plural=False)), (noun + "s", made("m", plural=False))]
    forms.append((noun + "es", made("m", plural=False)))
    forms.append((stem + "en", made("m", plural=False, both=True)))
    forms.append((noun + "n", made("m", plural=True, both=noun.endswith("e"))))
    if not noun.endswith(("er", "e", "ent", "ist", "at", "ot")):
        forms.append((noun + "e", made("m", plural=True)))
    if noun.endswith("er"):
        forms[0] = (noun, made("m", plural=False, both=True))
    female = _plain_umlaut(stem)
    for base in {stem, female}:
        forms.append((base + "in", made("f", plural=False)))
        forms.append((base + "innen", made("f", plural=True)))
    return forms


def _plain_umlaut(stem: str) -> str:
    for plain, umlaut in (("arzt", "ärzt"), ("anwalt", "anwält"), ("rat", "rät")):
        stem = stem.replace(plain, umlaut)
    return stem


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
