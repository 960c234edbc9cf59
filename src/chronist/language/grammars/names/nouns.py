"""Nouns for persons, groups and institutions: what a form says of whom it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from chronist.language.grammars.names.stems import base_of, sign
from chronist.lexica.load import load_table

_AGE = re.compile(r"\d+-[Jj]ährige[rnms]?$")
_SHORTEST_HEAD = 4


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


@lru_cache(maxsize=50_000)
def noun_of(word: str) -> Noun | None:
    """Return what a noun for persons says; compounds count by their end."""
    if _AGE.match(word):
        return Noun("Jährige", "person", "", plural=False, both=True)
    nouns = _person_nouns()
    if word in sign("not_function"):
        return None
    whole = nouns.get(word) or nouns.get(word.rsplit("-", 1)[-1])
    return whole or _by_end(word.lower())


def _by_end(lower: str) -> Noun | None:
    """Return the noun for persons that ends a compound."""
    if lower.rstrip("ensr").endswith(_no_persons()) or lower.endswith(_no_persons()):
        return None
    for start in range(2, len(lower) - _SHORTEST_HEAD + 1):
        found = _person_nouns().get(lower[start:].capitalize())
        if found is not None and len(found.base) >= _SHORTEST_HEAD:
            return found
    return None


@cache
def _no_persons() -> tuple[str, ...]:
    """Return endings of things that look like persons ("Flugzeuge", "Tanker")."""
    return tuple(sign("not_function_end"))


@lru_cache(maxsize=50_000)
def group_of(word: str) -> str | None:
    """Return ``group`` or ``institution`` for a noun that names one, else None."""
    table = group_nouns()
    base = group_base(word) if word[:1].isupper() else None
    return table[base] if base else None


def group_base(word: str) -> str | None:
    """Return the base form of a noun for a group or institution."""
    table = group_nouns()
    return base_of(word, table) or base_of(word.rsplit("-", 1)[-1], table)


@cache
def group_nouns() -> dict[str, str]:
    """Return noun → ``group`` or ``institution``."""
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
    if noun.lower().endswith(tuple(sign("adjectival_end"))):
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
    if noun.endswith(("chef", "premier", "star", "vize", "Vize")):
        forms[1] = (noun + "s", made("m", plural=False, both=True))
    if noun.endswith("er") and noun not in sign("umlaut_plural"):
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
