"""The shape of the code: layers, file lengths, names, and every warning argued for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "chronist"
FILES = sorted(PACKAGE.rglob("*.py"))
CODE = [
    *FILES,
    *(
        f
        for d in ("scripts", "eval", "benchmarks", "tests")
        for f in (ROOT / d).rglob("*.py")
    ),
]
LONGEST = 500
"""Lines. 300 are wanted; a file that needs more is split along its nouns."""

HEAVY: dict[str, str | tuple[str, ...]] = {
    "sqlalchemy": "store/",
    "markupsafe": "web/",
    "click": "cli/",
    "rich": "cli/",
    "starlette": "web/",
    "uvicorn": "web/",
    "jinja2": "web/",
    "trafilatura": ("sources/", "reports/"),
    "htmldate": ("sources/", "reports/"),
    "pypdfium2": "sources/",
    "docx": "sources/",
    "warcio": "sources/",
    "feedparser": "sources/",
    "charset_normalizer": "sources/",
    "lxml": ("sources/", "reports/"),
    "datasketch": "reports/",
    "numpy": "reports/",
    "py3langid": "reports/",
    "snowballstemmer": ("store/", "linking/"),
}
"""Each library, and the places that may import it."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_layers_hold():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_files_can_be_read_in_a_sitting():
    long = {
        name_of(path): lines
        for path in CODE
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_no_drawer_for_odds_and_ends():
    names = re.compile(
        r"(utils?|helpers?|common|misc|tools)(_.*)?|.*_(utils?|helpers?)"
    )
    assert [name_of(p) for p in CODE if names.fullmatch(p.stem)] == []


def test_nothing_inside_imports_the_bare_package():
    bare = re.compile(r"^\s*(import chronist|from chronist import)\b", re.MULTILINE)
    assert [name_of(p) for p in FILES if bare.search(p.read_text("utf-8"))] == []


def imports(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            roots.add(node.module.split(".")[0])
    return roots


IMPORTS = {path: imports(path) for path in FILES}


def test_each_library_stays_in_its_place():
    wrong = [
        f"{name_of(path)} imports {library}"
        for path, roots in IMPORTS.items()
        for library, place in HEAVY.items()
        if library in roots
        and not path.relative_to(PACKAGE).as_posix().startswith(place)
    ]
    assert wrong == []


def declared(*lists: list[str]) -> set[str]:
    names = {
        re.match(r"[A-Za-z0-9_-]+", line)[0].lower().replace("-", "_")
        for lines in lists
        for line in lines
    }
    modules = {
        "python_docx": "docx",
        "python_multipart": "starlette",
        "pyyaml": "yaml",
        "fpdf2": "fpdf",
        "pillow": "PIL",
    }
    return {modules.get(name, name) for name in names}


def test_what_is_imported_is_declared_and_the_other_way_round():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    imported = set().union(*IMPORTS.values()) - set(sys.stdlib_module_names)
    needed = imported - {"chronist", "_typeshed"}
    assert needed == declared(project["dependencies"])


def test_what_the_tests_import_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]
    known = declared(project["dependencies"], extra["dev"], extra["collect"])
    outside = set(CODE) - set(FILES)
    imported = set().union(*(imports(path) for path in outside))
    own = {"chronist", "eval", "tests", "scripts", "benchmarks"}
    own |= {path.stem for path in (ROOT / "scripts").glob("*.py")}
    assert imported - set(sys.stdlib_module_names) - own - known == set()


@pytest.mark.parametrize(
    ("mark", "argued"),
    [
        # Size, breadth and security are waived with a reason, all else by its code.
        (
            "# noqa",
            r"# noqa: (C901|PLR\d+|BLE\d+|S\d+)  # \S|# noqa: (?!C9|PLR|BLE|S\d)",
        ),
        ("# type: ignore", r"# type: ignore\[[a-z-]+\]"),
    ],
)
def test_every_exception_is_named_and_the_grave_ones_argued(mark, argued):
    bare = [
        f"{name_of(path)}:{number}"
        for path in FILES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if mark in line and not re.search(argued, line)
    ]
    assert bare == []


def test_a_question_loads_no_library_of_the_stages():
    """They take seconds to load, and a finished chronicle needs none of them."""
    stages = ("trafilatura", "datasketch", "scipy", "numpy", "pypdfium2", "warcio")
    code = f"import sys, chronist.cli.main; print(*set({stages}) & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
