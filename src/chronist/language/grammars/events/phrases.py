"""Verbs that tell an event only with certain words: "in Kraft treten"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from chronist.language.grammars.events.setting import Setting
from chronist.language.grammars.events.words import EventWord, WordKind, event_word
from chronist.language.tokens import Token
from chronist.lexica.load import load_table
from chronist.model.actor import ActorKind
from chronist.model.event import EventType

Phrase = tuple[tuple[str, ...], EventWord]
"""The words that must stand side by side, in lower case, and what they make."""


def word_at(setting: Setting, index: int) -> EventWord | None:
    """Return what the lists say about a token in its sentence; phrases come first."""
    token = setting.tokens[index]
    if not token.is_word:
        return None
    if token.verb:
        for words, word in _by_verb().get(token.lemma, ()):
            if _fits(words, setting, index):
                return word
    return event_word(token)


@cache
def _by_verb() -> Mapping[str, Sequence[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase, kind in load_table("events/phrases").items():
        *words, verb = phrase.split()
        word = EventWord(phrase, WordKind.PHRASE, (EventType(kind),))
        found.setdefault(verb, []).append((tuple(w.lower() for w in words), word))
    return found


_REACH = 12
"""Tokens between a verb and its words: "trat … nach langem Streit in Kraft"."""


_SOMEBODY = ("jemanden",)
_PARTIES = (ActorKind.PERSON, ActorKind.ORGANISATION)


def _fits(words: tuple[str, ...], setting: Setting, index: int) -> bool:
    if words != _SOMEBODY:
        return _stands(words, setting.tokens, index)
    clause = setting.clause_at(index)
    parties = {
        m.referent.id
        for m in setting.mentions
        if clause.holds(m.first) and m.referent.kind in _PARTIES
    }
    return len(parties) > 1


def _stands(words: tuple[str, ...], tokens: Sequence[Token], index: int) -> bool:
    """Whether the words stand near the verb, with no stop or semicolon between."""
    length = len(words)
    for start in range(max(0, index - _REACH), min(len(tokens), index + _REACH)):
        if tuple(t.lower for t in tokens[start : start + length]) == words:
            between = tokens[min(start, index) : max(start, index)]
            if not any(t.text in ",;:" for t in between):
                return True
    return False
