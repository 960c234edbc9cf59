"""The chronicle as one JSON document: the contract of ``docs/reference``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from chronist.chronicle import VERSION, Chronicle
from chronist.exports import contract

SCHEMA = 1
"""Raised when a name of the contract changes its meaning; additions do not count."""

_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal or turns the direction of text is escaped, and so kept."""


def json_lines(chronicle: Chronicle) -> Iterator[str]:
    """Yield the document in pieces, one item a line, so that a diff shows items.

    Equal chronicles give equal bytes.
    """
    yield f'{{"chronist": {json_text(VERSION)}, "schema": {SCHEMA}'
    for name, items in _lists(chronicle):
        yield f',\n"{name}": ['
        separator = "\n"
        for item in items:
            yield separator + json_text(item)
            separator = ",\n"
        yield "]" if separator == "\n" else "\n]"
    yield "}\n"


def _lists(chronicle: Chronicle) -> Iterator[tuple[str, Iterable[contract.Record]]]:
    story = chronicle.story()
    links = story.links
    duplicate_of = contract.origins(story.duplicates)
    entry_of = {event: entry.id for entry in links.entries for event in entry.events}
    yield "reports", (contract.report(r, duplicate_of) for r in story.reports)
    yield "actors", map(contract.actor, links.actors)
    yield "times", map(contract.time, story.times)
    yield "events", (contract.event(e, entry_of) for e in links.events)
    yield "entries", map(contract.entry, links.entries)
    yield "statements", map(contract.statement, links.statements)
    yield "pledges", map(contract.pledge, links.pledges)
    yield "conflicts", map(contract.conflict, links.conflicts)
    yield "failures", map(contract.failure, story.failures)


def json_text(value: Any) -> str:  # noqa: ANN401  # any JSON value
    """Return JSON in which nothing steers a terminal, and every word is kept."""
    plain = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", plain)
