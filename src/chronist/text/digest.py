"""Ids that come from content, so that the same pile gives the same ids."""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"
ID_HEX_DIGITS = 12
"""48 bits: at a million items of one kind, the chance of any clash is 0.2 %."""


def content_id(prefix: str, *parts: str | int) -> str:
    """Return the id of an item as ``prefix-hex``, a hash of what makes it itself.

    >>> content_id("e", "r-1", "CONSULT", 10, 17) == content_id("e", "r-1", "CONSULT", 10, 17)
    True
    """
    joined = _SEPARATOR.join(str(part) for part in parts)
    digest = hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:ID_HEX_DIGITS]}"
