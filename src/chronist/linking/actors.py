"""From the referents of all reports to the actors of the story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chronist.linking.buckets import Bucket
from chronist.linking.clusters import Clusters, join_judged, judgement_marks
from chronist.linking.names import fold, without_genitive
from chronist.linking.namesakes import RULES
from chronist.linking.nominative import nominative
from chronist.linking.pile import Pile
from chronist.linking.roster import Roster, call, first_mention, is_named, name_forms
from chronist.linking.words import head_noun
from chronist.model.actor import Actor, ActorKind, MentionKind, Referent
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.judgement import Subject, Verdict
from chronist.text.digest import content_id

_AHEAD = 24
"""Code points before a description in which its article or preposition stands."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors, and which of them each referent is.

    ``heads`` holds, for actors that no report names, the stem of the noun that
    describes them ("Demonstranten"): a weak sign that two are the same.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[str, str]
    heads: Mapping[str, str]


def find_actors(pile: Pile) -> Cast:
    """Merge referents by the rules of ``namesakes`` and by judgement."""
    roster = call(pile)
    clusters = _clusters(roster)
    buckets = [*_judged(clusters, pile), *_apply_rules(roster, clusters)]
    reasons = _reasons(roster, clusters, buckets)
    groups = [[roster.referents[m] for m in c] for c in clusters.components()]
    ids = _ids(roster, groups)
    actors = [
        _actor(i, group, reasons.get(group[0].id, ()), pile)
        for i, group in zip(ids, groups, strict=True)
    ]
    named = _renamed(pile, actors)
    actor_of = {r: actor.id for actor in named for r in actor.referents}
    heads = {
        actor.id: head_noun(roster.referents[actor.referents[0]].name)
        for actor in named
        if not any(is_named(roster.referents[r]) for r in actor.referents)
    }
    return Cast(tuple(sorted(named, key=lambda a: a.id)), actor_of, heads)


def _clusters(roster: Roster) -> Clusters:
    apart = judgement_marks(roster.pile.judged(Subject.ACTOR, Verdict.DIFFERENT))
    clusters = Clusters()
    for referent in roster.referents.values():
        marks = dict(apart.get(referent.id, {}))
        if referent.known is not None:
            marks["known"] = frozenset({referent.known})
        clusters.add(referent.id, marks)
    return clusters


def _judged(clusters: Clusters, pile: Pile) -> list[Bucket]:
    return [
        Bucket(
            "link.actors.judged_same",
            f"{judgement.author} hat sie als dieselben erkannt.",
            f"{judgement.author} judged them to be the same.",
            members,
        )
        for judgement, members in join_judged(clusters, pile, Subject.ACTOR)
    ]


def _apply_rules(roster: Roster, clusters: Clusters) -> list[Bucket]:
    applied = []
    for rule in RULES:
        for bucket in rule(roster, clusters):
            applied += _join(clusters, bucket)
    return applied


def _join(clusters: Clusters, bucket: Bucket) -> list[Bucket]:
    """Join the members; where some may not meet, they form several components."""
    roots: list[list[str]] = []
    news: set[str] = set()
    for member in bucket.members:
        root = next((r for r in roots if clusters.may_join(r[0], member)), None)
        if root is None:
            roots.append([member])
            continue
        if not clusters.together(root[0], member):
            news.add(root[0])
            clusters.join(root[0], member)
        root.append(member)
    return [replace(bucket, members=tuple(root)) for root in roots if root[0] in news]


def _reasons(
    roster: Roster, clusters: Clusters, buckets: Iterable[Bucket]
) -> dict[str, tuple[Derivation, ...]]:
    """Return per component, under its smallest member, why it is one."""
    leaders = clusters.leaders()
    reasons: dict[str, list[Derivation]] = defaultdict(list)
    for bucket in buckets:
        first = leaders[bucket.members[0]]
        shown = {c for m in bucket.members for c in first_mention(roster.referents[m])}
        reasons[first].append(
            Derivation(bucket.rule, bucket.de, bucket.en, tuple(sorted(shown)))
        )
    return {first: tuple(dict.fromkeys(why)) for first, why in reasons.items()}


def _ids(roster: Roster, groups: Sequence[Sequence[Referent]]) -> list[str]:
    """Return ids made from names, so that a further report changes them rarely.

    Of several actors with one name, the one with the smallest referent id keeps the
    plain id; the others add that referent id.
    """
    taken: set[str] = set()
    ids = []
    for group in groups:
        key = _id_key(roster, group)
        plain = content_id("a", *key)
        if plain in taken or not key:
            plain = content_id("a", *key, group[0].id)
        taken.add(plain)
        ids.append(plain)
    return ids


