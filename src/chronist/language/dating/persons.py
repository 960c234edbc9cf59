"""What ages and offices of known persons say about the day of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from chronist.language.dating.fact import Fact
from chronist.language.tokens import TokenizedReport
from chronist.lexica.load import load_table
from chronist.model.actor import ActorKind, MentionKind, Referent
from chronist.model.citation import Citation
from chronist.text.belief import LAST, Step
from chronist.text.calendar import add_months, month_end

_AGE = re.compile(r"(\d{1,3})[- ]?[jJ]ährige[rnms]?")
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REACH = 300
"""Code points that an age may stand behind the name it belongs to."""
_WRONG_AGE = 3e-5
"""Weight of a day outside the year of life: one age in a thousand is another person's."""
_OUT_OF_OFFICE = 0.1
"""Former holders keep their title in many reports, and terms that began after the list
was made are missing."""
_BEFORE, _AFTER = 60, 45
"""Days around a term in which the title is used too: elected, or just out of office."""
_FORMER = re.compile(
    r"(?i)\b(ex|alt|früher|ehemalig|einstig|damalig|designiert|künftig|gewählt)"
)


def ages(tokenized: TokenizedReport, referents: Sequence[Referent]) -> Iterator[Fact]:
    """Yield the year of life that each age of a person with known birth names."""
    report = tokenized.report
    people = [r for r in referents if r.kind is ActorKind.PERSON]
    for match in _AGE.finditer(report.text):
        who = _aged(match.start(), match.end(), people)
        born = _births().get(who.known) if who and who.known else None
        if who is None or born is None:
            continue
        years = int(match.group(1))
        first = add_months(born, 12 * years)
        last = add_months(born, 12 * years + 12) - timedelta(days=1)
        yield Fact(
            "de.dating.age",
            f"{who.name}, geboren am {born:%d.%m.%Y}, ist vom {first:%d.%m.%Y} bis {last:%d.%m.%Y} {years} Jahre alt.",
            f"{who.name}, born on {born}, is {years} years old from {first} to {last}.",
            (Step(first.toordinal(), last.toordinal(), 1.0),),
            _WRONG_AGE,
            report.cite(match.start(), match.end()),
        )


def _aged(start: int, end: int, people: Sequence[Referent]) -> Referent | None:
    """Return whose mention holds the age, or who is named nearest before it."""
    people = [r for r in people if r.known in _births()]
    holders = [
        r for r in people if any(_holds(m.citation, start, end) for m in r.mentions)
    ]
    if holders:
        return holders[0]
    before = [
        (m.citation.end, r)
        for r in people
        for m in r.mentions
        if m.citation.end <= start
    ]
    nearest = max(before, key=lambda pair: pair[0], default=None)
    return nearest[1] if nearest and start - nearest[0] <= _REACH else None


def _holds(citation: Citation, start: int, end: int) -> bool:
    return citation.start < end and start < citation.end


@cache
def _births() -> Mapping[str, date]:
    rows: Mapping[str, Any] = load_table("names/office_holders")
    return {
        known: date.fromisoformat(row[4])
        for known, row in rows.items()
        if _FULL_DAY.fullmatch(row[4])
    }


def offices(
    tokenized: TokenizedReport, referents: Sequence[Referent]
) -> Iterator[Fact]:
    """Yield the terms of office of persons whose title stands before their name."""
    holders: Mapping[str, Any] = load_table("names/office_holders")
    for referent in referents:
        row = holders.get(referent.known or "")
        if row is None:
            continue
        found = _titled(tokenized.report.text, referent)
        if found is None:
            continue
        office, citation = found
        terms = [(a, b) for name, a, b in row[3] if name == office and a]
        if terms:
            yield _term_fact(referent.name, terms, citation)


def _titled(text: str, referent: Referent) -> tuple[str, Citation] | None:
    """Return the office and the words of a title right before the person's name."""
    names = {m.citation.start for m in referent.mentions if m.kind is MentionKind.NAME}
    for mention in referent.mentions:
        citation = mention.citation
        if mention.kind is not MentionKind.DESCRIPTION or citation.end + 1 not in names:
            continue
        before = text[max(0, citation.start - 14) : citation.end]
        office = _office_of(citation.text)
        if office and not _FORMER.search(before):
            return office, citation
    return None


def _office_of(description: str) -> str | None:
    head = description.split()[-1].lower()
    for noun, office in _titles().items():
        if head.startswith(noun) and len(head) - len(noun) <= 3:
            return office
    return None


@cache
def _titles() -> Mapping[str, str]:
    table: Mapping[str, Sequence[str]] = load_table("names/functions")
    skipped = {"person", "chief", "minister", "spokesperson"}
    return {
        n.lower(): o for o, nouns in table.items() if o not in skipped for n in nouns
    }


def _term_fact(name: str, terms: Sequence[tuple[str, str]], cited: Citation) -> Fact:
    spans = [(_begin(a), _end(b)) for a, b in terms]
    shown = ", ".join(
        f"{a:%d.%m.%Y}–{'' if b >= LAST else f'{b:%d.%m.%Y}'}" for a, b in spans
    )
    in_english = ", ".join(f"{a}–{'' if b >= LAST else b}" for a, b in spans)
    return Fact(
        "de.dating.office",
        f"{name} hat dieses Amt in der Zeit {shown}.",
        f"{name} holds this office in {in_english}.",
        tuple(_merged(spans)),
        _OUT_OF_OFFICE,
        cited,
    )


def _merged(spans: Sequence[tuple[date, date]]) -> Iterator[Step]:
    last = 0
    for first, end in sorted(spans):
        low = max(first.toordinal() - _BEFORE, last + 1)
        high = end.toordinal() + _AFTER
        if low <= high:
            yield Step(low, high, 1.0)
            last = high


def _begin(written: str) -> date:
    parts = [int(p) for p in written.split("-")]
    return date(*[*parts, 1, 1][:3])


def _end(written: str) -> date:
    if not written:
        return LAST
    parts = [int(p) for p in written.split("-")]
    if len(parts) == 3:
        return date(*parts)
    return month_end(parts[0], parts[1]) if len(parts) == 2 else date(parts[0], 12, 31)
