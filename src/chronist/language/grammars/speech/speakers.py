"""Who speaks: the words nearest to the cue, and the referent behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chronist.language.grammars.speech.content import refers_back
from chronist.language.grammars.speech.phrases import Phrase, phrase_at, phrases
from chronist.language.grammars.speech.rules import Cue, CueKind
from chronist.language.grammars.speech.view import Part, View
from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.citation import Citation
from chronist.model.report import Report

_PERSONAL = frozenset(("er", "sie", "ihm", "ihr", "ihnen"))
_SPEAKING = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker, the referent behind them, and the tokens they take
    together with the cue."""

    citation: Citation | None
    referent: str | None
    phrase: tuple[int, int]


class Cast:
    """All mentions of a report by place, for finding who stands behind some words."""

    def __init__(self, report: Report, referents: Sequence[Referent]) -> None:
        """Index the mentions of the referents."""
        self.report = report
        self._kinds = {r.id: r.kind for r in referents}
        self._mentions = sorted(
            ((m, r.id) for r in referents for m in r.mentions),
            key=lambda pair: (pair[0].citation.start, -pair[0].citation.end, pair[1]),
        )

    def kind(self, referent: str) -> ActorKind:
        """Return the kind of a referent."""
        return self._kinds[referent]

    def within(self, start: int, end: int) -> list[tuple[Mention, str]]:
        """Return the mentions that overlap a stretch of text, in order."""
        return [
            (m, r)
            for m, r in self._mentions
            if m.citation.start < end and start < m.citation.end
        ]

    def last_person_before(self, position: int) -> str | None:
        """Return the person named last before a position: what "er" falls back on."""
        before = [
            r
            for m, r in self._mentions
            if m.citation.end <= position and self._kinds[r] is ActorKind.PERSON
        ]
        return before[-1] if before else None


def find_speaker(view: View, cue: Cue, cast: Cast, last: str | None) -> Speaker:
    """Return who a cue's words are given to.

    ``last`` is the referent that spoke last; a pronoun nobody else resolved falls
    back on it.
    """
    phrase = _phrase_for(view, cue)
    if phrase is None:
        return Speaker(None, None, (cue.first, cue.last))
    taken = (min(cue.first, phrase.outer_start), max(cue.last, phrase.end))
    if cue.kind in (CueKind.VERB, CueKind.NOUN):
        taken = (cue.first, cue.last)
    return _named(view, phrase, cast, last, taken)


def _phrase_for(view: View, cue: Cue) -> Phrase | None:
    if cue.kind is CueKind.VERB:
        return _subject(view, cue)
    if cue.kind is CueKind.ASIDE:
        last = _aside_end(view, cue)
        return _subject_between(view, cue.first + 1, last) or _circles(view, cue, last)
    if cue.kind is CueKind.NOUN:
        return _owner(view, cue.word)
    if cue.kind is CueKind.LABEL:
        return phrase_at(view.tokens, cue.first, cue.word)
    return _source(view, cue)


def _circles(view: View, cue: Cue, last: int) -> Phrase | None:
    """Return who is behind "wie aus Regierungskreisen verlautete"."""
    found = [p for p in phrases(view.tokens, cue.first + 1, last) if p.preposition]
    return found[0] if found else None


def _aside_end(view: View, cue: Cue) -> int:
    return cue.word if view.tokens[cue.word].verb else cue.last


def _source(view: View, cue: Cue) -> Phrase | None:
    token = view.tokens[cue.word]
    if token.lower == "zufolge":
        return _before(view, cue.word)
    if "speech/sources" in token.tags:
        if view.tokens[cue.word - 1].lower in ("eigenen", "eigener"):
            return subject_in(view, view.parts[view.part_of(cue.word)], cue.word)
        return _owner(view, cue.word) or _possessor(view, cue)
    if token.lower == "demnach":
        return None
    end = view.parts[view.part_of(cue.word)].last
    return phrase_at(view.tokens, cue.word + 1, end) if cue.word + 1 < end else None


