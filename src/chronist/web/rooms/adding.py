"""Adding reports: files from the browser go to a folder, then into the chronicle."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar

from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from chronist.chronicle import Step
from chronist.errors import NothingToRead
from chronist.web.desk import Page, Visit
from chronist.web.say import Say
from chronist.web.work import Adding, Judging
from chronist.web.workshop import Ticket

_LONGEST_NAME = 120
_STEPS = {
    Step.READ: ("Dateien lesen", "reading files"),
    Step.ANALYSE: ("Berichte auswerten", "analysing reports"),
    Step.LOAD: ("Auswertungen laden", "loading analyses"),
    Step.DUPLICATES: ("Abdrucke suchen", "finding prints"),
    Step.DATE: ("Tage vergleichen", "comparing days"),
    Step.LINK: ("Verknüpfen", "linking"),
    Step.STORE: ("Speichern", "storing"),
}


@dataclass(frozen=True, slots=True)
class JobLine:
    """A write and how far it is."""

    name: str
    state: str
    open: bool
    done: int
    total: int | None
    failed: str


@dataclass(frozen=True)
class AddPage(Page):
    """The form to add files, and what is being written."""

    template: ClassVar[str] = "add.html"
    room: ClassVar[str] = "adding"

    jobs: Annotated[Sequence[JobLine], "the last writes, newest first"]


@dataclass(frozen=True)
class WorkPage(AddPage):
    """Only what is being written, for the script that shows progress."""

    template: ClassVar[str] = "work.html"


def add_page(visit: Visit) -> Page:
    """Return the page to add reports."""
    return AddPage(_lines(visit))


def work_part(visit: Visit) -> Response:
    """Return the list of writes alone."""
    answer = visit.show(WorkPage(_lines(visit)))
    is_open = any(ticket.is_open for ticket in visit.desk.workshop.tickets())
    answer.headers["X-Work-Open"] = str(int(is_open))
    return answer


def add(visit: Visit, form: FormData) -> Response:
    """Take the files and put them in line."""
    files = [
        f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename
    ]
    if not files:
        msg = "no file was chosen"
        raise NothingToRead(msg)
    folder = Path(tempfile.mkdtemp(prefix="chronist-"))
    names = []
    for number, file in enumerate(files):
        name = safe_name(file.filename or "", number)
        path = folder / name
        if path.exists():
            path = folder / f"{number}-{name}"
        with path.open("wb") as written:
            shutil.copyfileobj(file.file, written)
        names.append(path.name)
    visit.desk.workshop.submit(Adding(folder, tuple(names)))
    return RedirectResponse("/add", 303)


def safe_name(said: str, number: int) -> str:
    r"""Return a plain file name for what a browser said: no folder, no way upwards.

    >>> safe_name("../../etc/passwd", 0), safe_name("C:\\alt\\..", 1)
    ('passwd', 'upload-1')
    """
    last = said.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(s for s in last if s.isprintable() and s not in '<>:"|?*')
    kept = kept.strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if len(kept.encode()) > _LONGEST_NAME:
        kept = f"{(stem or kept)[:40]}{dot}{ending[:8] if dot else ''}"
    return kept or f"upload-{number}"


def _lines(visit: Visit) -> list[JobLine]:
    return [_line(ticket, visit.say) for ticket in visit.desk.workshop.tickets()]


def _line(ticket: Ticket, say: Say) -> JobLine:
    told = ticket.told
    failed = told.failed[1] if told.failed is not None and not ticket.is_open else ""
    return JobLine(
        name=_name(ticket, say),
        state=_state(ticket, say),
        open=ticket.is_open,
        done=told.done,
        total=told.total,
        failed=failed,
    )


def _name(ticket: Ticket, say: Say) -> str:
    job = ticket.job
    if isinstance(job, Adding):
        more = len(job.names) - 1
        return job.names[0] + (f" (+{more})" if more else "")
    if isinstance(job, Judging):
        return f"{say('Urteil', 'judgement')}: {say.label(job.verdict)}"
    return say("Urteil zurücknehmen", "withdraw a judgement")


def _state(ticket: Ticket, say: Say) -> str:
    told = ticket.told
    if not ticket.is_open:
        if told.failed is not None:
            return say("nicht gelungen", "failed")
        read = say("{n} neu gelesen", "{n} read now", n=told.analysed)
        return read if isinstance(ticket.job, Adding) else say("fertig", "done")
    if told.busy:
        return say("wartet auf einen anderen Prozess", "waits for another process")
    if not ticket.started:
        return say("wartet", "waits")
    return say(*_STEPS[told.step]) if told.step else say("läuft", "under way")
