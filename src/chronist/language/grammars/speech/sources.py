"""Who is the source in "laut Polizei", "nach Angaben der Polizei", "dem Blatt zufolge"."""

from __future__ import annotations

from chronist.language.grammars.speech.cast import Cast
from chronist.language.grammars.speech.phrases import Phrase, phrase_at
from chronist.language.grammars.speech.rules import Cue
from chronist.language.grammars.speech.subjects import subject_in
from chronist.language.grammars.speech.view import View
from chronist.language.tokens import Token
from chronist.lexica.load import load_words
from chronist.model.citation import Citation

_ADJECTIVE = ("ischen", "ischer", "ische")


def source_phrase(view: View, cue: Cue) -> Phrase | None:
    """Return the words of the source, or None if the cue names none."""
    token = view.tokens[cue.word]
    if token.lower == "zufolge":
        return _before(view, cue.word)
    if "speech/sources" in token.tags:
        if view.tokens[cue.word - 1].lower in ("eigenen", "eigener"):
            return _own(view, cue)
        return _owner(view, cue.word) or _possessor(view, cue)
    return None if token.lower in _UNNAMED else _behind(view, cue.word)


_UNNAMED = frozenset(("demnach", "angeblich"))


def _behind(view: View, preposition: int) -> Phrase | None:
    end = view.parts[view.part_of(preposition)].last
    if preposition + 1 >= end:
        return None
    found = _at(view, preposition + 1, end) or _in_marks(view, preposition + 1, end)
    return found and _behind_document(view, found)


def _in_marks(view: View, at: int, last: int) -> Phrase | None:
    """Return a source in quotation marks: laut „Morgenblatt“."""
    end = at
    while end < last and view.quoted[end]:
        end += 1
    return Phrase(at + 1, end - 1, end, None) if end > at + 2 else None


def _at(view: View, at: int, last: int) -> Phrase | None:
    found = phrase_at(view.tokens, at, last)
    return found and view.cut(found)


def _own(view: View, cue: Cue) -> Phrase | None:
    """Return the subject of a sentence with "nach eigenen Angaben"."""
    part = view.parts[view.part_of(cue.word)]
    finite = view.finite_verbs(part)
    return subject_in(view, part, finite[0] if finite else cue.word)


def _owner(view: View, noun: int) -> Phrase | None:
    """Return the genitive or *von* attribute behind the noun; "Angaben informierter
    Kreise" has an adjective in the genitive."""
    at = noun + 1
    if at >= len(view.tokens):
        return None
    token = view.tokens[at]
    if "words/genitive" in token.tags or token.lower in ("von", "vom", "aus"):
        return _full(view, at)
    if token.text.islower() and token.lower.endswith("er") and not token.verb:
        found = _at(view, at, len(view.tokens))
        return found if found and found.preposition is None else None
    if token.is_capitalised and not token.verb:
        return _at(view, at, len(view.tokens))
    return None


def _full(view: View, at: int) -> Phrase | None:
    """Return the phrase at "von n24" or "seiner Gegner"; names in small letters and
    such with a particle count too."""
    found = _at(view, at, len(view.tokens))
    if found is not None:
        return _behind_document(view, found)
    behind = at + 1
    if behind < len(view.tokens) and view.named[behind]:
        end = behind + 1
        while end < len(view.tokens) and view.named[end]:
            end += 1
        return Phrase(behind, end, end, at)
    return None


def _behind_document(view: View, phrase: Phrase) -> Phrase:
    """Return who wrote it, for "laut einem Bericht | der Zeitung"."""
    head = view.tokens[phrase.core - 1]
    if "speech/documents" in head.tags and phrase.core < phrase.end:
        inner = _at(view, phrase.core, phrase.end)
        if inner is not None:
            return Phrase(inner.start, inner.core, phrase.end, phrase.outer_start)
    return phrase


def _possessor(view: View, cue: Cue) -> Phrase | None:
    """Return "seinen" of "seinen Angaben zufolge", or the name of "Putins Worten"."""
    before = cue.word - 1
    if before < 0:
        return None
    token = view.tokens[before]
    if token.lower.startswith(("sein", "ihr")) or _is_name(token):
        return Phrase(before, before + 1, before + 1, None)
    return None


def _is_name(token: Token) -> bool:
    closed = {"words/prepositions", "words/determiners", "speech/openers"}
    return token.is_capitalised and closed.isdisjoint(token.tags)


def _before(view: View, zufolge: int) -> Phrase | None:
    part = view.parts[view.part_of(zufolge)]
    ending = [
        p
        for p in view.phrases(part.first, zufolge)
        if p.end == zufolge or p.core == zufolge
    ]
    if not ending:
        return None
    outer = ending[-1]
    noun = view.tokens[outer.core - 1]
    if "speech/sources" not in noun.tags or outer.core == outer.end:
        return outer
    inner = _at(view, outer.core, zufolge)
    return inner and Phrase(inner.start, inner.core, inner.end, outer.outer_start)


def compound_source(
    view: View, cue: Cue, cast: Cast
) -> tuple[Citation, str | None] | None:
    """Return the source inside "Behördenangaben", or before it: "israelischen Angaben"."""
    token = view.tokens[cue.word]
    if "speech/sources" not in token.tags:
        return None
    before = view.tokens[cue.word - 1] if cue.word else None
    if before is not None and before.lower.endswith(_ADJECTIVE):
        stem = next(
            before.lower.removesuffix(e) for e in _ADJECTIVE if before.lower.endswith(e)
        )
        known = cast.named_like(stem)
        words = before if known else token
        return cast.report.cite(words.start, words.end), known
    if token.lower in load_words("speech/sources"):
        return None
    mention = cast.best_mention(token.start, token.end)
    first = token.lower.split("-")[0]
    known = mention[1] if mention else cast.named_like(first[: _stem(token)])
    return cast.report.cite(token.start, token.end), known


def _stem(token: Token) -> int:
    """Return where the noun of saying begins in a compound: "Weltbank|angaben"."""
    forms = load_words("speech/sources")
    tails = (n for n in range(1, len(token.lower)) if token.lower[n:] in forms)
    return next(tails, len(token.lower))
