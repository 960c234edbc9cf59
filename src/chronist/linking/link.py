"""What many reports amount to: the steps of linking, in order.

Reading order of this package: ``pile`` (what is handed in), ``names``, ``roster``, ``buckets``,
``person_rules``, ``thing_rules``, ``namesakes``, ``actors`` (who), ``parties``, ``prints``; ``words``, ``happenings``,
``candidates``, ``features``, ``retelling``, ``score``, ``clusters``, ``events`` (what is one
happening), ``entries`` with ``standing``, ``nominative``, ``event_nouns`` and ``headlines`` (one line each);
``statements``, ``breaches``, ``ledger``, ``pledges``; ``numbers``, ``conflicts``; ``weight`` (what matters most).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronist.linking.actors import Cast, find_actors
from chronist.linking.conflicts import find_conflicts
from chronist.linking.entries import make_entry, set_up
from chronist.linking.events import cluster_events
from chronist.linking.happenings import (
    Happening,
    print_playbill,
    see,
)
from chronist.linking.ledger import fold_copies, open_ledger
from chronist.linking.parties import in_event, in_pledge, in_statement
from chronist.linking.pile import Pile, gather
from chronist.linking.pledges import follow
from chronist.linking.prints import dated_as_in_origin
from chronist.linking.retelling import share_clauses
from chronist.linking.statements import join_sayings
from chronist.linking.weight import set_scale, weigh
from chronist.model.analysis import Analysis
from chronist.model.entry import Standing
from chronist.model.judgement import Judgement
from chronist.model.report import DuplicateGroup, Report
from chronist.model.story import Links


@dataclass(frozen=True, slots=True)
class Linking:
    """The state that one step hands to the next."""

    pile: Pile
    cast: Cast = field(default_factory=lambda: Cast((), {}, {}))
    seen: Mapping[str, Happening] = field(default_factory=dict)
    links: Links = field(default_factory=Links)


Step = Callable[[Linking], Linking]


def merge_actors(linking: Linking) -> Linking:
    """Find out which referents of all reports are one actor."""
    cast = find_actors(linking.pile)
    return replace(linking, cast=cast, links=replace(linking.links, actors=cast.actors))


def name_parties(linking: Linking) -> Linking:
    """Let events, statements and pledges name actors instead of referents."""
    analyses, actor_of = linking.pile.analyses, linking.cast.actor_of
    links = replace(
        linking.links,
        events=tuple(in_event(e, actor_of) for a in analyses for e in a.events),
        statements=tuple(
            in_statement(s, actor_of) for a in analyses for s in a.statements
        ),
        pledges=tuple(in_pledge(p, actor_of) for a in analyses for p in a.pledges),
    )
    return replace(linking, links=links)


def join_statements(linking: Linking) -> Linking:
    """Tell which statements are the same words in several reports."""
    statements = join_sayings(linking.links.statements)
    return replace(linking, links=replace(linking.links, statements=statements))


def date_copies(linking: Linking) -> Linking:
    """Let a copied sentence mean the day that its first print means."""
    events = dated_as_in_origin(linking.links.events, linking.pile)
    return replace(linking, links=replace(linking.links, events=events))


def merge_events(linking: Linking) -> Linking:
    """Make one entry of the events that are one happening."""
    playbill = print_playbill(linking.links.actors, linking.cast.heads)
    seen = share_clauses(
        {e.id: see(e, linking.pile, playbill) for e in linking.links.events}
    )
    clusters = cluster_events(tuple(seen.values()), linking.pile)
    desk = set_up(linking.pile, playbill)
    entries = [make_entry(c, desk) for c in clusters]
    ordered = tuple(sorted(entries, key=lambda e: e.id))
    return replace(linking, seen=seen, links=replace(linking.links, entries=ordered))


def follow_pledges(linking: Linking) -> Linking:
    """Fold the pledges that copies repeat, and look for what came of each."""
    pile, links = linking.pile, linking.links
    heads = linking.cast.heads
    named = [actor for actor in links.actors if actor.id not in heads]
    ledger = open_ledger(pile, linking.seen, links.entries, named)
    kept = fold_copies(links.pledges, pile)
    pledges = tuple(follow(pledge, ledger) for pledge in kept)
    return replace(linking, links=replace(links, pledges=pledges))


def compare_accounts(linking: Linking) -> Linking:
    """Find what cannot all hold, and mark the entries it concerns as disputed."""
    links = linking.links
    conflicts = find_conflicts(links.entries, linking.seen, linking.pile)
    disputed = {conflict.entry for conflict in conflicts}
    entries = tuple(
        replace(e, standing=Standing.DISPUTED) if e.id in disputed else e
        for e in links.entries
    )
    links = replace(links, entries=entries, conflicts=conflicts)
    return replace(linking, links=links)


def weigh_entries(linking: Linking) -> Linking:
    """Say of each entry how much it matters to the story."""
    links, heads = linking.links, linking.cast.heads
    scale = set_scale(links.entries, linking.pile, linking.seen, heads)
    entries = tuple(weigh(entry, scale) for entry in links.entries)
    return replace(linking, links=replace(links, entries=entries))


STEPS: tuple[Step, ...] = (
    merge_actors,
    name_parties,
    join_statements,
    date_copies,
    merge_events,
    follow_pledges,
    compare_accounts,
    weigh_entries,
)


def link(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    duplicates: Sequence[DuplicateGroup],
    judgements: Sequence[Judgement],
) -> Links:
    """Return actors, entries, the course of pledges and conflicts of a pile.

    The order of the arguments' items changes nothing; equal piles give equal ids.
    """
    pile = gather(reports, analyses, duplicates, judgements)
    linking = Linking(pile)
    for step in STEPS:
        linking = step(linking)
    return linking.links
