"""Noun phrases of a stretch of tokens: enough to find who speaks and what about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chronist.language.tokens import Token

_NAME_PARTICLES = frozenset(("von", "van", "de", "der", "al", "bin", "zu", "di", "da"))
_PERSONAL = frozenset(("er", "sie", "man", "wir", "ich"))
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_MOST_ADJECTIVES = 6
_MOST_ATTRIBUTES = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: token indexes, ends excluded.

    ``core`` ends before genitive and *von* attributes: "der Sprecher | des Ministers".
    ``preposition`` is the index of the one before it, if any.
    """

    start: int
    core: int
    end: int
    preposition: int | None

    @property
    def outer_start(self) -> int:
        """Index of the preposition, or of the phrase."""
        return self.start if self.preposition is None else self.preposition


def phrases(tokens: Sequence[Token], first: int, last: int) -> tuple[Phrase, ...]:
    """Return the noun phrases among tokens ``first`` to ``last`` (excluded), in order."""
    found: list[Phrase] = []
    at = first
    while at < last:
        phrase = phrase_at(tokens, at, last)
        if phrase is None:
            at += 1
        else:
            found.append(phrase)
            at = phrase.end
    return tuple(found)


def phrase_at(tokens: Sequence[Token], at: int, last: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, its preposition included."""
    preposition = at if _is_preposition(tokens[at]) else None
    start = at + 1 if preposition is not None else at
    core = _core_end(tokens, start, last)
    if core is None:
        return None
    if "words/subject_pronouns" in tokens[start].tags:
        return Phrase(start, core, core, preposition)
    end = _with_attributes(tokens, _skip_brackets(tokens, core, last), last)
    return Phrase(start, core, end, preposition)


def _is_preposition(token: Token) -> bool:
    return "words/prepositions" in token.tags and not token.verb


def _core_end(tokens: Sequence[Token], start: int, last: int) -> int | None:
    """Return the end of determiner, adjectives and nouns, or None if there is no noun."""
    if start >= last:
        return None
    at = start
    if "words/subject_pronouns" in tokens[at].tags and (
        tokens[at].lower in _PERSONAL or not _noun_follows(tokens, at + 1, last)
    ):
        return at + 1
    if "words/determiners" in tokens[at].tags:
        at += 1
    noun = _skip_adjectives(tokens, at, last, free=at > start)
    if noun is None:
        return _quoted_name(tokens, at, last) if at > start else None
    return _quoted_name(tokens, noun + 1, last) or _skip_nouns(tokens, noun, last)


def _quoted_name(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Return the end of a name in quotation marks: der „Islamrat“, Blatt „Morgen“."""
    if at >= last or tokens[at].text not in '„»«"“':
        return None
    for index in range(at + 2, min(last, at + _MOST_ADJECTIVES)):
        if tokens[index].text in '“”«»"':
            return index + 1
    return None


def _noun_follows(tokens: Sequence[Token], at: int, last: int) -> bool:
    return _skip_adjectives(tokens, at, last, free=False) is not None


def _skip_adjectives(
    tokens: Sequence[Token], at: int, last: int, *, free: bool
) -> int | None:
    """Return the index of the noun; ``free``: a determiner stood before."""
    for index in range(at, min(last, at + _MOST_ADJECTIVES)):
        token = tokens[index]
        if _is_noun(token) and not _only_opens(token, index):
            return index
        if not (token.is_number or _may_be_adjective(token, free=free)):
            return None
    return None


def _is_noun(token: Token) -> bool:
    """Whether a word is written as a noun: "Minister", "67-Jährige"."""
    return token.is_capitalised or (token.text[0].isdigit() and not token.is_number)


def _only_opens(token: Token, index: int) -> bool:
    """Whether a word has its capital from the start of the sentence alone."""
    return index == 0 and "speech/openers" in token.tags


def _may_be_adjective(token: Token, *, free: bool) -> bool:
    if not token.is_word or token.verb or _is_function_word(token):
        return free and bool(token.verb) and token.verb[0].form == "pp"
    return free or token.lower.endswith(_ADJECTIVE_ENDINGS)


def _is_function_word(token: Token) -> bool:
    function = {"words/determiners", "words/prepositions", "words/subject_pronouns"}
    return bool(function & token.tags) or token.lower in ("und", "oder", "aber", "sich")


def _skip_nouns(tokens: Sequence[Token], at: int, last: int) -> int:
    end = at + 1
    if "speech/time_nouns" in tokens[at].tags:
        return end  # "seit Jahren | Neuwahlen": two phrases
    while end < last:
        if tokens[end].is_capitalised and not tokens[end].verb:
            end += 1
        elif _joins_name(tokens, end, last):
            end += 2
        else:
            break
    return end


def _joins_name(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a particle or initial's stop at ``at`` goes on a name: von der, W."""
    if at + 1 >= last or not tokens[at + 1].is_capitalised:
        return False
    if tokens[at].lower in _NAME_PARTICLES - {"von", "der", "zu"}:
        return True
    return tokens[at].text == "." and len(tokens[at - 1].text) == 1


def _skip_brackets(tokens: Sequence[Token], at: int, last: int) -> int:
    if at < last and tokens[at].text == "(":
        for index in range(at + 1, min(last, at + 6)):
            if tokens[index].text == ")":
                return index + 1
    return at


def _with_attributes(tokens: Sequence[Token], core: int, last: int) -> int:
    end = core
    for _ in range(_MOST_ATTRIBUTES):
        longer = _attribute_end(tokens, end, last)
        if longer is None:
            return end
        end = longer
    return end


def _attribute_end(tokens: Sequence[Token], at: int, last: int) -> int | None:
    if at >= last:
        return None
    if "words/genitive" in tokens[at].tags:
        return _core_end(tokens, at, last)
    if tokens[at].lower in ("von", "vom", "aus"):
        return _core_end(tokens, at + 1, last)
    return None
