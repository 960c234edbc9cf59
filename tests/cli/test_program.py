"""The program as a process: help in both languages, pipes, Ctrl-C, a real build."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from chronist.cli import build as build_command
from chronist.cli.face import Face
from chronist.cli.help_texts import HELP
from chronist.cli.main import program, run
from chronist.cli.option_texts import OPTIONS
from chronist.cli.texts import TEXTS, Say
from chronist.exports.labels import LANGUAGES
from chronist.settings import Settings
from chronist.store.sql import create_store
from scripts.build_cli_reference import TARGET, reference
from tests.store import literal_pile

CLI = Path(build_command.__file__).parent


def _commands(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _commands(below)


def _face(language: str) -> Face:
    return Face(Settings(ui=language, author="Ida"), Say(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_help_with_an_example(language: str) -> None:
    root = program(_face(language))
    example = {"de": "Beispiel", "en": "Example"}[language]
    for command in _commands(root):
        assert command.help
        assert example in command.help, command.name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (command.name, parameter.name)


def test_every_text_is_there_in_both_languages_and_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in CLI.glob("*.py"))
    for key, words in {**TEXTS, **HELP, **OPTIONS}.items():
        assert len(words) == 2
        assert all(words), key
        assert words[0] != words[1] or len(words[0]) < 15, key
        assert set(re.findall(r"{(\w+)}", words[0])) == set(
            re.findall(r"{(\w+)}", words[1])
        ), key
    for key in re.findall(r"say\(\s*\"([\w.]+)\"", code):
        assert key in TEXTS


def test_reference_is_current() -> None:
    assert TARGET.read_text("utf-8") == reference()


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("LANG", "de_DE.UTF-8", "Aufruf: chronist"),
        ("LANG", "en_GB.UTF-8", "Usage: chronist"),
        ("CHRONIST_UI", "de", "Aufruf: chronist"),
    ],
)
def test_language_comes_from_the_environment(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    words: str,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "CHRONIST_UI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert run(["--help"]) == 0
    assert capsys.readouterr().out.startswith(words)


def test_option_comes_before_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHRONIST_UI", "de")
    assert run(["show", "--help", "--ui", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage: chronist show")


def _start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "chronist", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,  # type: ignore[call-overload]
    )


def test_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    process = _start("export", str(store.path), "--to", "json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.wait(60)
    assert process.stderr.read() == b""
    process.stderr.close()


def _pile(folder: Path, number: int) -> Path:
    folder.mkdir()
    for n in range(number):
        text = (
            f"Minsk, {n % 28 + 1}. September 2021 (npa)\n\n"
            f"Die Ministerin Eva Brandt hat am Freitag in Minsk den Abgeordneten Nummer "
            f"{n} getroffen. „Das Gespräch {n} war gut“, sagte Brandt danach.\n"
        )
        (folder / f"{n:03}.txt").write_text(text, "utf-8")
    return folder


def test_build_add_and_verify_as_a_user_does(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, second = _pile(tmp_path / "eins", 3), _pile(tmp_path / "zwei", 5)
    (first / "leer.txt").touch()
    story = str(tmp_path / "s.chronicle")
    assert run(["build", str(first), "-o", story, "--ui", "de"]) == 0
    told = capsys.readouterr()
    assert "3 Berichte" in told.out
    assert "1 Dateien nicht gelesen: 1 leer" in told.err
    assert run(["add", story, str(second), "--jobs", "2", "--ui", "de"]) == 0
    assert "5 Berichte in der Chronik, 2 davon neu gelesen" in capsys.readouterr().out
    assert run(["verify", story]) == 0
    capsys.readouterr()
    assert run(["export", story, "--to", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["reports"]) == 5


def test_nothing_to_read_is_an_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "leer.txt").touch()
    story = str(tmp_path / "s.chronicle")
    assert run(["build", str(tmp_path / "leer.txt"), "-o", story, "--ui", "en"]) == 1
    assert "leer.txt: The file is empty" in capsys.readouterr().err
    assert run(["failures", story, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "empty"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a process there")
def test_ctrl_c_leaves_a_state_to_go_on_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pile, story = _pile(tmp_path / "pile", 400), tmp_path / "s.chronicle"
    process = _start("build", str(pile), "-o", str(story), "--jobs", "1", "--ui", "en")
    while not story.exists():
        time.sleep(0.05)
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"the same command goes on from there" in err
    assert b"Traceback" not in err
    assert run(["show", str(story), "--ui", "en"]) == 0
    assert "has not ended" in capsys.readouterr().err
    assert run(["build", str(pile), "-o", str(story), "--ui", "en"]) == 0
    assert "400 reports" in capsys.readouterr().out
