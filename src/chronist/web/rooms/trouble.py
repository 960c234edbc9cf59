"""What went wrong, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from starlette.exceptions import HTTPException

from chronist.errors import ChronistError
from chronist.web.desk import Page, Visit
from chronist.web.say import Say


@dataclass(frozen=True)
class TroublePage(Page):
    """An error, told."""

    template: ClassVar[str] = "trouble.html"

    status: Annotated[int, "the HTTP status"]
    title: Annotated[str, "what happened"]
    detail: Annotated[str, "where, and what to do"]


def trouble_page(visit: Visit, error: Exception, status: int) -> TroublePage:
    """Return the page of an error; an unforeseen one tells nothing of its inside."""
    detail = ""
    if isinstance(error, ChronistError):
        detail = str(error)
    elif isinstance(error, HTTPException) and status not in (404, 405):
        detail = error.detail
    return TroublePage(status=status, title=_title(status, visit.say), detail=detail)


def _title(status: int, say: Say) -> str:
    match status:
        case 404:
            return say(
                "Das gibt es in dieser Chronik nicht", "This chronicle has no such item"
            )
        case 400:
            return say("Das ist nicht zu verstehen", "That cannot be understood")
        case 403:
            return say("Das ist nicht erlaubt", "That is not allowed")
        case 503:
            return say(
                "Die Chronik wird gerade geschrieben", "The chronicle is being written"
            )
        case _:
            return say("Hier ging etwas schief", "Something went wrong here")
