"""Which column of a table is which: usual German and English names."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import lru_cache

from chronist.sources.options import Columns

DELIMITERS = ("\t", ";", ",", "|")
_USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "fulltext", "volltext", "articlebody", "body", "maintext", "content"),
        *("contenttext", "inhalt", "artikeltext", "artikel", "articletext", "article"),
        *("plaintext", "cleantext", "rawtext", "meldung", "bodytext", "contenthtml"),
        *("html", "bodyhtml"),
    ),
    "title": (
        *("title", "titel", "headline", "überschrift", "ueberschrift", "schlagzeile"),
        *("head", "betreff", "subject", "name"),
    ),
    "published": (
        *("published", "datepublished", "publishedat", "publicationdate", "pubdate"),
        *("veröffentlicht", "veroeffentlicht", "veröffentlichungsdatum", "erschienen"),
        *("erscheinungsdatum", "datum", "date", "publishdate", "publishtime"),
        *("datepublish", "dateofpublication", "created", "createdat", "timestamp"),
    ),
    "outlet": (
        *(
            "outlet",
            "medium",
            "zeitung",
            "publisher",
            "publication",
            "quelle",
            "source",
        ),
        *("sourcename", "newspaper", "herausgeber", "sitename", "medienname"),
    ),
    "author": (
        "author",
        "autor",
        "authors",
        "autoren",
        "byline",
        "verfasser",
        "creator",
    ),
    "agency": ("agency", "agentur", "nachrichtenagentur", "newsagency", "wire"),
    "place": ("place", "ort", "dateline", "ortsmarke", "location", "city"),
    "url": ("url", "link", "weblink", "canonicalurl", "adresse", "href", "permalink"),
    "id": ("id", "guid", "uid", "articleid", "artikelid", "docid", "identifier", "nr"),
    "language": ("language", "sprache", "lang", "inlanguage"),
}
"""Names in order of preference, in lower case and without blanks or punctuation."""
_HEAD_CELL_LIMIT = 40
_HEAD_LINE_LIMIT = 2000


def find_columns(names: Iterable[str], given: Columns) -> dict[str, str]:
    """Return field → column name for those of ``names`` that are known or given.

    >>> find_columns(["Nr.", "Überschrift", "Volltext"], Columns())
    {'text': 'Volltext', 'title': 'Überschrift', 'id': 'Nr.'}
    """
    present = list(names)
    by_key: dict[str, str] = {}
    for name in present:
        by_key.setdefault(_key(name), name)
    found = _given(present, given)
    for field, usual in _USUAL.items():
        taken = set(found.values())
        candidates = [by_key[key] for key in usual if key in by_key]
        free = [name for name in candidates if name not in taken]
        if field not in found and free:
            found[field] = free[0]
    return found


def looks_like_head(line: str) -> bool:
    """Whether a line is the head of a table: short cells, a text column, one more.

    >>> looks_like_head("id;titel;text"), looks_like_head("Text, Titel und Bild: dpa")
    (True, False)
    """
    if not 0 < len(line) <= _HEAD_LINE_LIMIT:
        return False
    return any(is_head(cells) for cells in _splits(line))


def is_head(cells: list[str]) -> bool:
    """Whether these cells name columns, a text column among them."""
    if len(cells) < 2 or any(len(cell) > _HEAD_CELL_LIMIT for cell in cells):
        return False
    keys = [_key(cell) for cell in cells]
    fields_named = {f for f, usual in _USUAL.items() if set(usual) & set(keys)}
    return "text" in fields_named and len(fields_named) >= 2


def names_any(cells: list[str], given: Columns) -> bool:
    """Whether a row of cells can be a head at all: it names a known or given column."""
    if any(len(cell) > _HEAD_CELL_LIMIT for cell in cells):
        return False
    return bool(find_columns(cells, given))


def split(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line; quotation marks that do not fit stay as they are."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)


def _splits(line: str) -> list[list[str]]:
    return [split(line, d) for d in DELIMITERS if d in line]


def _given(present: list[str], given: Columns) -> dict[str, str]:
    wanted: Mapping[str, str | None] = {
        f.name: getattr(given, f.name) for f in fields(Columns)
    }
    return {field: name for field, name in wanted.items() if name and name in present}


@lru_cache(maxsize=4096)  # the rows of JSON Lines name the same columns each time
def _key(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[\W_]+", "", composed)
