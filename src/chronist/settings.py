"""What the environment and ``chronist.toml`` say, read once into one frozen value."""

from __future__ import annotations

import getpass
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chronist.errors import BadFilter

LANGUAGES = ("de", "en")
_FILE = "chronist.toml"
_KEYS = ("ui", "author", "jobs")


@dataclass(frozen=True, slots=True)
class Settings:
    """Language of what is shown, name under judgements, processes (None: chosen)."""

    ui: str
    author: str
    jobs: int | None = None


def load_settings(
    environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> Settings:
    """Return the settings: ``CHRONIST_UI``, ``_AUTHOR``, ``_JOBS`` before the file.

    >>> load_settings({"LANG": "de_AT.UTF-8", "CHRONIST_AUTHOR": "Ida"}, Path("/"))
    Settings(ui='de', author='Ida', jobs=None)
    """
    environment = os.environ if environment is None else environment
    said = _from_file((folder or Path.cwd()) / _FILE) | {
        key: environment[f"CHRONIST_{key.upper()}"]
        for key in _KEYS
        if environment.get(f"CHRONIST_{key.upper()}")
    }
    return Settings(
        ui=_language(said.get("ui"), environment),
        author=said.get("author") or _login_name(),
        jobs=_number(said["jobs"]) if "jobs" in said else None,
    )


def _from_file(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            said = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError) as error:
        msg = f"{path} cannot be read: {error}"
        raise BadFilter(msg) from error
    unknown = sorted(set(said) - set(_KEYS))
    if unknown:
        msg = f"{path} sets {', '.join(unknown)}; it may set {', '.join(_KEYS)}"
        raise BadFilter(msg)
    return {key: str(value) for key, value in said.items()}


def _language(chosen: str | None, environment: Mapping[str, str]) -> str:
    if chosen is not None:
        if chosen not in LANGUAGES:
            msg = f"no texts in {chosen!r}; choose one of {', '.join(LANGUAGES)}"
            raise BadFilter(msg)
        return chosen
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[n] for n in names if environment.get(n)), "")
    return "de" if locale.lower().startswith("de") else "en"


def _number(said: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        msg = f"jobs is a number of processes from 1 on, not {said!r}"
        raise BadFilter(msg)
    return int(said)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # KeyError before Python 3.13: a user without a name
        return "unknown"
