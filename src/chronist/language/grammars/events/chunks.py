"""Noun phrases of a sentence with what their words show of case and number.

A chunk is preposition, determiner, adjectives and nouns: "mit dem belarussischen
Machthaber Lukaschenko". A genitive or a phrase with a preposition right behind a noun
hangs on it, and so does a name before its noun: "Putins Besuch".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronist.language.grammars.events.setting import Dated, Placed
from chronist.language.tokens import Token
from chronist.model.actor import MentionKind

CONTRACTED = {
    "am": "an", "ans": "an", "beim": "bei", "im": "in", "ins": "in", "vom": "von",
    "zum": "zu", "zur": "zu", "fürs": "für", "aufs": "auf", "durchs": "durch",
}  # fmt: skip
_ENDINGS = ("e", "en", "er", "es", "em")
_ARTICLES = {
    "der": "ndg", "die": "na", "das": "na", "den": "ad", "dem": "d", "des": "g",
    "ein": "na", "kein": "na", "sein": "na", "ihr": "na", "unser": "na",
    "alle": "na", "aller": "g", "allen": "d", "beide": "na", "beiden": "nadg",
    "beider": "g",
}  # fmt: skip
_STEMS = ("ein", "kein", "sein", "ihr", "unser", "dies", "jen", "jed", "welch", "manch")
_BY_ENDING = {"e": "na", "en": "ad", "em": "d", "er": "ndg", "es": "nag"}
_EIN_ENDING = {"e": "na", "en": "ad", "em": "d", "er": "dg", "es": "g"}
_PLURALS = frozenset(
    ("alle", "beide", "einige", "mehrere", "viele", "zahlreiche", "etliche", "tausende",
     "hunderte", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
)  # fmt: skip
_DOTTED = frozenset(("Dr", "Prof", "Jr", "St", "Hr", "Gen"))
_ADVERB_ENDS = (
    "lich",
    "ig",
    "isch",
    "iell",
    "weise",
    "mals",
    "falls",
    "dings",
    "los",
    "sam",
    "ell",
    "al",
    "erdem",
)
_MARKS = frozenset(",()„“”»«\"'–/")
_JOINS = frozenset(("und", "sowie", "oder", "/", "&"))
_PRONOUNS = {
    "er": "n", "sie": "na", "es": "na", "ihn": "a", "ihm": "d", "ihnen": "d",
    "wir": "n", "uns": "ad", "ich": "n", "man": "n",
}  # fmt: skip
_WEAK = ("enten", "anten", "isten", "legen", "ssen", "arden", "soldaten", "kandidaten")
"""Ends of nouns whose singular has them only outside the nominative: "Präsidenten"."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase: token indexes (``last`` excluded), ``head`` is its last noun.

    ``preposition`` is empty without one; ``cases`` holds the letters n a d g that its
    words allow; ``behind`` is the index of the chunk it hangs on, or -1.
    """

    first: int
    last: int
    head: int
    preposition: str
    cases: str
    plural: bool | None
    behind: int
    joined: bool
    """Whether it stands beside the chunk before, by "und", a comma or a bracket."""

    def holds(self, index: int) -> bool:
        """Whether a token stands in it."""
        return self.first <= index < self.last


def chunks_of(
    tokens: Sequence[Token], mentions: Sequence[Placed], times: Sequence[Dated] = ()
) -> tuple[Chunk, ...]:
    """Return the noun phrases of a sentence, in order."""
    named = frozenset(i for m in mentions for i in range(m.first, m.last))
    closed = _closed(tokens, mentions, times)
    found: list[Chunk] = []
    at = 0
    while at < len(tokens):
        end = _end(tokens, at, named)
        if end is None:
            at += 1
            continue
        for first, last in _split(tokens, at, end, mentions):
            found.append(_chunk(tokens, (first, last), found, closed))
            if last < end and tokens[last - 1].lower.endswith(("s", "’", "'")):
                # "Putins | Besuch": the name hangs on what follows.
                found[-1] = replace(found[-1], behind=len(found), cases="g")
        at = end
    return tuple(found)


def _closed(
    tokens: Sequence[Token], mentions: Sequence[Placed], times: Sequence[Dated]
) -> frozenset[int]:
    """Return the tokens that nothing hangs on: names, pronouns and times."""
    names = (m for m in mentions if m.mention.kind is not MentionKind.DESCRIPTION)
    spans = [(p.first, p.last) for p in names] + [(t.first, t.last) for t in times]
    pronouns = (i for i, t in enumerate(tokens) if t.lower in _PRONOUNS)
    return frozenset(i for first, last in spans for i in range(first, last)) | {
        *pronouns
    }


def _is_preposition(token: Token) -> bool:
    return "words/prepositions" in token.tags and not token.verb


def _is_adjective(token: Token) -> bool:
    return (
        token.is_word
        and not token.is_capitalised
        and not any(r.finite for r in token.verb)
        and token.lower.endswith(_ENDINGS)
        and token.lower not in ("wie", "sowie", "so", "heute", "gestern")
        and not _is_preposition(token)
    )


def _end(tokens: Sequence[Token], at: int, named: frozenset[int]) -> int | None:
    """Return where the phrase that begins at a token ends, None if none begins."""
    if tokens[at].lower in _PRONOUNS:
        return at + 1
    index = _behind_prepositions(tokens, at, named)
    index += index < len(tokens) and _determines(tokens[index])
    start = index
    while index < len(tokens) and index - start < 7 and _inner(tokens, index, named):
        index += 1
    nouns = _behind_nouns(tokens, index, named)
    if nouns > index:
        return nouns
    return at + 1 if at in named else None


def _behind_prepositions(
    tokens: Sequence[Token], at: int, named: frozenset[int]
) -> int:
    index = at
    while index < min(len(tokens), at + 2) and _is_preposition(tokens[index]):
        if index in named:
            break
        index += 1  # two of them: "bis zum"
    return index


def _behind_nouns(tokens: Sequence[Token], index: int, named: frozenset[int]) -> int:
    while index < len(tokens) and _is_noun(tokens, index, named):
        dotted = tokens[index].text in _DOTTED
        index += 1
        index += dotted and index < len(tokens) and tokens[index].text == "."
    return index


def _determines(token: Token) -> bool:
    return "words/determiners" in token.tags or token.lower in _ARTICLES


def _inner(tokens: Sequence[Token], index: int, named: frozenset[int]) -> bool:
    """Whether a token may stand between the opening of a phrase and its noun."""
    token = tokens[index]
    if token.is_number or token.text in "„“”»«\"'%":
        return not (
            token.text in "“”»\"'" and index and tokens[index - 1].text in ".!?"
        )
    if token.lower in _ARTICLES or token.lower in _PRONOUNS:
        return token.lower == "beiden"
    if token.lower in _PLURALS:
        return True
    if _is_adjective(token):
        return _noun_ahead(tokens, index + 1, named)
    return False


def _noun_ahead(tokens: Sequence[Token], index: int, named: frozenset[int]) -> bool:
    for at in range(index, min(len(tokens), index + 6)):
        token = tokens[at]
        if token.is_capitalised or at in named:
            return True
        between = token.lower in ("und", ",") or token.text in "„“\"'-"
        if not (between or token.is_number or _is_adjective(token)):
            return False
    return False


def _is_noun(tokens: Sequence[Token], index: int, named: frozenset[int]) -> bool:
    token = tokens[index]
    if index in named:
        return True
    if not token.is_word or not token.is_capitalised:
        return False
    inside = index > 0 and tokens[index - 1].text not in "„“\"'"
    return inside or not _opens_sentence(tokens, index)


def _opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether a first word has its capital from that alone: "Offiziell wurde …"."""
    token = tokens[index]
    if {"speech/openers", "words/determiners"} & token.tags or token.verb:
        return True
    if _is_preposition(token) or _is_adverb(token):
        return True
    return token.lower.endswith(_ADVERB_ENDS) and _verb_follows(tokens, index)


