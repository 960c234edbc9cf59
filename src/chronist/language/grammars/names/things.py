"""Whom "die Stadt", "der Konzern" or "die Regierung" mean, and how a mention is kept."""

from __future__ import annotations

from chronist.language.grammars.names.clusters import Cluster, Found, Roster
from chronist.language.grammars.names.countries import capitals
from chronist.language.grammars.names.descriptions import Description
from chronist.model.actor import ActorKind, MentionKind

_REACH = 4
"""Sentences a noun without more may look back for the name it stands for."""
_SORTS = {
    "city": frozenset(
        ("Stadt", "Kleinstadt", "Großstadt", "Hafenstadt", "Millionenstadt", "Metropole",
         "Hauptstadt", "Landeshauptstadt", "Ort", "Ortschaft", "Dorf", "Gemeinde",
         "Küstenstadt", "Kreisstadt", "Industriestadt", "Kurort", "Vorort")
    ),
    "country": frozenset(
        ("Land", "Staat", "Nachbarland", "Inselstaat", "Republik", "Königreich",
         "Bundesrepublik", "Sultanat", "Emirat", "Fürstentum", "Exrepublik")
    ),
    "party": frozenset(("Partei", "Oppositionspartei", "Fraktion")),
    "media": frozenset(
        ("Zeitung", "Zeitschrift", "Magazin", "Sender", "Fernsehsender", "Agentur",
         "Nachrichtenagentur")
    ),
    "": frozenset(
        ("Unternehmen", "Konzern", "Firma", "Hersteller", "Betreiber", "Bank", "Airline",
         "Fluggesellschaft", "Organisation", "Hilfsorganisation", "Gewerkschaft",
         "Verband", "Verein", "Institut", "Universität", "Klub", "Club", "Stiftung",
         "Bündnis", "Allianz", "Staatenbund")
    ),
}  # fmt: skip


def attach(roster: Roster, cluster: Cluster, described: Description, rule: str) -> None:
    """Give a description to a referent, which learns from it."""
    before = cluster.last_before(described.sentence, described.start)
    anchor = before or min(cluster.mentions, key=lambda m: m.place, default=None)
    cluster.add(mention_of(described, rule, anchor))
    cluster.bases.add(described.base)
    cluster.gender = cluster.gender or described.gender
    cluster.country = cluster.country or described.country
    if described.office and described.office not in ("person", "chief"):
        cluster.offices.add(described.office)


def mention_of(described: Description, rule: str, anchor: Found | None) -> Found:
    """Return the mention a description is."""
    return Found(
        described.sentence,
        described.start,
        described.end,
        MentionKind.DESCRIPTION,
        rule,
        anchor.place if anchor else None,
    )


def link_thing(roster: Roster, described: Description) -> None:
    """Give a noun for a place or body to its name; bodies without one get their own."""
    both = _both(roster, described)
    for cluster, before in both:
        cluster.add(mention_of(described, "de.names.both", before))
    if both:
        return
    named = _beside(roster, described)
    if named is not None:
        attach(roster, named, described, "de.names.apposition")
        return
    meant = _capital(roster, described) or _nearest(roster, described)
    if meant is not None:
        attach(roster, meant, described, "de.names.noun_for_name")
    elif described.kind is ActorKind.ORGANISATION:
        own_group(roster, described)


def _both(roster: Roster, described: Description) -> list[tuple[Cluster, Found]]:
    """Return the two countries named last, for "beide Länder" and "die Regierungen
    beider Länder"; nothing if the report names fewer."""
    tokens = roster.lines[described.sentence].tokens
    before = tokens[described.start - 1].lower if described.start else ""
    behind = tokens[described.end].lower if described.end < len(tokens) else ""
    lands = described.base in _SORTS["country"] and before.startswith("beide")
    governments = described.base == "Regierung" and behind == "beider"
    if not (lands or governments):
        return []
    near = [
        (last.place, index, cluster, last)
        for index, cluster in enumerate(roster.clusters)
        if cluster.entry is not None
        and (cluster.entry.known or "").startswith("country:")
        and (last := cluster.last_before(described.sentence, described.start))
    ]
    near.sort(key=lambda n: n[:2], reverse=True)
    return [(c, last) for *_, c, last in near[:2]] if len(near) > 1 else []


def _beside(roster: Roster, described: Description) -> Cluster | None:
    """Return the name of the kind right behind ("die Stadt Grodno")."""
    for cluster, name in roster.names_in(described.sentence, described.kind):
        if name.start == described.head + 1:
            return cluster
        quote = roster.lines[described.sentence].tokens[described.head + 1 : name.start]
        if len(quote) == 1 and quote[0].text in '„»"':
            return cluster
    return None


def _capital(roster: Roster, described: Description) -> Cluster | None:
    """Return the capital of the country named, if the report names it."""
    if described.base != "Hauptstadt" or not described.country:
        return None
    for cluster in roster.clusters:
        if cluster.kind is ActorKind.PLACE and (
            capitals().get(cluster.name) == described.country
        ):
            return cluster
    return None


def _nearest(roster: Roster, described: Description) -> Cluster | None:
    """Return the nearest name before of the sort that a plain noun stands for."""
    sort = next((s for s, bases in _SORTS.items() if described.base in bases), None)
    if sort is None or not described.plain or _is_plural(roster, described):
        return None
    near: list[tuple[tuple[int, int, int], int, Cluster]] = []
    for index, cluster in enumerate(roster.clusters):
        if cluster.kind is not described.kind or not cluster.words:
            continue
        before = cluster.last_before(described.sentence, described.start)
        if before is None or described.sentence - before.sentence > _REACH:
            continue
        if described.base in cluster.bases or _sort_of(cluster) == sort:
            near.append((before.place, index, cluster))
    return max(near, key=lambda n: n[:2])[2] if near else None


def _is_plural(roster: Roster, described: Description) -> bool:
    word = roster.lines[described.sentence].tokens[described.head].text
    ending = word.removeprefix(described.base)
    return ending not in ("", "s", "es")


def _sort_of(cluster: Cluster) -> str:
    if cluster.entry is not None:
        return cluster.entry.sort
    return "city" if cluster.kind is ActorKind.PLACE else ""


def own_group(roster: Roster, described: Description) -> None:
    """Give a group or body without a name to the same words before, or make one."""
    same = _same_group(roster, described)
    if same is None:
        name = roster.lines[described.sentence].words(described.start, described.end)
        same = roster.new(
            Cluster(
                described.kind, name, (), None, "", described.country, described.plural
            )
        )
        same.bases = {described.base}
    before = same.last_before(described.sentence, described.start)
    same.add(mention_of(described, f"de.names.{described.kind.value}_noun", before))


def _same_group(roster: Roster, described: Description) -> Cluster | None:
    for cluster in reversed(roster.clusters):
        if cluster.kind is not described.kind or cluster.words:
            continue
        if described.base in cluster.bases and (
            not described.country or cluster.country == described.country
        ):
            return cluster
    return None
