"""All rules of time, in order of priority where they find equally long matches."""

from __future__ import annotations

from chronist.language.grammar.rule import Rule
from chronist.language.grammars.time import (
    clock,
    days,
    lengths,
    named,
    periods,
    relative,
    vague,
)
from chronist.language.grammars.time.reading import Reading

RULES: tuple[Rule[Reading], ...] = (
    *days.RULES,
    *periods.RULES,
    *clock.RULES,
    *relative.RULES,
    *lengths.RULES,
    *vague.RULES,
    *named.RULES,
)
