"""Chronist reads German news reports about a story and writes its chronicle."""

from __future__ import annotations

__version__ = "0.1.0"
