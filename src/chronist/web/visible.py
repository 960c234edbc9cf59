"""Words of reports are hostile: what hides, steers or turns text is made visible."""

from __future__ import annotations

import re

from markupsafe import Markup

_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction
    "\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb"  # have no width
    "\u2028\u2029\U000e0000-\U000e007f\ud800-\udfff]"  # break lines, tags, halves
)
_HTTP = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def visible(text: str) -> str:
    """Return ``text`` with a replacement character for each sign that would hide.

    The length stays the same, so positions in it stay right.

    >>> visible("Mo\u202eskau")
    'Mo�skau'
    """
    return _UNSAFE.sub("\ufffd", text)


def shown(value: object) -> object:
    """Return what a template shows for a value: every string goes through here."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) else value


def web_address(url: str | None) -> str | None:
    """Return ``url`` if it may be a link: of the web, and nothing that runs.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    return url if url is not None and _HTTP.fullmatch(url) else None
