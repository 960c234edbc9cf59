"""What every command is given, and the parameters that several share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from chronist.chronicle import Chronicle
from chronist.cli.screen import tell
from chronist.cli.texts import Say
from chronist.settings import Settings

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Decorator(Protocol):
    """Adds a parameter to a function that becomes a command."""

    def __call__(self, function: _Function, /) -> _Function:
        """Return the function with the parameter."""


class PlainCommand(click.Command):
    """A command whose help has headings in the language chosen."""

    def __init__(self, *args: Any, say: Say, **kwargs: Any) -> None:  # noqa: ANN401
        """Take click's arguments, and the language."""
        super().__init__(*args, **kwargs)
        self._say = say

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` in the language chosen."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self._say.help("option.help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the first line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, self._say("usage"))

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options."""
        records = [p.get_help_record(ctx) for p in self.get_params(ctx)]
        rows = [record for record in records if record is not None]
        if rows:
            with formatter.section(self._say("usage.options")):
                formatter.write_dl(rows)


class PlainGroup(PlainCommand, click.Group):
    """A group of commands whose help has headings in the language chosen."""

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options, then the commands in the order they were added."""
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=formatter.width))
            for name, command in self.commands.items()
        ]
        with formatter.section(self._say("usage.commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order they were added."""
        return list(self.commands)


@dataclass(frozen=True, slots=True)
class Face:
    """The settings, and the words of the language chosen."""

    settings: Settings
    say: Say

    def command(
        self, name: str, help_key: str | None = None
    ) -> Callable[[Callable[..., Any]], PlainCommand]:
        """Return the decorator that makes a function the command ``name``."""
        text = self.say.help(help_key or name)
        return click.command(name, cls=PlainCommand, help=text, say=self.say)

    def group(self, name: str) -> Callable[[Callable[..., Any]], PlainGroup]:
        """Return the decorator that makes a function a group of commands."""
        return click.group(name, cls=PlainGroup, help=self.say.help(name), say=self.say)

    def option(self, name: str, help_key: str, **given: Any) -> Decorator:  # noqa: ANN401
        """Return a click option with its help text."""
        names = name.split("/")
        return click.option(*names, help=self.say.help(f"option.{help_key}"), **given)

    def as_json(self) -> Decorator:
        """Return ``--json``."""
        return self.option("--json/as_json", "json", is_flag=True)

    def period(self) -> Decorator:
        """Return ``--from`` and ``--to``."""

        def with_both(function: _Function, /) -> _Function:
            last = self.option("--to/until", "to", metavar="DATE")(function)
            return self.option("--from/since", "from", metavar="DATE")(last)

        return with_both

    def open(self, story: str) -> Chronicle:
        """Open a chronicle; tell if a run on it has not ended."""
        chronicle = Chronicle.open(story)
        run = chronicle.unfinished()
        if run is not None:
            at = run.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
            if run.failed is None:
                tell(self.say("note.unfinished", at=at))
            else:
                why = run.failed.split("\n", 1)[0]
                tell(self.say("note.failed", at=at, why=why))
        return chronicle


def story_argument() -> Decorator:
    """Return the argument ``STORY``: the chronicle's file."""
    return click.argument("story", metavar="STORY", type=click.Path(path_type=str))


def paths_argument() -> Decorator:
    """Return the argument ``PATHS…``: files and folders of reports."""
    path = click.Path(path_type=Path)
    return click.argument(
        "paths", metavar="PATHS...", nargs=-1, required=True, type=path
    )
