"""``chronist build``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from chronist.chronicle import Chronicle, Summary
from chronist.cli.face import Face, paths_argument
from chronist.cli.progress import Bars
from chronist.cli.screen import put, tell
from chronist.cli.texts import Say
from chronist.exports.labels import label


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("build")
    @paths_argument()
    @face.option("-o/--output/output", "output", required=True, metavar="STORY")
    @face.option("--jobs", "jobs", type=click.IntRange(min=1), metavar="N")
    @face.option("--columns", "columns", metavar="NAME=COLUMN,...")
    def build(
        paths: tuple[Path, ...], output: str, jobs: int | None, columns: str | None
    ) -> None:
        named = read_columns(columns, face.say)
        with Bars(face.say) as bars:
            chronicle = Chronicle.build(
                paths,
                to=output,
                jobs=jobs or face.settings.jobs,
                columns=named,
                progress=bars,
            )
        if chronicle.summary is not None:
            done = chronicle.summary
            put(
                face.say(
                    "build.done",
                    reports=done.reports,
                    entries=done.entries,
                    story=output,
                )
            )
            tell_rest(done, output, face.say)

    return build


def read_columns(columns: str | None, say: Say) -> dict[str, str]:
    """Return ``text=Volltext,title=Kopf`` as names and columns."""
    named = {}
    for pair in columns.split(",") if columns else ():
        name, equals, column = pair.partition("=")
        if not (equals and name.strip() and column.strip()):
            raise click.UsageError(say("usage.columns"))
        named[name.strip()] = column.strip()
    return named


def tell_rest(done: Summary, story: str, say: Say) -> None:
    """Tell what a reader of the chronicle should know about its reports."""
    if done.undated:
        put("  " + say("build.undated", n=done.undated))
    if done.copies:
        put("  " + say("build.copies", n=done.copies))
    if done.failures:
        kinds = Counter(failure.kind for failure in done.failures)
        told = ", ".join(
            f"{number} {label(kind, say.language)}"
            for kind, number in kinds.most_common()
        )
        tell("  " + say("build.failures", n=len(done.failures), kinds=told))
        tell("  " + say("build.failures_hint", story=story))
