"""Chronist reads German news reports about a story and writes its chronicle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chronist.chronicle import Chronicle

__all__ = ["Chronicle", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the class when it is asked for.

    Importing a noun alone, or starting a worker process, then does not load the
    database and every parser.
    """
    if name == "Chronicle":
        from chronist.chronicle import Chronicle

        return Chronicle
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
