"""``chronist pledges``."""

from __future__ import annotations

from collections.abc import Mapping

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import paint, put, put_json, put_wrapped
from chronist.cli.texts import Say
from chronist.exports import contract
from chronist.exports.labels import label, when_in_words
from chronist.exports.sources import cite_report
from chronist.model.pledge import Course, Pledge
from chronist.model.report import Report

_COLOURS = {Course.KEPT: "green", Course.LATE: "yellow", Course.BROKEN: "red"}


def command(face: Face) -> click.Command:
    """Return the command."""
    courses = click.Choice([c.value for c in Course], case_sensitive=False)

    @face.command("pledges")
    @story_argument()
    @face.option("--by", "by", metavar="NAME")
    @face.option("--course", "course", type=courses)
    @face.as_json()
    def pledges(story: str, by: str | None, course: str | None, as_json: bool) -> None:
        chronicle = face.open(story)
        found = chronicle.pledges(by=by, course=course)
        if as_json:
            put_json(map(contract.pledge, found))
            return
        names = {actor.id: actor.name for actor in chronicle.actors()}
        reports = {report.id: report for report in chronicle.reports()}
        for pledge in found:
            _put(pledge, names, reports, face.say)
        if not found:
            put(face.say("pledges.none"))

    return pledges


def _put(
    pledge: Pledge, names: Mapping[str, str], reports: Mapping[str, Report], say: Say
) -> None:
    by = ", ".join(names.get(i, i) for i in pledge.by) or say("statements.nobody")
    course = paint(label(pledge.course, say.language), fg=_COLOURS.get(pledge.course))
    due = when_in_words(pledge.due, say.language)
    due = f" · {say('pledges.due', when=due)}" if pledge.due else ""
    put(f"{paint(by, bold=True)}  {course}{due}  {paint(pledge.id, dim=True)}")
    put_wrapped(" […] ".join(part.text for part in pledge.content), "    ")
    if pledge.report in reports:
        cited = cite_report(reports[pledge.report], say.language)
        put(paint(f"    {cited}", dim=True))
    for shown in pledge.course_citations:
        report = reports.get(shown.report)
        cited = f" — {cite_report(report, say.language)}" if report else ""
        put_wrapped(f"{say('quote', text=shown.text)}{cited}", "    → ")
