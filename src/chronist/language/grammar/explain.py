"""How the rules see a sentence, also where they see nothing: for people writing rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chronist.language.grammar.match import RuleSet
from chronist.language.tokens import Token


def explain(rules: RuleSet[Any], tokens: Sequence[Token]) -> str:
    """Return one line a match: what was kept, what lost to a better one, with captures."""
    kept = {(f.rule.id, f.match.start, f.match.end) for f in rules.read(tokens)}
    lines = []
    for found in rules.find(tokens):
        match = found.match
        place = (found.rule.id, match.start, match.end)
        mark = "+" if place in kept else "-"
        words = " ".join(t.text for t in tokens[match.start : match.end])
        parts = ", ".join(f"{c.name}={match.text(c.name)}" for c in match.captures)
        lines.append(f"{mark} {found.rule.id}: {words} [{parts}] → {found.value}")
    return "\n".join(lines) or "no rule matches"
