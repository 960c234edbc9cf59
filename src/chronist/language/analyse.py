"""Everything one report says, in the order in which one finding helps the next."""

from __future__ import annotations

from chronist.language.dating import date_report
from chronist.language.grammars.events.resolve import find_events
from chronist.language.grammars.names.resolve import find_referents
from chronist.language.grammars.pledges.resolve import Findings, find_pledges
from chronist.language.grammars.speech.resolve import find_statements
from chronist.language.grammars.speech.unnamed import adopt_speakers
from chronist.language.grammars.time.resolve import find_times
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import TokenizedReport, tokenize_report
from chronist.model.analysis import Analysis
from chronist.model.report import Report

ANALYSER_VERSION = "1"
"""Raised whenever an analysis of the same report may come out differently."""


def analyse(report: Report) -> Analysis:
    """Return what the report says. Pure: the same report gives the same analysis."""
    tokenized = _read(report)
    referents = find_referents(tokenized)
    published = date_report(tokenized, referents)
    times = find_times(tokenized, published)
    statements = find_statements(tokenized, referents, times, published)
    statements, referents = adopt_speakers(statements, referents)
    events = find_events(tokenized, referents, times, statements, published)
    findings = Findings(times, statements, events)
    pledges = find_pledges(tokenized, referents, findings, published)
    return Analysis(
        report=report.id,
        published=published,
        sentences=tuple(report.cite(s.start, s.end) for s in tokenized.sentences),
        times=times,
        referents=referents,
        statements=statements,
        events=events,
        pledges=pledges,
    )


def _read(report: Report) -> TokenizedReport:
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return tokenized
