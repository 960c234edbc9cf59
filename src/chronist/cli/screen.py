"""Everything the program prints goes through here: safe for terminals, and in colour."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import click

from chronist.exports.json import json_text

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Control characters, and marks that turn the direction of what follows them."""
_WIDTH = 88


def safe(text: str) -> str:
    """Return ``text`` without what could steer a terminal or hide words.

    >>> safe("Er\\x1b[31mrot")
    'Er�[31mrot'
    """
    return _UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return ``text``, safe, on one line."""
    return safe(" ".join(text.split()))


def put(text: str = "") -> None:
    """Print a line that is safe already, or styled by ``paint``."""
    click.echo(text)


def put_wrapped(text: str, indent: str) -> None:
    """Print words of a report, safe, on as many indented lines as they need."""
    put(
        textwrap.fill(
            one_line(text),
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def tell(text: str) -> None:
    """Print a line to standard error: what is not the result."""
    click.echo(safe(text), err=True)


def paint(text: str, **style: Any) -> str:  # noqa: ANN401  # click's own styles
    """Return safe ``text`` in colour, where there is colour."""
    return click.style(safe(text), **style)


def put_json(items: Iterable[Any] | dict[str, Any]) -> None:
    """Print a list, an item a line, or one object."""
    put_exactly(_json_pieces(items))


def put_exactly(pieces: Iterable[str]) -> None:
    """Print pieces as UTF-8, whatever the terminal's encoding is."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()


def _json_pieces(items: Iterable[Any] | dict[str, Any]) -> Iterator[str]:
    if isinstance(items, dict):
        yield f"{json_text(items)}\n"
        return
    separator = "[\n"
    for item in items:
        yield f"{separator}{json_text(item)}"
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"
