"""Saved RSS and Atom feeds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import feedparser  # type: ignore[import-untyped]  # ships no types

from chronist.model.report import Failure, FailureKind
from chronist.sources.article import article, summed_up
from chronist.sources.item import Item, Reading, Result
from chronist.sources.names import Labels
from chronist.sources.outlets import outlet_of, site_name
from chronist.sources.refusal import Refused

_RAISES = (
    # What feedparser lets through on malformed feeds (its issues 378, 431, 599):
    # markupbase's AssertionError, re.error, and errors of conversion and look-up.
    *(AssertionError, re.error, ValueError, LookupError, TypeError, AttributeError),
    *(OverflowError, RecursionError),
)
_FULL_TEXT_CHARACTERS = 800
"""Teasers have up to 500 characters; a description this long is the report itself."""
_TAG = re.compile(r"<[^<>]*>")
_ADVICE = (
    "The feed holds only teasers, no full texts. Save the pages that it links to and "
    "give those."
)


def read_feed(item: Item, reading: Reading) -> Iterator[Result]:
    """Read the entries of a feed that carry their full text."""
    data = item.whole(reading.options.max_file_bytes)
    try:
        # From a stream: bytes or text would be tried as a path or an address first.
        feed = feedparser.parse(
            io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False
        )
    except _RAISES as error:
        raise _damaged() from error
    if not feed.get("version"):
        raise _damaged()
    if not feed.entries:
        reason = "The feed has no entries. Save it again."
        raise Refused(FailureKind.EMPTY, reason)
    outlet = _string(feed.feed, "title")
    labels = Labels(item.source)
    results = (
        _entry(labels, number, _fields(entry, outlet), reading)
        for number, entry in enumerate(feed.entries, start=1)
    )
    yield from summed_up(item.source, results, _ADVICE)


def _entry(
    labels: Labels, number: int, fields: dict[str, str], reading: Reading
) -> Result:
    source = labels.label(fields.get("id") or fields.get("url"), number)
    if "text" not in fields:
        reason = (
            "The entry is a teaser without the full text. Save the page that it links "
            "to and give that."
        )
        return Failure(source, FailureKind.NOT_A_REPORT, reason)
    return article(source, fields, reading.options)


def _fields(entry: Mapping[str, object], feed_title: str) -> dict[str, str]:
    url = _string(entry, "link")
    values = {
        "id": _string(entry, "id"),
        "url": url,
        "title": _string(entry, "title"),
        "author": _string(entry, "author"),
        "published": _string(entry, "published") or _string(entry, "updated"),
        "outlet": outlet_of(url) or site_name(feed_title, url),
        "text": _full_text(entry),
    }
    return {field: value for field, value in values.items() if value}


def _full_text(entry: Mapping[str, object]) -> str:
    contents = entry.get("content")
    parts = contents if isinstance(contents, list) else []
    texts = [_string(part, "value") for part in parts if isinstance(part, Mapping)]
    summary = _string(entry, "summary")
    candidates = [*texts, summary]
    longest = max(candidates, key=_length)
    is_full = _length(longest) >= _FULL_TEXT_CHARACTERS or (
        longest != summary and _length(longest) > 2 * _length(summary) > 0
    )
    return longest if is_full else ""


def _length(markup: str) -> int:
    return len(" ".join(_TAG.sub(" ", markup).split()))


def _string(values: Mapping[str, object], key: str) -> str:
    # feedparser's own look-up answers "updated" with "published", and warns of it.
    value = dict.get(values, key) if isinstance(values, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _damaged() -> Refused:
    reason = "The feed is damaged. Save it again, or save its pages."
    return Refused(FailureKind.CORRUPT, reason)
