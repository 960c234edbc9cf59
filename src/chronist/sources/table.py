"""CSV and TSV tables of articles."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain, islice

from chronist.model.report import Failure, FailureKind
from chronist.sources.article import article, summed_up
from chronist.sources.columns import DELIMITERS, find_columns, is_head, names_any, split
from chronist.sources.decode import decode
from chronist.sources.item import Item, Reading, Result
from chronist.sources.lines import lines
from chronist.sources.names import Labels, suffix
from chronist.sources.options import Columns, SourceOptions
from chronist.sources.records import Record, records
from chronist.sources.refusal import Refused

_ADVICE = (
    "No column with the texts is found in this table. Name the column that holds the "
    "text, or write a first line such as 'id;title;date;text'."
)
_UNBALANCED = (
    "The quotation marks of this row do not balance. Export the table again, with "
    "quotation marks inside a text doubled."
)
_SAMPLE_ROWS = 20
_MIN_TEXT_CHARACTERS = 80
"""Average length of the cells of a text column found by its content."""
_MIN_GERMAN_WORDS = 0.08
_GERMAN = frozenset(
    {"der", "die", "das", "und", "in", "den", "von", "zu", "mit", "im", "dem", "auf"}
    | {"für", "ist", "nicht", "sich", "des", "ein", "eine", "am", "nach", "hat"}
)
_WORD = re.compile(r"\w+")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2}.*)?$|\d{1,2}\.\s?(\d{1,2}\.|\w+)\s?\d{2,4}\b")
_ADDRESS = re.compile(r"https?://\S+$")


@dataclass(frozen=True, slots=True)
class _Layout:
    """Field → position of its column, and how many columns there are."""

    positions: dict[str, int]
    width: int
    delimiter: str

    @property
    def text_is_last(self) -> bool:
        return self.positions["text"] == self.width - 1


def read_table(item: Item, reading: Reading) -> Iterator[Result]:
    """Read a table, one article a row, however many there are."""
    options = reading.options
    delimiter = _delimiter(item)
    rows = records(
        lines(item, options.max_line_bytes), delimiter, options.max_report_characters
    )
    sample = list(islice(rows, _SAMPLE_ROWS))
    layout, first = _layout(sample, delimiter, options.columns)
    results = _results(item.source, chain(sample[first:], rows), layout, options)
    yield from summed_up(item.source, results, _ADVICE)


def _results(
    source: str, rows: Iterator[Record], layout: _Layout, options: SourceOptions
) -> Iterator[Result]:
    labels = Labels(source)
    for number, row in enumerate(rows, start=1):
        if row.cells is None:
            label = labels.label(None, number)
            yield Failure(label, FailureKind.CORRUPT, _UNBALANCED)
        elif any(cell.strip() for cell in row.cells):
            yield _result(labels, number, list(row.cells), (layout, options))


def _result(
    labels: Labels, number: int, cells: list[str], given: tuple[_Layout, SourceOptions]
) -> Result:
    layout, options = given
    fitted = _fit(cells, layout)
    if fitted is None:
        reason = (
            f"The row has {len(cells)} cells, the table {layout.width} columns. Export "
            "the table again, with the text in quotation marks."
        )
        label = labels.label(None, number)
        return Failure(label, FailureKind.CORRUPT, reason)
    values = {
        field: fitted[position]
        for field, position in layout.positions.items()
        if fitted[position].strip()
    }
    source = labels.label(values.get("id") or values.get("url"), number)
    return article(source, values, options)


def _fit(cells: list[str], layout: _Layout) -> list[str] | None:
    """Return as many cells as there are columns, None if that would be a guess."""
    extra = len(cells) - layout.width
    if extra == 0:
        return cells
    if extra < 0:
        reaches_text = len(cells) > layout.positions["text"]
        return cells + [""] * -extra if reaches_text else None
    if not any(cell.strip() for cell in cells[layout.width :]):
        return cells[: layout.width]
    if layout.text_is_last:
        text = layout.delimiter.join(cells[layout.width - 1 :])
        return [*cells[: layout.width - 1], text]
    return None


def _layout(
    sample: list[Record], delimiter: str, given: Columns
) -> tuple[_Layout, int]:
    """Return where the columns are, and the number of the first row of content."""
    rows = [list(record.cells) for record in sample if record.cells]
    if not rows:
        raise Refused(FailureKind.NOT_A_REPORT, _ADVICE)
    head = rows[0]
    has_head = names_any(head, given)
    positions = _named(head, given) if has_head else _numbered(given)
    width = len(head) if has_head else Counter(map(len, rows)).most_common(1)[0][0]
    if "text" not in positions:
        positions = _by_content(rows[1:] or rows, width) | positions
    if "text" not in positions or max(positions.values()) >= width:
        raise Refused(FailureKind.NOT_A_REPORT, _ADVICE)
    has_head = has_head or _is_unknown_head(rows, positions["text"])
    return _Layout(positions, width, delimiter), int(has_head)


def _named(head: list[str], given: Columns) -> dict[str, int]:
    return {field: head.index(n) for field, n in find_columns(head, given).items()}


def _numbered(given: Columns) -> dict[str, int]:
    numbers = {f.name: getattr(given, f.name) for f in fields(Columns)}
    return {
        field: int(number) - 1
        for field, number in numbers.items()
        if number and number.isdecimal() and int(number) > 0
    }


def _by_content(rows: list[list[str]], width: int) -> dict[str, int]:
    """Return the columns that show themselves: longest German text, dates, addresses."""
    full = [row for row in rows if len(row) == width]
    if not full:
        return {}
    columns = [[row[position].strip() for row in full] for position in range(width)]
    texts = [p for p in range(width) if _is_text(columns[p])]
    if not texts:
        return {}
    found = {"text": max(texts, key=lambda p: sum(map(len, columns[p])))}
    for field, shape in (("published", _DATE), ("url", _ADDRESS)):
        fitting = [p for p in range(width) if all(map(shape.match, columns[p]))]
        if fitting:
            found[field] = fitting[0]
    return found


def _is_text(cells: list[str]) -> bool:
    joined = " ".join(cells)
    if len(joined) < _MIN_TEXT_CHARACTERS * len(cells):
        return False
    words = _WORD.findall(joined.casefold())
    return sum(word in _GERMAN for word in words) >= _MIN_GERMAN_WORDS * len(words)


def _is_unknown_head(rows: list[list[str]], text: int) -> bool:
    """Whether the first row stands over the others with names that are not known."""
    first, others = rows[0], rows[1:]
    if not others or len(first) <= text or len(first[text]) > 40:
        return False
    return all(len(row[text]) > 40 for row in others if len(row) > text)


def _delimiter(item: Item) -> str:
    """Return the sign between cells: the one that makes most sense of the beginning."""
    text = decode(_whole_lines(item.head()))
    head = text.split("\n", 1)[0]
    named = [d for d in DELIMITERS if is_head(split(head, d))]
    if named:
        return max(named, key=lambda d: len(split(head, d)))
    default = "\t" if suffix(item.name) in (".tsv", ".tab") else ","
    best = max(DELIMITERS, key=lambda d: _consistency(text, d))
    return best if _consistency(text, best) > (0, 0) else default


def _consistency(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first rows have the same number of cells, and it."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        widths = [len(row) for row in islice(reader, _SAMPLE_ROWS) if row]
    except csv.Error:
        return (0, 0)
    width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return (count, width) if width > 1 else (0, 0)


def _whole_lines(head: bytes) -> bytes:
    """Return the head up to its last line ending, so that no letter is cut in two."""
    end = head.rfind(b"\n") + 1
    is_wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return head[: len(head) - len(head) % 2] if is_wide or not end else head[:end]
