"""``chronist``: its commands, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from chronist.chronicle import VERSION, tag_times
from chronist.cli import (
    actors,
    add,
    build,
    conflicts,
    export,
    failures,
    find,
    judge,
    pledges,
    report,
    serve,
    show,
    statements,
    times,
    verify,
    why,
)
from chronist.cli.face import Face
from chronist.cli.screen import tell
from chronist.cli.texts import TEXTS, Say
from chronist.errors import ChronistError
from chronist.exports.labels import LANGUAGES
from chronist.settings import load_settings

COMMANDS = (
    build.command,
    add.command,
    show.command,
    actors.command,
    statements.command,
    pledges.command,
    conflicts.command,
    find.command,
    report.command,
    serve.command,
    why.command,
    verify.command,
    failures.command,
    judge.command,
    export.command,
    times.command_with(tag_times),
)
_DONE, _FAILED, _MISUSED, _INTERRUPTED = 0, 1, 2, 130


def program(face: Face) -> click.Group:
    """Return the program with all commands, in one language."""

    @face.group("chronist")
    @face.option("--ui", "ui", type=click.Choice(LANGUAGES), expose_value=False)
    @click.version_option(
        VERSION, prog_name="chronist", help=face.say.help("option.version")
    )
    def chronist() -> None:
        pass

    for make in COMMANDS:
        chronist.add_command(make(face))
    return chronist


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: list[str]) -> int:
    """Run the program; return the exit code."""
    say = Say("en")
    try:
        settings = load_settings()
        say = Say(settings.ui)
        chosen, arguments = _language(arguments)
        say = Say(chosen or settings.ui)
        return _run(Face(settings, say), arguments)
    except ChronistError as error:
        tell(_told(error, say))
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not notice at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        tell(
            f"{say('error')}: {say('error.write', path=error.filename, why=error.strerror)}"
        )
    return _FAILED


def _run(face: Face, arguments: list[str]) -> int:
    if hasattr(sys.stdout, "reconfigure"):
        # A terminal without „ or ü shows a question mark, not a traceback.
        sys.stdout.reconfigure(errors="replace")
    try:
        code: Any = program(face).main(
            arguments, prog_name="chronist", standalone_mode=False
        )
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.format_message())
        return _MISUSED
    except click.UsageError as error:
        _tell_usage(error, face.say)
        return _MISUSED
    except (KeyboardInterrupt, click.Abort):
        tell(face.say("build.stopped"))
        return _INTERRUPTED
    return code if isinstance(code, int) else _DONE


def _language(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Take ``--ui`` out, wherever it stands: help is made before options are read."""
    chosen: str | None = None
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            return chosen, [*rest, argument, *remaining]
        if argument == "--ui":
            chosen = next(remaining, "")
        elif argument.startswith("--ui="):
            chosen = argument.removeprefix("--ui=")
        else:
            rest.append(argument)
    if chosen is not None and chosen not in LANGUAGES:
        return None, ["--ui", chosen, *rest]
    return chosen, rest


def _told(error: ChronistError, say: Say) -> str:
    """Return what happened; the detail, with what to do, is in English."""
    key = f"error.{type(error).__name__}"
    if say.language == "en" or key not in TEXTS:
        return f"{say('error')}: {error}"
    return f"{say('error')}: {say(key)}\n  {error}"


def _tell_usage(error: click.UsageError, say: Say) -> None:
    path = error.ctx.command_path if error.ctx else "chronist"
    tell(f"{say('error')}: {_usage_message(error, say)}")
    tell(say("usage.hint", path=path))


def _usage_message(error: click.UsageError, say: Say) -> str:
    match error:
        case click.MissingParameter(param=click.Parameter() as parameter):
            name = parameter.make_metavar(click.Context(click.Command(None)))
            if parameter.param_type_name == "option":
                name = parameter.opts[0]
            return say("usage.missing", name=name)
        case click.NoSuchOption(option_name=name):
            return say("usage.no_option", name=name)
        case _:
            return error.format_message()
