"""Names Chronist knows: countries, places, persons, parties, organisations, media."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from chronist.language.tokens import Token, tokenize
from chronist.lexica.load import load_names, load_table
from chronist.model.actor import ActorKind

_ADJECTIVE_END = re.compile(r"^([A-ZÄÖÜ][a-zäöüß-]{2,}?)(?:e|er|es)$")
_OPEN_END = "9999"
_LONGEST = 8
"""Tokens of the longest listed name that is looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office with its first and last day (ISO, may be a bare year, "" if open)."""

    office: str
    start: str
    end: str

    def covers(self, first: str, last: str) -> bool:
        """Whether the office was held on some day between two ISO days."""
        end = self.end or _OPEN_END
        return self.start[:10] <= last and first[: len(end)] <= end


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name. ``quoted`` names are also common words and need a sign."""

    name: str
    kind: ActorKind
    known: str | None = None
    gender: str = ""
    country: str = ""
    terms: tuple[Term, ...] = ()
    quoted: bool = False
    family_first: bool = False
    sort: str = ""
    """``country``, ``city``, ``party``, ``media``; empty for the rest."""
    born: str = ""
    """Day of birth as an ISO day; empty if not known."""


@dataclass(slots=True)
class _Node:
    """A place in the tree of words; ``entries`` are the names that end here."""

    following: dict[str, _Node]
    entries: tuple[Entry, ...] = ()


class Gazetteer:
    """All listed names, found word by word. Case endings are part of the tree."""

    def __init__(self) -> None:
        """Start empty."""
        self._root = _Node({})
        self._holders: dict[tuple[str, str], list[Entry]] = {}
        self._kinds: dict[str, set[ActorKind]] = {}

    def add(self, written: str, entry: Entry) -> None:
        """Add a name as written, with its case forms."""
        words = [t.text for t in tokenize(written)]
        nodes = [self._root]
        for index, word in enumerate(words):
            last = index == len(words) - 1
            forms = _forms(word, last, entry.kind, len(words))
            nodes = _step(nodes, forms)
            if index == 0:
                for form in forms:
                    self._kinds.setdefault(form, set()).add(entry.kind)
        for node in nodes:
            if entry not in node.entries:
                node.entries = (*node.entries, entry)

    def add_holder(self, entry: Entry) -> None:
        """Remember who holds which office."""
        for term in entry.terms:
            held = self._holders.setdefault((term.office, entry.country), [])
            held.append(entry)

    def longest(
        self, tokens: Sequence[Token], at: int
    ) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """Yield (end, entries) of the names that begin at a token, longest first."""
        node: _Node | None = self._root
        found: list[tuple[int, tuple[Entry, ...]]] = []
        for index in range(at, min(len(tokens), at + _LONGEST)):
            node = node.following.get(tokens[index].text) if node else None
            if node is None:
                break
            if node.entries:
                found.append((index + 1, node.entries))
        yield from reversed(found)

    def kinds(self, word: str) -> set[ActorKind]:
        """Return the kinds of the names that can begin with this word."""
        return self._kinds.get(word, set())

    def holders(
        self, offices: frozenset[str], country: str, first: str, last: str
    ) -> list[Entry]:
        """Return who held one of these offices between two days, once each."""
        found: dict[str, Entry] = {}
        for office in sorted(offices):
            for entry in self._holders.get((office, country), ()):
                if any(
                    t.office == office and t.covers(first, last) for t in entry.terms
                ):
                    found[entry.name] = entry
        return list(found.values())


def _step(nodes: Sequence[_Node], forms: Sequence[str]) -> list[_Node]:
    """Go one word on from every node; the forms of a word share one node."""
    reached: list[_Node] = []
    for node in nodes:
        shared = next(
            (node.following[f] for f in forms[:1] if f in node.following), None
        )
        following = shared or _Node({})
        for form in forms:
            node.following.setdefault(form, following)
        reached.extend({id(n): n for n in (node.following[f] for f in forms)}.values())
    return reached


def _forms(word: str, last: bool, kind: ActorKind, length: int) -> list[str]:
    """Return a word with its case endings inside a name."""
    adjective = _ADJECTIVE_END.match(word)
    if adjective and length > 1 and not last and kind is not ActorKind.PERSON:
        stem = adjective.group(1)
        return [word, *(stem + e for e in ("e", "er", "en", "es", "em"))]
    if not last or not word[-1].isalpha():
        return [word]
    return [word, *(word + ending for ending in _endings(word, kind))]


