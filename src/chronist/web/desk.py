"""What every page is made with: the open chronicle, and one visit to it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from chronist.chronicle import Chronicle, Finding
from chronist.exports.labels import LANGUAGES
from chronist.web.config import Config
from chronist.web.library import Library
from chronist.web.render import Templates
from chronist.web.safety import form_token
from chronist.web.say import Say
from chronist.web.shelf import Shelf
from chronist.web.urls import Urls
from chronist.web.workshop import Ticket, Workshop

UI_COOKIE, AUTHOR_COOKIE = "chronist_ui", "chronist_author"
_A_YEAR = 366 * 24 * 3600


@dataclass(frozen=True)
class Desk:
    """The server's state. ``secret`` is new with every start."""

    config: Config
    library: Library
    workshop: Workshop
    templates: Templates
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))


@dataclass(frozen=True, slots=True)
class Site:
    """What the frame around every page shows.

    ``open_jobs`` are writes under way, ``stopped`` says since when another run on the
    file has not ended, ``other_language`` is the same page in the other language.
    """

    language: str
    story: str
    room: str
    form_token: str
    author: str
    here: str
    other_language: str
    open_jobs: tuple[Ticket, ...]
    stopped: str


class Page:
    """A page's context: a dataclass whose fields say what the template shows."""

    template: ClassVar[str]
    room: ClassVar[str] = ""
    """The room that the navigation marks as the current one."""


@dataclass(frozen=True)
class Visit:
    """One request: who asks for what, in which language, of which state."""

    request: Request
    desk: Desk
    shelf: Shelf

    @classmethod
    def of(cls, request: Request) -> Visit:
        """Return the visit; the state it sees does not change while it lasts."""
        desk: Desk = request.app.state.desk
        return cls(request, desk, desk.library.shelf())

    @cached_property
    def say(self) -> Say:
        """Return the words of the language chosen."""
        asked = self.query.get("ui") or self.request.cookies.get(UI_COOKIE)
        return Say(asked if asked in LANGUAGES else self.desk.config.ui)

    @property
    def urls(self) -> Urls:
        """Return what builds addresses."""
        return Urls()

    @property
    def query(self) -> QueryParams:
        """Return the parameters of the address."""
        return self.request.query_params

    @property
    def chronicle(self) -> Chronicle:
        """Return the chronicle, for what the shelf does not hold."""
        return self.desk.library.chronicle

    def find(self, words: str, limit: int) -> tuple[Finding, ...]:
        """Return the passages that hold the words, remembered while nothing changes."""
        return self.desk.library.find(words, limit, self.shelf.number)

    @property
    def visit_id(self) -> str:
        """Return what tells this browser from others."""
        return str(self.request.scope.get("chronist.visit", ""))

    @property
    def author(self) -> str:
        """Return the name under this visitor's judgements."""
        said = self.request.cookies.get(AUTHOR_COOKIE, "")
        return _from_cookie(said) or self.desk.config.author

    def path(self, name: str) -> str:
        """Return a part of the path."""
        return str(self.request.path_params[name])

    def show(self, page: Page, status: int = 200) -> Response:
        """Return the page as HTML."""
        body = self.desk.templates.render(
            page.template,
            page=page,
            site=self._site(page),
            say=self.say,
            shelf=self.shelf,
        )
        answer = HTMLResponse(body, status)
        if self.query.get("ui") in LANGUAGES:
            remember(answer, UI_COOKIE, self.say.language)
        return answer

    def _site(self, page: Page) -> Site:
        kept = [(k, v) for k, v in self.query.multi_items() if k not in ("ui", "token")]
        path = self.request.url.path
        other = urlencode([*kept, ("ui", self.say.other)])
        return Site(
            language=self.say.language,
            story=self.desk.config.story.stem,
            room=page.room,
            form_token=form_token(self.desk.secret, self.visit_id),
            author=self.author,
            here=f"{path}?{urlencode(kept)}" if kept else path,
            other_language=f"{path}?{other}",
            open_jobs=tuple(t for t in self.desk.workshop.tickets() if t.is_open),
            stopped=self._stopped(),
        )

    def _stopped(self) -> str:
        run = self.desk.library.unfinished
        if run is None or any(t.is_open for t in self.desk.workshop.tickets()):
            return ""
        return run.started_at.astimezone().strftime("%Y-%m-%d %H:%M")


def remember(answer: Response, name: str, value: str) -> None:
    """Let the browser keep a choice."""
    written = value.encode("utf-8").hex() if name == AUTHOR_COOKIE else value
    kept: dict[str, Any] = {"httponly": True, "samesite": "strict", "path": "/"}
    answer.set_cookie(name, written, max_age=_A_YEAR, **kept)


def _from_cookie(said: str) -> str:
    try:
        return bytes.fromhex(said[:400]).decode("utf-8").strip()
    except ValueError:
        return ""
