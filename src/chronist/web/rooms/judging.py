"""Judging: what to look at first, what was decided, and deciding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chronist.errors import BadFilter, BadJudgement, ChronistError, ItemNotFound
from chronist.exports import contract
from chronist.exports.json import json_text
from chronist.model.actor import Actor, ActorKind
from chronist.model.entry import Entry, Standing
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.web.asking import LONGEST, Paging, number_of
from chronist.web.desk import AUTHOR_COOKIE, Page, Visit, remember
from chronist.web.say import Say
from chronist.web.shelf import Shelf, fold
from chronist.web.work import Job, Judging, Withdrawing

_PAGE = 30
_ROWS = 100
_PATIENCE = 8.0
"""Seconds a visitor waits for a judgement; a longer one goes on in the background."""
_NOTE = 1000
_FAILURES: dict[str, type[ChronistError]] = {
    "ItemNotFound": ItemNotFound,
    "BadJudgement": BadJudgement,
    "BadFilter": BadFilter,
}
_DISPUTED, _ALONE, _WIDE, _LIKE_NAMES = 4.0, 1.0, 1.0, 3.0
"""How much each doubt counts beside the weight of what is doubtful."""


class JobFailed(ChronistError):
    """The writing process ended, or could not write."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: one entry, or two actors that may be one."""

    items: Sequence[Entry | Actor]
    why: Sequence[str]
    weight: float


@dataclass(frozen=True)
class QueuePage(Page):
    """What to look at first."""

    template: ClassVar[str] = "queue.html"
    room: ClassVar[str] = "judging"

    doubts: Annotated[Sequence[Doubt], "this page's doubts"]
    paging: Annotated[Paging, "where in the list this page lies"]


@dataclass(frozen=True, slots=True)
class Row:
    """A judgement, with the items it is about today, as ids and names."""

    judgement: Judgement
    items: Sequence[tuple[str, str]]
    at: str
    lifted: str


@dataclass(frozen=True)
class JournalPage(Page):
    """All judgements, newest first."""

    template: ClassVar[str] = "journal.html"
    room: ClassVar[str] = "journal"

    rows: Annotated[Sequence[Row], "this page's judgements"]
    paging: Annotated[Paging, "where in the list this page lies"]


def queue_page(visit: Visit) -> Page:
    """Return the review queue, ordered by doubt and weight."""
    # A judgement makes a new state, so the queue of this one stays as it is.
    key = ("queue", visit.say.language)
    found = visit.shelf.once(key, lambda: _all_doubts(visit))
    paging = Paging.of(len(found), number_of(visit.query, "page"), {}, _PAGE)
    return QueuePage(found[paging.first : paging.last], paging)


def journal_page(visit: Visit) -> Page:
    """Return the journal of judgements."""
    judgements = visit.chronicle.judgements()[::-1]
    paging = Paging.of(len(judgements), number_of(visit.query, "page"), {}, _ROWS)
    shown = judgements[paging.first : paging.last]
    return JournalPage([_row(visit.shelf, j) for j in shown], paging)


def journal_file(visit: Visit) -> Response:
    """Return all judgements as a JSON file."""
    lines = (json_text(contract.judgement(j)) for j in visit.chronicle.judgements())
    body = "[\n" + ",\n".join(lines) + "\n]\n"
    name = 'attachment; filename="judgements.json"'
    return Response(
        body, media_type="application/json", headers={"Content-Disposition": name}
    )


def judge(visit: Visit, form: FormData) -> Response:
    """Record a judgement and lead back to where it was made."""
    author = _text(form, "author", 80) or visit.author
    verdict = _verdict(_text(form, "verdict"))
    items = [_text(form, "item")]
    if verdict in (Verdict.SAME, Verdict.DIFFERENT):
        others = [str(v)[:LONGEST].strip() for v in form.getlist("other")]
        items += [other for other in others if other]
    value = _text(form, "value") if verdict is Verdict.RENAME else ""
    job = Judging(
        verdict, tuple(items), author, value or None, _text(form, "note", _NOTE) or None
    )
    answer = _done(visit, job, _back(_text(form, "back", 2000)))
    remember(answer, AUTHOR_COOKIE, author)
    return answer


def withdraw(visit: Visit, form: FormData) -> Response:
    """Lift a judgement."""
    return _done(visit, Withdrawing(_text(form, "judgement")), "/journal")


