"""Who speaks: the words nearest to the cue, and the referent behind them."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.language.grammars.speech.cast import Cast
from chronist.language.grammars.speech.phrases import Phrase, phrase_at
from chronist.language.grammars.speech.pronouns import Pronoun, Voice, other_one
from chronist.language.grammars.speech.rules import Cue, CueKind
from chronist.language.grammars.speech.sources import compound_source, source_phrase
from chronist.language.grammars.speech.subjects import nominative, subject_in
from chronist.language.grammars.speech.view import Part, View
from chronist.model.citation import Citation

_PERSONAL = frozenset(("er", "sie", "ihm", "ihr", "ihnen"))
_POSSESSIVE = ("sein", "ihr")
_BY = frozenset(("von", "vom"))
_WITHOUT_SUBJECT = frozenset(("heißen", "verlauten"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker, the referent behind them, and the tokens they take
    together with the cue.

    ``subject`` is the phrase of a verb's speaker; ``goes_on`` tells that the cue names
    nobody and the words belong to whoever spoke before. ``words`` name somebody whom
    a pronoun means and the report has no name for.
    """

    citation: Citation | None
    referent: str | None
    phrase: tuple[int, int]
    subject: Phrase | None = None
    goes_on: bool = False
    words: Citation | None = None


def find_speakers(
    view: View, cue: Cue, cast: Cast, last: Voice | None
) -> tuple[Speaker, ...]:
    """Return who a cue's words are given to: one, or each of "Merz und Scholz".

    ``last`` is who spoke last; a pronoun nobody else resolved falls back on them.
    """
    phrase = _phrase_for(view, cue)
    if phrase is None:
        compound = compound_source(view, cue, cast)
        if compound is not None:
            return (Speaker(*compound, (cue.first, cue.last)),)
        return (Speaker(None, None, (cue.first, cue.last), goes_on=True),)
    together = [phrase, *_joined(view, phrase)]
    taken = (
        min(cue.first, phrase.outer_start),
        max(cue.last, *(p.end for p in together)),
    )
    if cue.kind in (CueKind.VERB, CueKind.NOUN):
        taken = (cue.first, cue.last)
    return tuple(_named(view, p, cast, last, taken) for p in together)


def _joined(view: View, phrase: Phrase) -> list[Phrase]:
    """Return who else speaks: "Merz | und Scholz", each known to the report."""
    found: list[Phrase] = []
    at = phrase.end
    tokens = view.tokens
    while at + 1 < len(tokens) and tokens[at].lower in ("und", "sowie"):
        following = phrase_at(tokens, at + 1, len(tokens))
        if (
            following is None
            or following.preposition is not None
            or not (view.names_somebody(following) and view.names_somebody(phrase))
        ):
            break
        found.append(following)
        at = following.end
    return found


def _phrase_for(view: View, cue: Cue) -> Phrase | None:
    if cue.kind is CueKind.VERB:
        return _subject(view, cue)
    if cue.kind is CueKind.ASIDE:
        last = cue.word if view.tokens[cue.word].verb else cue.last
        between = nominative(view, cue.first + 1, last)
        behind = between or nominative(view, cue.word + 1, cue.last)
        return behind[0] if behind else _circles(view, cue, last)
    if cue.kind is CueKind.NOUN:
        return _claimant(view, cue.word)
    if cue.kind is CueKind.LABEL:
        return phrase_at(view.tokens, cue.first, cue.word)
    return source_phrase(view, cue)


def _circles(view: View, cue: Cue, last: int) -> Phrase | None:
    """Return who is behind "wie aus Regierungskreisen verlautete"."""
    found = [p for p in view.phrases(cue.first + 1, last) if p.preposition is not None]
    return found[0] if found else None


# Nouns of saying -----------------------------------------------------------------


