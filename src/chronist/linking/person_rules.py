"""When two persons' names mean one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from chronist.linking.buckets import Bucket, bucket_of, grouped, quoted_names
from chronist.linking.clusters import Clusters
from chronist.linking.names import PersonName
from chronist.linking.roster import Roster, by_report
from chronist.model.actor import ActorKind


def full_name(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """Given name, middle names and last name agree, spelling variants aside."""
    groups = grouped(
        (f"{n.first}|{' '.join(n.middle)}|{n.last}", referent)
        for referent, n in roster.persons.items()
        if n.is_full
    )
    for _key, members in groups:
        yield Bucket(
            "link.actors.full_name",
            f"Vor- und Nachname stimmen überein: {quoted_names(roster, members)}.",
            f"Given and last name agree: {quoted_names(roster, members)}.",
            members,
        )


def middle_name(roster: Roster, clusters: Clusters) -> Iterator[Bucket]:
    """One form only adds middle names, and no other bearer has different ones."""
    full = [(n.key, r) for r, n in roster.persons.items() if n.is_full]
    for _key, members in grouped(full):
        middles = {roster.persons[m].middle for m in members} - {()}
        if len(middles) == 1:
            yield from bucket_of(
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
            yield from bucket_of(
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
                yield from bucket_of(
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
    for last, members in grouped(alone, least=1):
        if len(bearers.get(last, ())) == 1:
            yield from bucket_of(
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
    for _key, members in grouped(keys):
        yield from bucket_of(
            roster,
            members,
            "link.actors.last_name_in_company",
            ("Gleicher Nachname in Berichten, die auch sonst dieselben nennen",
             "Same last name in reports that name the same others"),
        )  # fmt: skip


def _bearers(
    roster: Roster, clusters: Clusters, key: Callable[[PersonName], str]
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
