"""A person's decision about items: kept over every rebuild, and reversible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person decided."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"
    ACCEPT = "accept"
    REJECT = "reject"


class Subject(StrEnum):
    """What kind of item a judgement is about."""

    ACTOR = "actor"
    ENTRY = "entry"
    STATEMENT = "statement"
    PLEDGE = "pledge"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision over the evidence.

    ``targets`` holds, per item judged, the ids of the evidence it was made of at
    that time (referents of an actor, events of an entry, the item's own id
    otherwise): evidence ids never change, so the judgement finds its items again
    after any rebuild. Withdrawing sets ``withdrawn_at``; nothing is deleted.
    """

    id: str
    verdict: Verdict
    subject: Subject
    targets: tuple[tuple[str, ...], ...]
    author: str
    at: datetime
    value: str | None = None
    note: str | None = None
    withdrawn_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.withdrawn_at is None
