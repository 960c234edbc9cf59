"""What a page says about itself: JSON-LD, meta elements, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import htmldate
from lxml import etree, html  # type: ignore[import-untyped]

from chronist.reports.dated import address_dates
from chronist.reports.days import read_day
from chronist.reports.draft import Dated, Facts, Weight

_ARTICLES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion)?\w*Article|LiveBlogPosting|BlogPosting|Report"
)
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")
_DAYS = (
    "article:published_time", "og:published_time", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "datepublished", "pubdate", "publish-date", "parsely-pub-date",
    "sailthru.date", "last-modified-date", "date_published",
)  # fmt: skip
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{5,500})\s*-->")
_EARLIEST, _LATEST = "1990-01-01", "2199-12-31"
"""Fixed, because htmldate's own limit is today, and a page must not change with it."""
_MOST_OBJECTS = 500
_LONGEST_JSON = 1_000_000


def page_facts(page: html.HtmlElement, source: str) -> Facts:
    """Return title, outlet, author, address and days that a page gives in its head."""
    metas = _metas(page)
    article = next(_articles(page), {})
    url = _address(page, metas, source)
    outlet = _name(article.get("publisher")) or _first(metas, _OUTLETS)
    title = (
        _text(article.get("headline")) or _first(metas, _TITLES) or _title(page, outlet)
    )
    author = _name(article.get("author")) or _author(_first(metas, _AUTHORS))
    dates = _said_days(article, metas) or _guessed_day(page)
    if url:
        dates += address_dates(url)
    return Facts(title=title, outlet=outlet, author=author, url=url, dates=tuple(dates))


def _said_days(article: dict[str, Any], metas: dict[str, str]) -> list[Dated]:
    written = _text(article.get("datePublished")) or _first(metas, _DAYS)
    when = read_day(written) if written else None
    if written is None or when is None:
        return []
    return [Dated(when, Weight.FIELD, "report.dated.page", written)]


def _guessed_day(page: html.HtmlElement) -> list[Dated]:
    """Return the day htmldate finds in the page's elements, not in its sentences."""
    try:
        found = htmldate.find_date(
            page,
            extensive_search=False,
            original_date=True,
            min_date=_EARLIEST,
            max_date=_LATEST,
        )
    except (ValueError, etree.LxmlError):
        return []
    when = read_day(found) if found else None
    if found is None or when is None:
        return []
    return [Dated(when, Weight.GUESS, "report.dated.page_guess", found)]


def _metas(page: html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _text(meta.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _articles(page: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        for found in _objects(script.text[:_LONGEST_JSON]):
            kinds = found.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and _ARTICLES.fullmatch(k) for k in named):
                yield found


def _objects(written: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script, at any depth, the outer first."""
    try:
        waiting: list[Any] = [json.loads(written)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:_MOST_OBJECTS]
        elif isinstance(item, dict):
            yield item
            waiting += [v for v in item.values() if isinstance(v, dict | list)]


def _name(value: object) -> str | None:
    """Return the name in a JSON-LD value: text, object or list of them."""
    if isinstance(value, list):
        names = [name for name in map(_name, value[:5]) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _author(_text(value))


def _author(value: str | None) -> str | None:
    """Return an author's name; an address of a profile is none."""
    return None if value is None or "://" in value else value


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:500] or None


def _title(page: html.HtmlElement, outlet: str | None) -> str | None:
    """Return the page's heading, or its title without the outlet's name behind it."""
    for heading in page.iter("h1"):
        said = _text("".join(heading.itertext()))
        if said:
            return said
    written = _text(page.findtext(".//title"))
    if written is None:
        return None
    parts = re.split(r"\s+[|–-]\s+", written)
    ends_with_outlet = (
        len(parts) > 1 and outlet and parts[-1].casefold() == outlet.casefold()
    )
    return " – ".join(parts[:-1]) if ends_with_outlet else written


def _address(page: html.HtmlElement, metas: dict[str, str], source: str) -> str | None:
    for link in page.iter("link"):
        target = link.get("href") or ""
        if (link.get("rel") or "").lower() == "canonical" and "://" in target:
            return target.strip()[:500]
    if "://" in metas.get("og:url", ""):
        return metas["og:url"]
    saved = _SAVED_FROM.search(source[:2000])
    return saved[1] if saved else None
