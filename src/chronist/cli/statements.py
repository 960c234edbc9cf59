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
from chronist.model.statement import Statement, StatementForm


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
        for statement in found:
            _put(statement, names, reports, face.say)
        if not found:
            put(face.say("statements.none"))

    return statements


def _put(
    statement: Statement,
    names: Mapping[str, str],
    reports: Mapping[str, Report],
    say: Say,
) -> None:
    speaker = names.get(statement.speaker or "", say("statements.nobody"))
    via = ", ".join(names.get(source, source) for source in statement.via)
    chain = f", {say('statements.via', via=via)}" if via else ""
    form = label(statement.form, say.language)
    day = when_in_words(statement.when, say.language)
    put(
        f"{paint(speaker + chain, bold=True)}  {form} · {day}  "
        f"{paint(statement.id, dim=True)}"
    )
    words = " […] ".join(part.text for part in statement.content)
    direct = statement.form is StatementForm.DIRECT
    put_wrapped(say("quote", text=words) if direct else words, "    ")
    if statement.report in reports:
        cited = cite_report(reports[statement.report], say.language)
        put(paint(f"    {cited}", dim=True))
