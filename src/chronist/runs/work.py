"""One piece of work, made so that any process can do it: packed in, packed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from chronist.model.analysis import Analysis
from chronist.model.report import Failure, Published, RawReport, Report
from chronist.runs.plan import (
    Versions,
    analysis_key,
    reading_key,
    report_digest,
)
from chronist.store.codec import pack, unpack
from chronist.store.store import PackedAnalysis, Reading


@dataclass(frozen=True, slots=True)
class Craft:
    """What a worker needs to know: how to read and analyse, in which versions.

    All are module-level functions, so that a worker process finds them by name.
    """

    read: Callable[[RawReport], Report | Failure]
    analyse: Callable[[Report], Analysis]
    fingerprint: Callable[[Report], bytes]
    versions: Versions


@dataclass(frozen=True, slots=True)
class Task:
    """A report to be finished.

    A plan holds the first lines only; the content joins when a worker is free:
    ``raw_body`` where the report was not read yet, ``reading`` where it was.
    ``published`` is given where other reports have narrowed its day.
    """

    source: str
    raw: str
    is_read: bool = False
    raw_body: bytes | None = field(default=None, repr=False)
    reading: Reading | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A finished report; ``reading`` is None where it was there before."""

    reading: Reading | None
    analysis: PackedAnalysis | None


def perform(task: Task, craft: Craft) -> Done:
    """Read and analyse one report. An error names the report it happened in."""
    try:
        return _perform(task, craft)
    except Exception as error:
        error.add_note(f"This happened while working on {task.source!r}.")
        raise


def _perform(task: Task, craft: Craft) -> Done:
    if task.reading is not None:
        report = unpack(task.reading.body, Report)
        if task.published is not None:
            report = replace(report, published=task.published)
        return Done(None, _analyse(report, craft))
    raw = unpack(task.raw_body or b"", RawReport)
    read = craft.read(raw)
    key = reading_key(task.raw, craft.versions)
    if isinstance(read, Failure):
        return Done(Reading(key, task.raw, None, "", pack(read, Failure)), None)
    # The raw text is kept once, with the raw report, where reading left it as it was.
    kept = replace(read, raw="") if read.raw == raw.text else read
    reading = Reading(
        key=key,
        raw=task.raw,
        report=read.id,
        digest=report_digest(read),
        body=pack(kept, Report),
        fingerprint=craft.fingerprint(read),
    )
    return Done(reading, _analyse(read, craft))


def _analyse(report: Report, craft: Craft) -> PackedAnalysis:
    key = analysis_key(report_digest(report), craft.versions)
    analysis = craft.analyse(report)
    return PackedAnalysis(key, report.id, pack(analysis, Analysis))
