"""The public class over the real stages, with texts of our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import chronist
from chronist import Chronicle
from chronist.errors import (
    BadFilter,
    BadJudgement,
    ItemNotFound,
    NothingToRead,
    StoryNotFound,
)
from chronist.exports.json import json_lines
from chronist.model.judgement import Subject, Verdict
from chronist.model.report import FailureKind

REPORTS = {
    "1-agentur.txt": (
        "Moskau, 9. September 2021 (npa)\n\n"
        "Der belarussische Präsident Alexander Lukaschenko hat am Donnerstag in Moskau "
        "Kremlchef Wladimir Putin getroffen. „Wir haben uns auf 28 Programme "
        "geeinigt“, sagte Lukaschenko nach dem Gespräch. Er kündigte an, bis Ende "
        "Oktober ein Abkommen zu unterzeichnen.\n"
    ),
    "2-zeitung.txt": (
        "Treffen im Kreml\n\n"
        "Wladimir Putin und Alexander Lukaschenko haben am 9. September 2021 in Moskau "
        "miteinander gesprochen. Die Opposition in Minsk kritisierte das Treffen. Nach "
        "Angaben des Kremls dauerte das Gespräch mehr als drei Stunden.\n"
    ),
    "3-plan.txt": (
        "Minsk, 7. September 2021 (npa)\n\n"
        "Präsident Alexander Lukaschenko will am Donnerstag in Moskau mit Wladimir "
        "Putin zusammenkommen. Das teilte seine Sprecherin am Dienstag in Minsk mit. "
        "Bei dem Treffen soll es um die Straße nach Smolensk gehen.\n"
    ),
    "4-leer.txt": "",
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    target = tmp_path_factory.mktemp("story") / "s.chronicle"
    return Chronicle.build([pile], to=target)


@pytest.fixture
def story(pile: Path, tmp_path: Path) -> Iterator[Chronicle]:
    yield Chronicle.build([pile], to=tmp_path / "s.chronicle")
    assert [p.name for p in tmp_path.iterdir()] == ["s.chronicle"]


def _export(chronicle: Chronicle) -> str:
    return "".join(json_lines(chronicle))


def test_package_offers_the_class_and_the_version() -> None:
    assert chronist.Chronicle is Chronicle
    assert chronist.__version__.count(".") == 2
    with pytest.raises(AttributeError):
        _ = chronist.nothing


def test_build_reads_the_pile(built: Chronicle) -> None:
    assert built.summary is not None
    assert built.summary.reports == 3
    assert [f.kind for f in built.failures()] == [FailureKind.EMPTY]
    assert [r.source for r in built.reports()] == list(REPORTS)[:3]
    assert built.unfinished() is None
    assert [run.command for run in built.runs()] == ["build"]


def test_report_has_its_raw_text_and_its_analysis(built: Chronicle) -> None:
    report = built.report("1-agentur.txt")
    assert report.raw == REPORTS["1-agentur.txt"]
    assert built.report(report.id) == report
    assert built.analysis(report.id).report == report.id
    assert built.times(report.id)
    assert built.events(report.id)


def test_meeting_is_in_the_chronicle(built: Chronicle) -> None:
    entries = built.entries(since="2021-09-09", until=date(2021, 9, 9), type="consult")
    assert any(e.when is not None and e.when.edtf == "2021-09-09" for e in entries)
    assert built.entries(until="2020") == ()
    assert built.story().links.entries == built.entries()


def test_verify_finds_every_citation_right(built: Chronicle) -> None:
    checked = built.verify()
    assert checked.citations > 20
    assert checked.wrong == ()


def test_everything_with_an_id_can_say_why(built: Chronicle) -> None:
    story = built.story()
    items = (
        *story.reports,
        *story.times,
        *story.links.actors,
        *story.links.events,
        *story.links.entries,
        *story.links.statements,
        *story.links.pledges,
        *story.links.conflicts,
    )
    for item in items:
        assert built.why(item.id).item.id == item.id
        assert built.item(item.id).id == item.id
    for event in story.links.events:
        assert built.why(event.id).reasons


def test_find_knows_word_forms(built: Chronicle) -> None:
    [finding] = built.find("Strassen")
    assert [hit.text for hit in finding.hits] == ["Straße"]
    assert built.find("Abkommens")[0].hits[0].text == "Abkommen"
    assert len(built.find("Gespraech")) == 2
    assert len(built.find("Gespräche", limit=1)) == 1


def test_same_pile_gives_the_same_bytes(
    built: Chronicle, pile: Path, tmp_path: Path
) -> None:
    files = sorted(pile.iterdir(), reverse=True)
    other = Chronicle.build(files, to=tmp_path / "s.chronicle", jobs=2)
    assert _export(other) == _export(built)


def test_add_gives_what_a_build_gives(
    built: Chronicle, pile: Path, tmp_path: Path
) -> None:
    first, *rest = sorted(pile.iterdir())
    grown = Chronicle.build([first], to=tmp_path / "s.chronicle")
    for path in rest:
        grown.add([path])
    assert _export(grown) == _export(built)


def test_open_reads_what_build_wrote(story: Chronicle, tmp_path: Path) -> None:
    again = Chronicle.open(tmp_path / "s.chronicle")
    assert again.story() == story.story()


def test_rejected_entry_stays_away_until_withdrawn(
    story: Chronicle, pile: Path, tmp_path: Path
) -> None:
    before = _export(story)
    entry = story.entries()[0]
    judgement = story.judge("reject", entry.id, author="Ida", note="kein Treffen")
    assert (judgement.verdict, judgement.subject) == (Verdict.REJECT, Subject.ENTRY)
    rejected = _export(story)
    assert rejected != before
    rebuilt = Chronicle.build([pile], to=tmp_path / "s.chronicle")
    assert _export(rebuilt) == rejected
    lifted = rebuilt.withdraw(judgement.id)
    assert lifted.withdrawn_at is not None
    assert _export(rebuilt) == before
    assert rebuilt.judgements() == (lifted,)
    with pytest.raises(BadJudgement, match="withdrawn before"):
        rebuilt.withdraw(judgement.id)


def test_actor_is_renamed_by_a_name_only_it_has(story: Chronicle) -> None:
    [actor] = story.actors("lukaschenko")
    story.judge(Verdict.RENAME, "LUKASCHENKO", value="Aljaksandr Lukaschenka")
    assert [a.name for a in story.actors("Lukaschenka")] == ["Aljaksandr Lukaschenka"]
    assert story.judgements()[0].targets == (actor.referents,)


@pytest.mark.parametrize(
    ("verdict", "value"),
    [("rename", None), ("rename", " "), ("accept", "Name"), ("same", None)],
)
def test_judgement_that_does_not_fit(
    built: Chronicle, verdict: str, value: str | None
) -> None:
    entry = built.entries()[0]
    with pytest.raises(BadJudgement):
        built.judge(verdict, entry.id, value=value)
    assert built.judgements() == ()


def test_what_is_not_there(built: Chronicle, tmp_path: Path) -> None:
    with pytest.raises(StoryNotFound):
        Chronicle.open(tmp_path / "none.chronicle")
    with pytest.raises(ItemNotFound):
        built.item("x-1")
    with pytest.raises(ItemNotFound):
        built.entries(actor="Niemand")
    with pytest.raises(BadFilter):
        built.entries(status="vielleicht")
    with pytest.raises(BadFilter):
        built.statements(since="bald")
    with pytest.raises(NothingToRead):
        Chronicle.build([tmp_path / "none.txt"], to=tmp_path / "s.chronicle")