def owner_of(view: View, noun: int) -> Phrase | None:
    """Return the attribute behind a noun: "Angaben | der Polizei", "Worten | Putins"."""
    at = noun + 1
    if at >= len(view.tokens):
        return None
    token = view.tokens[at]
    genitive = "words/genitive" in token.tags or token.lower in _BY | {"aus"}
    if genitive or (token.is_capitalised and not token.verb):
        return phrase_at(view.tokens, at, len(view.tokens))
    return None


def _claimant(view: View, noun: int) -> Phrase | None:
    """Return whose claim it is: its owner, or the subject of "ist der Meinung, …"."""
    owner = owner_of(view, noun)
    if owner is not None:
        return owner
    part = view.parts[view.part_of(noun)]
    subject = subject_in(view, part, noun)
    if subject is None or subject.start <= noun < subject.end:
        return _possessor_before(view, noun)
    spoken = (
        view.names_somebody(subject) or view.tokens[subject.start].lower in _PERSONAL
    )
    return subject if spoken else _possessor_before(view, noun)


def _possessor_before(view: View, noun: int) -> Phrase | None:
    before = noun - 1
    if before >= 0 and view.tokens[before].lower.startswith(_POSSESSIVE):
        return Phrase(before, before + 1, before + 1, None)
    return None


# The subject of a verb -----------------------------------------------------------


def _subject(view: View, cue: Cue) -> Phrase | None:
    part = view.parts[view.part_of(cue.word)]
    lemma = view.tokens[cue.word].lemma
    if lemma == "zitieren":
        return _quoted_one(view, part, cue.word)
    if is_passive(view, part, cue.word):
        return _by(view, part)
    if lemma in _WITHOUT_SUBJECT:
        return _from_source(view, part)
    return _active_subject(view, part, cue.word)


def _active_subject(view: View, part: Part, verb: int) -> Phrase | None:
    number = view.parts.index(part)
    if verb == part.first and number and _is_bare_subject(view, view.parts[0]):
        return _subject_before(view, number) or subject_in(view, part, verb)
    found = subject_in(view, part, verb)
    if found is not None or number == 0:
        return found
    return _subject_before(view, number)


def _quoted_one(view: View, part: Part, verb: int) -> Phrase | None:
    """Return whom a paper quotes: "zitiert die Zeitung | den Minister", "wird zitiert"."""
    behind = [p for p in view.phrases(verb + 1, part.last) if p.preposition is None]
    if behind and not is_passive(view, part, verb):
        return behind[-1]
    return subject_in(view, part, verb)


def is_passive(view: View, part: Part, verb: int) -> bool:
    """Whether a participle stands with *werden*."""
    if not any(r.form == "pp" for r in view.tokens[verb].verb):
        return False
    return any(
        view.tokens[i].verb[0].lemma == "werden" for i in view.verbs(part) if i != verb
    )


def _by(view: View, part: Part) -> Phrase | None:
    for phrase in view.phrases(part.first, part.last):
        if (
            phrase.preposition is not None
            and view.tokens[phrase.preposition].lower in _BY
            and not any(view.quoted[i] for i in range(phrase.start, phrase.core))
        ):
            return phrase
    return None


def _from_source(view: View, part: Part) -> Phrase | None:
    """Return who stands behind "hieß es aus dem Kreml", "… in einer Erklärung des …"."""
    for phrase in view.phrases(part.first, part.last):
        if phrase.preposition is None or view.quoted[phrase.start]:
            continue
        if view.tokens[phrase.preposition].lower in ("aus", "bei", "beim", "von"):
            return phrase
        if phrase.core < phrase.end:
            return phrase_at(view.tokens, phrase.core, phrase.end)
        if view.named[phrase.core - 1] or _is_compound(view, phrase):
            return Phrase(phrase.core - 1, phrase.core, phrase.end, phrase.preposition)
    return None


def _is_compound(view: View, phrase: Phrase) -> bool:
    """Whether a phrase ends in "Kreml-Erklärung": its first half is the source."""
    head = view.tokens[phrase.core - 1]
    return "-" in head.text and "speech/documents" in head.tags


