"""Examples beside the rules: loaded from examples.yml, checked by one routine.

A grammar's ``examples.yml`` maps a rule id to ``match`` (text → reading, or a list
of such maps), ``no_match`` (list of texts) and ``known_failure`` (text → the reading
it should have, strictly failing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

GRAMMARS = Path("src/chronist/language/grammars")

Reading = tuple[str, str]
"""Rule id, and the reading in the words examples.yml uses."""
Read = Callable[[str], Iterable[Reading]]
"""What a grammar reads in a text."""


@dataclass(frozen=True)
class Example:
    """One line of an examples.yml. ``reading`` is None where the rule must be silent."""

    rule: str
    text: str
    reading: str | None


def load_examples(phenomenon: str) -> list[Any]:
    """Return a grammar's examples as pytest parameters; known failures as strict xfail."""
    content = yaml.safe_load(
        (GRAMMARS / phenomenon / "examples.yml").read_text("utf-8")
    )
    return [
        parameter for rule, kinds in content.items() for parameter in _of(rule, kinds)
    ]


def _of(rule: str, kinds: Mapping[str, Any]) -> Iterable[Any]:
    for text, reading in (kinds.get("match") or {}).items():
        yield pytest.param(Example(rule, text, str(reading)), id=f"{rule}: {text}")
    for text in kinds.get("no_match") or ():
        yield pytest.param(Example(rule, text, None), id=f"{rule} not: {text}")
    for text, reading in (kinds.get("known_failure") or {}).items():
        failing = pytest.mark.xfail(strict=True, reason="known failure")
        yield pytest.param(
            Example(rule, text, str(reading)), id=f"{rule} xfail: {text}", marks=failing
        )


def check_example(example: Example, read: Read) -> None:
    """Assert that the rule reads the text as the example says, or not at all."""
    readings = [reading for rule, reading in read(example.text) if rule == example.rule]
    if example.reading is None:
        assert readings == [], f"{example.rule} must not match {example.text!r}"
    else:
        assert example.reading in readings, f"found {list(read(example.text))}"


def rules_without_examples(phenomenon: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that lack an example for, or one against."""
    content = yaml.safe_load(
        (GRAMMARS / phenomenon / "examples.yml").read_text("utf-8")
    )
    return [
        rule
        for rule in ids
        if not content.get(rule, {}).get("match") or not content[rule].get("no_match")
    ]
