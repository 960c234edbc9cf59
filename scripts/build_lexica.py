"""Check the word lists in resources/de and write what the program reads.

``python scripts/build_lexica.py`` rewrites src/chronist/lexica/data and
resources/LICENSES.md; with ``--check`` it only says whether they are current.

Every list is a YAML file with a head (about, origin, licence, kind) and entries:

- ``words``: word, or {word: …, forms: […]}
- ``nouns``: noun, or {noun: …, plural: …}; case endings are generated; with
  ``heads: true`` compounds that end in the noun count too, except those under ``not``
- ``adjectives``: the bare form; endings are generated
- ``verbs``: ``kündigen``, ``an|kündigen`` (separable), ``unter~zeichnen``
  (inseparable); strong verbs take their parts from verbs/strong.yml
- ``table``: key: value
- ``names``: names of one or several words, in their case
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from verb_forms import Verb, forms_of, read_verb

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources" / "de"
DATA = ROOT / "src" / "chronist" / "lexica" / "data"
LICENSES = ROOT / "resources" / "LICENSES.md"
HEAD = ("about", "origin", "licence", "kind", "entries")
KINDS = ("words", "nouns", "adjectives", "verbs", "table", "names")
ADJECTIVE_ENDINGS = ("", "e", "er", "en", "em", "es")


class BadList(Exception):
    """A list that does not pass; the message names file, entry and reason."""


def main() -> None:
    """Write or check the generated files; exit 1 with a message if a list is bad."""
    try:
        wanted = dict(generate())
    except BadList as error:
        sys.exit(f"build_lexica: {error}")
    if "--check" in sys.argv:
        check(wanted)
    else:
        write(wanted)


def check(wanted: dict[Path, str]) -> None:
    """Exit 1 if a generated file differs from what the lists give."""
    stale = [
        p
        for p, text in wanted.items()
        if not p.exists() or p.read_text("utf-8") != text
    ]
    stale += [p for p in DATA.rglob("*.json") if p not in wanted]
    if stale:
        names = ", ".join(sorted(str(p.relative_to(ROOT)) for p in stale))
        sys.exit(f"not current: {names}; run python scripts/build_lexica.py")
    print(f"{len(wanted)} generated files are current")


def write(wanted: dict[Path, str]) -> None:
    """Write all generated files and remove those no list stands behind."""
    for path, text in wanted.items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)  # a reader sees the old table or the new one
    for path in DATA.rglob("*.json"):
        if path not in wanted:
            path.unlink()
    print(f"wrote {len(wanted)} files")


def generate() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its text."""
    lists = {name_of(path): load(path) for path in sorted(RESOURCES.rglob("*.yml"))}
    strong = lists["verbs/strong"]["entries"]
    verbs: list[Verb] = []
    for name, content in lists.items():
        compiled, found = compile_list(name, content, strong)
        verbs += found
        yield DATA / f"{name}.json", dump(compiled)
    yield DATA / "lists.json", dump(sorted(lists))
    yield DATA / "verbs.json", dump(verb_table(verbs))
    yield DATA / "particles.json", dump(particle_table(verbs))
    yield LICENSES, licences(lists)


def name_of(path: Path) -> str:
    """Return a list's name: its path under resources/de without the ending."""
    return path.relative_to(RESOURCES).with_suffix("").as_posix()