def _endings(word: str, kind: ActorKind) -> tuple[str, ...]:
    if word[-1] in "sxzß":
        return ("’", "es") if len(word) > 3 else ()
    if kind is ActorKind.ORGANISATION and len(word) > 4 and word[-1] not in "aeiou":
        return ("s", "es")
    if kind is ActorKind.PLACE and word.endswith(("lande", "Emirate")):
        return ("n",)
    return ("s",)


@cache
def gazetteer() -> Gazetteer:
    """Return the names from the word lists; built once a process."""
    made = Gazetteer()
    _add_countries(made)
    _add_places(made)
    _add_organisations(made)
    _add_persons(made)
    for name in load_names("names/things"):
        made.add(name, Entry(name, ActorKind.OTHER))
    return made


def _add_countries(made: Gazetteer) -> None:
    for code, facts in load_table("places/countries").items():
        entry = Entry(
            facts["name"],
            ActorKind.PLACE,
            f"country:{code}",
            country=str(code),
            sort="country",
        )
        for name in (facts["name"], *facts.get("also", ())):
            made.add(name, entry)


def _add_places(made: Gazetteer) -> None:
    ambiguous = frozenset(load_names("places/ambiguous"))
    for country, names in load_table("places/regions").items():
        for name in names:
            quoted = name in ambiguous
            made.add(name, Entry(name, ActorKind.PLACE, None, "", country, (), quoted))
    for name, (country, number) in load_table("places/cities").items():
        entry = Entry(
            name,
            ActorKind.PLACE,
            f"geonames:{number}",
            country=country,
            quoted=name in ambiguous,
            sort="city",
        )
        made.add(name, entry)


def _add_organisations(made: Gazetteer) -> None:
    sorts = {
        "names/organisations": "",
        "names/media": "media",
        "parties/parties": "party",
    }
    for path, sort in sorts.items():
        for name, facts in load_table(path).items():
            plain = Entry(
                name,
                ActorKind.ORGANISATION,
                f"org:{name}",
                country=facts.get("country", ""),
                sort=sort,
            )
            entry = replace(plain, quoted=bool(facts.get("quoted")))
            made.add(name, entry)
            for other in facts.get("also", ()):
                single = entry.quoted and other.lower() in name.lower()
                made.add(other, entry if single else plain)


def _add_persons(made: Gazetteer) -> None:
    holders = dict(load_table("names/office_holders"))
    numbers = {facts[0]: number for number, facts in holders.items()}
    for name, facts in load_table("names/persons").items():
        written = (name, *facts.get("also", ()))
        number = facts.get("id") or next(
            (numbers[n] for n in written if n in numbers), None
        )
        entry = _person(name, facts, number, holders.pop(number or "", None))
        made.add_holder(entry)
        for form in written:
            made.add(form, entry)
        if not facts.get("full"):
            made.add(_last_name(name, entry.family_first), entry)
    for number, (name, gender, country, terms, born) in holders.items():
        if " " in name:
            held = tuple(Term(*term) for term in terms)
            entry = Entry(
                name, ActorKind.PERSON, number, gender, country, held, born=born
            )
            made.add(name, entry)
            made.add_holder(entry)


def _person(
    name: str,
    facts: Mapping[str, Any],
    number: str | None,
    holder: list[Any] | None,
) -> Entry:
    terms = [Term(str(o), str(a), str(b)) for o, a, b in facts.get("terms", ())]
    if holder:
        terms += [Term(*term) for term in holder[3]]
    office = facts.get("office")
    if office and not any(t.office == office for t in terms):
        terms.append(Term(office, "", "0"))
    return Entry(
        name,
        ActorKind.PERSON,
        number,
        facts["gender"],
        facts["country"],
        tuple(terms),
        family_first=bool(facts.get("family_first")),
        born=str(facts.get("born") or (holder[4] if holder else "")),
    )


def _last_name(name: str, family_first: bool) -> str:
    words = name.split()
    if family_first:
        return words[0] if len(words[0]) > 3 else name
    start = len(words) - 1
    while start > 1 and words[start - 1][0].islower():
        start -= 1
    return " ".join(words[start:])
