"""Markdown: front matter becomes facts, marks of emphasis go, headings are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from chronist.lexica.load import load_table
from chronist.model.report import MediaType, SegmentKind
from chronist.reports.days import read_day
from chronist.reports.draft import Dated, Draft, Facts, Weight
from chronist.reports.repair import Cleaned, Edit, apply_edits

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(?=\S)")
_QUOTED = re.compile(r" {0,3}>\s?")
_INLINE = re.compile(
    r"(?P<picture>!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\))"
    r"|\[(?P<link>[^\]\[\n]{1,300})\]\([^)\n]{0,500}\)"
    r"|(?P<mark>\*\*(?=\S)|(?<=\S)\*\*|\*(?=[^\s*])|(?<=[^\s*])\*|(?<!\w)__?(?=\S)|(?<=\S)__?(?!\w))"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!>])"
)
_FIELD = re.compile(r"([\w-]{2,30})\s{0,3}:\s*(.*)")
_FENCE = "---"
_LONGEST_FRONT = 60


@dataclass(frozen=True, slots=True)
class _Front:
    """Front matter: how many lines it takes, and its fields with their positions."""

    lines: int
    fields: tuple[tuple[str, str, int], ...]


def read_markup(draft: Draft) -> Draft:
    """Return the draft without Markdown's marks, with headings and front matter known."""
    front = _front_matter(draft.text)
    draft = _learn_front(draft, front)
    if draft.raw.media_type is not MediaType.MARKDOWN:
        return draft
    cleaned = Cleaned(draft.base, draft.text, draft.offsets)
    edits, kinds = _marks(draft.text, front.lines)
    cleaned = apply_edits(cleaned, edits)
    hints = {**draft.hints, **_by_position(cleaned.text, kinds)}
    return replace(draft, text=cleaned.text, offsets=cleaned.offsets, hints=hints)


def _front_matter(text: str) -> _Front:
    lines = text.split("\n", _LONGEST_FRONT)
    if lines[0].strip() != _FENCE:
        return _Front(0, ())
    fields: list[tuple[str, str, int]] = []
    position = len(lines[0]) + 1
    for number, line in enumerate(lines[1:_LONGEST_FRONT], start=1):
        if line.strip() == _FENCE:
            return _Front(number + 1, tuple(fields))
        found = _FIELD.fullmatch(line.strip())
        if found:
            fields.append((found[1].casefold(), found[2].strip("\"' "), position))
        position += len(line) + 1
    return _Front(0, ())


def _learn_front(draft: Draft, front: _Front) -> Draft:
    """Keep the fields we know by name, and set the lines apart."""
    if not front.lines:
        return draft
    known: dict[str, str] = {}
    dates: list[Dated] = []
    for name, value, at in front.fields:
        meaning = _meanings().get(name)
        if meaning == "published":
            dates += _dated(value, at, draft.text)
        elif meaning and value:
            known.setdefault(meaning, value)
    facts = draft.facts.or_else(Facts(**known, dates=tuple(dates)))  # type: ignore[arg-type]
    kinds = dict.fromkeys(range(front.lines), SegmentKind.METADATA)
    return replace(draft, facts=facts, hints=_by_position(draft.text, kinds))


def _dated(value: str, at: int, text: str) -> list[Dated]:
    when = read_day(value)
    if when is None:
        return []
    end = text.find("\n", at)
    return [Dated(when, Weight.FIELD, "report.dated.metadata_line", value, (at, end))]


@cache
def _meanings() -> dict[str, str]:
    return dict(load_table("press/field_names"))


def _marks(text: str, skipped: int) -> tuple[list[Edit], dict[int, SegmentKind]]:
    """Return what to leave out and, by number of the line, what is a heading."""
    edits: list[Edit] = []
    kinds: dict[int, SegmentKind] = {}
    position = 0
    for number, line in enumerate(text.split("\n")):
        if number >= skipped:
            heading = _HEADING.match(line)
            prefix = heading or _QUOTED.match(line)
            if heading and len(heading[1]) > 1:
                kinds[number] = SegmentKind.HEADING
            start = prefix.end() if prefix else 0
            if start:
                edits.append(Edit(position, position + start, ""))
            edits += _inline(line, start, position)
        position += len(line) + 1
    return edits, kinds


def _inline(line: str, start: int, position: int) -> Iterator[Edit]:
    for found in _INLINE.finditer(line, start):
        at, end = position + found.start(), position + found.end()
        if found["picture"]:
            continue
        if found["mark"]:
            yield Edit(at, end, "")
            continue
        group = "link" if found["link"] else "escaped"
        yield Edit(at, position + found.start(group), "")
        yield Edit(position + found.end(group), end, "")


def _by_position(text: str, kinds: dict[int, SegmentKind]) -> dict[int, SegmentKind]:
    """Return kinds by where their lines begin instead of by their numbers."""
    hints, position = {}, 0
    for number, line in enumerate(text.split("\n")):
        if number in kinds:
            hints[position] = kinds[number]
        position += len(line) + 1
    return hints