def load(path: Path) -> dict[str, Any]:
    """Read a list; raise BadList if its head is not complete."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        msg = f"{path.relative_to(ROOT)}: {error}"
        raise BadList(msg) from error
    missing = [key for key in HEAD if not content.get(key)]
    if missing:
        msg = f"{path.relative_to(ROOT)}: head lacks {', '.join(missing)}"
        raise BadList(msg)
    if content["kind"] not in KINDS:
        msg = f"{path.relative_to(ROOT)}: unknown kind {content['kind']!r}"
        raise BadList(msg)
    return content


def compile_list(
    name: str, content: dict[str, Any], strong: dict[str, Any]
) -> tuple[dict[str, Any], list[Verb]]:
    """Return what is written for one list, and its verbs if it is a verb list."""
    kind, entries = content["kind"], content["entries"]
    compiled: dict[str, Any] = {"kind": kind}
    verbs: list[Verb] = []
    if kind == "table":
        compiled["table"] = entries
        if name == "verbs/strong":
            verbs = [read_verb(verb, strong) for verb in entries]
    elif kind == "names":
        compiled["names"] = unique(name, entries)
    elif kind == "verbs":
        verbs = [read_verb(e, strong) for e in unique(name, entries)]
        compiled["lemmas"] = sorted(v.lemma for v in verbs)
    else:
        compiled["forms"] = dict(sorted(form_pairs(name, kind, entries)))
        compiled["heads"] = bool(content.get("heads"))
        compiled["not"] = sorted(w.lower() for w in content.get("not", ()))
    return compiled, verbs


def unique(name: str, entries: list[str]) -> list[str]:
    """Return the entries; raise BadList if one stands twice."""
    seen: set[str] = set()
    for entry in entries:
        if str(entry) in seen:
            msg = f"{name}: {entry!r} stands twice"
            raise BadList(msg)
        seen.add(str(entry))
    return entries


def form_pairs(name: str, kind: str, entries: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield (form in lower case, dictionary form) of words, nouns and adjectives."""
    heads = [e if isinstance(e, str) else next(iter(e.values())) for e in entries]
    unique(name, heads)
    for entry, head in zip(entries, heads, strict=True):
        extra = entry if isinstance(entry, dict) else {}
        for form in forms(kind, head, extra):
            yield form.lower(), head


def forms(kind: str, head: str, extra: dict[str, Any]) -> Iterable[str]:
    """Return the forms of one entry."""
    if kind == "adjectives":
        return [head + ending for ending in ADJECTIVE_ENDINGS]
    if kind == "nouns":
        return noun_forms(head, extra.get("plural"))
    return [head, *extra.get("forms", ())]


def noun_forms(noun: str, plural: str | None) -> list[str]:
    """Return case forms; the plural is guessed for feminines in -ung, -heit, -keit."""
    if noun.endswith(("ung", "heit", "keit", "schaft", "tion", "tät")):
        return [noun, plural or noun + "en"]
    made = [noun, noun + "s", noun + "es"]
    if plural:
        made += [plural, plural if plural.endswith(("n", "s")) else plural + "n"]
    return made


def verb_table(verbs: list[Verb]) -> dict[str, list[list[str]]]:
    """Return form → its readings, sorted."""
    table: dict[str, set[tuple[str, str, str]]] = {}
    for verb in verbs:
        for form, reading in forms_of(verb):
            table.setdefault(form, set()).add(reading)
    return {form: [list(r) for r in sorted(table[form])] for form in sorted(table)}


def particle_table(verbs: list[Verb]) -> dict[str, list[str]]:
    """Return base verb → its particles, sorted."""
    table: dict[str, set[str]] = {}
    for verb in verbs:
        if verb.particle:
            table.setdefault(verb.base, set()).add(verb.particle)
    return {base: sorted(table[base]) for base in sorted(table)}


def licences(lists: dict[str, dict[str, Any]]) -> str:
    """Return resources/LICENSES.md from the heads."""
    rows = [
        f"| `{name}` | {c['about']} | {c['origin']} | {c['licence']} |"
        for name, c in lists.items()
    ]
    head = [
        "# Word lists: origin and licence",
        "",
        "Written by scripts/build_lexica.py.",
        "",
    ]
    table = ["| list | what | origin | licence |", "|---|---|---|---|", *rows]
    return "\n".join([*head, *table]) + "\n"


def dump(value: object) -> str:
    """Return stable JSON, one entry a line at the top level."""
    # YAML reads an unquoted 2020-08-09 as a date; the tables hold it as ISO text.
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


if __name__ == "__main__":
    main()