def _is_bare_subject(view: View, part: Part) -> bool:
    """Whether a part is words of the report without a finite verb, and no infinitive
    clause ("Um Zeit zu gewinnen, …")."""
    opener = view.tokens[part.first]
    return (
        not view.quoted[part.first]
        and not view.finite_verbs(part)
        and "speech/openers" not in opener.tags
    )


def _subject_before(view: View, number: int) -> Phrase | None:
    """Return the subject that an apposition or relative clause parts from its verb."""
    if view.parts[0].last < len(view.tokens) and _is_bare_subject(view, view.parts[0]):
        first = nominative(view, view.parts[0].first, view.parts[0].last)
        if first:
            return first[0]
    for earlier in range(number - 1, -1, -1):
        part = view.parts[earlier]
        if view.finite_verbs(part):
            continue
        found = nominative(view, part.first, part.last)
        if found:
            return found[0]
    return None


# From words to a referent --------------------------------------------------------


def _named(
    view: View, phrase: Phrase, cast: Cast, last: Voice | None, taken: tuple[int, int]
) -> Speaker:
    tokens = view.tokens
    first = tokens[phrase.start]
    start, end = first.start, tokens[phrase.core - 1].end
    if first.lower == "es":
        return Speaker(None, None, taken)
    others = _named_in_content(view, phrase, cast)
    pronoun = Pronoun(first.lower, start, _is_plural_verb(view, phrase), others)
    mention = cast.best_mention(start, end)
    words = cast.report.cite(_without_article(view, phrase), end)
    named = mention is not None and cast.has_name(mention[1])
    if not named and (_is_counterpart(view, phrase) or _is_compound(view, phrase)):
        return Speaker(words, _by_noun(view, phrase, cast, last), taken, phrase)
    if mention is not None and pronoun.may_mean(cast, mention[1]):
        return Speaker(mention[0].citation, mention[1], taken, phrase)
    if phrase.core > phrase.start + 1 or not pronoun.stands_for_somebody:
        return Speaker(words, None, taken, phrase)
    found, carried = pronoun.resolve(cast, last)
    return Speaker(words, found, taken, phrase, words=carried)


def _by_noun(view: View, phrase: Phrase, cast: Cast, last: Voice | None) -> str | None:
    """Return who "sein Gastgeber" is, and whose the "Kreml-Erklärung"."""
    if _is_counterpart(view, phrase):
        return other_one(cast, last, view.tokens[phrase.start].start)
    return cast.named_like(view.tokens[phrase.core - 1].lower.partition("-")[0])


def _is_counterpart(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is "sein Gastgeber": the other of two."""
    head = view.tokens[phrase.core - 1]
    possessed = view.tokens[phrase.start].lower.startswith(("sein", "ihr"))
    return possessed and "speech/counterparts" in head.tags


def _named_in_content(view: View, phrase: Phrase, cast: Cast) -> frozenset[str]:
    """Return who is named beside a pronoun or before ", sagte er": not its person."""
    if view.tokens[phrase.start].lower not in _ONESELF:
        return frozenset()
    part = view.parts[view.part_of(phrase.start)]
    first, last = view.tokens[part.first].start, view.tokens[part.last - 1].end
    subordinate = "speech/openers" in view.tokens[0].tags
    if part.first and view.tokens[part.first].verb and not subordinate:
        first = view.sentence.start
    return cast.persons_named(first, last)


_ONESELF = frozenset(("er", "sie"))


def _is_plural_verb(view: View, phrase: Phrase) -> bool:
    part = view.parts[view.part_of(phrase.start)]
    finite = view.finite_verbs(part)
    if not finite:
        return False
    numbers = {r.number for r in view.tokens[finite[0]].verb if r.finite}
    return numbers == {"pl"}


def _without_article(view: View, phrase: Phrase) -> int:
    first = view.tokens[phrase.start]
    if "words/determiners" in first.tags and phrase.start + 1 < phrase.core:
        return view.tokens[phrase.start + 1].start
    return first.start
