"""Citations that cannot all hold."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values, and the words that give it."""

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more values for one thing: ``about`` says which, ``entry`` where."""

    id: str
    about: str
    values: tuple[ConflictValue, ...]
    derivation: Derivation
    entry: str | None = None
