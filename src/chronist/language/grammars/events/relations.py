"""How a mention relates to a trigger: subject of its verb, hanging on its noun, …

A relation is a short name made of steps, "subject", "on it mit", "subject of above":
what a grammar would call the path between the two words. ``participants`` weighs them.
"""

from __future__ import annotations

from chronist.language.grammars.events.chunks import Chunk, chunk_at
from chronist.language.grammars.events.frames import Frame, FrameKind, frame_at
from chronist.language.grammars.events.parse import Parse, pronoun_is_subject, root_of
from chronist.language.grammars.events.setting import Placed
from chronist.language.grammars.stance.occurrence import Surroundings


def relation(parse: Parse, index: int, mention: Placed) -> str:
    """Return the name of the relation of a mention to a trigger."""
    other = chunk_at(parse.chunks, mention.last - 1)
    if other < 0:
        return "apart"
    inside = _inside(parse, other, mention)
    if inside:
        return f"{inside} {parse.functions[other].removeprefix('in ')}"
    own = -1 if _is_verb(parse, index) else chunk_at(parse.chunks, index)
    near = _near_noun(parse, own, other, index, mention) if own >= 0 else ""
    return near or _through_clauses(parse, index, own, other)


def is_of_other_clause(parse: Parse, index: int, mention: Placed) -> bool:
    """Whether a mention stands behind a preposition, or inside a phrase, of a clause
    that the verb does not stand in and takes no subject from.

    "Er wollte gegen X antreten, wurde aber verhaftet" says nothing of X's arrest.
    """
    if not _is_verb(parse, index):
        return False
    path = relation(parse, index, mention)
    if " of " not in path and " far " not in path:
        return False
    antecedent_of = "from relative without subject" in path
    return not (antecedent_of or path.startswith(("subject", "object", "dative")))


def _inside(parse: Parse, chunk: int, mention: Placed) -> str:
    """Say whether a mention is only a part of a phrase about somebody else."""
    if _is_nested(parse, mention):
        return "nested"
    return "possessive" if _is_possessive(parse, chunk, mention) else ""


def _through_clauses(parse: Parse, index: int, own: int, other: int) -> str:
    """Name the mention's function, and how its clause stands to the trigger's."""
    if _acts_in(parse, index) == other:
        step, function = "", "subject"
    else:
        step, function = _step(parse, index, other), parse.functions[other]
    if own < 0:
        return function + step
    return f"{function} beside {parse.functions[own]}{step}"


def _is_possessive(parse: Parse, chunk: int, mention: Placed) -> bool:
    """Whether it is only the possessive of its phrase: "ihr" in "ihr Gastgeber"."""
    word = parse.tokens[mention.first].lower
    alone = mention.last == mention.first + 1 < parse.chunks[chunk].last
    return alone and word.startswith(("sein", "ihr", "unser"))


def _acts_in(parse: Parse, index: int) -> int:
    """Return the chunk that a clause without a subject takes for its own, or -1.

    A joined clause and an infinitive share the subject of the clause above, after
    verbs such as "auffordern" its object; a relative clause has its antecedent.
    """
    own = frame_at(parse.frames, index)
    return -1 if parse.subjects[own] >= 0 else _shared_subject(parse, own, 3)


def _shared_subject(parse: Parse, number: int, reach: int) -> int:
    frame = parse.frames[number]
    if parse.subjects[number] >= 0:
        return parse.subjects[number]
    if frame.kind is FrameKind.RELATIVE and not frame.joined:
        return _antecedent_chunk(parse, frame)
    infinitive = frame.kind is FrameKind.INFINITIVE
    if frame.above < 0 or reach == 0 or not (frame.joined or infinitive):
        return -1
    if infinitive and _commands(parse, frame.above):
        return _object_of(parse, frame.above)
    return _shared_subject(parse, frame.above, reach - 1)


def _antecedent_chunk(parse: Parse, frame: Frame) -> int:
    """Return the chunk before a relative clause, if the pronoun is its subject."""
    if not pronoun_is_subject(parse.tokens, frame):
        return -1
    before = frame.first - 1
    at = before - 1 if parse.tokens[before].text == "," else before
    return chunk_at(parse.chunks, at)


def _commands(parse: Parse, frame: int) -> bool:
    """Whether a clause's verb leaves the act to its object: "forderte ihn auf, zu"."""
    tags = [parse.tokens[i].tags for i in parse.frames[frame].verbs]
    return any("events/commanding" in t for t in tags)


def _object_of(parse: Parse, frame: int) -> int:
    """Return the last object or dative of a clause, or its subject if passive, or -1."""
    own = [n for n, f in enumerate(parse.frame_of) if f == frame]
    objects = [n for n in own if parse.functions[n] in ("object", "dative")]
    return objects[-1] if objects else parse.subjects[frame]


def _is_nested(parse: Parse, mention: Placed) -> bool:
    """Whether it stands inside another's: "Belarus" in "Führung in Belarus"."""
    return any(
        m.first <= mention.first
        and mention.last <= m.last
        and m.last - m.first > mention.last - mention.first
        for m in parse.mentions
    )


