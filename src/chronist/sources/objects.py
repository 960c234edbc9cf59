"""JSON and JSON Lines that hold articles."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from chronist.model.report import Failure, FailureKind
from chronist.sources.article import article, summed_up
from chronist.sources.columns import find_columns
from chronist.sources.decode import decode
from chronist.sources.item import Item, Reading, Result
from chronist.sources.lines import lines
from chronist.sources.names import Labels
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Refused

_ADVICE = (
    "No text of an article is found in it. Name the column that holds the text, or "
    "call it 'text'."
)
_NAMING_KEYS = ("name", "title", "@value", "value", "text", "url", "@id")
"""Where objects such as schema.org's Person and Organization keep what we want."""
_SEARCH_DEPTH = 4
_LOOK_AT = 1000
"""How many values of a level are looked at to find out what they are."""
_BROKEN_LINES = 50
"""So many lines in a row that are no JSON: the file is something else."""


def read_json(item: Item, reading: Reading) -> Iterator[Result]:
    """Read the articles of a JSON document, wherever in it their list stands."""
    text = decode(item.whole(reading.options.max_file_bytes))
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from read_json_lines(item, reading)
            return
        what = f"It is no valid JSON (line {error.lineno:,}, column {error.colno:,})"
        raise _damaged(what) from error
    except (ValueError, RecursionError) as error:
        # ValueError: a number with more digits than Python converts.
        what = "Its JSON is nested too deep or holds absurd numbers"
        raise _damaged(what) from error
    rows = _articles(document, reading.options)
    if rows is None:
        raise Refused(FailureKind.NOT_A_REPORT, _ADVICE)
    labels = Labels(item.source)
    results = (
        _row(labels, number, row, reading.options)
        for number, row in enumerate(rows, start=1)
    )
    yield from summed_up(item.source, results, _ADVICE)


def read_json_lines(item: Item, reading: Reading) -> Iterator[Result]:
    """Read JSON Lines, one article a line, however many there are."""
    results = _lines(item, reading.options)
    yield from summed_up(item.source, results, _ADVICE)


def _lines(item: Item, options: SourceOptions) -> Iterator[Result]:
    labels = Labels(item.source)
    broken = 0
    for number, line in enumerate(lines(item, options.max_line_bytes), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            broken += 1
            if broken >= _BROKEN_LINES:
                what = f"{broken} lines in a row are no JSON (up to line {number:,})"
                raise _damaged(what) from None
            reason = "The line is no valid JSON. Export it again, or remove the line."
            label = labels.label(None, number)
            yield Failure(label, FailureKind.CORRUPT, reason)
            continue
        broken = 0
        yield _row(labels, number, row, options)


def _row(labels: Labels, number: int, row: object, options: SourceOptions) -> Result:
    fields = _fields(row, options) if isinstance(row, Mapping) else {}
    source = labels.label(fields.get("id") or fields.get("url"), number)
    if "text" not in fields:
        return Failure(source, FailureKind.NOT_A_REPORT, _ADVICE)
    return article(source, fields, options)


def _fields(row: Mapping[str, object], options: SourceOptions) -> dict[str, str]:
    columns = find_columns(row, options.columns)
    values = {field: _plain(row[name]) for field, name in columns.items()}
    return {field: value for field, value in values.items() if value is not None}


def _plain(value: object) -> str | None:
    """Return a JSON value as the text of one field, None if there is none in it."""
    if isinstance(value, list):
        parts = (_plain(part) for part in value if not isinstance(part, list))
        return ", ".join(part for part in parts if part) or None
    if isinstance(value, Mapping):
        return _naming(value)
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float):
        return _number(value)
    return str(value)


def _naming(value: Mapping[str, object]) -> str | None:
    for key in _NAMING_KEYS:
        inner = value.get(key)
        if isinstance(inner, str) and inner:
            return inner
    return None


def _number(value: float) -> str | None:
    if not math.isfinite(value):
        return None
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)


def _articles(document: Any, options: SourceOptions) -> list[Any] | None:  # noqa: ANN401 — any JSON
    """Return the first list of articles, breadth first; one article is such a list."""
    level: list[Any] = [document]
    for _ in range(_SEARCH_DEPTH):
        for value in level:
            rows = _as_rows(value, options)
            if rows is not None:
                return rows
        level = [
            inner
            for value in level
            if isinstance(value, Mapping)
            for inner in value.values()
        ][:_LOOK_AT]
    return None


def _as_rows(value: object, options: SourceOptions) -> list[Any] | None:
    if isinstance(value, list):
        is_table = any(_is_article(row, options) for row in value[:_LOOK_AT])
        return value if is_table else None
    if not isinstance(value, Mapping):
        return None
    if _is_article(value, options):
        return [value]
    inner = list(value.values())
    is_keyed = len(inner) > 1 and all(
        _is_article(row, options) for row in inner[:_LOOK_AT]
    )
    return inner if is_keyed else None


def _is_article(row: object, options: SourceOptions) -> bool:
    return isinstance(row, Mapping) and isinstance(_text_of(row, options), str)


def _text_of(row: Mapping[str, object], options: SourceOptions) -> object:
    return row.get(find_columns(row, options.columns).get("text", ""))


def _damaged(what: str) -> Refused:
    return Refused(FailureKind.CORRUPT, f"{what}. Export it again.")
