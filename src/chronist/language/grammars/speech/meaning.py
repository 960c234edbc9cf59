"""What a statement is besides its words: to whom, where, which act, how certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronist.language.grammars.speech.cast import Cast
from chronist.language.grammars.speech.phrases import Phrase
from chronist.language.grammars.speech.rules import Cue, CueKind
from chronist.language.grammars.speech.subjects import is_time
from chronist.language.grammars.speech.view import View
from chronist.language.tokens import Sentence, Token
from chronist.lexica.load import load_table
from chronist.model.actor import ActorKind
from chronist.model.citation import Citation
from chronist.model.report import Report
from chronist.model.statement import SpeechAct

_ACTS = (
    ("speech/threatening", SpeechAct.THREAT),
    ("speech/promising", SpeechAct.PROMISE),
    ("speech/denying", SpeechAct.DENIAL),
    ("speech/blaming", SpeechAct.ACCUSATION),
    ("speech/demanding", SpeechAct.DEMAND),
)
"""Word lists in order: "droht" before anything else it may be."""
_NO_DEMAND = frozenset(("entscheiden", "beauftragen", "empfehlen", "vorschlagen"))
_AT = frozenset(("in", "im", "vor", "auf", "am", "bei"))
_ADDRESSING = frozenset(
    [
        "sagen",
        "mitteilen",
        "antworten",
        "erklären",
        "versichern",
        "vorwerfen",
        "raten",
        "empfehlen",
        "danken",
        "zusagen",
        "zusichern",
        "versprechen",
        "drohen",
        "gratulieren",
        "berichten",
    ]
)
"""Verbs with a dative: to whom one says it."""
_ASKING = frozenset(
    ["auffordern", "aufrufen", "bitten", "ermahnen", "ersuchen", "drängen", "warnen"]
)
"""Verbs whose object is asked, not said."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """To whom a cue's words go, where they are said, and what act they are."""

    addressee: str | None = None
    addressee_citation: Citation | None = None
    place: Citation | None = None
    act: SpeechAct | None = None


NONE_TOLD = Circumstances()


def circumstances(
    view: View, cue: Cue, cast: Cast, subject: Phrase | None
) -> Circumstances:
    """Return what stands around a cue in its part of the sentence."""
    token = view.tokens[cue.word]
    act = act_of(token, cue.kind)
    if cue.kind is not CueKind.VERB:
        return Circumstances(act=act)
    around = list(_around(view, cue, subject))
    to = _addressee(view, token, around, cast)
    place = _place(view, around, cast)
    if to is None:
        return Circumstances(place=place, act=act)
    return Circumstances(to[0], to[1], place, act)


def act_of(cue: Token, kind: CueKind) -> SpeechAct | None:
    """Return the act that a cue names, if it names one."""
    if kind is CueKind.NOUN:
        act = load_table("speech/act_nouns").get(cue.text)
        return SpeechAct(act) if act else None
    if cue.lemma in _NO_DEMAND:
        return None
    return next((act for words, act in _ACTS if words in cue.tags), None)


def find_hedges(report: Report, sentences: Sequence[Sentence]) -> tuple[Citation, ...]:
    """Return the words of a report by which something is left open, in order."""
    return tuple(
        report.cite(token.start, token.end)
        for sentence in sentences
        for token in sentence.tokens
        if "speech/hedges" in token.tags
    )


def _around(view: View, cue: Cue, subject: Phrase | None) -> Iterator[Phrase]:
    part = view.parts[view.part_of(cue.word)]
    for phrase in view.phrases(part.first, part.last):
        mine = subject is not None and phrase.start == subject.start
        if not mine and not is_time(view, phrase):
            yield phrase


def _addressee(
    view: View, verb: Token, around: Sequence[Phrase], cast: Cast
) -> tuple[str, Citation] | None:
    for phrase in around:
        if not _may_be_asked(view, verb, phrase):
            continue
        start = view.tokens[phrase.start].start
        mention = cast.best_mention(start, view.tokens[phrase.core - 1].end)
        if mention is not None and cast.can_speak(mention[1]):
            return mention[1], mention[0].citation
    return None


def _may_be_asked(view: View, verb: Token, phrase: Phrase) -> bool:
    if phrase.preposition is not None:
        word = view.tokens[phrase.preposition].lower
        return word == "gegenüber" or (word == "an" and verb.lemma == "appellieren")
    if verb.lemma in _ASKING:
        return True
    first = view.tokens[phrase.start].lower
    dative = first in ("dem", "den", "der", "einem", "einer", "ihm", "ihr", "ihnen")
    return dative and verb.lemma in _ADDRESSING


def _place(view: View, around: Sequence[Phrase], cast: Cast) -> Citation | None:
    """Return "in Minsk", "im Staatsfernsehen" beside the cue."""
    for phrase in around:
        at = phrase.preposition
        if at is None or view.tokens[at].lower not in _AT:
            continue
        start, end = view.tokens[phrase.start].start, view.tokens[phrase.core - 1].end
        if _is_place(view, phrase, cast, start, end):
            return cast.report.cite(view.tokens[at].start, end)
    return None


def _is_place(view: View, phrase: Phrase, cast: Cast, start: int, end: int) -> bool:
    if "speech/settings" in view.tokens[phrase.core - 1].tags:
        return True
    return any(
        cast.kind(referent) is ActorKind.PLACE
        for _, referent in cast.within(start, end)
    )
