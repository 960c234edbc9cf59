"""Write docs/reference/cli.md from the program's own help; ``--check`` compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from chronist.cli.face import Face
from chronist.cli.main import program
from chronist.cli.texts import Say
from chronist.settings import Settings

TARGET = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"
_WIDTH = 88
_HEAD = """\
# Commands

Written by `scripts/build_cli_reference.py` from `--help`. The same in German:
`chronist --ui de COMMAND --help`, or `CHRONIST_UI=de`.

`--ui de|en` may stand anywhere; without it the locale decides. Every list has `--json`.
A `chronist.toml` in the working directory may set `ui`, `author` and `jobs`; the
environment (`CHRONIST_UI`, `CHRONIST_AUTHOR`, `CHRONIST_JOBS`) comes before it, options
come before both. The exit code is 0 when all went well, 1 for an error (and for a wrong
citation found by `verify`), 2 for wrong usage, 130 after Ctrl-C.
"""


def reference() -> str:
    """Return the page."""
    face = Face(Settings(ui="en", author="NAME"), Say("en"))
    root = program(face)
    pages = [_HEAD]
    for path, command in _commands(root, "chronist"):
        help_text = _help(path, command)
        pages.append(f"\n## {path}\n\n```text\n{help_text}\n```\n")
    return "".join(pages)


def _help(path: str, command: click.Command) -> str:
    context = click.Context(command, info_name=path, max_content_width=_WIDTH)
    context.terminal_width = _WIDTH
    lines = command.get_help(context).split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _commands(below, f"{path} {name}")


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` say whether it is current."""
    page = reference()
    if "--check" in arguments:
        if TARGET.read_text("utf-8") == page:
            return 0
        print(f"{TARGET.name} is not current: run scripts/build_cli_reference.py")
        return 1
    TARGET.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
