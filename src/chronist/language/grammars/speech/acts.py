"""Reported acts of speech: what somebody demands, rejects, criticises, speaks of.

The content is an object of the verb. Which phrase that is follows from the verb's
frame (a preposition, a bare object, an object with *als* or *für*), and from which
phrase is the subject.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chronist.language.grammars.speech.phrases import Phrase, phrases
from chronist.language.grammars.speech.rules import Cue
from chronist.language.grammars.speech.subjects import is_time, refers_back
from chronist.language.grammars.speech.view import Part, View
from chronist.language.tokens import Token
from chronist.lexica.load import load_table

Range = tuple[int, int]
_EDGE = frozenset(",;:–—.!?")
_BARE = frozenset(
    (
        "speech/judging",
        "speech/naming",
        "speech/demanding",
        "speech/announcing",
        "speech/accusing",
    )
)
_GIVING = frozenset(
    [
        "vorwerfen",
        "unterstellen",
        "anlasten",
        "nachsagen",
        "vorhalten",
        "zusichern",
        "versprechen",
        "empfehlen",
        "vorschlagen",
        "androhen",
        "zusagen",
        "anbieten",
        "bescheinigen",
        "geben",
    ]
)
"""Verbs with a dative before the object: whom one accuses, offers, promises."""
_PREDICATIVE = ("als", "für")
_RELATIVES = frozenset(
    ["der", "die", "das", "dem", "den", "deren", "dessen", "denen", "was"]
)


def frames() -> Mapping[str, Sequence[str]]:
    """Return the words that open the content, by verb."""
    return load_table("speech/frames")


def reported(view: View, cue: Cue, subject: Phrase | None) -> tuple[Range, ...] | None:
    """Return the token ranges of the act's content, or None if it has no object."""
    number = view.part_of(cue.word)
    part = view.parts[number]
    token = view.tokens[cue.word]
    opening, closing = _field(view, part, cue.word)
    if token.tags.isdisjoint(_BARE | _FRAMED):
        return None
    if not token.tags.isdisjoint(_FRAMED):
        found = _with_preposition(view, part, token, (opening, closing))
        if found is not None or token.tags.isdisjoint(_BARE):
            return found and _widened(view, number, found)
    if _passive(view, part, cue.word):
        return _passive_object(view, part, cue.word)
    return _bare(view, number, cue.word, subject)


_FRAMED = frozenset(("speech/prepositional", "speech/framing"))


# Where the phrases stand ---------------------------------------------------------


def _field(view: View, part: Part, verb: int) -> Range:
    """Return where the middle field lies: between finite verb and its other half."""
    finite = view.finite_verbs(part)
    if not finite:
        return part.first, verb
    if _verb_final(view, part, finite[-1]):
        return part.first, min(verb, finite[-1])
    if verb > finite[0]:
        return finite[0] + 1, verb
    return finite[0] + 1, _particle(view, part, verb)


def _verb_final(view: View, part: Part, finite: int) -> bool:
    """Whether a subordinate clause ends in its finite verb."""
    opener = view.tokens[part.first].tags
    subordinate = {
        "speech/relative",
        "speech/subordinators",
        "speech/no_content",
    } & opener
    return bool(subordinate) and finite >= part.last - 2


def _particle(view: View, part: Part, verb: int) -> int:
    """Return where the middle field ends: at the verb's particle, or a second verb."""
    lemma = view.tokens[verb].lemma
    for index in range(verb + 1, part.last):
        token = view.tokens[index]
        if _starts_second(view, index):
            return index
        if (
            token.is_word
            and len(token.lower) < len(lemma)
            and _is_particle(view, index, lemma)
        ):
            return index
    return part.last


def _is_particle(view: View, index: int, lemma: str) -> bool:
    token = view.tokens[index]
    if not lemma.startswith(token.lower):
        return False
    behind = view.tokens[index + 1] if index + 1 < len(view.tokens) else None
    return behind is None or not behind.is_word or behind.lower in ("und", "oder")


def _starts_second(view: View, index: int) -> bool:
    """Whether "und" joins a second verb: "… und kündigte an"."""
    if view.tokens[index].lower not in ("und", "sowie") or index + 1 >= len(
        view.tokens
    ):
        return False
    return any(r.finite for r in view.tokens[index + 1].verb)


# By preposition ------------------------------------------------------------------


def _with_preposition(
    view: View, part: Part, verb: Token, field: Range
) -> tuple[Range, ...] | None:
    wanted = frames().get(verb.lemma, ())
    if "speech/framing" in verb.tags:
        return _framed(view, part, field, wanted)
    for first, last in (field, (part.first, field[0] - 1)):
        for phrase in phrases(view.tokens, first, last):
            at = phrase.preposition
            if at is not None and view.tokens[at].lower in wanted:
                whole = first == field[0]
                return (_trim(view, at, last if whole else phrase.end),)
    return None


