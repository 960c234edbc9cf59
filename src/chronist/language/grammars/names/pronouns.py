"""Whom er, sie, sein, ihr and beide mean, where that is clear."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from chronist.language.grammars.names.clusters import Cluster, Found, Roster
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind, MentionKind

_HE = frozenset(("er", "ihn", "ihm"))
_SHE = frozenset(("sie", "ihr"))
_HIS = ("sein", "seine", "seiner", "seinem", "seinen", "seines")
_HER = ("ihre", "ihrer", "ihrem", "ihren", "ihres")
_BOTH = frozenset(("beide", "beiden"))
_REACH = 2
"""Sentences a pronoun may look back; never across paragraphs but the first one."""
_OPENING, _CLOSING = "„»", "“«”"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun: token index, gender, whether it stands for two."""

    sentence: int
    at: int
    gender: str
    possessive: bool
    both: bool


def find_pronouns(roster: Roster, sentence: int) -> list[Pronoun]:
    """Return the pronouns of a sentence that may stand for persons."""
    tokens = roster.lines[sentence].tokens
    found: list[Pronoun] = []
    quoted = False
    for index, token in enumerate(tokens):
        if token.text in _OPENING:
            quoted = True
        elif token.text in _CLOSING:
            quoted = False
        elif not quoted:
            made = _pronoun(sentence, index, token, tokens)
            if made is not None:
                found.append(made)
    return found


def _pronoun(
    sentence: int, index: int, token: Token, tokens: tuple[Token, ...]
) -> Pronoun | None:
    lower = token.lower
    if token.is_capitalised and index > 0:
        return None
    noun_follows = index + 1 < len(tokens) and tokens[index + 1].is_capitalised
    if lower in _HE or (lower in _HIS and (noun_follows or lower != "sein")):
        return Pronoun(sentence, index, "m", lower in _HIS, both=False)
    if lower in _SHE or lower in _HER:
        both = _plural_verb(tokens, index)
        possessive = lower in _HER or (lower == "ihr" and noun_follows)
        return Pronoun(sentence, index, "" if both else "f", possessive, both)
    if lower in _BOTH and _stands_alone(tokens, index):
        return Pronoun(sentence, index, "", possessive=False, both=True)
    return None


def _stands_alone(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether "beide" is followed by no noun and no adjective."""
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    adjective = following.lower.endswith("en") and not following.verb
    return not following.is_capitalised and not adjective


def _plural_verb(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the verb beside "sie" is only plural."""
    if tokens[index].lower != "sie":
        return False
    for near in (index - 1, index + 1):
        if 0 <= near < len(tokens):
            numbers = {r.number for r in tokens[near].verb if r.finite}
            if numbers:
                return numbers == {"pl"}
    return False


def link_pronoun(roster: Roster, pronoun: Pronoun) -> None:
    """Give a pronoun to its person or persons, if that is clear."""
    if pronoun.both:
        pair = _two_nearest(roster, pronoun)
        for cluster in pair:
            _attach(cluster, pronoun, "de.names.pronoun_both")
        return
    chosen = _antecedent(roster, pronoun)
    if chosen is not None:
        _attach(chosen, pronoun, "de.names.pronoun")


def _attach(cluster: Cluster, pronoun: Pronoun, rule: str) -> None:
    before = cluster.last_before(pronoun.sentence, pronoun.at)
    cluster.add(
        Found(
            pronoun.sentence,
            pronoun.at,
            pronoun.at + 1,
            MentionKind.PRONOUN,
            rule,
            before.place if before else None,
        )
    )


def _in_reach(roster: Roster, pronoun: Pronoun, cluster: Cluster) -> Found | None:
    before = cluster.last_before(pronoun.sentence, pronoun.at)
    if before is None or pronoun.sentence - before.sentence > _REACH:
        return None
    here = roster.lines[pronoun.sentence].sentence
    there = roster.lines[before.sentence].sentence
    if here.segment != there.segment and pronoun.sentence - before.sentence > 1:
        return None
    return before


def _antecedent(roster: Roster, pronoun: Pronoun) -> Cluster | None:
    """Return the nearest person of the gender; among those of one sentence a named
    one, and the one named first, which is mostly the subject."""
    ranked: list[tuple[int, bool, int, int, Cluster]] = []
    for index, cluster in enumerate(roster.persons()):
        before = _in_reach(roster, pronoun, cluster)
        if before is None or not _agrees(cluster, pronoun):
            continue
        if _is_own_subject(roster, pronoun, before):
            continue
        first = min(
            m.start
            for m in cluster.mentions
            if m.sentence == before.sentence
            and (m.sentence, m.start) < (pronoun.sentence, pronoun.at)
        )
        distance = pronoun.sentence - before.sentence
        ranked.append((distance, not cluster.words, first, index, cluster))
    return min(ranked, key=lambda r: r[:4])[4] if ranked else None


def _agrees(cluster: Cluster, pronoun: Pronoun) -> bool:
    if not cluster.gender:
        return pronoun.gender == "m"
    return cluster.gender == pronoun.gender


def _is_own_subject(roster: Roster, pronoun: Pronoun, before: Found) -> bool:
    """Whether the person stands in the same clause, where "ihn" and "ihm" cannot mean
    the one who acts."""
    tokens = roster.lines[pronoun.sentence].tokens
    if before.sentence != pronoun.sentence or tokens[pronoun.at].lower not in _OBJECT:
        return False
    return all(t.text not in _CLAUSE_ENDS for t in tokens[before.end : pronoun.at])


_OBJECT = frozenset(("ihn", "ihm"))
_CLAUSE_ENDS = frozenset(",;:–")


def _two_nearest(roster: Roster, pronoun: Pronoun) -> list[Cluster]:
    groups = [
        (before.place, c)
        for c in roster.clusters
        if (c.kind is ActorKind.PERSON or c.kind is ActorKind.GROUP)
        and (before := _in_reach(roster, pronoun, c))
    ]
    groups.sort(key=lambda g: g[0], reverse=True)
    if not groups:
        return []
    if groups[0][1].kind is ActorKind.GROUP:
        return [groups[0][1]]
    persons = [c for _, c in groups if c.kind is ActorKind.PERSON]
    for first, second in combinations(persons, 2):
        if first.offices & second.offices - {"spokesperson", "minister"}:
            return [first, second]
    return persons[:2] if len(persons) >= 2 else []
