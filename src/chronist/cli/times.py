"""``chronist times``: the time expressions of one text file, as TimeML or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import BinaryIO

import click

from chronist.cli.face import Face
from chronist.cli.screen import put_exactly
from chronist.exports.timeml import timeml, times_as_json
from chronist.model.analysis import TimeExpression

Tagger = Callable[[str, date | None], tuple[TimeExpression, ...]]
"""Finds the times of a text that was written on a day."""


def command_with(tag: Tagger) -> Callable[[Face], click.Command]:
    """Return what makes the command, given the function that finds times."""

    def command(face: Face) -> click.Command:
        @face.command("times")
        @click.argument("file", type=click.File("rb"))
        @face.option("--dct", "dct", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE")
        @face.option(
            "--to/to_format",
            "times_to",
            type=click.Choice(["tml", "json"]),
            default="tml",
        )
        def times(file: BinaryIO, dct: datetime | None, to_format: str) -> None:
            text = file.read().decode("utf-8-sig", errors="replace")
            put_exactly(_pieces(tag, text, dct.date() if dct else None, to_format))

        return times

    return command


def _pieces(tag: Tagger, text: str, dct: date | None, to: str) -> Iterator[str]:
    found = tag(text, dct)
    if to == "tml":
        yield timeml(text, found, dct)
    else:
        yield (
            json.dumps(times_as_json(text, found, dct), ensure_ascii=False, indent=1)
            + "\n"
        )
