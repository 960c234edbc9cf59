"""Countries in words: names, adjectives, inhabitants, capitals."""

from __future__ import annotations

from functools import cache

from chronist.lexica.load import load_table

ADJECTIVE_ENDS = ("e", "er", "en", "es", "em")


@cache
def country_names() -> dict[str, str]:
    """Return country name in lower case → code, for compounds ("Belarus-Gesandter")."""
    return {
        name.lower(): str(code)
        for code, facts in load_table("places/countries").items()
        for name in (facts["name"], *facts.get("also", ()))
    }


@cache
def country_forms() -> frozenset[str]:
    """Return the names of countries in their case, with genitive."""
    names = (
        name
        for facts in load_table("places/countries").values()
        for name in (facts["name"], *facts.get("also", ()))
    )
    return frozenset(form for name in names for form in (name, f"{name}s"))


@cache
def country_adjectives() -> dict[str, str]:
    """Return adjective form in lower case → country code ("belarussische" → BY)."""
    found: dict[str, str] = {}
    for code, facts in load_table("places/countries").items():
        for adjective in facts.get("adjectives", ()):
            for ending in ("", *ADJECTIVE_ENDS):
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
