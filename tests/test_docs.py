"""The documentation names what there is, and shows what comes out."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from chronist.chronicle import Chronicle
from chronist.cli.face import Face
from chronist.cli.main import program
from chronist.cli.texts import Say
from chronist.model.report import FailureKind
from chronist.settings import Settings
from scripts.lock_rules import LOCK

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted(DOCS.rglob("*.md")),
    *sorted((ROOT / "eval").rglob("*.md")),
]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def commands(group: click.Group, path: str = "chronist") -> list[str]:
    found = []
    for name, command in group.commands.items():
        found.append(f"{path} {name}")
        if isinstance(command, click.Group):
            found += commands(command, f"{path} {name}")
    return found


COMMANDS = commands(program(Face(Settings("en", "test"), Say("en"))))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_reference(command):
    assert f"## {command}\n" in read("docs/reference/cli.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_commands_in_the_documentation_exist(page):
    names = {command.split()[1] for command in COMMANDS}
    code = re.findall(
        r"```(?:sh|console)\n(.*?)```|`(chronist [^`]*)`",
        page.read_text("utf-8"),
        re.DOTALL,
    )
    used = {
        word
        for block in code
        for word in re.findall(
            r"(?:^|\$ |/bin/|^`?)chronist ([a-z]+)", "\n".join(block), re.MULTILINE
        )
    }
    assert used <= names


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_make_targets_in_the_documentation_exist(page):
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    used = set(
        re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    )
    assert used <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_every_page_is_in_the_index():
    index = read("docs/index.md")
    found = (p for p in DOCS.rglob("*.*") if p.suffix != ".png")
    pages = [p.relative_to(DOCS).as_posix() for p in found]
    assert [p for p in pages if p != "index.md" and f"({p})" not in index] == []


def test_every_rule_is_listed():
    page = read("docs/reference/rules.md")
    assert [i for i in LOCK.read_text("utf-8").split() if f"`{i}`" not in page] == []


def test_every_setting_is_documented():
    page = read("docs/reference/cli.md")
    for field in dataclasses.fields(Settings):
        assert f"`{field.name}`" in page
        assert f"CHRONIST_{field.name.upper()}" in page


def test_every_kind_of_failure_is_documented():
    page = read("docs/how-to/add-reports.md")
    assert [kind.value for kind in FailureKind if f"`{kind.value}`" not in page] == []


def test_every_name_of_the_contract_is_documented():
    schema = json.loads(read("docs/reference/export.schema.json"))
    page = read("docs/reference/contract.md")
    words = set(re.findall(r"\w+", page))
    names = set(schema["properties"])
    for definition in schema["$defs"].values():
        names |= set(definition.get("properties", ()))
    assert names - words == set()


def test_every_public_method_says_what_it_does():
    public = [name for name in vars(Chronicle) if not name.startswith("_")]
    assert [name for name in public if not getattr(Chronicle, name).__doc__] == []
    assert len(public) > 15


def test_the_libraries_are_explained():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    names = [re.match(r"[A-Za-z0-9-]+", line)[0] for line in project["dependencies"]]
    page = read("docs/explanation/architecture.md").lower()
    assert [name for name in names if name.lower() not in page] == []


def test_the_table_in_the_readme_is_what_the_gate_pinned():
    from eval.gate import read_floors, score_table, with_table

    readme = read("README.md")
    assert with_table(readme, score_table(read_floors())) == readme


def test_ci_runs_the_commands_of_the_readme():
    ci = read(".ci/run")
    assert re.findall(r"^make (.*)$", ci, re.MULTILINE) == ["test", "lint", "gate"]
    assert "make test" in read("README.md")


@pytest.mark.slow
def test_examples_show_what_comes_out():
    done = subprocess.run(
        [sys.executable, "scripts/docs_examples.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
