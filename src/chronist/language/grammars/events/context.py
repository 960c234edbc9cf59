"""What stands around a word that may tell an event, as named signs.

Each sign has a weight in ``events/context``, counted on the annotated corpus; the
sum of the weights decides (see ``triggers``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronist.language.grammars.events.parse import Parse
from chronist.language.grammars.events.relations import links_to, surroundings_of
from chronist.language.grammars.events.setting import Setting
from chronist.language.grammars.events.words import EventWord, WordKind
from chronist.language.morphology import Clause
from chronist.language.tokens import Token

_DEFINITE = frozenset(
    [
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "im",
        "am",
        "beim",
        "zum",
        "zur",
        "vom",
        "ins",
        "ans",
    ]
)
_INDEFINITE = frozenset(["ein", "eine", "einem", "einen", "einer", "eines"])
_NO = frozenset(["kein", "keine", "keinem", "keinen", "keiner", "keines"])
_THESE = frozenset(["dieser", "diese", "dieses", "diesem", "diesen"])
_BEFORE = frozenset(
    ["nach", "bei", "während", "vor", "seit", "wegen", "durch", "beim", "trotz"]
)
_AFTER = frozenset(
    [
        "in",
        "im",
        "am",
        "auf",
        "mit",
        "gegen",
        "von",
        "zwischen",
        "über",
        "zu",
        "zum",
        "zur",
        "für",
        "der",
        "des",
        "und",
        "dass",
    ]
)
_NOUN_KINDS = (WordKind.NOUN, WordKind.COMPOUND)


def signs(setting: Setting, parse: Parse, index: int, word: EventWord) -> Iterator[str]:
    """Yield the signs of a candidate, each at most once."""
    kind = "noun" if word.kind in _NOUN_KINDS else "verb"
    yield f"kind={word.kind}"
    if word.kind in _NOUN_KINDS:
        yield from _around_noun(setting.tokens, index)
    elif word.kind in (WordKind.VERB, WordKind.PHRASE):
        yield from _around_verb(setting, index)
        yield from _of_this_verb(setting, index, word)
    yield from (f"{kind}:{sign}" for sign in _of_sentence(setting, index))
    yield from (f"{kind}:{sign}" for sign in _of_grammar(parse, index, word))


def _of_grammar(parse: Parse, index: int, word: EventWord) -> Iterator[str]:
    """Yield what the word is in its clause, and what it hangs on."""
    around = surroundings_of(parse, index)
    yield f"opened by {around.opener}"
    yield f"under {around.above}"
    yield f"governed by {around.governor}"
    yield f"as {around.function}"
    yield f"as {around.function} of {around.governor}"
    yield f"on {around.head}"
    yield f"{word.key} as {around.function}"
    yield f"{word.key} by {around.governor}"
    for link in links_to(parse, index):
        yield f"held {link}"
        yield f"{word.key} held {link}"


def _around_noun(tokens: Sequence[Token], index: int) -> Iterator[str]:
    yield f"noun:before={_opening(tokens, index)}"
    early = {t.lower for t in tokens[max(0, index - 3) : index]}
    if early & _BEFORE:
        yield "noun:after a preposition of time"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    yield f"noun:next={_next(following)}"


def _opening(tokens: Sequence[Token], index: int) -> str:
    """Name what opens the noun phrase; adjectives are skipped."""
    at = index - 1
    while at >= 0 and _is_adjective(tokens[at]):
        at -= 1
    skipped = "+" if at < index - 1 else ""
    if at < 0:
        return "start" + skipped
    return _opener(tokens[at]) + skipped


def _is_adjective(token: Token) -> bool:
    return (
        token.is_word
        and not token.is_capitalised
        and token.lower.endswith(("en", "er", "es", "em", "e"))
        and token.lower not in _DEFINITE | _INDEFINITE | _NO | _THESE
        and "words/determiners" not in token.tags
        and "words/prepositions" not in token.tags
    )


def _opener(token: Token) -> str:
    for name, words in (
        ("definite", _DEFINITE),
        ("indefinite", _INDEFINITE),
        ("no", _NO),
        ("this", _THESE),
    ):
        if token.lower in words:
            return name
    if token.is_number:
        return "number"
    if "words/prepositions" in token.tags:
        return "preposition"
    if token.is_capitalised:
        return "noun"
    return "word" if token.is_word else "mark"


def _next(token: Token | None) -> str:
    if token is None or token.text in ".!?":
        return "end"
    if token.lower in _AFTER:
        return token.lower
    if token.verb and not token.is_capitalised:
        return "verb"
    if token.is_capitalised:
        return "name"
    return "word" if token.is_word else "mark"


def _around_verb(setting: Setting, index: int) -> Iterator[str]:
    token = setting.tokens[index]
    clause = setting.clause_at(index)
    forms = sorted({r.form for r in token.verb})
    yield "verb:form=" + "/".join(forms)
    yield f"verb:tense={clause.tense}"
    yield f"verb:mood={clause.mood}"
    for helper in _helpers(setting.tokens, clause, index):
        yield f"verb:with={helper}"
    if token.is_capitalised:
        yield "verb:capital"


_REFLEXIVE = frozenset(("sich", "uns", "mich"))


def _of_this_verb(setting: Setting, index: int, word: EventWord) -> Iterator[str]:
    """Yield what tells the senses of one verb apart: "traf sich", "traf eine Wahl"."""
    clause = setting.clause_at(index)
    around = setting.tokens[clause.first : clause.last]
    if any(t.lower in _REFLEXIVE for t in around):
        yield f"{word.key} with sich"
    if any(t.lower == "mit" for t in around):
        yield f"{word.key} with mit"
    kinds = {m.referent.kind.value for m in setting.mentions if clause.holds(m.first)}
    yield from (f"{word.key} with {kind}" for kind in sorted(kinds))
    before = setting.tokens[index - 1] if index else None
    if before is not None and before.is_word:
        yield f"{word.key} behind {before.lower}"


def _helpers(tokens: Sequence[Token], clause: Clause, index: int) -> Iterator[str]:
    others = [tokens[i] for i in clause.verbs if i != index]
    if any("verbs/modal" in t.tags for t in others):
        yield "modal"
    for name in ("werden", "haben", "sein"):
        if any(r.lemma == name for t in others for r in t.verb):
            yield name
    if any(not {"verbs/modal", "verbs/auxiliary"} & t.tags and t.verb for t in others):
        yield "other verb"


def _of_sentence(setting: Setting, index: int) -> Iterator[str]:
    clause = setting.clause_at(index)
    number = setting.sentence.index
    yield f"sentence={number if number < 2 else 'later'}"
    statement = setting.statement_at(index)
    yield f"said={statement.form if statement else 'no'}"
    if setting.is_cue(index):
        yield "cue"
    if any(clause.holds(t.first) for t in setting.times):
        yield "time in clause"
    elif setting.times:
        yield "time in sentence"
    held = [m for m in setting.mentions if clause.holds(m.first)]
    yield f"mentions={min(len(held), 3)}"
