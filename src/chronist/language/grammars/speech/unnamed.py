"""Speakers nobody has named: "Beobachter", "Unternehmenskreise", "Bundesarbeitsministerium".

Whoever is quoted is an actor, if only under the words the report has for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronist.lexica.load import load_words
from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.statement import Statement
from chronist.text.digest import content_id


def adopt_speakers(
    statements: Sequence[Statement], referents: Sequence[Referent]
) -> tuple[tuple[Statement, ...], tuple[Referent, ...]]:
    """Return statements whose speakers are all referents, and the referents with the
    new ones added.

    Words that some referent is already called by lead to it; others found one of
    their own. A pronoun founds none.
    """
    known = _by_words(referents)
    new: dict[str, list[Citation]] = {}
    for citation in _unnamed(statements):
        key = words_key(citation.text)
        if key not in known:
            new.setdefault(key, []).append(citation)
    founded = {key: _found(citations) for key, citations in new.items()}
    speakers = known | {key: referent.id for key, referent in founded.items()}
    return (
        tuple(_with_speaker(s, speakers) for s in statements),
        (*referents, *founded.values()),
    )


def words_key(words: str) -> str:
    """Return words without case and case endings, for telling if two are the same.

    >>> words_key("Bundesarbeitsministeriums") == words_key("Bundesarbeitsministerium")
    True
    """
    head, _, last = words.lower().rpartition(" ")
    for ending in ("es", "s", "en", "n"):
        if last.endswith(ending) and len(last) > len(ending) + _SHORTEST_STEM:
            last = last.removesuffix(ending)
            break
    return f"{head} {last}".strip()


_SHORTEST_STEM = 4
"""Letters that must stay when an ending goes: "Hamas" keeps its s, "Weltbank" its all."""


def _unnamed(statements: Sequence[Statement]) -> Iterator[Citation]:
    pronouns = load_words("words/subject_pronouns") | load_words("words/determiners")
    for statement in statements:
        words = statement.speaker_citation
        if statement.speaker is None and words is not None:
            letters = any(c.isalpha() and c.isupper() for c in words.text)
            if letters and words.text.lower() not in pronouns:
                yield words


def _by_words(referents: Sequence[Referent]) -> dict[str, str]:
    known: dict[str, str] = {}
    for referent in referents:
        for mention in referent.mentions:
            if mention.kind is not MentionKind.PRONOUN:
                known.setdefault(words_key(mention.citation.text), referent.id)
    return known


def _found(citations: Sequence[Citation]) -> Referent:
    first = min(citations)
    reason = Derivation(
        "de.speech.speaker",
        "Wem eine Aussage zugeschrieben wird, der ist ein Akteur, auch ohne Namen.",
        "Whoever a statement is given to is an actor, even without a name.",
        (first,),
    )
    mentions = tuple(
        Mention(c, MentionKind.DESCRIPTION, reason) for c in sorted(set(citations))
    )
    return Referent(
        id=content_id("ref", first.report, ActorKind.GROUP, first.text, first.start),
        report=first.report,
        kind=ActorKind.GROUP,
        name=speaker_name(first.text),
        mentions=mentions,
    )


def speaker_name(words: str) -> str:
    """Return who speaks in words that also name the act of saying.

    >>> speaker_name("Behördenangaben"), speaker_name("Kreml-Erklärung")
    ('Behörden', 'Kreml')
    >>> speaker_name("Beobachter")
    'Beobachter'
    """
    if " " in words:
        return words
    said = load_words("speech/sources") | load_words("speech/documents")
    halves = (
        words[:n]
        for n in range(_SHORTEST_STEM, len(words))
        if words[n:].lower() in said
    )
    return next(halves, words).rstrip("-")


def _with_speaker(statement: Statement, speakers: dict[str, str]) -> Statement:
    if statement.speaker is not None:
        return statement
    for words in (statement.speaker_citation, _carried_words(statement)):
        speaker = speakers.get(words_key(words.text)) if words else None
        if speaker is not None:
            return replace(statement, speaker=speaker)
    return statement


def _carried_words(statement: Statement) -> Citation | None:
    """Return the words that name the speaker this statement goes on from."""
    first = statement.derivations[0].citations[0]
    own = (statement.cue, *statement.content)
    return first if first not in own else None