def _verb_follows(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1 : index + 2]
    return bool(following) and any(r.finite for r in following[0].verb)


def _is_adverb(token: Token) -> bool:
    return any(
        tag.startswith(("time/", "events/sub", "words/sub")) for tag in token.tags
    )


def _split(
    tokens: Sequence[Token], first: int, last: int, mentions: Sequence[Placed]
) -> Iterator[tuple[int, int]]:
    """Part "Putins Besuch" and "Treffen Putins" where a mention ends or begins."""
    cuts = set()
    bare = not any(_determines(t) for t in tokens[first:last][:2])
    for mention in mentions:
        if not _is_genitive(tokens, mention):
            continue
        if first < mention.first < last and tokens[mention.first - 1].is_capitalised:
            cuts.add(mention.first)
        if first < mention.last < last and bare:
            cuts.add(mention.last)
    bounds = [first, *sorted(cuts), last]
    yield from pairwise(bounds)


def _is_genitive(tokens: Sequence[Token], mention: Placed) -> bool:
    """Whether a name has an s that is not its own: "Putins", not "Paris"."""
    word = tokens[mention.last - 1].text
    if mention.mention.kind is not MentionKind.NAME:
        return False
    ends = word.endswith(("s", "’", "'"))
    return ends and word not in mention.referent.name.replace("-", " ").split()