def _done(visit: Visit, job: Job, back: str) -> Response:
    """Wait a little for the job; raise what it failed of."""
    ticket = visit.desk.workshop.submit(job)
    if ticket.finished.wait(_PATIENCE) and ticket.told.failed is not None:
        name, told = ticket.told.failed
        raise _FAILURES.get(name, JobFailed)(told)
    return RedirectResponse(_still_there(visit, back), 303)


def _still_there(visit: Visit, back: str) -> str:
    """Return ``back``, or the journal where a merge took its item away."""
    path = back.split("?", 1)[0]
    shelf = visit.desk.library.shelf()
    known = {"/entry/": shelf.entries, "/actor/": shelf.actors}
    for start, items in known.items():
        if path.startswith(start) and path.removeprefix(start) not in items:
            return "/journal"
    return back


def _back(said: str) -> str:
    """Return a path of this server, whatever was said.

    >>> _back("//evil.example/x"), _back("/entry/n-1")
    ('/', '/entry/n-1')
    """
    is_path = said.startswith("/") and not said.startswith(("//", "/\\"))
    return said if is_path and said.isprintable() and "\\" not in said else "/"


def _text(form: FormData, name: str, longest: int = LONGEST) -> str:
    value = form.get(name, "")
    return value[:longest].strip() if isinstance(value, str) else ""


def _verdict(said: str) -> Verdict:
    for verdict in Verdict:
        if verdict.value == said:
            return verdict
    msg = f"{said!r} is none of {', '.join(Verdict)}"
    raise BadJudgement(msg)


def _all_doubts(visit: Visit) -> list[Doubt]:
    judged = {t for j in visit.chronicle.judgements() if j.holds for t in j.targets}
    found = [*_doubtful_entries(visit.shelf, visit.say, judged)]
    found += _like_named(visit.shelf, visit.say, judged)
    return sorted(found, key=lambda d: (-d.weight, d.items[0].id))


def _doubtful_entries(
    shelf: Shelf, say: Say, judged: set[tuple[str, ...]]
) -> Iterator[Doubt]:
    floor = shelf.heavy[0]
    for entry in shelf.entries.values():
        why, weight = _doubts(entry, say)
        if why and entry.weight >= floor and entry.events not in judged:
            yield Doubt((entry,), why, weight + entry.weight)


def _doubts(entry: Entry, say: Say) -> tuple[list[str], float]:
    why, weight = [], 0.0
    if entry.standing is Standing.DISPUTED:
        why.append(say("Berichte widersprechen sich", "reports disagree"))
        weight += _DISPUTED
    if entry.independent_sources == 1:
        why.append(say("nur eine Quelle", "a single source"))
        weight += _ALONE
    if entry.when is not None and entry.when.width > 31:
        why.append(say("ungenaue Zeit", "imprecise date"))
        weight += _WIDE
    return why, weight


def _like_named(
    shelf: Shelf, say: Say, judged: set[tuple[str, ...]]
) -> Iterator[Doubt]:
    """Yield persons and bodies of whom one's name holds all words of the other's."""
    by_last: dict[tuple[ActorKind, str], list[Actor]] = {}
    for actor in shelf.actors.values():
        if actor.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
            last = fold(actor.name).rpartition(" ")[2]
            by_last.setdefault((actor.kind, last), []).append(actor)
    why = [say("Namen gleichen sich", "names are alike")]
    for same in by_last.values():
        same.sort(key=lambda a: -len(a.citations))
        first, *others = same
        words = set(fold(first.name).split())
        for other in others[:3]:
            like = words & set(fold(other.name).split())
            unsaid = not {first.referents, other.referents} & judged
            if unsaid and len(like) == min(len(words), len(fold(other.name).split())):
                number = len(other.citations)
                yield Doubt((first, other), why, _LIKE_NAMES + min(3.0, number / 5))


def _row(shelf: Shelf, judgement: Judgement) -> Row:
    lifted = judgement.withdrawn_at
    return Row(
        judgement,
        list(dict.fromkeys(_items(shelf, judgement))),
        _local(judgement.at),
        _local(lifted) if lifted is not None else "",
    )


def _items(shelf: Shelf, judgement: Judgement) -> Iterator[tuple[str, str]]:
    for evidence in (part for target in judgement.targets for part in target):
        if judgement.subject is Subject.ACTOR:
            actor = shelf.actor_of_referent.get(evidence)
            if actor is not None:
                yield actor, shelf.name(actor)
        elif judgement.subject is Subject.ENTRY:
            entry = shelf.entry_of_event.get(evidence)
            if entry is not None:
                yield entry, shelf.entries[entry].headline
        else:
            yield evidence, evidence


def _local(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
