"""From the words of a report to the form a headline needs: the nominative.

Only endings are taken off, and only where a word list, another mention or the word
before shows that they are case endings; nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from chronist.lexica.load import load_lemmas, load_names, load_table
from chronist.linking.words import stem

_NOUN_LISTS = tuple(
    f"events/{kind}/nouns"
    for kind in (
        "accident", "accuse", "agree", "aid", "assault", "business", "coerce",
        "concede", "consult", "cooperate", "death", "elect", "mobilize", "office",
        "other", "protest", "reject", "request", "retreat", "rule", "sanction",
        "support", "threaten",
    )
)  # fmt: skip
_SHORTEST_FIRST, _SHORTEST_HEAD = 3, 4
"""Letters of the parts of a compound."""
_UMLAUTS = str.maketrans("äöü", "aou")
_GENITIVE = re.compile(r"\b(?:des|eines|seines|ihres|dieses|jenes)\s+(?:\w+n\s+)?$")
_OF = re.compile(r"\b(?:der|aller|beider|vieler|einiger|mehrerer|von)\s*$")
_DATIVE_PLURAL = re.compile(
    r"\b(?:den|mit|von|bei|nach|aus|zu|seit|unter|zwischen|gegenüber|vor|an|keinen"
    r"|[\d .]+|\w+en)\s+$"
)
_ADJECTIVE = re.compile(r"[a-zäöüß-]+?e(?:n|m|r|s)")
_FROM_ADJECTIVE = re.compile(
    r"(?i)(?:[^h]ene|igte|tzte|\btote|ige|nete|ellte|nelle|amte|ische|dete|ndte|agte|ierte)n$"
)
_AGENTS = re.compile(r"\w{2,}(?:er|el)n")


def nominative(words: str, before: str = "") -> str:
    """Return a description in the nominative, as it stands behind a definite article.

    ``before`` is what stands in front of it in the report.

    >>> nominative("politischen Gefangenen"), nominative("Beobachtern", "nach Angaben von ")
    ('politische Gefangene', 'Beobachter')
    >>> nominative("ukrainischen Innenministeriums", "des ")
    'ukrainische Innenministerium'
    """
    found = words.split()
    at = next((i for i, w in enumerate(found) if w[:1].isupper()), None)
    if at is None:
        return words
    ahead = f"{before.rstrip()} {' '.join(found[:at])}".rstrip() + " "
    noun = _without_article(nominative_noun(found[at], ahead))
    plural = noun != found[at] or noun.endswith(("n", "e"))
    adjectives = [_weak(w, plural=plural) for w in found[:at]]
    return " ".join((*adjectives, noun, *found[at + 1 :]))


def nominative_noun(word: str, before: str = "") -> str:
    """Return a noun in the nominative, singular or plural as it stands.

    >>> nominative_noun("Protesten"), nominative_noun("Vorlesungen")
    ('Proteste', 'Vorlesungen')
    >>> nominative_noun("Staatsrates", "des "), nominative_noun("Streiks", "die ")
    ('Staatsrat', 'Streiks')
    """
    if _GENITIVE.search(before) and word.endswith("s"):
        return _without_genitive(word)
    if not word.endswith("n"):
        return word
    if _is_dative_plural(word.casefold()) or _is_umlaut_plural(word):
        return word[:-1]
    agents = _AGENTS.fullmatch(word) and _DATIVE_PLURAL.search(before)
    return word[:-1] if agents and _is_base(word[:-1]) else word


def is_party_noun(word: str) -> bool:
    """Whether a noun names people or bodies that can act ("Behörden", "Leiter").

    >>> is_party_noun("Sicherheitskräfte"), is_party_noun("Berichte")
    (True, False)
    """
    return _ends_in(stem(word), _party_stems())


def is_body_noun(word: str) -> bool:
    """Whether a noun names a group or an institution, not single persons."""
    return _ends_in(stem(word), _body_stems())


def _weak(adjective: str, *, plural: bool) -> str:
    """Return the ending after a definite article; "hoher" before a singular stays."""
    if not _ADJECTIVE.fullmatch(adjective):
        return adjective
    return (
        adjective if adjective.endswith(("r", "s")) and not plural else adjective[:-1]
    )


def _without_article(noun: str) -> str:
    """Return "Gefangene" of "(die) Gefangenen": nouns made of adjectives."""
    return noun[:-1] if _FROM_ADJECTIVE.search(noun) else noun


def _without_genitive(word: str) -> str:
    bare = next((w for w in (word[:-2], word[:-1]) if _is_base(w)), None)
    if bare is not None:
        return bare
    return re.sub(r"(?<=[^aeiou])es$|s$", "", word)


def _is_dative_plural(small: str) -> bool:
    """Whether the list that has the form has it without -n as a plural, too."""
    forms = _forms()
    head = next((h for i in _heads(small) if (h := small[i:]) in forms), None)
    if head is None:
        return False
    lemma = forms[head]
    bare = head[:-1]
    if forms.get(bare) != lemma:
        return False
    # "Unruhen", "Beratungen": feminine plurals in -n are nominatives as well.
    return bare != lemma.casefold() or not bare.endswith("e")


def _is_umlaut_plural(word: str) -> bool:
    """Whether it is a noun whose plural bends its vowel: that never ends in -n."""
    small = word.casefold()
    plain = small.translate(_UMLAUTS)
    ends = [len(end) for end in ("en", "ern") if small.endswith(end)]
    return plain != small and any(_is_base(plain[:-n]) for n in ends)


def _is_base(word: str) -> bool:
    small, bases = word.casefold(), _bases()
    return any(small[i:] in bases for i in _heads(small))


def _ends_in(found: str, stems: frozenset[str]) -> bool:
    return any(found[i:] in stems for i in _heads(found))


def _heads(word: str) -> tuple[int, ...]:
    """Return where the last noun of a compound may begin; "Be-richt" is none."""
    return (0, *range(_SHORTEST_FIRST, max(len(word) - _SHORTEST_HEAD + 1, 0)))


@cache
def _forms() -> Mapping[str, str]:
    return {
        form: lemma for name in _NOUN_LISTS for form, lemma in load_lemmas(name).items()
    }


@cache
def _bases() -> frozenset[str]:
    tables = [load_table("names/groups"), load_table("names/functions")]
    words = [w for table in tables for row in table.values() for w in row]
    words += [name for name in load_names("names/common_nouns") if " " not in name]
    return frozenset(w.casefold() for w in (*words, *_forms().values()))


@cache
def _party_stems() -> frozenset[str]:
    functions = load_table("names/functions")
    people = [w for row in functions.values() for w in row]
    return _body_stems() | frozenset(stem(w) for w in people)


@lru_cache(maxsize=1)
def _body_stems() -> frozenset[str]:
    groups = load_table("names/groups")
    return frozenset(stem(w) for name in ("group", "institution") for w in groups[name])
