"""``chronist why``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from chronist.chronicle import Explanation, Item
from chronist.cli.face import Face, story_argument
from chronist.cli.screen import one_line, paint, put, put_json, put_wrapped
from chronist.cli.texts import Say
from chronist.exports import contract
from chronist.exports.labels import label, when_in_words
from chronist.exports.sources import cite_report
from chronist.model.actor import Actor
from chronist.model.analysis import TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.judgement import Judgement
from chronist.model.pledge import Pledge
from chronist.model.report import Report
from chronist.model.statement import Statement


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("why")
    @story_argument()
    @click.argument("item_id", metavar="ID")
    @face.as_json()
    def why(story: str, item_id: str, as_json: bool) -> None:
        chronicle = face.open(story)
        explanation = chronicle.why(item_id)
        if as_json:
            put_json(_record(explanation))
            return
        reports = {report.id: report for report in chronicle.reports()}
        _put(explanation, reports, face.say, 0)

    return why


def _record(explanation: Explanation) -> dict[str, Any]:
    return {
        "id": explanation.item.id,
        "reasons": [contract.derivation(reason) for reason in explanation.reasons],
        "because": [_record(below) for below in explanation.because],
    }


def _put(
    explanation: Explanation, reports: Mapping[str, Report], say: Say, depth: int
) -> None:
    indent = "    " * depth
    item = explanation.item
    told = paint(one_line(_title(item, say)), bold=True)
    put(f"{indent}{told}  {paint(item.id, dim=True)}")
    for reason in explanation.reasons:
        _put_reason(reason, reports, say, f"{indent}  ")
    if not explanation.reasons:
        put(f"{indent}  {say('why.none')}")
    for below in explanation.because:
        _put(below, reports, say, depth + 1)


def _put_reason(
    reason: Derivation, reports: Mapping[str, Report], say: Say, indent: str
) -> None:
    sentence = reason.en if say.language == "en" else reason.de
    put(f"{indent}· {one_line(sentence)}  {paint(reason.rule, fg='cyan')}")
    for cited in reason.citations:
        report = reports.get(cited.report)
        source = cite_report(report, say.language) if report else cited.report
        place = f"{source}, {cited.start}–{cited.end}"
        put_wrapped(f"{say('quote', text=cited.text)} — {place}", f"{indent}    ")


def _title(item: Item, say: Say) -> str:
    """Return a line that tells what an item is."""
    language = say.language
    match item:
        case Entry():
            day = when_in_words(item.when, language)
            told = f"{day}: {item.headline} [{label(item.status, language)}]"
        case Event():
            day, kind = when_in_words(item.when, language), label(item.type, language)
            status = label(item.status, language)
            told = f"{kind} [{status}], {day}: {say('quote', text=item.sentence.text)}"
        case Statement() | Pledge():
            told = say("quote", text=" […] ".join(part.text for part in item.content))
        case _:
            told = _name(item, say)
    return told


def _name(item: Item, say: Say) -> str:
    match item:
        case Actor():
            told = f"{item.name} ({label(item.kind, say.language)})"
        case TimeExpression():
            day = when_in_words(item.when, say.language)
            told = f"{say('quote', text=item.citation.text)} = {item.value}, {day}"
        case Conflict():
            values = " ≠ ".join(value.value for value in item.values)
            told = f"{item.about}: {values}"
        case Report():
            told = f"{item.title or item.source} — {cite_report(item, say.language)}"
        case Judgement():
            verdict = label(item.verdict, say.language)
            told = f"{verdict}: {label(item.subject, say.language)} ({item.author})"
        case _:
            told = item.id
    return told