def _possessor(view: View, cue: Cue) -> Phrase | None:
    """Return "seinen" of "seinen Angaben zufolge", or the name of "Putins Worten"."""
    before = cue.word - 1
    if before < 0:
        return None
    token = view.tokens[before]
    if token.lower.startswith(("sein", "ihr")) or token.is_capitalised:
        return Phrase(before, before + 1, before + 1, None)
    return None


def _owner(view: View, noun: int) -> Phrase | None:
    """Return the attribute behind a noun: "Angaben | der Polizei", "Worten | Putins"."""
    at = noun + 1
    if at >= len(view.tokens):
        return None
    token = view.tokens[at]
    if token.lower in ("von", "vom", "aus", "des", "der", "eines", "einer", "seines"):
        found = phrase_at(view.tokens, at, len(view.tokens))
        return found and Phrase(found.start, found.core, found.end, found.preposition)
    if token.is_capitalised and not token.verb:
        return phrase_at(view.tokens, at, len(view.tokens))
    return None


def _before(view: View, at: int) -> Phrase | None:
    if at and view.tokens[at - 1].lower in ("ihm", "ihr", "ihnen"):
        return Phrase(at - 1, at, at, None)
    part = view.parts[view.part_of(at)]
    found = [p for p in phrases(view.tokens, part.first, at) if p.end == at]
    return found[-1] if found else None


# The subject of a verb -----------------------------------------------------------


def _subject(view: View, cue: Cue) -> Phrase | None:
    number = view.part_of(cue.word)
    part = view.parts[number]
    if _is_passive(view, part, cue.word):
        return _by(view, part)
    if view.tokens[cue.word].lemma in ("heißen", "verlauten"):
        return _from_source(view, part)
    if cue.word == part.first and number and _is_bare_subject(view, view.parts[0]):
        return _subject_before(view, number)  # "Merz, Chef der CDU, sagte"
    found = subject_in(view, part, cue.word)
    if found is not None or number == 0:
        return found
    return _subject_before(view, number)


def _is_passive(view: View, part: Part, verb: int) -> bool:
    if not any(r.form == "pp" for r in view.tokens[verb].verb):
        return False
    return any(
        view.tokens[i].verb[0].lemma == "werden" for i in view.verbs(part) if i != verb
    )


def _by(view: View, part: Part) -> Phrase | None:
    for phrase in phrases(view.tokens, part.first, part.last):
        if phrase.preposition is not None and view.tokens[phrase.preposition].lower in (
            "von",
            "vom",
        ):
            return phrase
    return None


def _from_source(view: View, part: Part) -> Phrase | None:
    """Return who stands behind "hieß es aus dem Kreml", "… in einer Erklärung des …"."""
    for phrase in phrases(view.tokens, part.first, part.last):
        if phrase.preposition is None:
            continue
        if view.tokens[phrase.preposition].lower in ("aus", "bei", "beim", "von"):
            return phrase
        if phrase.core < phrase.end:
            return phrase_at(view.tokens, phrase.core, phrase.end)
    return None


def _is_bare_subject(view: View, part: Part) -> bool:
    """Whether a part is words of the report without a finite verb."""
    return not view.quoted[part.first] and not view.finite_verbs(part)


def subject_in(view: View, part: Part, verb: int) -> Phrase | None:
    """Return the phrase that can be the subject of a verb within its part.

    A main clause has one phrase before its finite verb: if that is no possible
    subject (a time, an adverb, "in Minsk"), the subject stands behind.
    """
    finite = view.finite_verbs(part)
    opening = finite[0] if finite else verb
    behind = _nominative(view, opening + 1, part.last)
    before = _nominative(view, part.first, opening)
    if finite and opening >= part.last - 2 and before:
        if refers_back(view, part):
            return _antecedent(view, part) or before[0]
        return before[0]  # verb at the end: the subject opens the clause
    if (
        behind
        and behind[0].start == opening + 1
        and _must_be_subject(view, behind[0], verb)
    ):
        return behind[0]
    if before and before[0].start <= _prefield(view, part):
        return before[0]
    return behind[0] if behind else None


