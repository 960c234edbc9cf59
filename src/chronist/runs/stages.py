"""What a run is given and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chronist.model.analysis import Analysis
from chronist.model.judgement import Judgement
from chronist.model.report import (
    DuplicateGroup,
    Failure,
    Published,
    RawReport,
    Report,
)
from chronist.model.story import Links
from chronist.runs.progress import Progress, Silence
from chronist.runs.work import Craft
from chronist.sources.options import DEFAULT_OPTIONS, SourceOptions


@dataclass(frozen=True, slots=True)
class Stages:
    """The five stages as functions; tests pass smaller ones.

    ``group_duplicates`` is given reports and the fingerprints made when they were read.
    ``date_pile`` narrows days of publication by the other reports; reports whose day
    changed are analysed once more.
    """

    read_sources: Callable[
        [Sequence[Path], SourceOptions], Iterator[RawReport | Failure]
    ]
    craft: Craft
    group_duplicates: Callable[
        [Sequence[Report], Sequence[bytes]], tuple[DuplicateGroup, ...]
    ]
    link: Callable[
        [
            Sequence[Report],
            Sequence[Analysis],
            Sequence[DuplicateGroup],
            Sequence[Judgement],
        ],
        Links,
    ]
    date_pile: (
        Callable[
            [Sequence[Report], Sequence[Analysis], Sequence[DuplicateGroup]],
            Mapping[str, Published],
        ]
        | None
    ) = None


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller wants done. ``jobs`` is a number of processes, None is "you choose"."""

    paths: tuple[Path, ...] = ()
    options: SourceOptions = DEFAULT_OPTIONS
    jobs: int | None = 1
    progress: Progress = field(default_factory=Silence)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to. ``analysed`` were new or stale, the others were done before."""

    reports: int
    analysed: int
    undated: int
    copies: int
    entries: int
    failures: tuple[Failure, ...]
