"""``chronist verify``."""

from __future__ import annotations

import click

from chronist.chronicle import Wrong
from chronist.cli.face import Face, story_argument
from chronist.cli.screen import paint, put, put_json, put_wrapped
from chronist.cli.texts import Say
from chronist.exports.contract import citation

_SHOWN = 50
_LONGEST = 200


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("verify")
    @story_argument()
    @face.as_json()
    def verify(story: str, as_json: bool) -> int:
        checked = face.open(story).verify()
        if as_json:
            put_json(
                {
                    "reports": checked.reports,
                    "citations": checked.citations,
                    "wrong": [_record(wrong) for wrong in checked.wrong],
                }
            )
        elif checked.wrong:
            number = len(checked.wrong)
            told = face.say("verify.wrong", n=number, citations=checked.citations)
            put(paint(told, fg="red"))
            for wrong in checked.wrong[:_SHOWN]:
                _put(wrong, face.say)
        else:
            put(
                face.say(
                    "verify.done", citations=checked.citations, reports=checked.reports
                )
            )
        return 1 if checked.wrong else 0

    return verify


def _record(wrong: Wrong) -> dict[str, object]:
    return {
        "item": wrong.item,
        "citation": citation(wrong.cited),
        "found": wrong.found,
    }


def _put(wrong: Wrong, say: Say) -> None:
    cited = wrong.cited
    put(f"{wrong.item}  {cited.report} {cited.start}–{cited.end}")
    put_wrapped(say("quote", text=cited.text[:_LONGEST]), "    ")
    found = say("verify.nothing")
    if wrong.found is not None:
        found = say("verify.found", found=say("quote", text=wrong.found[:_LONGEST]))
    put_wrapped(found, "    ")