def _antecedent(view: View, part: Part) -> Phrase | None:
    """Return what a relative pronoun stands for: the phrase before its comma."""
    number = view.parts.index(part)
    if number == 0:
        return None
    before = view.parts[number - 1]
    found = phrases(view.tokens, before.first, before.last)
    return found[-1] if found else None


def _must_be_subject(view: View, phrase: Phrase, verb: int) -> bool:
    """Whether a phrase right behind the verb is nominative whatever stands before:
    "Details nannte er nicht", "Die Nato rief der Kreml auf"."""
    word = view.tokens[phrase.start].lower
    if word in ("er", "wir", "ich", "man"):
        return True
    takes_object = not {"speech/demanding", "speech/judging"}.isdisjoint(
        view.tokens[verb].tags
    )
    return word == "der" and takes_object


def _prefield(view: View, part: Part) -> int:
    """Return the index of the first word that counts: behind "und", "doch"."""
    conjunction = view.tokens[part.first].lower in (
        "und",
        "aber",
        "doch",
        "denn",
        "oder",
    )
    return part.first + 1 if conjunction else part.first


def _subject_between(view: View, first: int, last: int) -> Phrase | None:
    found = _nominative(view, first, last)
    return found[0] if found else None


def _subject_before(view: View, number: int) -> Phrase | None:
    """Return the subject that an apposition or relative clause parts from its verb."""
    for earlier in range(number - 1, -1, -1):
        part = view.parts[earlier]
        if view.finite_verbs(part):
            continue
        found = _nominative(view, part.first, part.last)
        if found:
            return found[0]
    return None


def _nominative(view: View, first: int, last: int) -> list[Phrase]:
    return [
        p
        for p in phrases(view.tokens, first, last)
        if p.preposition is None
        and not view.quoted[p.start]
        and "words/oblique" not in view.tokens[p.start].tags
        and "time/months" not in view.tokens[p.start].tags
    ]


# From words to a referent --------------------------------------------------------


def _named(
    view: View, phrase: Phrase, cast: Cast, last: str | None, taken: tuple[int, int]
) -> Speaker:
    tokens = view.tokens
    start, end = tokens[phrase.start].start, tokens[phrase.core - 1].end
    if tokens[phrase.start].lower == "es":
        return Speaker(None, None, taken)
    mention = best_mention(cast, start, end)
    if mention is not None:
        return Speaker(mention[0].citation, mention[1], taken)
    words = cast.report.cite(_without_article(view, phrase), end)
    if tokens[phrase.start].lower in _PERSONAL or tokens[phrase.start].lower.startswith(
        ("sein", "ihr")
    ):
        return Speaker(words, last or cast.last_person_before(start), taken)
    return Speaker(words, None, taken)


def best_mention(cast: Cast, start: int, end: int) -> tuple[Mention, str] | None:
    """Return the mention that names a phrase's head: a name at its end first."""
    inside = cast.within(start, end)
    heads = [
        (m, r) for m, r in inside if m.citation.end >= end or m.citation.start <= start
    ]
    speaking = [(m, r) for m, r in (heads or inside) if cast.kind(r) in _SPEAKING]
    names = [(m, r) for m, r in speaking if m.kind is MentionKind.NAME]
    chosen = names or speaking or heads
    return chosen[-1] if chosen else None


def _without_article(view: View, phrase: Phrase) -> int:
    first = view.tokens[phrase.start]
    if "words/determiners" in first.tags and phrase.start + 1 < phrase.core:
        return view.tokens[phrase.start + 1].start
    return first.start