def _framed(
    view: View, part: Part, field: Range, wanted: Sequence[str]
) -> tuple[Range, ...] | None:
    """Return the object with what it is taken for: "das Urteil | für falsch"."""
    inside = range(field[0], field[1])
    marks = [i for i in inside if view.tokens[i].lower in wanted and not view.quoted[i]]
    if not marks:
        return None
    before = [
        p for p in phrases(view.tokens, field[0], marks[-1]) if _is_object(view, p)
    ]
    start = before[-1].start if before else marks[-1]
    return (_trim(view, start, field[1]),)


# A bare object -------------------------------------------------------------------


def _bare(
    view: View, number: int, verb: int, subject: Phrase | None
) -> tuple[Range, ...] | None:
    part = view.parts[number]
    opening, closing = _field(view, part, verb)
    token = view.tokens[verb]
    if "speech/naming" in token.tags and _denied(view, part):
        return None
    objects = [
        p
        for p in phrases(view.tokens, opening, closing)
        if _is_object(view, p) and not _is_subject(view, p, subject)
    ]
    if token.lemma in _GIVING and len(objects) > 1:
        objects = objects[1:]
    if objects:
        return _widened(view, number, (_trim(view, objects[0].start, closing),))
    return _object_first(view, part, (opening, closing), subject)


def _object_first(
    view: View, part: Part, field: Range, subject: Phrase | None
) -> tuple[Range, ...] | None:
    """Return an object before the verb: "Die Pläne | lehnte er … als zu teuer | ab"."""
    before = [
        p
        for p in phrases(view.tokens, part.first, field[0] - 1)
        if _is_object(view, p) and not _is_subject(view, p, subject)
    ]
    if not before or subject is None or subject.start < before[0].start:
        return None
    first = (before[0].start, before[0].end)
    marks = [i for i in range(*field) if view.tokens[i].lower == "als"]
    return (first, _trim(view, marks[0], field[1])) if marks else (first,)


def _is_object(view: View, phrase: Phrase) -> bool:
    if phrase.preposition is not None or is_time(view, phrase):
        return False
    word = view.tokens[phrase.start].lower
    alone = phrase.core == phrase.start + 1
    return word not in _NO_OBJECT and not (alone and word in ("dies", "das"))


_NO_OBJECT = frozenset(("er", "ich", "wir", "man"))


def _is_subject(view: View, phrase: Phrase, subject: Phrase | None) -> bool:
    """Whether a phrase is the subject, or joined to it: "Union | und FDP"."""
    if subject is None:
        return False
    if subject.start <= phrase.start < max(subject.end, subject.core):
        return True
    between = view.tokens[subject.end : phrase.start]
    return len(between) == 1 and between[0].lower in ("und", "sowie", "oder")


def _denied(view: View, part: Part) -> bool:
    return any(view.tokens[i].lower == "nicht" for i in range(part.first, part.last))


# Passive -------------------------------------------------------------------------


def _passive(view: View, part: Part, verb: int) -> bool:
    if not any(r.form == "pp" for r in view.tokens[verb].verb):
        return False
    helpers = (view.tokens[i] for i in view.verbs(part) if i != verb)
    return any(h.verb[0].lemma == "werden" for h in helpers)


def _passive_object(view: View, part: Part, verb: int) -> tuple[Range, ...] | None:
    """Return the subject of a passive: what is demanded, with "als …" behind it."""
    agent = any(view.tokens[i].lower in ("von", "vom") for i in range(part.first, verb))
    if not agent and "speech/naming" in view.tokens[verb].tags:
        return None
    found = [
        p
        for p in phrases(view.tokens, part.first, verb)
        if _is_object(view, p) and "words/oblique" not in view.tokens[p.start].tags
    ]
    if not found or refers_back(view, part):
        return None
    first = (found[0].start, found[0].end)
    marks = [i for i in range(found[0].end, verb) if view.tokens[i].lower == "als"]
    if not marks:
        return (first,)
    if marks[0] == first[1]:
        return ((first[0], verb),)
    return (first, (marks[0], verb))


# To its end ----------------------------------------------------------------------


def _trim(view: View, start: int, end: int) -> Range:
    while start < end and view.tokens[start].text in _EDGE:
        start += 1
    while start < end and view.tokens[end - 1].text in _EDGE:
        end -= 1
    return start, end


def _widened(
    view: View, number: int, ranges: tuple[Range, ...]
) -> tuple[Range, ...] | None:
    """Return the ranges with relative clauses and lists that go on from the last."""
    start, end = ranges[-1]
    if start >= end:
        return None
    if end < view.parts[number].last - 1:
        return ranges
    for later in range(number + 1, len(view.parts)):
        part = view.parts[later]
        if not _goes_on(view, part):
            break
        end = _trim(view, start, part.last)[1]
    return (*ranges[:-1], (start, end))


def _goes_on(view: View, part: Part) -> bool:
    """Whether a part is a relative clause: pronoun first, verb last."""
    if view.quoted[part.first]:
        return False
    first = view.tokens[part.first]
    at = part.first + 1 if "words/prepositions" in first.tags else part.first
    finite = view.finite_verbs(part)
    if not finite or at >= part.last or view.tokens[at].lower not in _RELATIVES:
        return False
    return finite[-1] >= part.last - 2
