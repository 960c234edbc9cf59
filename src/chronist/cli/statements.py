"""``chronist statements``."""

from __future__ import annotations

from collections.abc import Mapping

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import paint, put, put_json, put_wrapped
from chronist.cli.texts import Say
from chronist.exports import contract
from chronist.exports.labels import label, when_in_words
from chronist.exports.sources import cite_report
from chronist.model.report import Report
from chronist.model.statement import (
    Saying,
    Statement,
    StatementForm,
    sayings_of,
)


def command(face: Face) -> click.Command:
    """Return the command."""
    forms = click.Choice([f.value for f in StatementForm], case_sensitive=False)

    @face.command("statements")
    @story_argument()
    @face.option("--by", "by", metavar="NAME")
    @face.option("--about", "about", metavar="WORDS")
    @face.period()
    @face.option("--form", "form", type=forms)
    @face.as_json()
    def statements(
        story: str,
        by: str | None,
        about: str | None,
        since: str | None,
        until: str | None,
        form: str | None,
        as_json: bool,
    ) -> None:
        chronicle = face.open(story)
        found = chronicle.statements(
            by=by, about=about, since=since, until=until, form=form
        )
        if as_json:
            put_json(map(contract.statement, found))
            return
        names = {actor.id: actor.name for actor in chronicle.actors()}
        reports = {report.id: report for report in chronicle.reports()}
        for saying in sayings_of(found):
            _put(saying, names, reports, face.say)
        if not found:
            put(face.say("statements.none"))

    return statements


def _put(
    saying: Saying, names: Mapping[str, str], reports: Mapping[str, Report], say: Say
) -> None:
    """Show the fullest wording; under it where else it stands, and how."""
    statement = saying.longest
    speaker = names.get(statement.speaker or "", say("statements.nobody"))
    put(
        f"{paint(speaker, bold=True)}{_chain(statement, names, say)}  "
        f"{_circumstances(statement, say)}  {paint(statement.id, dim=True)}"
    )
    put_wrapped(_quoted(statement, say), "    ")
    put(paint(f"    {_cited(statement, reports, say)}", dim=True))
    shown = {statement.words}
    for variant in saying.variants:
        if variant.id == statement.id:
            continue
        cited = say("statements.also", cited=_cited(variant, reports, say))
        put(paint(f"    {cited}  {variant.id}", dim=True))
        if variant.words not in shown:
            put_wrapped(_quoted(variant, say), "        ")
            shown.add(variant.words)


def _chain(statement: Statement, names: Mapping[str, str], say: Say) -> str:
    """Return to whom, and through whom: ", an Scholz, laut Tass"."""
    parts = []
    if statement.addressee in names:
        parts.append(say("statements.to", name=names[statement.addressee or ""]))
    if statement.via:
        via = ", ".join(names.get(source, source) for source in statement.via)
        parts.append(say("statements.via", via=via))
    return "".join(f", {part}" for part in parts)


def _circumstances(statement: Statement, say: Say) -> str:
    """Return form, act, day, place and hedges."""
    parts = [label(statement.form, say.language)]
    if statement.act is not None:
        parts.append(label(statement.act, say.language))
    parts.append(when_in_words(statement.when, say.language))
    if statement.place is not None:
        parts.append(statement.place.text)
    if statement.hedges:
        words = ", ".join(hedge.text for hedge in statement.hedges)
        parts.append(say("statements.hedged", words=words))
    return " · ".join(parts)


def _quoted(statement: Statement, say: Say) -> str:
    direct = statement.form is StatementForm.DIRECT
    return say("quote", text=statement.words) if direct else statement.words


def _cited(statement: Statement, reports: Mapping[str, Report], say: Say) -> str:
    report = reports.get(statement.report)
    return cite_report(report, say.language) if report else statement.report
