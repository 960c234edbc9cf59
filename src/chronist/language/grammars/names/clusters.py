"""Names of one report that mean the same: the referents before they are described."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.gazetteer import Entry
from chronist.language.grammars.names.spans import Line, NameSpan
from chronist.model.actor import ActorKind, MentionKind


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A mention by its place: sentence and token indexes, ``end`` excluded.

    ``evidence`` is the mention that shows whom it means, if that is another one.
    """

    sentence: int
    start: int
    end: int
    kind: MentionKind
    rule: str
    evidence: tuple[int, int, int] | None = None

    @property
    def place(self) -> tuple[int, int, int]:
        """Sentence, start and end."""
        return self.sentence, self.start, self.end


@dataclass(slots=True)
class Cluster:
    """A referent being built."""

    kind: ActorKind
    name: str
    words: tuple[str, ...]
    """The words of the fullest name, without case ending; empty without a name."""
    entry: Entry | None = None
    gender: str = ""
    country: str = ""
    plural: bool = False
    offices: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    mentions: list[Found] = field(default_factory=list)

    def add(self, mention: Found) -> None:
        """Add a mention once."""
        if mention not in self.mentions:
            self.mentions.append(mention)

    def last_before(self, sentence: int, start: int) -> Found | None:
        """Return the latest mention before a place."""
        before = [m for m in self.mentions if (m.sentence, m.start) < (sentence, start)]
        return max(before, default=None, key=lambda m: (m.sentence, m.start))


@dataclass(slots=True)
class Roster:
    """All referents of a report while it is read. ``first`` and ``last`` bound the
    days the report may be of, as ISO days."""

    lines: Sequence[Line]
    first: str
    last: str
    clusters: list[Cluster] = field(default_factory=list)

    def persons(self) -> list[Cluster]:
        """Return the single persons in order of first mention."""
        return [c for c in self.clusters if c.kind is ActorKind.PERSON and not c.plural]

    def names_in(self, sentence: int, kind: ActorKind) -> list[tuple[Cluster, Found]]:
        """Return the names of one kind in a sentence, each with its referent."""
        return [
            (c, m)
            for c in self.clusters
            if c.kind is kind
            for m in c.mentions
            if m.sentence == sentence and m.kind is MentionKind.NAME
        ]

    def new(self, cluster: Cluster) -> Cluster:
        """Add a referent."""
        self.clusters.append(cluster)
        return cluster


def gather_names(roster: Roster, names: Sequence[NameSpan]) -> None:
    """Make a referent of all names that mean the same. Full names go first, so that a
    last name before its full name finds it too."""
    order = sorted(names, key=lambda s: (s.start - s.end, s.sentence, s.start))
    singles = {_words(roster, s)[-1] for s in names}
    for span in order:
        words = _base_words(roster, span, singles)
        cluster = _find(roster, span, words) or _create(roster, span, words)
        cluster.add(
            Found(span.sentence, span.start, span.end, MentionKind.NAME, span.rule)
        )
    _join_abbreviations(roster)
    roster.clusters.sort(key=lambda c: min(m.place for m in c.mentions))


def _words(roster: Roster, span: NameSpan) -> tuple[str, ...]:
    tokens = roster.lines[span.sentence].tokens
    return tuple(t.text for t in tokens[span.start : span.end])


def _base_words(roster: Roster, span: NameSpan, singles: set[str]) -> tuple[str, ...]:
    """Return the words with the genitive taken off where the bare form is seen too."""
    words = _words(roster, span)
    bare = words[-1].removesuffix("’").removesuffix("s")
    if words[-1] != bare and bare in singles:
        return (*words[:-1], bare)
    return words


def _entry(roster: Roster, span: NameSpan) -> Entry | None:
    """Return the entry the name means: the one in office then, else the first."""
    in_office = (
        e
        for e in span.entries
        if any(t.covers(roster.first, roster.last) for t in e.terms)
    )
    return next(in_office, span.entries[0] if span.entries else None)


def _find(roster: Roster, span: NameSpan, words: tuple[str, ...]) -> Cluster | None:
    entry = _entry(roster, span)
    same_kind = [c for c in roster.clusters if c.kind is span.kind]
    if span.kind is ActorKind.PERSON:
        return _find_person(same_kind, entry, words)
    for cluster in same_kind:
        if entry is not None and cluster.entry == entry:
            return cluster
        if cluster.words == words:
            return cluster
    return None


def _find_person(
    persons: Sequence[Cluster], entry: Entry | None, words: tuple[str, ...]
) -> Cluster | None:
    for cluster in persons:
        if cluster.words == words or (entry and _same_entry(cluster.entry, entry)):
            return cluster
    if len(words) == 1:
        by_last = [c for c in persons if c.words and c.words[-1] == words[0]]
        by_first = [c for c in persons if c.words and c.words[0] == words[0]]
        return next(iter([*by_last, *by_first]), None)
    return next((c for c in persons if _same_person(c.words, words)), None)


def _same_entry(one: Entry | None, other: Entry) -> bool:
    return one is not None and one.name == other.name


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a shorter name is part of a fuller one with the same last name."""
    if not one or one[-1] != other[-1]:
        return False
    shorter, longer = sorted((one, other), key=len)
    return set(shorter) <= set(longer)


def _create(roster: Roster, span: NameSpan, words: tuple[str, ...]) -> Cluster:
    entry = _entry(roster, span)
    cluster = Cluster(span.kind, _joined(words), words, entry)
    if entry is not None:
        cluster.name = entry.name
        cluster.gender = entry.gender
        cluster.country = entry.country
        if span.kind is ActorKind.PERSON:
            cluster.offices = {
                t.office for t in entry.terms if t.covers(roster.first, roster.last)
            } or {t.office for t in entry.terms}
    if span.kind is ActorKind.PERSON and not cluster.gender:
        cluster.gender = vocab.given_gender(words[0])
    return roster.new(cluster)


def _joined(words: Sequence[str]) -> str:
    """Return the words as a name; initials and slashes stand close."""
    return " ".join(words).replace(" .", ".").replace(" / ", "/").replace(" - ", "-")


def _join_abbreviations(roster: Roster) -> None:
    """Join "Name (ABC)" where both are organisations."""
    ends: dict[tuple[int, int], Cluster] = {}
    for cluster in roster.clusters:
        for m in cluster.mentions:
            ends[m.sentence, m.end] = cluster
    for cluster in list(roster.clusters):
        if cluster.kind is not ActorKind.ORGANISATION:
            continue
        for m in cluster.mentions:
            owner = ends.get((m.sentence, m.start - 1))
            if owner and _in_brackets(roster, m) and _may_join(owner, cluster):
                owner.mentions.extend(cluster.mentions)
                roster.clusters.remove(cluster)
                break


def _in_brackets(roster: Roster, mention: Found) -> bool:
    tokens = roster.lines[mention.sentence].tokens
    return (
        mention.end < len(tokens)
        and tokens[mention.start - 1].text == "("
        and tokens[mention.end].text == ")"
    )


def _may_join(owner: Cluster, cluster: Cluster) -> bool:
    return (
        owner is not cluster
        and owner.kind is ActorKind.ORGANISATION
        and (owner.entry is None or cluster.entry is None)
        and owner.words[0][0].lower() == cluster.words[0][0].lower()
    )
