"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronist.model.report import MediaType, Metadata
from chronist.sources.columns import find_columns
from chronist.sources.decode import decode
from chronist.sources.gate import report
from chronist.sources.item import Item, Reading, Result
from chronist.sources.options import Columns

_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL
)
_FRONT_MATTER_LIMIT = 8000
"""Characters; what is longer is text between two rules."""
_LINE = re.compile(r"([\w .-]{1,40}):[ \t]*(.*)")
_ITEM = re.compile(r"\s+-\s+(.+)")


def read_text(item: Item, reading: Reading) -> Iterator[Result]:
    """Read a plain text as one report."""
    text = decode(item.whole(reading.options.max_file_bytes))
    yield report(item.source, text, MediaType.PLAIN, Metadata(), reading.options)


def read_markdown(item: Item, reading: Reading) -> Iterator[Result]:
    """Read Markdown as one report; the lines between ``---`` at its head describe it."""
    text = decode(item.whole(reading.options.max_file_bytes))
    metadata, body = front_matter(text)
    yield report(item.source, body, MediaType.MARKDOWN, metadata, reading.options)


def front_matter(text: str) -> tuple[Metadata, str]:
    """Return what the head of a Markdown file says, and the text after it.

    Only ``key: value`` lines and lists are understood, which is what heads of reports
    hold; anything deeper is passed over.

    >>> front_matter("---\\ntitel: 'Neue Runde'\\ndatum: 2021-09-09\\n---\\nText.")[0].title
    'Neue Runde'
    """
    match = _FRONT_MATTER.match(text[:_FRONT_MATTER_LIMIT])
    if not match:
        return Metadata(), text
    values = _values(match.group(1))
    if not values:
        return Metadata(), text
    found = find_columns(values, Columns())
    named = {
        field: values[name]
        for field, name in found.items()
        if field not in ("text", "id")
    }
    return Metadata(**named), text[match.end() :]


def _values(head: str) -> dict[str, str]:
    values: dict[str, str] = {}
    key = ""
    for line in head.split("\n"):
        item, pair = _ITEM.match(line), _LINE.match(line)
        if item and key:
            before = values[key]
            values[key] = ", ".join(filter(None, (before, _unquoted(item.group(1)))))
        elif pair:
            key = pair.group(1).strip()
            values[key] = _unquoted(pair.group(2))
    return values


def _unquoted(value: str) -> str:
    inner = value.strip()
    if inner.startswith("[") and inner.endswith("]"):
        return ", ".join(_unquoted(part) for part in inner[1:-1].split(","))
    if len(inner) >= 2 and inner[0] == inner[-1] and inner[0] in "\"'":
        return inner[1:-1]
    return inner
