"""The rules by which referents of many reports become one actor.

Each rule yields buckets: referents that are one actor if nothing forbids it, with
the reason. Rules stand in order of their strength in ``RULES``; a later one sees
what the earlier ones joined. No rule looks at pairs, so work grows with the number
of referents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chronist.linking.clusters import Clusters
from chronist.linking.names import inflected_key, is_abbreviation_of, thing_key
from chronist.linking.roster import (
    Roster,
    by_report,
    description_key,
)
from chronist.model.actor import ActorKind, MentionKind, Referent


@dataclass(frozen=True, slots=True)
class Bucket:
    """Referents that one rule takes for the same actor; ``de`` and ``en`` say why."""

    rule: str
    de: str
    en: str
    members: tuple[str, ...]


BucketRule = Callable[[Roster, Clusters], Iterator[Bucket]]


def same_known(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """Both are the same person, country or organisation of our own knowledge."""
    groups = _grouped((r.known, r.id) for r in roster.referents.values() if r.known)
    for known, members in groups:
        yield Bucket(
            "link.actors.known",
            f"Beide sind in Chronists Wissen derselbe Eintrag ({known}).",
            f"Both are the same record of Chronist's knowledge ({known}).",
            members,
        )


def printed_twice(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """The same words for somebody in copies of one text mean the same one."""
    groups = _grouped(
        (f"{roster.pile.group_of[r.report]} {r.kind} {description_key(r)}", r.id)
        for r in roster.referents.values()
    )
    for _key, members in groups:
        name = roster.referents[members[0]].name
        yield Bucket(
            "link.actors.copies",
            f"Abdrucke desselben Textes nennen „{name}“ mit denselben Worten.",
            f"Prints of the same text use the same words for „{name}“.",
            members,
        )


def full_name(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """Given name, middle names and last name agree, spelling variants aside."""
    groups = _grouped(
        (f"{n.first}|{' '.join(n.middle)}|{n.last}", referent)
        for referent, n in roster.persons.items()
        if n.is_full
    )
    for _key, members in groups:
        yield Bucket(
            "link.actors.full_name",
            f"Vor- und Nachname stimmen überein: {_names(roster, members)}.",
            f"Given and last name agree: {_names(roster, members)}.",
            members,
        )


def middle_name(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """One form only adds middle names, and no other bearer has different ones."""
    full = [(n.key, r) for r, n in roster.persons.items() if n.is_full]
    for _key, members in _grouped(full):
        middles = {roster.persons[m].middle for m in members} - {()}
        if len(middles) == 1:
            yield from _bucket(
                roster,
                members,
                "link.actors.middle_name",
                ("Nur der mittlere Name fehlt", "Only the middle name is missing"),
            )


def initial(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """An initial with a last name fits exactly one full name of the pile."""
    bearers = _bearers(roster, clusters, lambda n: f"{n.first[:1]} {n.last}")
    for referent, name in roster.persons.items():
        if name.is_initial and len(bearers.get(name.key, ())) == 1:
            yield from _bucket(
                roster,
                (bearers[name.key][0], referent),
                "link.actors.initial",
                ("Die Initiale passt nur zu einem vollen Namen",
                 "The initial fits only one full name"),
            )  # fmt: skip


def last_name_in_report(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """The last name alone fits exactly one full name of the same report."""
    for referents in by_report(roster.referents.values()).values():
        named = [r.id for r in referents if r.id in roster.persons]
        full: dict[str, list[str]] = defaultdict(list)
        for member in named:
            if roster.persons[member].is_full:
                full[roster.persons[member].last].append(member)
        for member in named:
            bearers = full.get(roster.persons[member].last, [])
            if not roster.persons[member].first and len(bearers) == 1:
                yield from _bucket(
                    roster,
                    (bearers[0], member),
                    "link.actors.last_name_in_report",
                    ("Der Nachname hat in diesem Bericht nur einen Träger",
                     "The last name has only one bearer in this report"),
                )  # fmt: skip


def last_name_in_pile(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """The last name alone fits exactly one full name of the whole pile."""
    bearers = _bearers(roster, clusters, lambda n: n.last)
    alone = [(n.last, r) for r, n in roster.persons.items() if not n.first]
    for last, members in _grouped(alone, least=1):
        if len(bearers.get(last, ())) == 1:
            yield from _bucket(
                roster,
                (bearers[last][0], *members),
                "link.actors.last_name",
                ("Der Nachname hat in allen Berichten nur einen Träger",
                 "The last name has only one bearer in all reports"),
            )  # fmt: skip


def last_name_in_company(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """A last name without any full name, in reports that share another actor."""
    bearers = _bearers(roster, clusters, lambda n: n.last)
    company = _company(roster)
    keys = []
    for referent, name in roster.persons.items():
        if name.first or bearers.get(name.last):
            continue
        report = roster.referents[referent].report
        keys += [(f"{name.last} {other}", referent) for other in company[report]]
    for _key, members in _grouped(keys):
        yield from _bucket(
            roster,
            members,
            "link.actors.last_name_in_company",
            ("Gleicher Nachname in Berichten, die auch sonst dieselben nennen",
             "Same last name in reports that name the same others"),
        )  # fmt: skip


def same_name(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """The name of an organisation, place or thing is the same in normal form."""
    for _key, members in _grouped((key, r) for r, key in roster.things.items()):
        yield from _bucket(
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
    for _key, members in _grouped(keys):
        yield from _bucket(
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
    by_key = dict(_grouped(((k, r) for r, k in roster.things.items()), least=1))
    for short in sorted(longs):
        firsts = [by_key[long][0] for long in longs[short]]
        alone = all(clusters.together(firsts[0], f) for f in firsts)
        seen = set().union(*(witnesses[short, long] for long in longs[short]))
        if alone and len(seen) >= _WITNESSES and short in by_key:
            yield from _bucket(
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


RULES: tuple[BucketRule, ...] = (
    same_known,
    printed_twice,
    full_name,
    middle_name,
    initial,
    last_name_in_report,
    last_name_in_pile,
    last_name_in_company,
    same_name,
    inflected_name,
    abbreviation,
    used_alike,
)
_WITNESSES = 2
"""Strongest first. Descriptions alone ("der Präsident", "Demonstranten") are merged
by no rule except between copies: the same words mean others elsewhere."""


def _grouped(
    keys: Iterable[tuple[str | None, str]], least: int = 2
) -> list[tuple[str, tuple[str, ...]]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, member in keys:
        if key:
            groups[key].append(member)
    return [(k, tuple(sorted(m))) for k, m in sorted(groups.items()) if len(m) >= least]


def _bucket(
    roster: Roster, members: tuple[str, ...], rule: str, says: tuple[str, str]
) -> Iterator[Bucket]:
    names = _names(roster, members)
    yield Bucket(rule, f"{says[0]}: {names}.", f"{says[1]}: {names}.", members)


def _names(roster: Roster, members: Iterable[str]) -> str:
    names = sorted({roster.referents[m].name for m in members})
    return ", ".join(f"„{name}“" for name in names)


def _bearers(
    roster: Roster, clusters: Clusters, key: Callable[..., str]
) -> dict[str, list[str]]:
    """Return per key one referent of each full-named person that answers to it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for referent, name in roster.persons.items():
        if not name.is_full:
            continue
        known = bearers[key(name)]
        if not any(clusters.together(referent, other) for other in known):
            known.append(referent)
    return bearers


def _company(roster: Roster) -> dict[str, list[str]]:
    """Return per report the full-named persons and the organisations it names."""
    company: dict[str, list[str]] = defaultdict(list)
    for referent, name in roster.persons.items():
        if name.is_full:
            company[roster.referents[referent].report].append(name.key)
    for referent, key in roster.things.items():
        if roster.referents[referent].kind is ActorKind.ORGANISATION:
            company[roster.referents[referent].report].append(key)
    return company


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
