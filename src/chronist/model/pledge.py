"""What was promised, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.when import When


class Course(StrEnum):
    """What came of a pledge. BROKEN needs a citation that says so."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Pledge:
    """An announcement of an own future act that one can check later.

    ``by`` names referents before linking and actors after it; the course is OPEN
    until linking has looked at later reports.
    """

    id: str
    report: str
    by: tuple[str, ...]
    content: tuple[Citation, ...]
    due: When | None
    made: When | None
    derivations: tuple[Derivation, ...]
    events: tuple[str, ...] = ()
    """Events inside the content: what would fulfil it is of their kind."""
    course: Course = Course.OPEN
    course_citations: tuple[Citation, ...] = ()