def _id_key(roster: Roster, group: Sequence[Referent]) -> tuple[str, ...]:
    known = sorted(r.known for r in group if r.known is not None)
    if known:
        return ("known", known[0])
    persons = [roster.persons[r.id] for r in group if r.id in roster.persons]
    full = sorted(p.key for p in persons if p.is_full)
    if persons:
        return ("person", full[0] if full else min(p.key for p in persons))
    things = sorted(roster.things[r.id] for r in group if r.id in roster.things)
    return ("thing", max(things, key=lambda t: (len(t), t))) if things else ()


def _actor(
    actor_id: str,
    group: Sequence[Referent],
    reasons: tuple[Derivation, ...],
    pile: Pile,
) -> Actor:
    kind = _majority(group)
    forms = _without_genitives(name_forms(group))
    own = _without_genitives(Counter(r.name for r in group if is_named(r)))
    name = _canonical(kind, own, forms) if own else _description(group, pile)
    known = sorted(r.known for r in group if r.known is not None)
    return Actor(
        id=actor_id,
        name=name,
        kind=kind,
        aliases=tuple(form for form in _by_count(forms) if form != name),
        descriptions=tuple(_by_count(_descriptions(group))),
        citations=_citations(group),
        referents=tuple(r.id for r in group),
        derivations=reasons,
        known=known[0] if known else None,
    )


def _majority(group: Sequence[Referent]) -> ActorKind:
    named = [r for r in group if is_named(r)] or group
    counted = Counter(r.kind for r in named)
    order = list(ActorKind)
    return min(counted, key=lambda kind: (-counted[kind], order.index(kind)))


def _without_genitives(forms: Counter[str]) -> Counter[str]:
    """Count genitives under the form without ending, where that occurs as well,
    alone or as the last word of a full name."""
    by_last = {form.rsplit(" ", 1)[-1]: form for form in sorted(forms)}
    kept: Counter[str] = Counter()
    for form, count in forms.items():
        bases = [form[:-1], form[:-2]] if without_genitive(fold(form)) else []
        whole = next((b for b in bases if b in forms), None)
        part = next((by_last[b] for b in bases if b in by_last), form)
        kept[whole or part] += count
    return kept


def _canonical(kind: ActorKind, own: Counter[str], forms: Counter[str]) -> str:
    """Return the name to show: for persons the most frequent full name, else the
    most frequent form that reports use as the name; then the longer one."""
    pool = list(own)
    if kind is ActorKind.PERSON:
        pool = [f for f in own if " " in f] or pool
    return min(pool, key=lambda f: (-own[f], -forms[f], -len(f), f))


def _description(group: Sequence[Referent], pile: Pile) -> str:
    """Return a description in the nominative: the one that its report uses as the
    name if it stands so, else one that does, else what is left without endings."""
    told: Counter[tuple[bool, bool, str]] = Counter()
    for referent in group:
        text = pile.reports[referent.report].text
        for mention in referent.mentions:
            if mention.kind is not MentionKind.PRONOUN:
                start = mention.citation.start
                words = " ".join(mention.citation.text.split())
                plain = nominative(words, text[max(start - _AHEAD, 0) : start])
                told[plain != words, words != referent.name, plain] += 1
    if not told:
        return group[0].name
    return min(told, key=lambda form: (form[:2], -told[form], -len(form[2]), form))[2]


def _descriptions(group: Iterable[Referent]) -> Counter[str]:
    described: Counter[str] = Counter()
    for referent in group:
        words = (m for m in referent.mentions if m.kind is MentionKind.DESCRIPTION)
        described.update(" ".join(m.citation.text.split()) for m in words)
    return described


def _by_count(forms: Counter[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-forms[form], form))


def _citations(group: Sequence[Referent]) -> tuple[Citation, ...]:
    telling = {
        m.citation
        for r in group
        for m in r.mentions
        if m.kind is not MentionKind.PRONOUN
    }
    return tuple(sorted(telling or {m.citation for r in group for m in r.mentions}))


def _renamed(pile: Pile, actors: Iterable[Actor]) -> list[Actor]:
    by_referent = {r: actor.id for actor in actors for r in actor.referents}
    now = {actor.id: actor for actor in actors}
    for judgement in pile.judged(Subject.ACTOR, Verdict.RENAME):
        evidence = [r for t in judgement.targets for r in t if r in by_referent]
        if judgement.value is None or not evidence:
            continue
        target = Counter(by_referent[r] for r in evidence).most_common()
        most = max(count for _, count in target)
        chosen = min(actor for actor, count in target if count == most)
        now[chosen] = _rename(now[chosen], judgement.value, judgement.author)
    return list(now.values())


def _rename(actor: Actor, name: str, author: str) -> Actor:
    reason = Derivation(
        "link.actors.renamed",
        f"{author} hat „{actor.name}“ in „{name}“ umbenannt.",
        f"{author} renamed „{actor.name}“ to „{name}“.",
    )
    aliases = dict.fromkeys((actor.name, *actor.aliases))
    return replace(
        actor,
        name=name,
        aliases=tuple(a for a in aliases if a != name),
        derivations=(*actor.derivations, reason),
    )
