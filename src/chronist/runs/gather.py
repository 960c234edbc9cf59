"""Raw reports from where they lie into the store, a few at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chronist.model.report import Failure, RawReport
from chronist.runs.plan import raw_key
from chronist.runs.progress import Progress
from chronist.store.store import Failed, StagedRaw, Writer

_CHARACTERS_AT_ONCE = 4_000_000
"""Text held before it is written: 250 pages of HTML or 1,000 plain reports."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Keys of the raw reports found, with their sources, and what could not be read."""

    sources: dict[str, str]
    failed: tuple[Failed, ...]


def gather(
    found: Iterable[RawReport | Failure], writer: Writer, progress: Progress
) -> Gathered:
    """Checkpoint all raw reports; only their keys stay in memory."""
    sources: dict[str, str] = {}
    failed: list[Failed] = []
    waiting: list[StagedRaw] = []
    characters = 0
    for one in found:
        if isinstance(one, Failure):
            failed.append(Failed(one))
        else:
            staged = StagedRaw(raw_key(one), one)
            sources[staged.key] = one.source
            waiting.append(staged)
            characters += len(one.text)
        if characters > _CHARACTERS_AT_ONCE:
            writer.stage_raws(waiting)
            waiting, characters = [], 0
        progress.advance()
    writer.stage_raws(waiting)
    return Gathered(sources, tuple(failed))
