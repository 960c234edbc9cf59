"""Whom a description means: apposition, then office, country, gender and nearness."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.grammars.names.clusters import Cluster, Found, Roster
from chronist.language.grammars.names.descriptions import Description
from chronist.language.grammars.names.gazetteer import Entry, gazetteer
from chronist.language.grammars.names.stems import sign
from chronist.language.grammars.names.things import (
    attach,
    link_thing,
    mention_of,
    own_group,
)
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind

GENERIC = frozenset(("person", "chief", "spokesperson", "minister"))
"""Offices that many hold at once: alone they do not point at one person."""
UNIQUE = frozenset(
    ("president", "prime_minister", "foreign_minister", "defence_minister",
     "interior_minister", "finance_minister", "monarch", "pope")
)  # fmt: skip
_SAME_HEAD = frozenset(("prime_minister", "president", "chancellor"))
_WINDOW = 3
"""Sentences a generic description or an age may look back."""
_FAR = 12


def link_description(roster: Roster, described: Description) -> None:
    """Give a description to its referent, or make one of its own."""
    if described.kind in (ActorKind.PLACE, ActorKind.ORGANISATION):
        link_thing(roster, described)
        return
    named = _named_beside(roster, described)
    if named:
        for cluster, rule in named:
            attach(roster, cluster, described, rule)
    elif described.kind is ActorKind.PERSON:
        _link_person(roster, described)
    else:
        _link_group(roster, described)


def _link_person(roster: Roster, described: Description) -> None:
    best = _of_age(roster, described) or _counterpart(roster, described)
    best = best or _best(roster, described)
    if best is not None:
        attach(roster, best, described, _reason(described))
    else:
        _own_person(roster, described)


def _reason(described: Description) -> str:
    if described.base == "Jährige":
        return "de.names.age"
    if described.country:
        return "de.names.office_of_country"
    return "de.names.description"


def _named_beside(roster: Roster, described: Description) -> list[tuple[Cluster, str]]:
    """Return the persons named right behind or before, each with the rule that says
    so; two of them behind a plural ("die Präsidenten Putin und Lukaschenko")."""
    if described.kind is ActorKind.GROUP and described.noun is None:
        return []
    here = roster.names_in(described.sentence, ActorKind.PERSON)
    tokens = roster.lines[described.sentence].tokens
    for cluster, name in here:
        if _is_title(tokens, described, name):
            second = _joined(tokens, name, here) if described.plural else []
            return [(cluster, "de.names.title"), *second]
        beside = _is_apposition(tokens, described, name) or _is_called(
            tokens, described, name
        )
        if described.kind is ActorKind.PERSON and beside and _fits(cluster, described):
            return [(cluster, "de.names.apposition")]
    return []


def _joined(
    tokens: Sequence[Token], name: Found, here: Sequence[tuple[Cluster, Found]]
) -> list[tuple[Cluster, str]]:
    """Return the person joined to a name by "und"."""
    if name.end >= len(tokens) or tokens[name.end].lower != "und":
        return []
    return [(c, "de.names.title") for c, m in here if m.start == name.end + 1]


def _is_title(tokens: Sequence[Token], described: Description, name: Found) -> bool:
    between = tokens[described.end : name.start]
    return (
        described.end <= name.start
        and len(between) <= 4
        and all(t.text in sign("academic") or t.text == "." for t in between)
    )


def _is_apposition(
    tokens: Sequence[Token], described: Description, name: Found
) -> bool:
    if name.end < described.start:
        between = [t.lower for t in tokens[name.end : described.start]]
        return between[:1] == [","] and all(
            b in ("der", "die", "ein", "eine", "dem", "den") for b in between[1:]
        )
    if described.end + 1 == name.start and tokens[described.end].text == ",":
        return name.end < len(tokens) and tokens[name.end].text in ",.)"
    return False


_CALLED = (
    "bezeichnete",
    "genannte",
    "geltende",
    "bekannte",
    "titulierte",
    "verspottete",
)
"""Participles between what somebody is called and the name, without their ending."""


def _is_called(tokens: Sequence[Token], described: Description, name: Found) -> bool:
    """Whether an attribute gives the name the description: "der als … bekannte X"."""
    between = [t for t in tokens[described.end : name.start] if t.is_word]
    if not between or len(between) > 3 or described.end > name.start:
        return False
    before = [t.lower for t in tokens[max(0, described.start - 5) : described.start]]
    called = any(t.lower.startswith(_CALLED) for t in between)
    return called and "als" in before


def _fits(cluster: Cluster, described: Description) -> bool:
    """Whether nothing known of the person speaks against the description."""
    if cluster.gender and described.gender and cluster.gender != described.gender:
        return False
    if cluster.country and described.country and cluster.country != described.country:
        return False
    if described.office in UNIQUE and cluster.offices:
        return described.office in cluster.offices or not (cluster.offices & UNIQUE)
    return True


def _of_age(roster: Roster, described: Description) -> Cluster | None:
    """Return the one person near whose day of birth gives the age on that day."""
    if described.base != "Jährige":
        return None
    age = int(
        roster.lines[described.sentence].tokens[described.head].text.split("-")[0]
    )
    fitting = [
        c
        for c in roster.persons()
        if c.entry
        and c.entry.born
        and c.last_before(described.sentence, described.start)
        and _may_be_aged(c.entry.born, age, roster.first, roster.last)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _may_be_aged(born: str, age: int, first: str, last: str) -> bool:
    """Whether somebody can be that old on some day between two ISO days."""
    youngest, oldest = (int(d[:4]) - (d[5:] < born[5:]) for d in (first, last))
    return youngest <= age + int(born[:4]) <= oldest


def _counterpart(roster: Roster, described: Description) -> Cluster | None:
    """ "sein Amtskollege" is the other holder of the office near, not the subject."""
    if not described.possessive or described.base not in ("Amtskollege", "Kollege"):
        return None
    near = [
        (before.place, c)
        for c in roster.persons()
        if c.words
        and (before := c.last_before(described.sentence, described.start))
        and described.sentence - before.sentence <= _WINDOW
        and _fits(c, described)
    ]
    here = [n for n in near if n[0][0] == described.sentence]
    subject = min(here, default=None, key=lambda n: n[0])
    if subject is None:
        return None
    others = [
        n for n in near if n[1] is not subject[1] and n[1].offices & subject[1].offices
    ]
    return max(others, key=lambda n: n[0])[1] if others else None


def _best(roster: Roster, described: Description) -> Cluster | None:
    """Return the person that fits best, None if none fits well enough."""
    aged = described.base == "Jährige"
    if described.indefinite or not (described.definite or described.possessive or aged):
        return None
    scored = [
        (score, -index, cluster)
        for index, cluster in enumerate(roster.persons())
        if (score := _score(cluster, described)) > 0
    ]
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _score(cluster: Cluster, described: Description) -> int:
    before = cluster.last_before(described.sentence, described.start)
    if before is None or not _fits(cluster, described):
        return 0
    distance = described.sentence - before.sentence
    if described.possessive and distance == 0:
        return 0
    score = _likeness(cluster, described, distance)
    return 0 if score == 0 else 100 * score + max(0, 50 - 5 * distance)


def _likeness(cluster: Cluster, described: Description, distance: int) -> int:
    points = 0
    if described.base in cluster.bases:
        points += 3
    if described.office in cluster.offices - GENERIC:
        points += 3
    if described.office == "minister" and _is_minister(cluster):
        points += 2
    if points and described.country and described.country == cluster.country:
        points += 2
    if points == 0 and described.office in GENERIC - {"minister", "spokesperson"}:
        points = _nearest(cluster, described, distance)
    return points


def _is_minister(cluster: Cluster) -> bool:
    return any(o.endswith("minister") for o in cluster.offices)


def _nearest(cluster: Cluster, described: Description, distance: int) -> int:
    """An age or "der Politiker": only a person with a name, close by."""
    generic = described.base in ("Jährige", "Politiker", "Mann", "Frau", "Kandidat")
    return int(generic and bool(cluster.words) and distance <= _WINDOW)


def _own_person(roster: Roster, described: Description) -> None:
    """Make a referent of a person without a name; known holders get theirs."""
    entry = _holder(roster, described)
    known = next((c for c in roster.persons() if entry and c.entry == entry), None)
    if known is not None:
        attach(roster, known, described, "de.names.office_holder")
        return
    name = roster.lines[described.sentence].words(described.start, described.end)
    cluster = Cluster(
        ActorKind.PERSON,
        entry.name if entry else name,
        (),
        entry,
        described.gender or (entry.gender if entry else ""),
        described.country,
    )
    cluster.offices = {described.office} - {"person", "chief", ""}
    cluster.bases = {described.base}
    rule = "de.names.office_holder" if entry else "de.names.unnamed_person"
    cluster.add(mention_of(described, rule, None))
    roster.new(cluster)


def _holder(roster: Roster, described: Description) -> Entry | None:
    """Return who held the office of the country then, if that is one person."""
    if described.office not in UNIQUE or not described.country or described.indefinite:
        return None
    offices = frozenset((described.office,))
    if described.base in ("Kanzler", "Bundeskanzler"):
        offices |= {"chancellor"}
    found = gazetteer().holders(offices, described.country, roster.first, roster.last)
    return found[0] if len(found) == 1 else None


def _link_group(roster: Roster, described: Description) -> None:
    """Give a plural to two persons named before, or to the same words before."""
    pair = _pair(roster, described)
    for cluster in pair:
        before = cluster.last_before(described.sentence, described.start)
        cluster.add(mention_of(described, "de.names.both", before))
    if not pair:
        own_group(roster, described)


def _pair(roster: Roster, described: Description) -> list[Cluster]:
    """Return the two persons "die beiden Staatschefs" means, else nothing."""
    tokens = roster.lines[described.sentence].tokens
    if described.noun is None or described.office == "person":
        return []
    begin = max(0, described.start - 2)
    both = any(t.lower.startswith("beide") for t in tokens[begin : described.head])
    definite = described.definite and described.office in UNIQUE
    if not (both or definite):
        return []
    near = [
        (before.place, c)
        for c in roster.persons()
        if (c.words or c.entry)
        and (before := c.last_before(described.sentence, described.start))
        and described.sentence - before.sentence <= _FAR
        and (described.office in c.offices or (both and not c.offices))
    ]
    near.sort(key=lambda n: n[0], reverse=True)
    return [c for _, c in near[:2]] if len(near) >= 2 else []
