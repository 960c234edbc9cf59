"""``chronist failures``."""

from __future__ import annotations

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import one_line, paint, put, put_json, put_wrapped
from chronist.exports import contract
from chronist.exports.labels import label


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("failures")
    @story_argument()
    @face.as_json()
    def failures(story: str, as_json: bool) -> None:
        found = face.open(story).failures()
        if as_json:
            put_json(map(contract.failure, found))
            return
        for failure in found:
            kind = label(failure.kind, face.say.language)
            put(
                f"{paint(one_line(failure.source), bold=True)}  {paint(kind, fg='red')}"
            )
            if face.say.language != "en":
                put_wrapped(face.say(f"failure.{failure.kind}"), "    ")
            put_wrapped(failure.reason, "    ")
        if not found:
            put(face.say("failures.none"))

    return failures
