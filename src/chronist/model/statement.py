"""Who said what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.when import When


class StatementForm(StrEnum):
    """How the words of another are rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    FREE = "free"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words somebody is reported to have said.

    ``speaker``, ``addressee`` and ``via`` name referents before linking and actors
    after it; ``via`` is the chain of sources between speaker and report.
    """

    id: str
    report: str
    form: StatementForm
    content: tuple[Citation, ...]
    speaker: str | None
    speaker_citation: Citation | None
    cue: Citation | None
    derivations: tuple[Derivation, ...]
    addressee: str | None = None
    via: tuple[str, ...] = ()
    when: When | None = None
