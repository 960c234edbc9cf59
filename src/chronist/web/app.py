"""The application: rooms under their addresses, and what becomes of errors."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from chronist.errors import (
    BadFilter,
    BadJudgement,
    ChronistError,
    ItemNotFound,
    StoryBusy,
)
from chronist.web.config import Config
from chronist.web.desk import Desk, Page, Visit
from chronist.web.library import Library
from chronist.web.render import STATIC, Templates
from chronist.web.rooms.actors import actor_page, actors_page, meetings_page
from chronist.web.rooms.adding import add, add_page, work_part
from chronist.web.rooms.chronicle import chronicle_page
from chronist.web.rooms.claims import (
    conflict_page,
    conflicts_page,
    pledge_page,
    pledges_page,
    statement_page,
    statements_page,
)
from chronist.web.rooms.entry import entry_page
from chronist.web.rooms.finding import find_page
from chronist.web.rooms.judging import (
    journal_file,
    journal_page,
    judge,
    queue_page,
    withdraw,
)
from chronist.web.rooms.pile import pile_page
from chronist.web.rooms.places import event_place, item_place
from chronist.web.rooms.report import report_page
from chronist.web.rooms.takeaway import export_file, print_page
from chronist.web.rooms.trouble import trouble_page
from chronist.web.rooms.why import why_page
from chronist.web.safety import Guard, is_form_token
from chronist.web.workshop import Workshop

PAGES: tuple[tuple[str, Callable[[Visit], Page]], ...] = (
    ("/", chronicle_page),
    ("/entry/{id}", entry_page),
    ("/report/{id}", report_page),
    ("/find", find_page),
    ("/actors", actors_page),
    ("/actor/{id}", actor_page),
    ("/meetings", meetings_page),
    ("/statements", statements_page),
    ("/statement/{id}", statement_page),
    ("/pledges", pledges_page),
    ("/pledge/{id}", pledge_page),
    ("/conflicts", conflicts_page),
    ("/conflict/{id}", conflict_page),
    ("/reports", pile_page),
    ("/queue", queue_page),
    ("/journal", journal_page),
    ("/add", add_page),
    ("/print", print_page),
    ("/why/{id}", why_page),
)
"""Each page that is read, under its address."""

FILES: tuple[tuple[str, Callable[[Visit], Response]], ...] = (
    ("/export/{kind}", export_file),
    ("/journal.json", journal_file),
    ("/work.html", work_part),
    ("/event/{id}", event_place),
    ("/item/{id}", item_place),
)
"""What is read and is no page of its own."""

WRITES: tuple[tuple[str, Callable[[Visit, FormData], Response]], ...] = (
    ("/judge", judge),
    ("/withdraw", withdraw),
    ("/add", add),
)
"""Each form's address; every form carries the token of its visit."""

_MOST_FILES = 2000
_STATUS: tuple[tuple[type[ChronistError], int], ...] = (
    (ItemNotFound, 404),
    (BadFilter, 400),
    (BadJudgement, 400),
    (StoryBusy, 503),
)


def create_app(config: Config) -> ASGIApp:
    """Return the application for one chronicle; it is read before this returns."""
    library = Library(config.story)
    workshop = Workshop(config.story, library.renew)

    @contextlib.asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        workshop.close()

    app = Starlette(
        routes=_routes(),
        exception_handlers={
            ChronistError: _told,
            HTTPException: _told,
            Exception: _told,
        },
        lifespan=life,
    )
    app.state.desk = Desk(config, library, workshop, Templates())
    return Guard(app, config)


def _routes() -> list[BaseRoute]:
    pages = [Route(path, _page(make), methods=["GET"]) for path, make in PAGES]
    files = [Route(path, _file(make), methods=["GET"]) for path, make in FILES]
    writes = [Route(path, _write(act), methods=["POST"]) for path, act in WRITES]
    return [*pages, *files, *writes, Mount("/static", _Files(directory=STATIC))]


def _page(make: Callable[[Visit], Page]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        visit = Visit.of(request)
        return visit.show(make(visit))

    return answer


def _file(make: Callable[[Visit], Response]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return make(Visit.of(request))

    return answer


def _write(
    act: Callable[[Visit, FormData], Response],
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        visit = Visit.of(request)
        async with request.form(max_files=_MOST_FILES) as form:
            said = form.get("form_token", "")
            secret = visit.desk.secret
            if not is_form_token(str(said), secret, visit.visit_id):
                raise HTTPException(403, "the form is too old: load the page again")
            return await run_in_threadpool(act, visit, form)

    return answer


def _told(request: Request, error: Exception) -> Response:
    """Return the page that says what went wrong and what to do."""
    visit = Visit.of(request)
    status = error.status_code if isinstance(error, HTTPException) else 500
    for kind, number in _STATUS:
        if isinstance(error, kind):
            status = number
    return visit.show(trouble_page(visit, error, status), status)


class _Files(StaticFiles):
    """Static files under addresses that name their content: kept for good."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Return a file with leave to keep it."""
        answer = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer
