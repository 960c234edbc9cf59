"""Tense, mood and particles of verbs, read from the word lists.

``settle_verbs`` looks at a whole sentence once: it joins "kündigte … an" to
*ankündigen*, decides between readings of one form, and adds the tags of the verb
lists to the verb's token. ``clauses`` and ``Clause`` answer what tense and mood a
part of the sentence stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronist.language.tokens import Token
from chronist.lexica.load import load_verbs, separable_verbs, verb_tags


class Tense(StrEnum):
    """What time a clause speaks of, by its verbs."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Mood(StrEnum):
    """Indicative, reported speech (Konjunktiv I) or unreal (Konjunktiv II)."""

    INDICATIVE = "indicative"
    REPORTED = "reported"
    UNREAL = "unreal"


_CLAUSE_MARKS = frozenset(',;:–—()„“”»«"…')
_CONJUNCTIONS = frozenset(("und", "oder", "aber", "sondern", "denn", "doch"))
_VERB_PARTICLE_REACH = 25
"""Tokens a particle may stand behind its verb; the longest seen in news is 22."""


def settle_verbs(tokens: Sequence[Token]) -> None:
    """Join separated verbs and tag every verb token, in place. Call once a sentence."""
    for index, token in enumerate(tokens):
        if not token.verb:
            continue
        if (token.is_capitalised and index > 0) or _is_attribute(tokens, index):
            _demote(token)
            continue
        particle = _particle_of(tokens, index)
        token.lemma = (particle or "") + token.lemma
        token.tags |= verb_tags(token.lemma)


def _demote(token: Token) -> None:
    """Make it no verb: a noun ("das Treffen") or an attribute ("der geplante Bau")."""
    token.verb = ()
    token.lemma = token.lower


_ARTICLES = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "am",
        "im",
        "zum",
        "zur",
        "vom",
        "beim",
    ]
)


def _is_attribute(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form such as "geplante" stands between an article and its noun.

    Behind a comma the article may be a relative pronoun: "…, die protestierte".
    """
    if not tokens[index].lower.endswith(("te", "ten")) or index == 0:
        return False
    if index + 1 >= len(tokens) or not tokens[index + 1].is_capitalised:
        return False
    if not _declines_participle(tokens[index].lower):
        return False  # "Das teilte Peskow mit": the participle would be "geteilt"
    opens = index - 2 if tokens[index - 1].lower == "nicht" else index - 1
    if opens >= 0 and tokens[opens].lower in _ARTICLES:
        return opens == 0 or tokens[opens - 1].text != ","
    return _has_verb_before(tokens, index)


_LONGEST_ATTRIBUTE = 14
"""Tokens looked back over for the article of "den als … bezeichneten Gast"."""


def _has_verb_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether its clause has its finite verb before the article that opens the
    attribute: "empfing den als Pop-Ikone verehrten Gast"."""
    opened = False
    for at in range(index - 1, max(-1, index - _LONGEST_ATTRIBUTE), -1):
        token = tokens[at]
        if token.text in ",;:–—()" or token.lower in _CONJUNCTIONS:
            return False
        if token.lower in _ARTICLES:
            opened = True
        elif any(r.finite for r in token.verb) and not token.is_capitalised:
            return opened and {r.form for r in token.verb}.isdisjoint(("pp", "inf"))
    return False


def _declines_participle(lower: str) -> bool:
    """Whether a form is a participle with an adjective's ending: "geplant-en"."""
    stem = lower.removesuffix("n").removesuffix("e")
    return any(reading.form == "pp" for reading in load_verbs().get(stem, ()))


def _particle_of(tokens: Sequence[Token], index: int) -> str | None:
    token = tokens[index]
    known = separable_verbs().get(token.lemma)
    if not known:
        return None
    if index and tokens[index - 1].lower in known and _closes_clause(tokens, index):
        return tokens[index - 1].lower  # "bekannt gegeben", written apart
    if not any(reading.finite for reading in token.verb):
        return None
    return _particle_behind(tokens, index, known)


def _particle_behind(
    tokens: Sequence[Token], index: int, known: frozenset[str]
) -> str | None:
    for later in range(index + 1, min(len(tokens), index + _VERB_PARTICLE_REACH)):
        if tokens[later].lower in known and _closes_clause(tokens, later):
            return tokens[later].lower
        if tokens[later].text in ".!?;:":
            return None
    return None


def _closes_clause(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(tokens):
        return True
    following = tokens[index + 1]
    return not following.is_word or following.lower in _CONJUNCTIONS


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between commas, with what its verbs say."""

    first: int
    last: int
    """Token indexes, ``last`` excluded."""
    tense: Tense
    mood: Mood
    verbs: tuple[int, ...]
    """Token indexes of its verbs; with the helping verb of an earlier stretch that a
    list or insertion cut off ("wurde wegen Raubes, Betrugs und Mordes verurteilt")."""

    def holds(self, index: int) -> bool:
        """Whether the token stands in this clause."""
        return self.first <= index < self.last


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence; every token stands in exactly one.

    A stretch without a finite verb (an apposition, a list) takes tense and mood
    from the nearest one before it that has one, or else after it.
    """
    bounds = _bounds(tokens)
    found = [_clause(tokens, first, last) for first, last in bounds]
    for place in range(1, len(found)):
        found[place] = _rejoin(tokens, found, place)
    return tuple(_inherit(found, i) for i in range(len(found)))


def clause_at(tokens: Sequence[Token], index: int) -> Clause:
    """Return the clause that holds a token."""
    return next(c for c in clauses(tokens) if c.holds(index))


def _bounds(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        if token.text in _CLAUSE_MARKS:
            bounds.append((first, index + 1))
            first = index + 1
    if first < len(tokens):
        bounds.append((first, len(tokens)))
    return bounds


def _clause(tokens: Sequence[Token], first: int, last: int) -> Clause:
    verbs = tuple(i for i in range(first, last) if tokens[i].verb)
    finite = next((i for i in verbs if _is_finite(tokens, i)), None)
    if finite is None:
        return Clause(first, last, Tense.UNKNOWN, Mood.INDICATIVE, verbs)
    tense, mood = _tense_and_mood(tokens, finite, verbs)
    return Clause(first, last, tense, mood, verbs)


_FARTHEST_HELPER = 6
"""Stretches a helping verb may stand before its infinitive or participle."""


def _rejoin(tokens: Sequence[Token], found: Sequence[Clause], place: int) -> Clause:
    """Return a stretch that ends in a bare infinitive or participle, with its helper."""
    clause = found[place]
    if clause.tense is not Tense.UNKNOWN or not _ends_bare(tokens, clause):
        return clause
    for earlier in range(place - 1, max(-1, place - 1 - _FARTHEST_HELPER), -1):
        helper = _open_helper(tokens, found[earlier])
        if helper is not None:
            verbs = (helper, *clause.verbs)
            tense, mood = _tense_and_mood(tokens, helper, verbs)
            return Clause(clause.first, clause.last, tense, mood, verbs)
    return clause


def _ends_bare(tokens: Sequence[Token], clause: Clause) -> bool:
    if not clause.verbs:
        return False
    last = clause.verbs[-1]
    readings = {r.form for r in tokens[last].verb}
    if tokens[last - 1].lower == "zu" or not readings & {"pp", "inf"}:
        return False
    return all(not tokens[i].is_word for i in range(last + 1, clause.last))


def _open_helper(tokens: Sequence[Token], clause: Clause) -> int | None:
    """Return the index of a helping verb that still waits for its other half."""
    helpers = [
        i for i in clause.verbs if {"verbs/auxiliary", "verbs/modal"} & tokens[i].tags
    ]
    return helpers[0] if helpers and len(clause.verbs) == 1 else None


def _is_finite(tokens: Sequence[Token], index: int) -> bool:
    readings = tokens[index].verb
    if not any(r.finite for r in readings):
        return False
    if index > 0 and tokens[index - 1].lower == "zu":
        return False
    if all(r.finite for r in readings):
        return True
    # "bekommen", "vereinbaren": infinitive or participle behind its auxiliary.
    before = tokens[max(0, index - 12) : index]
    return not any({"verbs/auxiliary", "verbs/modal"} & t.tags for t in before)


def _tense_and_mood(
    tokens: Sequence[Token], finite: int, verbs: Sequence[int]
) -> tuple[Tense, Mood]:
    # "hätten" stands in for the plural "haben", which does not show reported speech.
    token = tokens[finite]
    forms = {r.form for r in token.verb if r.finite}
    mood = _mood(forms)
    infinite = {r.form for i in verbs if i != finite for r in tokens[i].verb}
    base = token.verb[0].lemma
    if (
        base == "werden"
        and "past" not in forms
        and "inf" in infinite
        and "pp" not in infinite
    ):
        return Tense.FUTURE, Mood.REPORTED if mood is not Mood.INDICATIVE else mood
    if base in ("haben", "sein") and "pp" in infinite:
        return Tense.PAST, Mood.REPORTED if token.lower == "hätten" else mood
    if "past" in forms and mood is Mood.INDICATIVE:
        return Tense.PAST, mood
    return Tense.PRESENT, mood


def _mood(forms: set[str]) -> Mood:
    if forms & {"pres", "past"}:
        return Mood.INDICATIVE
    return Mood.REPORTED if "k1" in forms else Mood.UNREAL


def _inherit(found: Sequence[Clause], index: int) -> Clause:
    clause = found[index]
    if clause.tense is not Tense.UNKNOWN:
        return clause
    order = [*range(index - 1, -1, -1), *range(index + 1, len(found))]
    giver = next((found[i] for i in order if found[i].tense is not Tense.UNKNOWN), None)
    if giver is None:
        return clause
    return Clause(clause.first, clause.last, giver.tense, giver.mood, clause.verbs)
