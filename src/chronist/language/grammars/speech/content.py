"""How far the words reach that a cue introduces.

All functions give token ranges (start, end excluded) of the cue's sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronist.language.grammars.speech.acts import reported
from chronist.language.grammars.speech.phrases import Phrase, phrases
from chronist.language.grammars.speech.rules import Cue, CueKind
from chronist.language.grammars.speech.scope import (
    around_source,
    content_end,
    is_aside,
)
from chronist.language.grammars.speech.view import Part, View
from chronist.language.tokens import Token
from chronist.model.statement import StatementForm

Range = tuple[int, int]
Rendered = tuple[StatementForm, tuple[Range, ...]]
_EDGE = frozenset(",;:–—.!?")
_FIRST_WORDS = 4
"""A verb-second clause has its finite verb among its first tokens; a subject phrase
before it may be longer, so only clauses without Konjunktiv are held to this."""


def rendered(
    view: View, cue: Cue, phrase: Range, subject: Phrase | None = None
) -> Rendered | None:
    """Return form and ranges of what a cue renders; None if it renders nothing.

    ``phrase`` are the tokens of cue and speaker that are no content (for a verb, the
    verb alone), ``subject`` the words of a verb's speaker.
    """
    if cue.kind is CueKind.VERB:
        return _after_verb(view, cue, subject)
    if cue.kind is CueKind.NOUN:
        start = cue.last + (view.tokens[cue.last].lower == "wonach")
        return _indirect(view, [(start, content_end(view, start))])
    if cue.kind is CueKind.LABEL:
        return _indirect(view, [(cue.last, len(view.tokens))])
    return _indirect(view, around_source(view, phrase))


def _indirect(view: View, ranges: Sequence[Range]) -> Rendered | None:
    trimmed = tuple(r for r in (trim(view.tokens, *r) for r in ranges) if r[0] < r[1])
    own_words = any(
        view.tokens[i].is_word and not view.quoted[i]
        for r in trimmed
        for i in range(*r)
    )
    return (StatementForm.INDIRECT, trimmed) if own_words else None


def trim(tokens: Sequence[Token], start: int, end: int) -> Range:
    """Return the range without marks at its edges."""
    while start < end and tokens[start].text in _EDGE:
        start += 1
    while start < end and tokens[end - 1].text in _EDGE:
        end -= 1
    return start, end


# After or before a verb ----------------------------------------------------------


def _after_verb(view: View, cue: Cue, subject: Phrase | None) -> Rendered | None:
    number = view.part_of(cue.word)
    if _is_inverted(view, number, cue.word) and _main_clause_before(view, number):
        return _before(view, number)
    joined = _infinitive_without_comma(view, view.parts[number], cue)
    if joined is not None:
        return _indirect(view, [(joined, content_end(view, joined))])
    following = _clause_behind(view, number, cue)
    if following is not None:
        return _indirect(view, [(following, content_end(view, following))])
    ranges = reported(view, cue, subject)
    return (StatementForm.REPORTED, ranges) if ranges else None


def _infinitive_without_comma(view: View, part: Part, cue: Cue) -> int | None:
    """Return where "hat angekündigt | die Preise zu erhöhen" goes on without a comma."""
    verb = view.tokens[cue.word]
    if not any(r.form == "pp" for r in verb.verb) or _CLAUSE_VERBS.isdisjoint(
        verb.tags
    ):
        return None
    behind = Part(cue.word + 1, part.last)
    return (
        behind.first if behind.first < behind.last and _has_zu(view, behind) else None
    )


def _is_inverted(view: View, number: int, verb: int) -> bool:
    """Whether a part is ", sagte der Minister": verb first, subject behind it.

    "…, werfen ihm Betrug vor" goes on with a second verb of the same subject.
    """
    part = view.parts[number]
    if part.first != verb or not view.tokens[verb].text.islower():
        return False
    behind = phrases(view.tokens, verb + 1, min(part.last, verb + 4))
    if not any(t.is_word for t in view.tokens[verb + 1 : part.last]):
        return True
    return any(
        p.preposition is None and "words/oblique" not in view.tokens[p.start].tags
        for p in behind
    ) or view.tokens[verb].lemma in ("heißen", "verlauten")


def _main_clause_before(view: View, number: int) -> bool:
    """Whether a whole clause stands before, not only a subject with a relative clause.

    An interrupted clause counts too: "Die Lage, sagte der Minister, sei ernst."
    """
    later = [p for p in view.parts[number + 1 :] if not _is_apposition(view, p)]
    if later and view.tokens[later[0].first].verb and view.finite_verbs(later[0]):
        return True
    return any(
        view.quoted[part.first]
        or (
            "speech/no_content" not in view.tokens[part.first].tags
            and view.finite_verbs(part)
        )
        or (
            part.first == 0
            and view.tokens[0].lower in _ARTICLES
            and view.finite_verbs(part)
        )
        for part in view.parts[:number]
    )


_ARTICLES = frozenset(["der", "die", "das", "dem", "den", "deren", "dessen"])


def _before(view: View, number: int) -> Rendered | None:
    """Content, then ", sagte X": what stands before, and goes on behind."""
    cue_part = view.parts[number]
    start = _behind_colon(view, number)
    ranges = [(start, cue_part.first)]
    behind = number + 1
    while behind < len(view.parts) and _is_apposition(view, view.parts[behind]):
        behind += 1
    if behind < len(view.parts) and _goes_on(view, view.parts[behind]):
        ranges.append((view.parts[behind].first, len(view.tokens)))
    return _indirect(view, ranges)


def _behind_colon(view: View, number: int) -> int:
    for before in range(number - 1, -1, -1):
        part = view.parts[before]
        if view.tokens[part.last - 1].text == ":" and before < number - 1:
            return part.last
    return 0


def _goes_on(view: View, part: Part) -> bool:
    opener = view.tokens[part.first]
    return opener.text.islower() and "speech/no_content" not in opener.tags


def _is_apposition(view: View, part: Part) -> bool:
    """A part without a finite verb, or a relative clause, between cue and content."""
    if view.quoted[part.first]:
        return False
    if view.tokens[part.first].lower in _ARTICLES:
        return not _has_reported_mood(view, part)
    return not (
        view.finite_verbs(part) or _has_zu(view, part) or _has_reported_mood(view, part)
    )


def _clause_behind(view: View, number: int, cue: Cue) -> int | None:
    """Return where the clause begins that depends on the verb, if there is one."""
    if view.tokens[view.parts[number].last - 1].text == ":":
        return view.parts[number].last
    for later in range(number + 1, len(view.parts)):
        part = view.parts[later]
        if _is_content(view, part, cue):
            return part.first
        if not _is_apposition(view, part):
            return None
    return None


def _is_content(view: View, part: Part, cue: Cue) -> bool:
    """Whether a clause behind the verb is what the verb renders."""
    opener = view.tokens[part.first]
    verb = view.tokens[cue.word]
    if "speech/subordinators" in opener.tags:
        return opener.lower != "wie" or not is_aside(view, part)
    if _CLAUSE_VERBS.isdisjoint(verb.tags):
        return False
    if _has_zu(view, part) and opener.lower not in ("um", "ohne", "statt", "anstatt"):
        return True
    return _is_main_content(view, part, indicative="speech/saying" in verb.tags)


_CLAUSE_VERBS = frozenset(
    f"speech/{kind}"
    for kind in (
        "saying",
        "thinking",
        "demanding",
        "announcing",
        "deciding",
        "accusing",
    )
)
"""Verbs that take a bare clause; those of judging alone take *dass* or an object."""


def _is_main_content(view: View, part: Part, *, indicative: bool) -> bool:
    opener = view.tokens[part.first]
    if opener.lower == "wenn":
        return _has_reported_mood(view, part)
    if "speech/no_content" in opener.tags and opener.lower not in ("der", "die", "das"):
        return False
    if _main_clause(view, part, reported=True):
        return True
    return (
        indicative
        and "speech/no_content" not in opener.tags
        and _main_clause(view, part, reported=False)
    )


def _main_clause(view: View, part: Part, *, reported: bool) -> bool:
    """Whether a part has its finite verb in second place, in Konjunktiv if asked."""
    finite = view.finite_verbs(part)
    if not finite:
        return reported and _has_reported_mood(view, part)
    at_end = finite[0] >= part.last - 2
    if reported:
        return _has_reported_mood(view, part) and not (
            at_end and view.tokens[part.first].lower in ("der", "die", "das")
        )
    return part.first < finite[0] <= part.first + _FIRST_WORDS and not at_end


def _has_reported_mood(view: View, part: Part) -> bool:
    if any(is_reported_form(view.tokens[i]) for i in view.verbs(part)):
        return True
    return not view.finite_verbs(part) and looks_reported_in(view, part)


def looks_reported_in(view: View, part: Part) -> bool:
    """Whether a part has a verb on no list in Konjunktiv: "Er handle im Auftrag"."""
    return any(_looks_reported(view, i) for i in range(part.first + 1, part.last - 1))


def _looks_reported(view: View, index: int) -> bool:
    """Whether a word on no list stands as a Konjunktiv: "Er | handle | im Auftrag".

    It follows a noun or pronoun and no noun follows it.
    """
    token, before, behind = (view.tokens[i] for i in (index, index - 1, index + 1))
    if token.verb or not token.text.islower() or not token.lower.endswith("e"):
        return False
    if token.lower.endswith("te"):
        return False  # more often a past tense: "herrschte"
    closed = {"words/determiners", "words/prepositions", "words/subject_pronouns"}
    if not closed.isdisjoint(token.tags) or len(token.lower) < _SHORTEST_VERB:
        return False
    follows = before.is_capitalised or before.lower in ("er", "sie", "es", "man")
    return follows and behind.is_word and not behind.is_capitalised


_SHORTEST_VERB = 5
"""Letters of the shortest form of a verb on no list that is taken for one."""


def is_reported_form(token: Token) -> bool:
    """Whether a verb form can only be Konjunktiv: I, or II that looks like no past."""
    forms = {r.form for r in token.verb if r.finite}
    return bool(forms) and not forms & {"pres", "past"}


def _has_zu(view: View, part: Part) -> bool:
    for index in range(part.first, part.last):
        forms = {r.form for r in view.tokens[index].verb}
        if "zu" in forms:
            return True
        if "inf" in forms and index and view.tokens[index - 1].lower == "zu":
            return True
    words = view.tokens[part.first : part.last]
    return any(_JOINED_ZU.fullmatch(t.text) for t in words if not t.verb)


_JOINED_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|vor|weg|zu|zurück|zusammen)zu[a-zäöüß]+(?:en|ern|eln)"
)
"""Infinitives with zu of verbs on no list: "einzumischen"."""
