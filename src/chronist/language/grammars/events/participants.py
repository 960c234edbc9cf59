"""Who took part: every mention near a trigger is weighed for every role.

The signs are grammatical (slot, voice, order, distance, kind of actor, type of
event); their weights were counted on the annotated corpus and stand in
``events/roles``. A mention gets its likeliest role if that passes a threshold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronist.language.grammars.events.parse import Parse
from chronist.language.grammars.events.relations import (
    antecedent,
    governing_verb,
    is_of_other_clause,
    relation,
)
from chronist.language.grammars.events.setting import Placed, Setting
from chronist.language.grammars.events.slots import Slot, slots_of, voice_of
from chronist.language.grammars.events.triggers import Trigger
from chronist.lexica.load import load_table
from chronist.model.event import Role


@dataclass(frozen=True, slots=True)
class Part:
    """A mention in a role, with the sign that spoke loudest for it."""

    mention: Placed
    role: Role
    chance: float
    sign: str


def find_parts(trigger: Trigger, parse: Parse) -> tuple[Part, ...]:
    """Return the participants of an event in its sentence, one part an actor and role."""
    best: dict[tuple[str, Role], Part] = {}
    for mention, found in pair_signs(trigger, parse):
        part = _weigh(mention, found)
        if part is None or _is_foreign(part, trigger, parse):
            continue
        key = (mention.referent.id, part.role)
        if key not in best or best[key].chance < part.chance:
            best[key] = part
    return tuple(sorted(_one_role_each(best.values()), key=lambda p: p.mention.first))


def _is_foreign(part: Part, trigger: Trigger, parse: Parse) -> bool:
    """Whether a party belongs to another clause; places may be shared."""
    if part.role is Role.PLACE:
        return False
    return is_of_other_clause(parse, trigger.index, part.mention)


def _one_role_each(parts: Iterable[Part]) -> Iterator[Part]:
    """Keep an actor's likeliest role; nobody meets himself."""
    kept: dict[str, Part] = {}
    for part in sorted(parts, key=lambda p: (-p.chance, p.role)):
        kept.setdefault(part.mention.referent.id, part)
    yield from kept.values()


def _weigh(mention: Placed, found: Sequence[str]) -> Part | None:
    weights = _weights()
    rows = [(weights[sign], sign) for sign in found if sign in weights]
    best: Part | None = None
    for number, role in enumerate(Role):
        if role is Role.PLACE and not mention.is_place:
            continue
        chance = 1 / (1 + math.exp(-sum(row[number] for row, _ in rows)))
        if chance >= _threshold(role) and (best is None or chance > best.chance):
            loudest = max(rows, key=lambda row: (row[0][number], row[1]))
            best = Part(mention, role, chance, loudest[1])
    return best


@cache
def _threshold(role: Role) -> float:
    return float(load_table(f"events/roles_{role.value}")["threshold"])


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    """Return sign → its weight for each role, in the order of ``Role``."""
    tables = [load_table(f"events/roles_{role.value}") for role in Role]
    signs = {sign for table in tables for sign in table if sign != "threshold"}
    return {s: tuple(float(t.get(s, 0.0)) for t in tables) for s in sorted(signs)}


def pair_signs(trigger: Trigger, parse: Parse) -> Iterator[tuple[Placed, list[str]]]:
    """Yield each mention of the trigger's sentence with its signs."""
    setting = trigger.setting
    voice = voice_of(setting, trigger.index, trigger.word.kind)
    slots = slots_of(setting)
    order = _ranks(setting, trigger.index)
    for number, mention in enumerate(setting.mentions):
        if mention.first <= trigger.index < mention.last:
            yield mention, ["all", "holds the trigger", f"{trigger.type} holds"]
            continue
        found = list(_signs(trigger, mention, slots[number], voice))
        found += _grammar_signs(parse, trigger, mention, voice)
        found.append(f"{voice} {order[number]}")
        yield mention, found


def _signs(trigger: Trigger, mention: Placed, slot: Slot, voice: str) -> Iterator[str]:
    setting, index = trigger.setting, trigger.index
    kind = mention.referent.kind.value
    bare = slot.name.partition(":")[0]
    far = _distance(setting, index, mention)
    yield "all"
    yield f"kind {kind}"
    yield f"mention {mention.mention.kind.value}"
    yield f"{voice} {slot.name} {far}"
    yield f"{voice} {bare} {kind}"
    yield f"{trigger.type} {kind}"
    yield f"{trigger.type} {voice} {bare}"
    yield f"{trigger.type} {voice} {bare} {kind}"
    yield f"{voice} {slot.name} {kind} {far}"
    yield f"{trigger.type} {far} {kind}"
    yield f"{trigger.word.key} {bare}"
    yield f"{trigger.word.key} {voice} {kind}"
    if slot.behind == index:
        yield f"hangs on it {bare}"
        yield f"hangs on it {trigger.type} {bare}"
    elif slot.behind is not None:
        yield f"hangs on another {bare}"
    yield from _from_structure(setting, trigger, mention, voice, bare)
    yield from _from_statement(setting, index, mention)


