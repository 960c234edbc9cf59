"""Which country a place lies in, and when a capital stands for its government."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from chronist.lexica.load import load_table
from chronist.model.actor import Actor

_COUNTRY, _CITY = "country:", "geonames:"


def land(actor: Actor) -> str | None:
    """Return the code of the country that the actor itself is, if it is one."""
    known = actor.known or ""
    return known.removeprefix(_COUNTRY) if known.startswith(_COUNTRY) else None


def lies_in(actor: Actor) -> str | None:
    """Return the code of the country that a known city lies in."""
    known = actor.known or ""
    if not known.startswith(_CITY):
        return None
    return _country_of_city().get(known.removeprefix(_CITY))


def party_key(actor: Actor) -> str:
    """Return what the actor counts as when parties are compared.

    A capital that acts ("Moskau verlangt …") is taken for its country. Only the
    comparison does so; the chronicle goes on showing what the report says.
    """
    own, around = land(actor), lies_in(actor)
    if own is not None:
        return _COUNTRY + own
    if around is not None and _is_capital(actor, around):
        return _COUNTRY + around
    return actor.id


def _is_capital(actor: Actor, country: str) -> bool:
    return bool(_capitals().get(country, frozenset()) & {actor.name, *actor.aliases})


@cache
def _country_of_city() -> Mapping[str, str]:
    return {str(row[1]): str(row[0]) for row in load_table("places/cities").values()}


@cache
def _capitals() -> Mapping[str, frozenset[str]]:
    countries = load_table("places/countries")
    return {code: frozenset(row.get("capital", ())) for code, row in countries.items()}
