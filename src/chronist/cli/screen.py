"""Everything the program prints goes through here: safe for terminals, and in colour."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable
from typing import Any

import click

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Control characters, and marks that turn the direction of what follows them."""
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
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
    """Print a list, an item a line, or one object; UTF-8 whatever the terminal is."""
    stream = click.get_binary_stream("stdout")
    if isinstance(items, dict):
        stream.write(f"{json_text(items)}\n".encode())
    else:
        separator = "[\n"
        for item in items:
            stream.write(f"{separator}{json_text(item)}".encode())
            separator = ",\n"
        stream.write(b"[]\n" if separator == "[\n" else b"\n]\n")
    stream.flush()


def json_text(value: Any) -> str:  # noqa: ANN401  # any JSON value
    """Return JSON in which nothing steers a terminal, and every word is kept."""
    plain = json.dumps(value, ensure_ascii=False)
    return _UNSAFE_IN_JSON.sub(lambda sign: f"\\u{ord(sign.group()):04x}", plain)
