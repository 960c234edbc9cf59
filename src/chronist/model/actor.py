"""Who acts: inside one report a referent, across the pile an actor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.when import When


class ActorKind(StrEnum):
    """What kind of thing an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


class MentionKind(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a referent."""

    citation: Citation
    kind: MentionKind
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class Referent:
    """An actor as one report knows it: everything there that means the same.

    ``name`` is the fullest name in the report, or the known name that the report
    makes certain; ``known`` is the id of the person, country or organisation in
    Chronist's own knowledge (a Wikidata id or ``country:BY``), if any.
    """

    id: str
    report: str
    kind: ActorKind
    name: str
    mentions: tuple[Mention, ...]
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office an actor holds or held, in the words of the reports."""

    title: str
    when: When | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor across all reports; ``referents`` are the ids it was merged from."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    descriptions: tuple[str, ...]
    citations: tuple[Citation, ...]
    referents: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    known: str | None = None
    offices: tuple[Office, ...] = ()
