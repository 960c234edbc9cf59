"""Outlets and agencies by their addresses."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from chronist.sources.outlets import agency_of, outlet_of, site_name


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.sueddeutsche.de/politik/x-1.1", "Süddeutsche Zeitung"),
        ("HTTP://WWW.FAZ.NET:443/a", "Frankfurter Allgemeine Zeitung"),
        ("zeit.de", "Die Zeit"),
        ("redaktion@dpa.com", "dpa"),
        ("https://user@dpa.com@www.taz.de/", "taz"),
        ("https://nichtzeit.de/", None),
        ("https://zeit.de.example.org/", None),
        ("https://[kaputt/", None),
        ("de", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_its_domain(url: str, outlet: str | None) -> None:
    assert outlet_of(url) == outlet


def test_agencies_are_told_from_outlets() -> None:
    assert agency_of("https://www.reuters.com/x") == "Reuters"
    assert agency_of("https://www.spiegel.de/x") is None


def test_each_domain_stands_once() -> None:
    text = files("chronist.sources").joinpath("outlets.json").read_text("utf-8")
    rows = json.loads(text)["outlets"]
    domains = [domain for row in rows for domain in row["domains"]]
    assert len(domains) == len(set(domains))
    assert len(rows) >= 40
    assert {row["kind"] for row in rows} == {"agency", "outlet"}


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("Havelblatt – Politik", "https://www.havelblatt.example/1", "Havelblatt"),
        ("Politik: Havelblatt", "https://havelblatt.example/1", "Havelblatt"),
        ("Süd-Kurier - alles Neue", "https://news.example.org/1", "Süd-Kurier"),
        ("Süd-Kurier", "", "Süd-Kurier"),
        (" ", "https://havelblatt.example", ""),
    ],
)
def test_a_feeds_title_is_cut_to_the_outlet(title: str, url: str, name: str) -> None:
    assert site_name(title, url) == name
