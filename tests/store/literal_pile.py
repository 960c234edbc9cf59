"""A small pile as literal values: what the store, the exports and the faces are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from chronist.model.actor import Actor, ActorKind
from chronist.model.analysis import Analysis, TimeExpression, TimeType
from chronist.model.citation import Citation
from chronist.model.conflict import Conflict, ConflictValue
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry, Standing
from chronist.model.event import Event, EventType, Participant, Role, Status
from chronist.model.pledge import Course, Pledge
from chronist.model.report import (
    DuplicateGroup,
    Failure,
    FailureKind,
    Published,
    RawReport,
    Report,
    Segment,
    SegmentKind,
)
from chronist.model.statement import Statement, StatementForm
from chronist.model.story import Links
from chronist.model.when import When
from chronist.store.codec import pack
from chronist.store.store import (
    Failed,
    Member,
    PackedAnalysis,
    Pile,
    Reading,
    RunRecord,
    RunState,
    StagedRaw,
    Writer,
)
from chronist.text.offsets import identity

TEXT = (
    "Gespräche über die Brücke\n\n"
    "Anna Müller hat am Donnerstag in Sotschi mit Boris Šoigu gesprochen. "
    "Am Ende unterzeichneten sie die Straßen des Abkommens.\n\n"
    "„Das wird groß“, sagte Müller. Die Brücke werde bis Oktober 2021 fertig."
)
DAY = When.day(date(2021, 9, 9))
OCTOBER = When.month(2021, 10)


def report(number: int = 1) -> Report:
    text = TEXT if number == 1 else TEXT.replace("groß", "klein")
    cut, second = text.index("\n\n"), text.index("\n\n„")
    return Report(
        id=f"r-{number}",
        source=f"ordner/bericht-{number}.txt",
        text=text,
        segments=(
            Segment(SegmentKind.TITLE, 0, cut),
            Segment(SegmentKind.LEAD, cut + 2, second),
            Segment(SegmentKind.PARAGRAPH, second + 2, len(text)),
        ),
        title=text[:cut],
        outlet="Elbe-Kurier",
        agency="dpa",
        place="Sotschi",
        published=Published(DAY, DAY.earliest, (_why("de.date.line", "Datumszeile"),)),
        raw=text,
        offsets=identity(len(text)),
    )


def cite(words: str, number: int = 1) -> Citation:
    whole = report(number)
    start = whole.text.index(words)
    return whole.cite(start, start + len(words))


def _why(rule: str, de: str, *citations: Citation) -> Derivation:
    return Derivation(rule, de, f"{de} (en)", citations)


def actors() -> tuple[Actor, ...]:
    who = _why("link.actors.name", "gleicher Name", cite("Anna Müller"))
    named = (
        ("a-1", "Anna Müller", ActorKind.PERSON, ("Müller",)),
        ("a-2", "Boris Šoigu", ActorKind.PERSON, ("Šoigu",)),
        ("a-3", "Sotschi", ActorKind.PLACE, ()),
    )
    return tuple(
        Actor(i, name, kind, aliases, (), (cite(name),), (f"f{i[1:]}",), (who,))
        for i, name, kind, aliases in named
    )


def event(status: Status = Status.OCCURRED) -> Event:
    return Event(
        id="e-1",
        report="r-1",
        type=EventType.CONSULT,
        status=status,
        trigger=cite("gesprochen"),
        sentence=cite(
            "Anna Müller hat am Donnerstag in Sotschi mit Boris Šoigu gesprochen."
        ),
        participants=(
            Participant("a-1", Role.AGENT, cite("Anna Müller")),
            Participant("a-2", Role.AGENT, cite("Boris Šoigu")),
            Participant("a-3", Role.PLACE, cite("Sotschi")),
        ),
        when=DAY,
        derivations=(_why("de.events.speak", "sprechen mit", cite("gesprochen")),),
        time="t-1",
    )


def links() -> Links:
    what = event()
    entry = Entry(
        id="n-1",
        headline="Anna Müller spricht mit Boris Šoigu in Sotschi",
        type=what.type,
        status=what.status,
        when=DAY,
        participants=what.participants,
        events=("e-1",),
        reports=("r-1", "r-2"),
        independent_sources=1,
        standing=Standing.SINGLE_SOURCE,
        history=(("r-2", Status.PLANNED), ("r-1", Status.OCCURRED)),
        derivations=(_why("link.entries.same_day", "gleicher Tag"),),
    )
    said = Statement(
        id="s-1",
        report="r-1",
        form=StatementForm.DIRECT,
        content=(cite("Das wird groß"),),
        speaker="a-1",
        speaker_citation=None,
        cue=cite("sagte"),
        derivations=(_why("de.speech.quote", "Anführungszeichen"),),
        when=DAY,
    )
    promised = Pledge(
        id="p-1",
        report="r-1",
        by=("a-1",),
        content=(cite("Die Brücke werde bis Oktober 2021 fertig"),),
        due=OCTOBER,
        made=DAY,
        derivations=(_why("de.pledges.until", "bis"),),
        course=Course.OPEN,
    )
    conflict = Conflict(
        id="c-1",
        about="Größe",
        values=(
            ConflictValue("groß", (cite("groß"),)),
            ConflictValue("klein", (cite("klein", 2),)),
        ),
        derivation=_why("link.conflicts.value", "verschieden"),
        entry="n-1",
    )
    return Links(actors(), (what,), (entry,), (said,), (promised,), (conflict,))


def times() -> tuple[TimeExpression, ...]:
    weekday = _why("de.time.weekday", "Wochentag", cite("Donnerstag"))
    month = _why("de.time.month", "Monat", cite("Oktober 2021"))
    return (
        TimeExpression(
            "t-1", cite("Donnerstag"), TimeType.DATE, "2021-09-09", DAY, weekday
        ),
        TimeExpression(
            "t-2", cite("Oktober 2021"), TimeType.DATE, "2021-10", OCTOBER, month
        ),
    )


def failed() -> tuple[Failed, ...]:
    return (Failed(Failure("leer.txt", FailureKind.EMPTY, "Die Datei ist leer.")),)


def member(number: int) -> Member:
    return Member(
        report(number), f"w-{number}", f"d-{number}", f"y-{number}", f"y-{number}"
    )


def pile(numbers: tuple[int, ...] = (1, 2)) -> Pile:
    group = DuplicateGroup("r-1", ("r-2",), "dpa", _why("reports.copy", "fast gleich"))
    return Pile(
        members=tuple(map(member, numbers)),
        failed=failed(),
        duplicates=(group,),
        times=times(),
        links=links(),
    )


def stage(writer: Writer, numbers: tuple[int, ...] = (1, 2)) -> None:
    """Checkpoint the content that ``pile`` refers to."""
    for number in numbers:
        whole = report(number)
        raw = RawReport(whole.source, whole.raw)
        writer.stage_raws([StagedRaw(f"w-{number}", raw)])
        body = pack(whole, Report)
        analysis = Analysis(whole.id, whole.published)
        writer.stage(
            [Reading(f"d-{number}", f"w-{number}", whole.id, "digest", body)],
            [PackedAnalysis(f"y-{number}", whole.id, pack(analysis, Analysis))],
        )


def write(writer: Writer, numbers: tuple[int, ...] = (1, 2)) -> RunRecord:
    """Stage and commit the pile."""
    stage(writer, numbers)
    return commit(writer, pile(numbers))


def commit(writer: Writer, shown: Pile) -> RunRecord:
    """Commit as a run does that has ended well."""
    record = writer.begin_run("build", {"chronist": "0"})
    writer.commit(shown, replace(record, state=RunState.DONE))
    return record
