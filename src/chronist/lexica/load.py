"""Word tables, loaded once; written by ``scripts/build_lexica.py`` from resources/.

A list is named by its path under ``resources/de``: ``load_words("words/abbreviations")``.
Every word list is also a *tag*: ``tags_of("sagte")`` holds ``verbs/saying``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from chronist.errors import LexiconError

_DATA = files("chronist.lexica") / "data"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word form: its verb and its form.

    ``form`` is one of ``inf zu pp pres past k1 k2``; ``number`` is ``sg``, ``pl`` or
    empty for the infinite ones. Only third persons are listed, and the first where
    it looks the same.
    """

    lemma: str
    form: str
    number: str

    @property
    def finite(self) -> bool:
        """Whether the form has person and tense."""
        return bool(self.number)


def load_words(name: str) -> frozenset[str]:
    """Return all forms of a list, in lower case. Raises LexiconError if there is none."""
    return frozenset(_forms(name))


def load_counter_words(name: str) -> frozenset[str]:
    """Return the compounds that end like a noun of the list and do not belong to it."""
    return frozenset(_read(name).get("not", ()))


def load_lemmas(name: str) -> Mapping[str, str]:
    """Return form → dictionary form of a list of nouns, adjectives or words."""
    return _forms(name)


def load_table(name: str) -> Mapping[str, Any]:
    """Return key → value of a table as its YAML file has it (keys in their case)."""
    return MappingProxyType(_part(name, "table"))


def load_names(name: str) -> tuple[str, ...]:
    """Return the entries of a list of names, in their case, several words allowed."""
    return tuple(_part(name, "names"))


@cache
def load_verbs() -> Mapping[str, tuple[VerbForm, ...]]:
    """Return form → readings over all verb lists."""
    raw = json.loads((_DATA / "verbs.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {form: tuple(VerbForm(*r) for r in readings) for form, readings in raw.items()}
    )


@cache
def separable_verbs() -> Mapping[str, frozenset[str]]:
    """Return base verb → the particles it is known to take ("kündigen" → "an")."""
    raw = json.loads((_DATA / "particles.json").read_text(encoding="utf-8"))
    return MappingProxyType({verb: frozenset(parts) for verb, parts in raw.items()})


def tags_of(lower: str) -> frozenset[str]:
    """Return the names of all lists that hold this form (verbs: see ``verb_tags``)."""
    return _tag_index().get(lower, _NOTHING) | _head_tags(lower)


def verb_tags(lemma: str) -> frozenset[str]:
    """Return the names of all verb lists that hold this verb."""
    return _verb_index().get(lemma, _NOTHING)


_NOTHING: frozenset[str] = frozenset()
_LEAST_HEAD = 4
"""Letters of the shortest noun that is looked for at the end of compounds."""


@cache
def _read(name: str) -> dict[str, Any]:
    path = _DATA / f"{name}.json"
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        msg = f"no word list {name!r}: add resources/de/{name}.yml and run scripts/build_lexica.py"
        raise LexiconError(msg) from error
    return loaded


@cache
def _forms(name: str) -> Mapping[str, str]:
    return MappingProxyType(_part(name, "forms"))


def _part(name: str, part: str) -> Any:  # noqa: ANN401  # what the list holds
    loaded = _read(name)
    if part not in loaded:
        msg = f"{name!r} is a {loaded['kind']} list and has no {part}"
        raise LexiconError(msg)
    return loaded[part]


@cache
def _lists() -> tuple[str, ...]:
    return tuple(json.loads((_DATA / "lists.json").read_text(encoding="utf-8")))


@cache
def _tag_index() -> Mapping[str, frozenset[str]]:
    return _invert((name, _read(name).get("forms", ())) for name in _lists())


@cache
def _verb_index() -> Mapping[str, frozenset[str]]:
    return _invert((name, _read(name).get("lemmas", ())) for name in _lists())


@cache
def _head_index() -> Mapping[str, frozenset[str]]:
    lists = (name for name in _lists() if _read(name).get("heads"))
    return _invert((name, _read(name)["forms"]) for name in lists)


@cache
def _not_heads() -> frozenset[str]:
    return frozenset(word for name in _lists() for word in _read(name).get("not", ()))


def _invert(lists: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for name, forms in lists:
        for form in forms:
            index.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in index.items()}


@cache
def _head_tags(lower: str) -> frozenset[str]:
    """Return the tags of the longest listed noun that ends this compound."""
    if lower in _not_heads():
        return _NOTHING
    heads = _head_index()
    for start in range(2, len(lower) - _LEAST_HEAD + 1):
        found = heads.get(lower[start:])
        if found:
            return found
    return _NOTHING
