"""List every rule id a reader may meet, so that a lost or renamed one shows in review.

``python scripts/lock_rules.py`` rewrites src/chronist/language/grammars/rules.lock and
docs/reference/rules.md; with ``--check`` it only says whether they are current.

Ids are read from the source: the rules of the grammars, and every other text in the
program that has the form of an id. An id that is completed at run time
(``f"de.events.{role}"``) stands as ``de.events.*``.
"""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "chronist"
GRAMMARS = PACKAGE / "language" / "grammars"
LOCK = GRAMMARS / "rules.lock"
PAGE = ROOT / "docs" / "reference" / "rules.md"
RULE_ID = re.compile(
    r"(de|link|report|judgement)(\.[a-z][a-z0-9_]*){1,2}\.(\*|[a-z0-9_]+)"
)
SHORT_ID = re.compile(r"(report|judgement)\.[a-z][a-z0-9_]*")
FACES = ("cli", "exports", "web")
"""Packages that give no reasons; their texts have keys that look like ids."""
FAMILIES = {
    "de": "Reading one report",
    "report": "From the page to the report",
    "link": "What many reports amount to",
    "judgement": "What people decided",
}
HEAD = """# Rules

Every finding names the rule it rests on. `chronist why ID` shows it with the words it
used. These are all ids there are; they are stable, and this list is written by
`scripts/lock_rules.py`. Where no sentence stands beside an id, the sentence is made for
the case at hand, with its words and numbers.
"""


def main() -> None:
    """Write or check both files; exit 1 with a message if one is not current."""
    ids = sorted(all_ids())
    wanted = {LOCK: lock_text(ids), PAGE: page_text(ids)}
    if "--check" in sys.argv:
        check(wanted)
        return
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"wrote {len(ids)} rule ids")


def check(wanted: dict[Path, str]) -> None:
    """Exit 1 if a file differs; name the ids that came and went."""
    for path, text in wanted.items():
        old = path.read_text("utf-8").splitlines() if path.exists() else []
        new = text.splitlines()
        if old == new:
            continue
        changed = [f"-{line}" for line in old if line not in new]
        changed += [f"+{line}" for line in new if line not in old]
        shown = "\n".join(changed[:40])
        name = path.relative_to(ROOT)
        sys.exit(f"not current: {name}; run python scripts/lock_rules.py\n{shown}")
    print("rules.lock and docs/reference/rules.md are current")


def phenomena() -> list[str]:
    """Return the names of the grammars that have rules."""
    return sorted(path.parent.name for path in GRAMMARS.glob("*/rules.py"))


def rules_of(phenomenon: str) -> tuple[Any, ...]:
    """Return a grammar's rules, each with ``id``, ``de`` and ``en``."""
    module = importlib.import_module(f"chronist.language.grammars.{phenomenon}.rules")
    return tuple(module.RULES)


def all_ids() -> set[str]:
    """Return the ids of all rules and of everything else that gives a reason."""
    ids = {rule.id for name in phenomena() for rule in rules_of(name)}
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] in FACES:
            continue
        ids |= set(ids_in(ast.parse(path.read_text(encoding="utf-8"))))
    return ids


def ids_in(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that have the form of a rule id."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(_piece(value) for value in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if RULE_ID.fullmatch(text) or SHORT_ID.fullmatch(text):
            yield text


def _piece(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else "*"


def lock_text(ids: list[str]) -> str:
    """Return rules.lock: one id a line."""
    return "\n".join(ids) + "\n"


def page_text(ids: list[str]) -> str:
    """Return the reference page: all ids by family, with what they catch."""
    says = {rule.id: rule for name in phenomena() for rule in rules_of(name)}
    parts = [HEAD]
    for family, title in FAMILIES.items():
        mine = [i for i in ids if i.startswith(f"{family}.")]
        parts.append(f"## {title}\n")
        for group, members in groupby(mine, key=lambda i: ".".join(i.split(".")[:2])):
            parts.append(f"### `{group}`\n")
            parts.append("| id | Deutsch | English |\n|---|---|---|")
            parts += [_row(i, says.get(i)) for i in members]
            parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _row(rule_id: str, rule: Any) -> str:  # noqa: ANN401  # rules of two shapes
    de, en = (rule.de, rule.en) if rule else ("", "")
    return f"| `{rule_id}` | {_cell(de)} | {_cell(en)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    main()
