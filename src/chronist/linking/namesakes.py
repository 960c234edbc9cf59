"""The rules by which referents of many reports become one actor.

Each rule yields buckets: referents that are one actor if nothing forbids it, with
the reason. A later rule sees what the earlier ones joined. No rule looks at pairs,
so work grows with the number of referents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from chronist.linking import person_rules, thing_rules
from chronist.linking.buckets import Bucket, BucketRule, grouped
from chronist.linking.clusters import Clusters
from chronist.linking.roster import Roster, by_report, description_key, first_mention


def same_known(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """Both are the same person, country or organisation of our own knowledge."""
    groups = grouped((r.known, r.id) for r in roster.referents.values() if r.known)
    for known, members in groups:
        yield Bucket(
            "link.actors.known",
            f"Beide sind in Chronists Wissen derselbe Eintrag ({known}).",
            f"Both are the same record of Chronist's knowledge ({known}).",
            members,
        )


def printed_twice(roster: Roster, _: Clusters) -> Iterator[Bucket]:
    """The same words for somebody in copies of one text mean the same one.

    Where one print uses them for several, the first pairs with the first, and so on.
    """
    keys: list[tuple[str | None, str]] = []
    for report, referents in by_report(roster.referents.values()).items():
        group = roster.pile.group_of[report]
        times: Counter[str] = Counter()
        for referent in sorted(referents, key=lambda r: (first_mention(r), r.id)):
            words = f"{referent.kind} {description_key(referent)}"
            times[words] += 1
            keys.append((f"{group} {words} {times[words]}", referent.id))
    for _key, members in grouped(keys):
        name = roster.referents[members[0]].name
        yield Bucket(
            "link.actors.copies",
            f"Abdrucke desselben Textes nennen „{name}“ mit denselben Worten.",
            f"Prints of the same text use the same words for „{name}“.",
            members,
        )


RULES: tuple[BucketRule, ...] = (
    same_known,
    printed_twice,
    person_rules.full_name,
    person_rules.middle_name,
    person_rules.initial,
    person_rules.last_name_in_report,
    person_rules.last_name_in_pile,
    person_rules.last_name_in_company,
    thing_rules.same_name,
    thing_rules.inflected_name,
    thing_rules.abbreviation,
    thing_rules.used_alike,
)
"""Strongest first. Descriptions alone ("der Präsident", "Demonstranten") are merged
by no rule except between copies: the same words mean others elsewhere."""
