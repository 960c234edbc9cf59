"""``chronist export``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from chronist.chronicle import Chronicle
from chronist.cli.face import Face, story_argument
from chronist.cli.screen import put_exactly, tell
from chronist.exports.csv import TABLES, csv_lines
from chronist.exports.json import json_lines
from chronist.exports.markdown import markdown_lines


def command(face: Face) -> click.Command:
    """Return the command."""
    formats = click.Choice(["json", "csv", "markdown"])
    tables = click.Choice(list(TABLES))

    @face.command("export")
    @story_argument()
    @face.option("--to/format_", "to_format", type=formats, required=True)
    @face.option("--table", "table", type=tables, default="entries")
    @face.option("-o/--output/output", "output_file", metavar="FILE")
    def export(story: str, format_: str, table: str, output: str | None) -> None:
        chronicle = face.open(story)
        pieces = _pieces(chronicle, format_, table, face.say.language)
        if output is None or output == "-":
            put_exactly(pieces)
        else:
            _write(Path(output), pieces)
            tell(face.say("export.done", path=output))

    return export


def _pieces(
    chronicle: Chronicle, format_: str, table: str, language: str
) -> Iterator[str]:
    if format_ == "json":
        return json_lines(chronicle)
    if format_ == "csv":
        return csv_lines(chronicle, table)
    return markdown_lines(chronicle, language)


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Write all or nothing: a reader never sees half a file."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=".", delete=False) as file:
        temporary = Path(file.name)
        try:
            for piece in pieces:
                file.write(piece.encode())
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            temporary.unlink()
            raise
    temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    temporary.replace(path)
