from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chronist.errors import ChronistError, NothingToRead
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.report import FailureKind
from chronist.runs.plan import Versions
from chronist.runs.progress import Step
from chronist.runs.stages import Request, Stages
from chronist.runs.steps import add, build, judge
from chronist.store.sql import SqlStore, create_store
from chronist.store.store import EntryQuery, RunState
from tests.runs import stand_ins

ROOT = Path(__file__).parents[2]
TEXTS = {
    "a.txt": "2021-09-09 Ein Treffen in Minsk.",
    "b.txt": "2021-09-09 Noch ein Treffen in Minsk.",
    "c.txt": "2021-10-01 Treffen in Sotschi.",
    "d.txt": "Ein Treffen, von dem niemand den Tag weiß.",
    "e.txt": "",
    "f.txt": "The report is in English.",
    "g.txt": "2021-09-09 Ein Treffen in Minsk.",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    return create_store(tmp_path / "s.chronicle")


class Counting:
    """``Progress`` that remembers."""

    def __init__(self) -> None:
        self.told: list[tuple[Step, int | None, int]] = []

    def begin(self, step: Step, total: int | None) -> None:
        self.told.append((step, total, 0))

    def advance(self) -> None:
        step, total, done = self.told[-1]
        self.told[-1] = (step, total, done + 1)

    def end(self) -> None:
        pass


def _paths(pile: Path, names: str = "abcdefg") -> tuple[Path, ...]:
    return tuple(pile / f"{name}.txt" for name in names)


def _seen(store: SqlStore) -> list[object]:
    with store.view() as view:
        return [
            list(view.reports()),
            list(view.times()),
            list(view.events()),
            list(view.entries(EntryQuery())),
            view.duplicates(),
            view.failures(),
            [f.passage for f in view.find("Treffen", 100)],
            [view.report(r.id) for r in view.reports()],
            [view.analysis(r.id) for r in view.reports()],
        ]


def _built(
    tmp_path: Path, paths: Sequence[Path], stages: Stages, jobs: int = 1
) -> list[object]:
    other = create_store(tmp_path / "other.chronicle")
    build(other, Request(tuple(paths), jobs=jobs), stages)
    return _seen(other)


def test_build_tells_what_came_of_it(store: SqlStore, pile: Path) -> None:
    progress = Counting()
    summary = build(
        store, Request(_paths(pile), progress=progress), stand_ins.DATING_STAGES
    )
    assert (summary.reports, summary.analysed, summary.entries) == (5, 6, 2)
    assert (summary.undated, summary.copies) == (0, 1)
    assert [f.kind for f in summary.failures] == [
        FailureKind.EMPTY,
        FailureKind.NOT_GERMAN,
    ]
    assert progress.told == [
        (Step.READ, None, 7),
        (Step.ANALYSE, 6, 6),
        (Step.LOAD, None, 0),
        (Step.DUPLICATES, None, 0),
        (Step.DATE, None, 0),
        (Step.ANALYSE, 1, 1),
        (Step.DUPLICATES, None, 0),
        (Step.LINK, None, 0),
        (Step.STORE, None, 0),
    ]


def test_pile_dates_a_report_and_it_is_analysed_again(
    store: SqlStore, pile: Path
) -> None:
    build(store, Request(_paths(pile)), stand_ins.DATING_STAGES)
    with store.view() as view:
        report = view.report("d.txt")
        assert report.published is not None
        assert report.published.when.edtf == "2021-09-09"
        [event] = view.events(report.id)
        assert event.when == report.published.when


def test_order_and_processes_change_nothing(
    store: SqlStore, pile: Path, tmp_path: Path
) -> None:
    stages = stand_ins.DATING_STAGES
    build(store, Request(_paths(pile)), stages)
    seen = _seen(store)
    assert _built(tmp_path, _paths(pile, "gfedcba"), stages) == seen
    (tmp_path / "other.chronicle").unlink()
    assert _built(tmp_path, _paths(pile), stages, jobs=2) == seen


@pytest.mark.parametrize("stages", [stand_ins.STAGES, stand_ins.DATING_STAGES])
@pytest.mark.parametrize("parts", ["abcd efg", "dfe abcg", "a b c d e f g"])
def test_adding_gives_what_a_full_build_gives(
    store: SqlStore, pile: Path, tmp_path: Path, stages: Stages, parts: str
) -> None:
    first, *later = parts.split()
    build(store, Request(_paths(pile, first)), stages)
    for part in later:
        add(store, Request(_paths(pile, part)), stages)
    assert _seen(store) == _built(tmp_path, _paths(pile), stages)


def test_adding_does_not_redo_old_reports(store: SqlStore, pile: Path) -> None:
    build(store, Request(_paths(pile, "abcdef")), stand_ins.STAGES)
    assert add(store, Request(_paths(pile, "g")), stand_ins.STAGES).analysed == 1
    assert add(store, Request(_paths(pile, "ag")), stand_ins.STAGES).analysed == 0
    assert build(store, Request(_paths(pile)), stand_ins.STAGES).analysed == 0


@pytest.mark.parametrize(
    ("versions", "analysed"),
    [
        (Versions("reader 1", "analyser 2"), 5),
        (Versions("reader 2", "analyser 1"), 6),
    ],
)
def test_new_code_redoes_what_it_would_do_differently(
    store: SqlStore, pile: Path, versions: Versions, analysed: int
) -> None:
    build(store, Request(_paths(pile, "abcdef")), stand_ins.STAGES)
    newer = replace(stand_ins.STAGES, craft=replace(stand_ins.CRAFT, versions=versions))
    assert add(store, Request(_paths(pile, "g")), newer).analysed == analysed


def test_added_file_that_failed_before_is_no_failure_any_more(
    store: SqlStore, pile: Path
) -> None:
    build(store, Request(_paths(pile)), stand_ins.STAGES)
    (pile / "e.txt").write_text("2021-09-09 Ein Treffen.", "utf-8")
    summary = add(store, Request(_paths(pile, "e")), stand_ins.STAGES)
    assert [f.source for f in summary.failures] == ["f.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupted_build_goes_on_where_it_was(
    store: SqlStore, pile: Path, jobs: int
) -> None:
    (pile / "h.txt").write_text("2021-12-01 Treffen Ende", "utf-8")
    paths = (*_paths(pile), pile / "h.txt")
    stopping = replace(stand_ins.CRAFT, analyse=stand_ins.analyse_and_stop)
    with pytest.raises(KeyboardInterrupt):
        build(
            store,
            Request(paths, jobs=jobs),
            replace(stand_ins.STAGES, craft=stopping),
        )
    with store.view() as view:
        assert list(view.reports()) == []
        assert view.runs()[-1].state is RunState.INTERRUPTED
    again = build(store, Request(paths), stand_ins.STAGES)
    assert again.reports == 6
    assert again.analysed < 7


def test_error_names_the_report_and_is_in_the_ledger(
    store: SqlStore, pile: Path
) -> None:
    (pile / "a.txt").write_text("Ende", "utf-8")
    failing = replace(stand_ins.CRAFT, analyse=stand_ins.analyse_and_fail)
    with pytest.raises(ZeroDivisionError) as caught:
        build(store, Request(_paths(pile)), replace(stand_ins.STAGES, craft=failing))
    assert "'a.txt'" in caught.value.__notes__[0]
    with store.view() as view:
        assert view.runs()[-1].failed == "ZeroDivisionError: "


def test_dead_worker_is_an_error_with_advice(store: SqlStore, pile: Path) -> None:
    (pile / "h.txt").write_text("Ende", "utf-8")
    dying = replace(stand_ins.CRAFT, analyse=stand_ins.analyse_and_die)
    with pytest.raises(ChronistError, match="fewer --jobs"):
        build(
            store,
            Request((*_paths(pile), pile / "h.txt"), jobs=2),
            replace(stand_ins.STAGES, craft=dying),
        )
    assert build(store, Request(_paths(pile)), stand_ins.STAGES).reports == 5


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_build_goes_on_where_it_was(
    pile: Path, tmp_path: Path, jobs: int
) -> None:
    for number in range(60):
        text = f"2021-09-09 Treffen {number}" + (" Ende" if number == 59 else "")
        (pile / f"z{number:02}.txt").write_text(text, "utf-8")
    story = tmp_path / "s.chronicle"
    died = subprocess.run(  # our own code
        [sys.executable, "-m", "tests.runs.killed_build", story, pile, str(jobs)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert died.returncode == -9, died.stderr.decode()
    store = create_store(story)
    with store.view() as view:
        assert list(view.reports()) == []
        assert view.runs()[-1].state is RunState.RUNNING
    paths = tuple(pile.iterdir())
    summary = build(store, Request(paths), stand_ins.STAGES)
    assert summary.reports == 65
    assert summary.analysed <= 67 - 25, "at least one checkpoint was kept"
    assert _seen(store) == _built(tmp_path, paths, stand_ins.STAGES)


def test_nothing_to_read_leaves_what_was_there(store: SqlStore, pile: Path) -> None:
    with pytest.raises(NothingToRead, match=r"e\.txt: Die Datei ist leer"):
        build(store, Request(_paths(pile, "ef")), stand_ins.STAGES)
    with store.view() as view:
        assert [f.source for f in view.failures()] == ["e.txt", "f.txt"]
    build(store, Request(_paths(pile, "ab")), stand_ins.STAGES)
    seen = _seen(store)
    with pytest.raises(NothingToRead):
        build(store, Request(_paths(pile, "ef")), stand_ins.STAGES)
    assert _seen(store) == seen
    assert add(store, Request(_paths(pile, "ef")), stand_ins.STAGES).reports == 2


def test_judgement_links_again_and_survives_a_build(
    store: SqlStore, pile: Path
) -> None:
    build(store, Request(_paths(pile)), stand_ins.STAGES)
    with store.view() as view:
        before = list(view.entries(EntryQuery()))
    rejected = Judgement(
        "j-1",
        Verdict.REJECT,
        Subject.ENTRY,
        (before[0].events,),
        "Ida",
        datetime(2024, 1, 1, tzinfo=UTC),
    )
    judge(store, rejected, Request(), stand_ins.STAGES)
    with store.view() as view:
        assert list(view.entries(EntryQuery())) == before[1:]
    build(store, Request(_paths(pile)), stand_ins.STAGES)
    with store.view() as view:
        assert list(view.entries(EntryQuery())) == before[1:]
    lifted = replace(rejected, withdrawn_at=datetime(2024, 1, 2, tzinfo=UTC))
    judge(store, lifted, Request(), stand_ins.STAGES)
    with store.view() as view:
        assert list(view.entries(EntryQuery())) == before
