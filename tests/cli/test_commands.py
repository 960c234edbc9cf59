"""Every command over a chronicle of literal values."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from chronist.cli.main import run
from chronist.cli.show import history
from chronist.model.event import Status
from chronist.store.sql import create_store
from tests.store import literal_pile


@pytest.fixture
def story(tmp_path: Path) -> str:
    store = create_store(tmp_path / "s.chronicle")
    with store.writer() as writer:
        literal_pile.write(writer)
    return str(store.path)


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


SHOWN = """\
9. September 2021
  ● Anna Müller spricht mit Boris Šoigu in Sotschi  n-1
      Anna Müller, Boris Šoigu · Sotschi
      1 unabhängige Quelle · Elbe-Kurier 9.9.2021
      Verlauf: geplant (Elbe-Kurier 9.9.2021) → geschehen (Elbe-Kurier 9.9.2021)
      │ „Anna Müller hat am Donnerstag in Sotschi mit Boris Šoigu gesprochen.“ —
      │ Elbe-Kurier 9.9.2021
"""


def test_show_with_quotes(capsys: pytest.CaptureFixture[str], story: str) -> None:
    code, out, err = _run(capsys, "show", story, "--quotes", "--ui", "de")
    assert (code, err) == (0, "")
    assert (
        out.replace("Elbe-\n      │ Kurier", "Elbe-Kurier")
        == SHOWN.replace("Elbe-\n      │ Kurier", "Elbe-Kurier")
        or out.split()
        == SHOWN.replace("Elbe-\n      │ Kurier", "│ Elbe-Kurier").split()
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--from", "2021-09", "--to", "2021"], True),
        (["--from", "2022"], False),
        (["--actor", "mueller"], True),
        (["--type", "consult", "--status", "Occurred"], True),
        (["--status", "planned"], False),
        (["--top", "1"], True),
    ],
)
def test_show_filtered(
    capsys: pytest.CaptureFixture[str], story: str, options: list[str], found: bool
) -> None:
    code, out, _ = _run(capsys, "show", story, *options, "--ui=en")
    assert code == 0
    assert ("● Anna Müller spricht" in out) is found
    assert ("No entries found." in out) is not found


LISTS = [
    (["show"], "n-1"),
    (["actors"], "a-1"),
    (["statements"], "s-1"),
    (["pledges"], "p-1"),
    (["conflicts"], "c-1"),
]


@pytest.mark.parametrize(("command", "first"), LISTS)
def test_lists_as_json_and_as_text(
    capsys: pytest.CaptureFixture[str], story: str, command: list[str], first: str
) -> None:
    name, *options = command
    code, out, _ = _run(capsys, name, story, *options, "--json")
    assert code == 0
    assert json.loads(out)[0]["id"] == first
    for language in ("de", "en"):
        code, out, _ = _run(capsys, name, story, *options, "--ui", language)
        assert code == 0
        assert first in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["statements", "--by", "Müller"],
            ["Anna Müller", "„Das wird groß“", "wörtlich"],
        ),
        (["statements", "--about", "kleines"], ["Keine Aussagen"]),
        (["pledges", "--course", "open"], ["Anna Müller", "offen", "bis Oktober 2021"]),
        (["pledges", "--course", "kept"], ["Keine Zusagen"]),
        (["conflicts"], ["Größe", "≠ groß", "≠ klein", "Elbe-Kurier 9.9.2021"]),
        (["actors", "soigu"], ["Boris Šoigu", "Person · 1 Nennungen"]),
        (["failures"], ["leer.txt", "leer", "Die Datei ist leer."]),
        (["find", "Abkommen"], ["Abkommens", "Elbe-Kurier 9.9.2021"]),
        (["find", "Straßen des Abkommens"], ["Straßen des Abkommens"]),
        (["find", "Quark"], ["Nichts gefunden."]),
        (
            ["why", "n-1"],
            ["link.entries.same_day", "de.events.speak", "de.time.weekday"],
        ),
        (["why", "r-1"], ["de.date.line", "reports.copy"]),
        (["why", "c-1"], ["Größe: groß ≠ klein"]),
        (["verify"], ["Zitate in 2 Berichten nachgelesen, alle richtig"]),
        (["judge", "list"], ["Noch keine Urteile"]),
        (
            ["report", "bericht-1.txt"],
            [
                "am [Donnerstag]⟨2021-09-09⟩ in",
                "[gesprochen]⟨Treffen, geschehen, 9. September 2021⟩",
                "„[Das wird groß]⟨Anna Müller, wörtlich⟩“",
                "[Oktober 2021]⟨2021-10⟩",
                "1 Zusagen",
                "Erschienen: 9. September 2021",
            ],
        ),
        (["report", "r-2", "--layers", "times"], ["Abdruck von r-1", "0 Zeitangaben"]),
    ],
)
def test_what_commands_show(
    capsys: pytest.CaptureFixture[str],
    story: str,
    arguments: list[str],
    words: list[str],
) -> None:
    name, *rest = arguments
    where = [name, "list", story] if name == "judge" else [name, story, *rest]
    code, out, _ = _run(capsys, *where, "--ui", "de")
    assert code == 0
    for word in words:
        assert word in out


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["why", "n-1"], "reasons"),
        (["report", "r-1"], "segments"),
        (["verify"], "citations"),
    ],
)
def test_single_answers_as_json(
    capsys: pytest.CaptureFixture[str], story: str, arguments: list[str], key: str
) -> None:
    name, *rest = arguments
    _, out, _ = _run(capsys, name, story, *rest, "--json")
    assert key in json.loads(out)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show"], 2, "Missing: STORY"),
        (["show", "{story}", "--nothing"], 2, "No such option: --nothing"),
        (["nothing"], 2, "nothing"),
        (["show", "none.chronicle"], 1, "chronist build PATHS -o none.chronicle"),
        (["show", "{story}", "--from", "gestern"], 1, "write 2021, 2021-09"),
        (["show", "{story}", "--from", "2021-13"], 1, "write 2021, 2021-09"),
        (["show", "{story}", "--from", "2022", "--to", "2021"], 1, "before it begins"),
        (["show", "{story}", "--actor", "Niemand"], 1, "chronist actors STORY"),
        (["find", "{story}", "–"], 1, "give one word or more"),
        (["why", "{story}", "x-9"], 1, "nothing in this chronicle is called 'x-9'"),
        (["report", "{story}", "r-1", "--layers", "colours"], 1, "there are times"),
        (["build", "x", "-o", "{story}", "--columns", "text"], 2, "text=Body"),
        (["build", "x", "-o", "{story}", "--columns", "a=b"], 1, "no such column"),
        (["export", "{story}", "--to", "xml"], 2, "xml"),
        (["judge", "same", "{story}", "a-1"], 1, "two different items"),
        (["judge", "same", "{story}", "a-1", "n-1"], 1, "items of one kind"),
        (["judge", "same", "{story}", "p-1", "s-1"], 1, "items of one kind"),
        (["judge", "reject", "{story}", "t-1"], 1, "cannot be judged"),
        (["judge", "withdraw", "{story}", "j-9"], 1, "no judgement 'j-9'"),
        (["--ui", "fr", "show", "{story}"], 2, "fr"),
    ],
)
def test_errors_say_what_to_do(
    capsys: pytest.CaptureFixture[str],
    story: str,
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    given = [argument.format(story=story) for argument in arguments]
    language = [] if "--ui" in given else ["--ui", "en"]
    ended, out, err = _run(capsys, *given, *language)
    assert (ended, out) == (code, "")
    assert err.startswith("Error: ")
    assert words in err
    assert "Traceback" not in err


def test_errors_in_german(capsys: pytest.CaptureFixture[str], story: str) -> None:
    assert (
        "Fehler: Dort ist keine Chronik."
        in _run(capsys, "show", "none.chronicle", "--ui", "de")[2]
    )
    assert "Es fehlt: ID" in _run(capsys, "why", story, "--ui", "de")[2]


def test_wrong_citation_is_told_and_ends_with_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store = create_store(tmp_path / "s.chronicle")
    pile = literal_pile.pile()
    event = pile.links.events[0]
    moved = replace(
        event, trigger=replace(event.trigger, start=event.trigger.start + 1)
    )
    with store.writer() as writer:
        literal_pile.stage(writer)
        links = replace(pile.links, events=(moved,))
        literal_pile.commit(writer, replace(pile, links=links))
    code, out, _ = _run(capsys, "verify", str(store.path), "--ui", "en")
    assert code == 1
    assert "1 of" in out
    assert "e-1" in out


def test_hostile_text_does_not_steer_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store = create_store(tmp_path / "s.chronicle")
    pile = literal_pile.pile()
    entry = replace(pile.links.entries[0], headline="a\x1b]0;b\x07\x9b31m\u202ec\nd")
    member = replace(
        pile.members[0],
        report=replace(pile.members[0].report, outlet="\x1b[2J", title="\u202e\x1b[1m"),
    )
    with store.writer() as writer:
        literal_pile.stage(writer)
        links = replace(pile.links, entries=(entry,))
        hostile = replace(pile, links=links, members=(member, *pile.members[1:]))
        literal_pile.commit(writer, hostile)
    path = str(store.path)
    commands = [
        ["show", path, "--quotes"],
        ["show", path, "--json"],
        ["report", path, "r-1"],
        ["why", path, "n-1"],
        ["statements", path],
        ["find", path, "Abkommen"],
        ["export", path, "--to", "json"],
    ]
    for command in commands:
        code, out, err = _run(capsys, *command)
        assert code == 0, err
        assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}, command


@pytest.mark.parametrize("options", [["--to", "json"], ["--to", "markdown"]])
def test_export_to_a_file_is_what_goes_to_standard_output(
    capsys: pytest.CaptureFixture[str], story: str, tmp_path: Path, options: list[str]
) -> None:
    _, out, _ = _run(capsys, "export", story, *options, "--ui", "de")
    target = tmp_path / "out"
    target.write_text("old")
    code, nothing, err = _run(
        capsys, "export", story, *options, "-o", str(target), "--ui", "de"
    )
    assert (code, nothing, err) == (0, "", f"Geschrieben: {target}\n")
    assert target.read_text("utf-8") == out
    assert {p.name for p in tmp_path.iterdir()} == {"out", "s.chronicle"}


def test_export_where_nothing_can_be_written(
    capsys: pytest.CaptureFixture[str], story: str, tmp_path: Path
) -> None:
    target = str(tmp_path / "none" / "out.json")
    code, _, err = _run(capsys, "export", story, "--to", "json", "-o", target)
    assert code == 1
    assert "none" in err


_O, _P, _M = Status.OCCURRED, Status.PLANNED, Status.POSSIBLE


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        ([("a", _P), ("b", _O)], [("a", _P), ("b", _O)]),
        ([("a", _P), ("a", _O), ("a", _P)], [("a", _O)]),
        (
            [("a", _M), ("a", _P), ("b", _P), ("c", _P), ("c", _O)],
            [("a", _P), ("c", _O)],
        ),
        ([], []),
    ],
)
def test_history_counts_each_report_by_its_surest_status(
    told: list[tuple[str, Status]], steps: list[tuple[str, Status]]
) -> None:
    [entry] = literal_pile.links().entries
    assert history(replace(entry, history=tuple(told))) == steps
