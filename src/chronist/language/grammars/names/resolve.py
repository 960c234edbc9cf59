"""Who is spoken of in a report."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.grammars.names.clusters import (
    Cluster,
    Found,
    Roster,
    gather_names,
)
from chronist.language.grammars.names.coreference import link_description
from chronist.language.grammars.names.descriptions import (
    Description,
    find_descriptions,
)
from chronist.language.grammars.names.pronouns import (
    Pronoun,
    find_pronouns,
    link_pronoun,
)
from chronist.language.grammars.names.reasons import REASONS
from chronist.language.grammars.names.spans import (
    Line,
    NameSpan,
    find_names,
    lines_of,
)
from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Mention, Referent
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.report import Report
from chronist.text.digest import content_id

_ANY_DAY = ("0000", "9999")


def find_referents(tokenized: TokenizedReport) -> tuple[Referent, ...]:
    """Return the actors of a report with all their mentions, in order of the first."""
    lines = lines_of(tokenized)
    names = find_names(lines)
    return resolve(tokenized.report, lines, names)


def resolve(
    report: Report, lines: Sequence[Line], names: Sequence[NameSpan]
) -> tuple[Referent, ...]:
    """Return the referents behind names found by rules or by a network."""
    first, last = _days(report)
    roster = Roster(lines, first, last)
    gather_names(roster, names)
    for line in lines:
        here = [n for n in names if n.sentence == line.sentence.index]
        _link_sentence(roster, line, here)
    made = [_referent(report, roster, c) for c in roster.clusters]
    return tuple(sorted(made, key=lambda r: (r.mentions[0].citation, r.id)))


def _link_sentence(roster: Roster, line: Line, names: Sequence[NameSpan]) -> None:
    """Link descriptions and pronouns in the order in which they are read."""
    items: list[Description | Pronoun] = [
        *find_descriptions(line, names),
        *find_pronouns(roster, line.sentence.index),
    ]
    for item in sorted(items, key=_place):
        if isinstance(item, Pronoun):
            link_pronoun(roster, item)
        else:
            link_description(roster, item)


def _place(item: Description | Pronoun) -> int:
    return item.at if isinstance(item, Pronoun) else item.head


def _days(report: Report) -> tuple[str, str]:
    """Return the first and last day the report may be of, as ISO days."""
    if report.published is None or not report.published.when.is_bounded:
        return _ANY_DAY
    when = report.published.when
    return when.earliest.isoformat(), when.latest.isoformat()


def _referent(report: Report, roster: Roster, cluster: Cluster) -> Referent:
    found = sorted(cluster.mentions)
    mentions = tuple(
        sorted((_mention(report, roster, f) for f in found), key=lambda m: m.citation)
    )
    start = mentions[0].citation.start
    known = cluster.entry.known if cluster.entry else None
    return Referent(
        id=content_id("ref", report.id, cluster.kind.value, cluster.name, start),
        report=report.id,
        kind=cluster.kind,
        name=cluster.name,
        mentions=mentions,
        known=known,
    )


def _mention(report: Report, roster: Roster, found: Found) -> Mention:
    de, en = REASONS[found.rule]
    place = found.place
    citations = [_cite(report, roster, place)]
    if found.evidence is not None and found.evidence != place:
        citations.append(_cite(report, roster, found.evidence))
    derivation = Derivation(found.rule, de, en, tuple(citations))
    return Mention(citations[0], found.kind, derivation)


def _cite(report: Report, roster: Roster, place: tuple[int, int, int]) -> Citation:
    sentence, start, end = place
    tokens = roster.lines[sentence].tokens
    return report.cite(tokens[start].start, tokens[end - 1].end)
