"""What shows that somebody is being quoted or rendered: the cues.

A rule finds the cue; how far the words it introduces reach is decided in content.py,
who speaks in speakers.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.pattern import (
    Pattern,
    after,
    ahead,
    any_token,
    anyof,
    at_end,
    at_start,
    capitalised,
    capture,
    gap,
    lemma,
    lexicon,
    mark,
    not_after,
    not_ahead,
    optional,
    regex,
    seq,
    some,
    where,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.morphology import clause_at
from chronist.language.tokens import Token
from chronist.lexica.load import load_words


class CueKind(StrEnum):
    """How a cue introduces what was said."""

    VERB = "verb"
    """A verb of saying; the content depends on it."""
    SOURCE = "source"
    """laut, nach Angaben, zufolge: the sentence around it is the content."""
    ASIDE = "aside"
    """", so Merz", "wie Merz mitteilte": the rest of the sentence is the content."""
    NOUN = "noun"
    """A noun such as Forderung with a clause behind it."""
    LABEL = "label"
    """"Name: what he said", as headings have it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in one sentence. ``first``–``last`` are the tokens of the whole phrase that
    is no content ("nach Angaben der Polizei" is completed later); ``word`` the one
    token that is cited as cue."""

    kind: CueKind
    first: int
    last: int
    word: int


SPEECH_VERBS = (
    "speech/saying",
    "speech/thinking",
    "speech/demanding",
    "speech/announcing",
    "speech/judging",
    "speech/naming",
    "speech/deciding",
    "speech/accusing",
    "speech/prepositional",
    "speech/framing",
)
_VERB = lexicon(*SPEECH_VERBS)
_TELLING = lexicon(
    "speech/saying", "speech/thinking", "speech/demanding", "speech/announcing"
)
_STOP = anyof(mark(",", ".", ";", ":", "–"), at_end())
_NO_CLAUSE_MARK = word(",", ";", ":", "(", ")")
_CLAUSE_END = word(",", ";", ":")


def _clause_with(test: Callable[[Token], bool]) -> Pattern:
    """Match from here to a token that passes the test, within the clause."""
    return seq(gap(25, without=_CLAUSE_END), where(any_token(), test))


def _is_reported(token: Token) -> bool:
    """Whether a verb form can only be Konjunktiv I."""
    forms = {r.form for r in token.verb if r.finite}
    return "k1" in forms and not forms & {"pres", "past"}


def _make(kind: CueKind) -> Callable[[Match], Cue | None]:
    def produce(match: Match) -> Cue | None:
        captured = next(c for c in match.captures if c.name == "cue")
        return Cue(kind, match.start, match.end, captured.start)

    return produce


def _is_attribute(tokens: Sequence[Token], index: int) -> bool:
    """Whether "als … bezeichneten Präsidenten" only looks like a past tense: its clause
    has another finite verb, and a noun follows."""
    token = tokens[index]
    if not token.lower.endswith(("te", "ten")) or index + 1 == len(tokens):
        return False
    if not tokens[index + 1].is_capitalised:
        return False
    clause = clause_at(tokens, index)
    others = (tokens[i] for i in range(clause.first, clause.last) if i != index)
    before = tokens[index - 1].text if index else ""
    return before in '“”«»"' or any(
        t.verb and all(r.finite for r in t.verb) for t in others
    )


def _verb_cue(match: Match) -> Cue | None:
    """Take a verb as cue, but not "der Anschlag forderte zwölf Tote"."""
    cue = _make(CueKind.VERB)(match)
    if cue is None or _is_attribute(match.tokens, cue.word):
        return None
    if match.tokens[cue.word].lemma == "fordern":
        victims = load_words("speech/victims")
        if any(t.lower in victims for t in match.tokens):
            return None
    return cue


RULES: tuple[Rule[Cue], ...] = (
    Rule(
        id="de.speech.as_told",
        de="„wie … mitteilte“: ein Satz mit wie und einem Verb des Sagens nennt die Quelle.",
        en="“wie … mitteilte”: a wie clause with a verb of saying names the source.",
        pattern=seq(
            anyof(at_start(), after(word(",", "–", "("))),
            word("wie"),
            gap(14, without=_NO_CLAUSE_MARK),
            capture("cue", _TELLING),
            optional(where(any_token(), lambda t: bool(t.verb))),
            ahead(_STOP),
        ),
        produces=_make(CueKind.ASIDE),
    ),
    Rule(
        id="de.speech.by_account",
        de="„nach Angaben …“: Präposition und Quellenwort geben den Satz als Rede wieder.",
        en="“nach Angaben …”: a preposition and a source noun render the sentence as said.",
        pattern=seq(
            word("nach", "laut", "gemäß"),
            some(regex(r"[a-zäöüß]\w*"), least=0, most=4),
            capture("cue", lexicon("speech/sources")),
        ),
        produces=_make(CueKind.SOURCE),
    ),
    Rule(
        id="de.speech.by_opinion",
        de="„… Meinung nach“: nachgestelltes nach mit Quellenwort.",
        en="“… Meinung nach”: nach behind a source noun.",
        pattern=seq(
            anyof(lexicon("words/determiners"), regex(r"\w+s")),
            capture("cue", lexicon("speech/sources")),
            word("nach"),
        ),
        produces=_make(CueKind.SOURCE),
    ),
    Rule(
        id="de.speech.laut",
        de="„laut …“: nennt, wer den Satz gesagt hat.",
        en="“laut …”: names who said the sentence.",
        pattern=seq(
            capture("cue", word("laut")),
            ahead(
                anyof(
                    lexicon("words/determiners"),
                    capitalised(),
                    regex(r"\w+en|\w+er"),
                    word("„", "»", '"'),
                )
            ),
        ),
        produces=_make(CueKind.SOURCE),
    ),
    Rule(
        id="de.speech.zufolge",
        de="„… zufolge“: nennt, wer den Satz gesagt hat.",
        en="“… zufolge”: names who said the sentence.",
        pattern=capture("cue", word("zufolge")),
        produces=_make(CueKind.SOURCE),
    ),
    Rule(
        id="de.speech.so",
        de="„…, so Merz“: nachgestelltes so nennt den Sprecher.",
        en="“…, so Merz”: so behind a comma names the speaker.",
        pattern=seq(
            mark(","),
            capture("cue", word("so")),
            ahead(
                anyof(lexicon("words/determiners"), capitalised(), word("er", "sie"))
            ),
            gap(
                12,
                without=anyof(
                    word(",", ";", ":"), where(any_token(), lambda t: bool(t.verb))
                ),
            ),
            ahead(_STOP),
        ),
        produces=_make(CueKind.ASIDE),
    ),
    Rule(
        id="de.speech.so_verb",
        de="„…, so schätzen Forscher, …“: so und ein Verb des Sagens unterbrechen die Rede.",
        en="“…, so schätzen Forscher, …”: so and a verb of saying interrupt what is said.",
        pattern=seq(
            mark(","),
            word("so"),
            capture("cue", _TELLING),
            gap(12, without=_NO_CLAUSE_MARK),
            ahead(_STOP),
        ),
        produces=_make(CueKind.ASIDE),
        unless=lemma("heißen"),
    ),
    Rule(
        id="de.speech.accordingly",
        de="„Demnach …“: der Satz gehört zur zuvor genannten Quelle.",
        en="“Demnach …”: the sentence belongs to the source named before.",
        pattern=seq(at_start(), capture("cue", word("demnach"))),
        produces=_make(CueKind.SOURCE),
    ),
    Rule(
        id="de.speech.claim",
        de="„die Forderung, …“: ein Nomen des Sagens mit folgendem Nebensatz.",
        en="“die Forderung, …”: a noun of saying with a clause behind it.",
        pattern=seq(
            capture("cue", lexicon("speech/claims")),
            gap(8, without=anyof(_NO_CLAUSE_MARK, lexicon("speech/saying"))),
            mark(","),
            ahead(
                anyof(
                    word("dass", "ob", "wonach"),
                    _clause_with(_is_reported),
                    seq(
                        not_ahead(word("um", "ohne", "statt", "anstatt")),
                        _clause_with(lambda t: any(r.form == "zu" for r in t.verb)),
                        ahead(_STOP),
                    ),
                )
            ),
        ),
        produces=_make(CueKind.NOUN),
    ),
    Rule(
        id="de.speech.so_it_was_said",
        de="„hieß es“: gibt Rede ohne genannten Sprecher wieder.",
        en="“hieß es”: renders speech without a named speaker.",
        pattern=anyof(
            seq(capture("cue", lemma("heißen")), word("es")),
            seq(
                word("es"),
                gap(6, without=_NO_CLAUSE_MARK),
                capture("cue", lemma("heißen")),
            ),
        ),
        produces=_make(CueKind.VERB),
    ),
    Rule(
        id="de.speech.verb",
        de="Ein Verb des Sagens, Forderns, Ankündigens oder Bewertens führt die Rede ein.",
        en="A verb of saying, demanding, announcing or judging introduces what was said.",
        pattern=seq(not_after(word("zu")), capture("cue", _VERB)),
        produces=_verb_cue,
        unless=anyof(
            lemma("heißen"),
            seq(after(lexicon("words/determiners")), any_token(), ahead(capitalised())),
        ),
    ),
)

CUES = RuleSet(RULES)
