"""``chronist add``."""

from __future__ import annotations

from pathlib import Path

import click

from chronist.cli.build import read_columns, tell_rest
from chronist.cli.face import Face, paths_argument, story_argument
from chronist.cli.progress import Bars
from chronist.cli.screen import put


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("add")
    @story_argument()
    @paths_argument()
    @face.option("--jobs", "jobs", type=click.IntRange(min=1), metavar="N")
    @face.option("--columns", "columns", metavar="NAME=COLUMN,...")
    def add(
        story: str, paths: tuple[Path, ...], jobs: int | None, columns: str | None
    ) -> None:
        named = read_columns(columns, face.say)
        chronicle = face.open(story)
        with Bars(face.say) as bars:
            done = chronicle.add(
                paths, jobs=jobs or face.settings.jobs, columns=named, progress=bars
            )
        put(face.say("add.done", reports=done.reports, analysed=done.analysed))
        tell_rest(done, story, face.say)

    return add
