"""When two names of organisations, places or things mean one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from chronist.linking.buckets import Bucket, bucket_of, grouped
from chronist.linking.clusters import Clusters
from chronist.linking.names import inflected_key, is_abbreviation_of, thing_key
from chronist.linking.roster import Roster
from chronist.model.actor import MentionKind, Referent

_WITNESSES = 2
"""Independent reports that must use two names alike."""


def same_name(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """The name of an organisation, place or thing is the same in normal form."""
    for _key, members in grouped((key, r) for r, key in roster.things.items()):
        yield from bucket_of(
            roster,
            members,
            "link.actors.same_name",
            ("Gleicher Name", "Same name"),
        )


def inflected_name(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """The names differ only in their case endings, and the kind agrees."""
    keys = (
        (f"{roster.referents[r].kind} {inflected_key(roster.referents[r].name)}", r)
        for r in roster.things
    )
    for _key, members in grouped(keys):
        yield from bucket_of(
            roster,
            members,
            "link.actors.inflected_name",
            ("Derselbe Name in verschiedenen Fällen", "One name in different cases"),
        )


def used_alike(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """Two independent reports use both names for the same one, and no other."""
    witnesses: dict[tuple[str, str], set[str]] = defaultdict(set)
    for referent in roster.things:
        own = roster.referents[referent]
        for other in sorted(_other_names(own) - {roster.things[referent]}):
            pair = (other, roster.things[referent])
            witnesses[pair].add(roster.pile.group_of[own.report])
    longs: dict[str, list[str]] = defaultdict(list)
    for short, long in sorted(witnesses):
        longs[short].append(long)
    by_key = dict(grouped(((k, r) for r, k in roster.things.items()), least=1))
    for short in sorted(longs):
        firsts = [by_key[long][0] for long in longs[short]]
        alone = all(clusters.together(firsts[0], f) for f in firsts)
        seen = set().union(*(witnesses[short, long] for long in longs[short]))
        if alone and len(seen) >= _WITNESSES and short in by_key:
            yield from bucket_of(
                roster,
                (firsts[0], by_key[short][0]),
                "link.actors.used_alike",
                ("Mehrere Berichte gebrauchen beide Namen für dasselbe",
                 "Several reports use both names for the same one"),
            )  # fmt: skip


def _other_names(referent: Referent) -> set[str]:
    names = (m for m in referent.mentions if m.kind is MentionKind.NAME)
    return {thing_key(m.citation.text) for m in names}


def abbreviation(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """A report introduces a short form in brackets, or uses both for one actor."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for referent, key in roster.things.items():
        by_key[key].append(referent)
    introduced = {pair for r in roster.things for pair in _short_forms(roster, r)}
    for short, long in sorted(introduced):
        members = (*by_key.get(thing_key(long), ()), *by_key.get(thing_key(short), ()))
        if len(members) > 1:
            yield Bucket(
                "link.actors.abbreviation",
                f"„{short}“ ist die Abkürzung von „{long}“.",
                f"„{short}“ is the abbreviation of „{long}“.",
                members,
            )


def _short_forms(roster: Roster, member: str) -> Iterator[tuple[str, str]]:
    referent = roster.referents[member]
    names = [m.citation for m in referent.mentions if m.kind is MentionKind.NAME]
    words = sorted({c.text for c in names} | {referent.name})
    for short in words:
        if not _looks_short(short):
            continue
        for long in words:
            if is_abbreviation_of(short, long):
                yield short, long
    yield from _bracketed(roster, referent)


def _bracketed(roster: Roster, referent: Referent) -> Iterator[tuple[str, str]]:
    text = roster.pile.reports[referent.report].text
    for mention in referent.mentions:
        if mention.kind is not MentionKind.NAME:
            continue
        rest = text[mention.citation.end : mention.citation.end + 14]
        if rest.startswith(" (") and ")" in rest:
            short = rest[2 : rest.index(")")]
            if _looks_short(short) and short[0] == mention.citation.text[0].upper():
                yield short, mention.citation.text


def _looks_short(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return 2 <= len(word) <= 10 and " " not in word and capitals >= 2  # UN … UNESCO