def _grammar_signs(
    parse: Parse, trigger: Trigger, mention: Placed, voice: str
) -> Iterator[str]:
    """Yield signs from the path between the two words in the sentence's grammar."""
    path, kind = relation(parse, trigger.index, mention), mention.referent.kind.value
    yield f"{voice}: {path}"
    yield f"{voice}: {path} {kind}"
    yield f"{trigger.type} {voice}: {path}"
    yield f"{trigger.type} {voice}: {path} {kind}"
    yield f"{trigger.word.key}: {path}"
    lemma = governing_verb(parse, trigger.index)
    if lemma:
        yield f"{voice} under {lemma}: {path}"
        yield f"{trigger.type} under {lemma}: {path}"
    behind = antecedent(parse, trigger.index, mention)
    if behind:
        yield f"{voice} {behind}"
        yield f"{trigger.type} {voice} {behind}"


_RELATIVE = frozenset(
    [
        "der",
        "die",
        "das",
        "dem",
        "den",
        "dessen",
        "deren",
        "denen",
        "welcher",
        "welche",
        "welches",
        "wo",
    ]
)


def _from_structure(
    setting: Setting, trigger: Trigger, mention: Placed, voice: str, bare: str
) -> Iterator[str]:
    """Yield signs of relative clauses, infinitives with zu, nesting and doubles."""
    clause = setting.clause_at(trigger.index)
    opening = setting.tokens[clause.first].lower
    if opening in _RELATIVE and clause.first > 0 and mention.last == clause.first - 1:
        yield f"antecedent {voice} {opening}"
        yield f"antecedent {trigger.type} {voice}"
    if "zu" in {r.form for r in setting.tokens[trigger.index].verb} or (
        setting.tokens[trigger.index - 1].lower == "zu"
    ):
        yield f"controls {bare} {_distance(setting, trigger.index, mention)}"
    others = [m for m in setting.mentions if m is not mention]
    if any(m.first <= mention.first and mention.last <= m.last for m in others):
        yield f"nested {mention.referent.kind.value}"
    if any(m.referent.id == mention.referent.id for m in others):
        yield "named twice"
    if not any(m.is_place == mention.is_place for m in others):
        yield f"alone {voice} {mention.referent.kind.value}"
    yield f"named {min(len(mention.referent.mentions), 6)} {mention.referent.kind.value}"


def _distance(setting: Setting, index: int, mention: Placed) -> str:
    own, other = setting.clause_numbers[index], setting.clause_numbers[mention.first]
    if own == other:
        return "here"
    side = "before" if other < own else "after"
    return f"next {side}" if abs(other - own) == 1 else f"far {side}"


def _from_statement(setting: Setting, index: int, mention: Placed) -> Iterator[str]:
    statement = setting.statement_at(index)
    if statement is None:
        if setting.is_cue(index) and _speaks(setting, mention, index):
            yield "speaker of the cue"
        return
    if statement.speaker == mention.referent.id:
        yield "speaks of it"
    start = setting.tokens[mention.first].start
    inside = any(p.start <= start < p.end for p in statement.content)
    yield "said with it" if inside else "not said with it"


def _speaks(setting: Setting, mention: Placed, index: int) -> bool:
    token = setting.tokens[index]
    return any(
        s.speaker == mention.referent.id
        for s in setting.statements
        if s.cue is not None and s.cue.start <= token.start < s.cue.end
    )


def _ranks(setting: Setting, index: int) -> list[str]:
    """Say for each mention whether it is the nearest, next … before or after."""
    before = sorted(
        {m.first for m in setting.mentions if m.first < index}, reverse=True
    )
    after = sorted({m.first for m in setting.mentions if m.first > index})
    ranks = []
    for mention in setting.mentions:
        side, places = ("before", before) if mention.first < index else ("after", after)
        rank = places.index(mention.first) if mention.first in places else 0
        ranks.append(f"{side}{min(rank, 2)}")
    return ranks