def _chunk(
    tokens: Sequence[Token],
    span: tuple[int, int],
    before: Sequence[Chunk],
    closed: frozenset[int],
) -> Chunk:
    first, last = span
    preposition = ""
    opening = first
    while opening < last and _is_preposition(tokens[opening]):
        word = tokens[opening].lower
        preposition = CONTRACTED.get(word, word)
        opening += 1
    cases = _cases(tokens, opening, last)
    behind, joined = _place(tokens, first, preposition, cases, before)
    if behind >= 0 and preposition and before[behind].head in closed:
        behind = -1
    plural = _plural(tokens, opening, last)
    return Chunk(first, last, last - 1, preposition, cases, plural, behind, joined)


def _cases(tokens: Sequence[Token], first: int, last: int) -> str:
    word = tokens[first].lower
    if last - first == 1 and word in _PRONOUNS:
        return _PRONOUNS[word]
    allowed = _of_determiner(word)
    inner = [t for t in tokens[first:last] if _is_adjective(t) and not _determines(t)]
    if inner:
        allowed = _narrowed(allowed, inner[-1].lower)
    if tokens[last - 1].lower.endswith(_WEAK) and not _is_plural_opener(word):
        allowed = allowed.replace("n", "") or allowed
    return allowed


def _of_determiner(word: str) -> str:
    if word in _ARTICLES:
        return _ARTICLES[word]
    for stem in _STEMS:
        if word.startswith(stem):
            ending = word.removeprefix(stem).removeprefix("er" if stem == "ihr" else "")
            table = (
                _EIN_ENDING
                if stem in ("ein", "kein", "sein", "ihr", "unser")
                else _BY_ENDING
            )
            return table.get(ending, "nadg")
    return "nadg"


def _narrowed(allowed: str, adjective: str) -> str:
    """Return the cases left: "der neue" is nominative, "der neuen" is not."""
    if allowed == "ndg":
        return "n" if adjective.endswith("e") else "dg"
    if allowed == "nadg":
        ending = next(
            (e for e in ("em", "en", "er", "es", "e") if adjective.endswith(e)), ""
        )
        return {"em": "d", "en": "adg", "er": "ndg", "es": "na", "e": "na"}.get(
            ending, allowed
        )
    return allowed


def _plural(tokens: Sequence[Token], first: int, last: int) -> bool | None:
    word = tokens[first].lower
    if _is_plural_opener(word):
        return True
    if word == "die" and last - first > 1:
        inner = tokens[first + 1].lower
        if _is_adjective(tokens[first + 1]):
            return inner.endswith("en")
    if word in ("er", "der", "das", "ein", "eine", "einem", "einen", "dem", "des"):
        return False if word != "der" else None
    return None


def _is_plural_opener(word: str) -> bool:
    return word in _PLURALS


def _place(
    tokens: Sequence[Token],
    first: int,
    preposition: str,
    cases: str,
    before: Sequence[Chunk],
) -> tuple[int, bool]:
    """Return the chunk this one hangs on (or -1), and whether it is joined to it."""
    if not before:
        return -1, False
    giver = before[-1]
    gap = tokens[giver.last : first]
    if not gap and giver.behind == len(before):
        return -1, False
    if not gap and not preposition:
        shown = cases if cases != "nadg" else ""
        shown += "g" if tokens[first].lower.endswith(("s", "’", "'")) else ""
        return (len(before) - 1 if "g" in shown else -1), False
    if not gap:
        return len(before) - 1, False
    joins = len(gap) <= 3 and all(_is_join(t) for t in gap)
    fits = not preposition or gap[-1].lower in _JOINS
    shares = bool(set(cases) & set(giver.cases)) or bool(giver.preposition)
    return -1, joins and fits and shares


def _is_join(token: Token) -> bool:
    return (
        token.text in _MARKS
        or token.lower in _JOINS
        or token.lower in ("als", "auch", "bzw")
    )


def chunk_at(chunks: Sequence[Chunk], index: int) -> int:
    """Return the number of the chunk that holds a token, or -1."""
    return next((n for n, c in enumerate(chunks) if c.holds(index)), -1)