def _is_verb(parse: Parse, index: int) -> bool:
    return bool(parse.tokens[index].verb)


def _near_noun(parse: Parse, own: int, other: int, index: int, mention: Placed) -> str:
    """Name what hangs on the trigger's phrase, or what that hangs on; empty if none."""
    chunks = parse.chunks
    if own == other:
        return "same phrase before" if mention.first < index else "same phrase behind"
    path: list[str] = []
    at = other
    while 0 <= chunks[at].behind < len(chunks) and len(path) < 3:
        path.append(_link(chunks[at], at))
        at = chunks[at].behind
        if at == own:
            return "on it " + " on ".join(path)
    if root_of(chunks, own) == other:
        return "it hangs on"
    return ""


def _link(chunk: Chunk, number: int) -> str:
    if chunk.preposition:
        return chunk.preposition
    return "possessor" if chunk.behind > number else "genitive"


def _step(parse: Parse, index: int, other: int) -> str:
    """Name the way from the trigger's frame to the mention's, empty in the same."""
    own, far = frame_at(parse.frames, index), parse.frame_of[other]
    if own == far:
        return ""
    frame = parse.frames[own]
    if frame.above == far:
        return f" of {'joined' if frame.joined else 'above'} from {frame.kind}{_gap(parse, own)}"
    if parse.frames[far].above == own:
        return f" of {'joined ' if parse.frames[far].joined else ''}{parse.frames[far].kind} below"
    return " far before" if far < own else " far behind"


def _gap(parse: Parse, frame: int) -> str:
    return "" if parse.subjects[frame] >= 0 else " without subject"


def antecedent(parse: Parse, index: int, mention: Placed) -> str:
    """Say what the mention is as the antecedent of the trigger's relative clause."""
    number = frame_at(parse.frames, index)
    frame = parse.frames[number]
    if frame.kind is not FrameKind.RELATIVE or frame.opener < 1:
        return ""
    gap = parse.tokens[mention.last : frame.first]
    if len(gap) > 1 or (gap and gap[0].text != ","):
        return ""
    before = parse.tokens[frame.opener - 1]
    pronoun = parse.tokens[frame.opener].lower
    if "words/prepositions" in before.tags:
        return f"antecedent {before.lower}"
    role = (
        "subject"
        if pronoun_is_subject(parse.tokens, frame) and parse.subjects[number] < 0
        else pronoun
    )
    return f"antecedent {role}"


def governing_verb(parse: Parse, index: int) -> str:
    """Return the verb that governs a trigger: of a noun its clause's, of an infinitive
    or participle the helping verb's or that of the clause above."""
    frame = parse.frames[frame_at(parse.frames, index)]
    others = [parse.tokens[i] for i in frame.verbs if i != index]
    full = [t for t in others if "verbs/auxiliary" not in t.tags]
    if full:
        return full[-1].lemma
    if frame.kind is FrameKind.INFINITIVE and frame.above >= 0:
        above = [parse.tokens[i] for i in parse.frames[frame.above].verbs]
        full = [t for t in above if "verbs/auxiliary" not in t.tags]
        return full[-1].lemma if full else ""
    return others[-1].lemma if others else ""


def surroundings_of(parse: Parse, index: int) -> Surroundings:
    """Return what the trigger's clause and phrase hang on, for the stance rules."""
    frame = parse.frames[frame_at(parse.frames, index)]
    opener = parse.tokens[frame.opener].lower if frame.opener >= 0 else frame.kind.value
    if frame.kind is FrameKind.RELATIVE:
        opener = frame.kind.value
    above = parse.frames[frame.above] if frame.above >= 0 else None
    chunk = chunk_at(parse.chunks, index)
    if chunk < 0 or parse.tokens[index].verb:
        return Surroundings(
            opener, _verb_of(parse, above), governing_verb(parse, index)
        )
    behind = parse.chunks[chunk].behind
    hung = 0 <= behind < len(parse.chunks)
    return Surroundings(
        opener,
        _verb_of(parse, above),
        governing_verb(parse, index),
        parse.tokens[parse.chunks[behind].head].lower if hung else "",
        parse.functions[chunk],
    )


def _verb_of(parse: Parse, frame: Frame | None) -> str:
    """Return the full verb of a clause, its helping verb if it has no other."""
    if frame is None or not frame.verbs:
        return ""
    verbs = [parse.tokens[i] for i in frame.verbs]
    full = [t for t in verbs if not {"verbs/auxiliary", "verbs/modal"} & t.tags]
    return (full or verbs)[-1].lemma


def links_to(parse: Parse, index: int) -> tuple[str, ...]:
    """Return how mentions hang on the trigger, with their kinds: "on it mit person"."""
    found = {
        f"{path} {mention.referent.kind}"
        for mention in parse.mentions
        if not mention.first <= index < mention.last
        and (path := relation(parse, index, mention)).split()[0] in _CLOSE
    }
    return tuple(sorted(found))


_CLOSE = frozenset(("on", "same", "subject", "object", "dative", "it"))
