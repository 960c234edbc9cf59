"""Which outlet or agency stands behind an address."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import urlsplit

_TITLE_PARTS = re.compile(r"\s+[-–—|·:]\s+|:\s+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """A name as readers know it; an agency writes for other outlets."""

    name: str
    is_agency: bool


def outlet_of(url: str) -> str | None:
    """Return the name of the outlet whose address this is, None if it is not known.

    Takes addresses of pages and of mails, with or without a scheme.

    >>> outlet_of("https://www.tagesschau.de/ausland/belarus-101.html")
    'tagesschau.de'
    """
    found = _find(url)
    return found.name if found else None


def agency_of(url: str) -> str | None:
    """Return the name of the news agency whose address this is, None for all others."""
    found = _find(url)
    return found.name if found and found.is_agency else None


def names_site(name: str, url: str) -> bool:
    """Whether a name is that of the site itself: its letters are the domain's.

    >>> names_site("Süd-Kurier", "post@suedkurier.example")
    True
    """
    letters = _letters(name)
    return bool(letters) and letters in map(_letters, _host(url).split("."))


def site_name(title: str, url: str) -> str:
    """Return the outlet in the title of a feed, without section or motto.

    It is the part that the address repeats; failing that, the first.

    >>> site_name("Politik | Havelblatt", "https://www.havelblatt.example/1")
    'Havelblatt'
    """
    parts = [part.strip() for part in _TITLE_PARTS.split(title) if part.strip()]
    named = [part for part in parts if names_site(part, url)]
    return (named or parts or [""])[0]


def _letters(name: str) -> str:
    spelled = name.casefold().translate(_SPELLED)
    return "".join(filter(str.isalnum, spelled))


def _find(url: str) -> Outlet | None:
    host = _host(url)
    labels = host.split(".")
    for start in range(len(labels) - 1):
        found = _table().get(".".join(labels[start:]))
        if found:
            return found
    return None


def _host(url: str) -> str:
    address = url.strip().rsplit("@", 1)[-1] if "://" not in url else url.strip()
    with_scheme = address if "://" in address else f"https://{address}"
    try:
        return (urlsplit(with_scheme).hostname or "").casefold()
    except ValueError:  # brackets that hold no IPv6 address
        return ""


@cache
def _table() -> MappingProxyType[str, Outlet]:
    text = files("chronist.sources").joinpath("outlets.json").read_text("utf-8")
    rows = json.loads(text)["outlets"]
    return MappingProxyType(
        {
            domain: Outlet(row["name"], row["kind"] == "agency")
            for row in rows
            for domain in row["domains"]
        }
    )
