"""The contract of the store; a second backend runs the same routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from chronist.errors import BadFilter, ItemNotFound
from chronist.model.event import EventType, Status
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.pledge import Course
from chronist.model.statement import StatementForm
from chronist.model.when import When
from chronist.store.sql import SqlStore, create_store
from chronist.store.store import (
    EntryQuery,
    Period,
    PledgeQuery,
    RunState,
    StatementQuery,
)
from tests.store import literal_pile


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    made = create_store(tmp_path / "s.chronicle")
    with made.writer() as writer:
        literal_pile.write(writer)
    yield made
    assert [p.name for p in tmp_path.iterdir()] == ["s.chronicle"], "one file at rest"


def test_everything_comes_back(store: SqlStore) -> None:
    links = literal_pile.links()
    with store.view() as view:
        assert [r.id for r in view.reports()] == ["r-1", "r-2"]
        assert view.report("r-1") == literal_pile.report()
        assert tuple(view.actors()) == links.actors
        assert tuple(view.events()) == links.events
        assert tuple(view.entries(EntryQuery())) == links.entries
        assert tuple(view.statements(StatementQuery())) == links.statements
        assert tuple(view.pledges(PledgeQuery())) == links.pledges
        assert tuple(view.conflicts()) == links.conflicts
        assert tuple(view.times()) == literal_pile.times()
        assert view.duplicates() == literal_pile.pile().duplicates
        assert view.failures() == tuple(f.failure for f in literal_pile.failed())
        assert view.entry_of_event() == {"e-1": "n-1"}
        assert view.analysis("r-1").published == literal_pile.report().published


@pytest.mark.parametrize("name", ["r-2", "ordner/bericht-2.txt", "bericht-2.txt"])
def test_report_by_id_source_or_file_name(store: SqlStore, name: str) -> None:
    with store.view() as view:
        assert view.report(name).id == "r-2"


@pytest.mark.parametrize("name", ["bericht", "%", "r-3", ""])
def test_no_such_report(store: SqlStore, name: str) -> None:
    with store.view() as view, pytest.raises(ItemNotFound):
        view.report(name)


@pytest.mark.parametrize(
    "item", ["a-1", "e-1", "n-1", "s-1", "p-1", "c-1", "t-1", "r-1"]
)
def test_every_item_is_found_by_its_id(store: SqlStore, item: str) -> None:
    with store.view() as view:
        assert view.item(item).id == item


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (EntryQuery(), True),
        (EntryQuery(type=EventType.CONSULT, status=Status.OCCURRED), True),
        (EntryQuery(type=EventType.ELECT), False),
        (EntryQuery(status=Status.PLANNED), False),
        (EntryQuery(actors=("a-2",)), True),
        (EntryQuery(actors=()), False),
        (EntryQuery(Period(date(2021, 9, 9), date(2021, 9, 9))), True),
        (EntryQuery(Period(since=date(2021, 9, 10))), False),
        (EntryQuery(Period(until=date(2021, 9, 8))), False),
    ],
)
def test_entries_filtered(store: SqlStore, query: EntryQuery, found: bool) -> None:
    with store.view() as view:
        assert bool(list(view.entries(query))) is found


def test_undated_entries_follow_the_day_they_were_reported(store: SqlStore) -> None:
    pile = literal_pile.pile()
    [dated] = pile.links.entries
    days = {"n-2": "2021-09-10", "n-3": None, "n-4": "2021-09-09", "n-5": "2021-09-08"}
    undated = tuple(
        replace(
            dated,
            id=name,
            when=None,
            events=(),
            reported=When.day(date.fromisoformat(day)) if day else None,
        )
        for name, day in days.items()
    )
    links = replace(pile.links, entries=(dated, *undated))
    with store.writer() as writer:
        literal_pile.commit(writer, replace(pile, links=links))
    with store.view() as view:
        ordered = [entry.id for entry in view.entries(EntryQuery())]
    assert ordered == ["n-5", "n-1", "n-4", "n-2", "n-3"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (StatementQuery(by=("a-1",)), True),
        (StatementQuery(by=("a-2",)), False),
        (StatementQuery(about="GROSS"), True),
        (StatementQuery(about="Brücke"), False),
        (StatementQuery(form=StatementForm.DIRECT), True),
        (StatementQuery(form=StatementForm.FREE), False),
    ],
)
def test_statements_filtered(
    store: SqlStore, query: StatementQuery, found: bool
) -> None:
    with store.view() as view:
        assert bool(list(view.statements(query))) is found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (PledgeQuery(by=("a-1",), course=Course.OPEN), True),
        (PledgeQuery(course=Course.KEPT), False),
    ],
)
def test_pledges_filtered(store: SqlStore, query: PledgeQuery, found: bool) -> None:
    with store.view() as view:
        assert bool(list(view.pledges(query))) is found


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Müller", ("a-1",)),
        ("mueller ANNA", ("a-1",)),
        ("soigu", ("a-2",)),
        ("Mül", ()),
        ("a-3", ("a-3",)),
        ("%", ()),
    ],
)
def test_actors_called(store: SqlStore, name: str, ids: tuple[str, ...]) -> None:
    with store.view() as view:
        assert view.actors_called(name) == ids


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("Abkommen", ["Abkommens"]),
        ("Gespraech", ["Gespräche"]),
        ("strasse abkommen", ["Straßen", "Abkommens"]),
        ('"Straßen des Abkommens"', ["Straßen", "des", "Abkommens"]),
        ("Soigu", ["Šoigu"]),
        ("'; DROP TABLE report; -- Abkommen", None),
        ('"Abkommens Straßen"', None),
        ("NEAR(", None),
    ],
)
def test_find(store: SqlStore, query: str, hits: list[str] | None) -> None:
    with store.view() as view:
        findings = view.find(query, 10)
    if hits is None:
        assert findings == ()
        return
    assert [f.passage.report for f in findings] == ["r-1", "r-2"]
    assert [hit.text for hit in findings[0].hits] == hits
    for hit in findings[0].hits:
        assert literal_pile.TEXT[hit.start : hit.end] == hit.text


@pytest.mark.parametrize("query", ["", "  ", '""', "–"])
def test_find_nothing_in_particular(store: SqlStore, query: str) -> None:
    with store.view() as view, pytest.raises(BadFilter):
        view.find(query, 10)


def test_commit_replaces_the_pile_and_keeps_judgements(store: SqlStore) -> None:
    judgement = Judgement(
        "j-1",
        Verdict.RENAME,
        Subject.ACTOR,
        (("f-1",),),
        "Ida",
        datetime(2024, 1, 1, tzinfo=UTC),
        "Änne",
    )
    with store.writer() as writer:
        record = writer.begin_run("build", {})
        writer.put_judgement(judgement)
        writer.commit(literal_pile.pile((2,)), record)
        assert writer.reading("d-1") is None, "unused content is forgotten"
        assert writer.reading("d-2") is not None
    with store.view() as view:
        assert [r.id for r in view.reports()] == ["r-2"]
        assert [f.passage.report for f in view.find("Abkommen", 10)] == ["r-2"]
        assert view.judgements() == (judgement,)
    withdrawn = replace(judgement, withdrawn_at=datetime(2024, 2, 1, tzinfo=UTC))
    with store.writer() as writer:
        writer.put_judgement(withdrawn)
        assert writer.judgements() == (withdrawn,)
        writer.commit(literal_pile.pile((2,)), writer.begin_run("judge", {}))
    with store.view() as view:
        assert view.judgements() == (withdrawn,)


def test_ledger_tells_what_ran(store: SqlStore) -> None:
    with store.writer() as writer:
        record = writer.begin_run("add", {"chronist": "9"})
        ended = replace(
            record, state=RunState.FAILED, failed="x", seconds=(("read", 1.5),)
        )
        writer.end_run(ended)
    with store.view() as view:
        assert view.runs()[-1] == ended
        assert [run.number for run in view.runs()] == [1, 2]


def test_members_and_failures_for_the_next_run(store: SqlStore) -> None:
    with store.writer() as writer:
        bare = tuple(m.report.id for m in writer.members())
        assert bare == ("r-1", "r-2")
        assert writer.failed() == literal_pile.failed()
        assert writer.has_analysis("y-1")
        assert not writer.has_analysis("y-3")


def test_checkpoints_stay_unseen_until_the_commit(tmp_path: Path) -> None:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        writer.begin_run("build", {})
        literal_pile.stage(writer)
        with store.view() as view:
            assert list(view.reports()) == []
    with store.writer() as writer:
        assert writer.has_analysis("y-1"), "a later run goes on from here"
