"""The answer to "why?"."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Derivation:
    """One reason: which rule or model, in words a reader understands, on what evidence.

    ``rule`` is a public, stable id such as ``de.time.weekday`` or
    ``link.entries.same_day``; a model names itself and its version
    (``network:1.2``). ``de`` and ``en`` are one sentence each.
    """

    rule: str
    de: str
    en: str
    citations: tuple[Citation, ...] = ()
