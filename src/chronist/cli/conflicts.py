"""``chronist conflicts``."""

from __future__ import annotations

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import one_line, paint, put, put_json, put_wrapped
from chronist.exports import contract
from chronist.exports.sources import cite_report


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("conflicts")
    @story_argument()
    @face.as_json()
    def conflicts(story: str, as_json: bool) -> None:
        chronicle = face.open(story)
        found = chronicle.conflicts()
        if as_json:
            put_json(map(contract.conflict, found))
            return
        reports = {report.id: report for report in chronicle.reports()}
        for conflict in found:
            ids = f"{conflict.id} {conflict.entry or ''}"
            put(f"{paint(one_line(conflict.about), bold=True)}  {paint(ids, dim=True)}")
            for value in conflict.values:
                put(f"  {paint('≠', fg='red')} {one_line(value.value)}")
                for cited in value.citations:
                    report = reports.get(cited.report)
                    source = cite_report(report, face.say.language) if report else ""
                    quoted = face.say("quote", text=cited.text)
                    put_wrapped(f"{quoted} — {source}", "      ")
        if not found:
            put(face.say("conflicts.none"))

    return conflicts
