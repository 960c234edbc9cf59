"""Which outlet or agency stands behind an address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import urlsplit


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
