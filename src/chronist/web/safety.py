"""What stands between the network and the pages: hosts, token, origin, headers."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chronist.web.config import Config

TOKEN_COOKIE, VISIT_COOKIE = "chronist_token", "chronist_visit"  # names of cookies
LARGEST_WRITE = 1 << 29
"""Bytes of one upload. Larger piles are built on the command line."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": under it browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE_METHODS = ("GET", "HEAD")
_KEY_WANTED = (
    "Diese Chronik verlangt einen Schlüssel: die Adresse öffnen, die beim Start von "
    "»chronist serve« ausgegeben wurde.\n"
    'This chronicle asks for a token: open the address that "chronist serve" printed.\n'
)


class Guard:
    """Refuses what must not reach the pages, and adds the headers to all that leaves."""

    def __init__(self, app: ASGIApp, config: Config) -> None:
        """Stand before ``app``."""
        self._app = app
        self._config = config

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = cookies_of(Headers(scope=scope)).get(VISIT_COOKIE, "")
        fresh = None if is_visit(visit) else secrets.token_urlsafe(24)
        scope["chronist.visit"] = fresh or visit

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
                if fresh is not None:
                    headers.append("Set-Cookie", _cookie(VISIT_COOKIE, fresh))
            await send(message)

        answer = self._refused(scope) or self._app
        await answer(scope, receive, send_safely)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = _host_name(headers.get("host", ""))
        if host is None or not self._config.knows(host):
            return PlainTextResponse("unknown host\n", 400)
        if self._config.token is not None:
            refused = _without_token(scope, headers, self._config.token)
            if refused is not None:
                return refused
        if scope["method"] not in _SAFE_METHODS:
            return _bad_write(scope["method"], headers)
        return None


def form_token(secret: bytes, visit: str) -> str:
    """Return what a form of this visit must carry: no other site can know it."""
    return hmac.new(secret, visit.encode(), hashlib.sha256).hexdigest()


def is_form_token(said: str, secret: bytes, visit: str) -> bool:
    """Whether a form carries the token of its visit."""
    return hmac.compare_digest(said.encode(), form_token(secret, visit).encode())


def is_visit(value: str) -> bool:
    """Whether a cookie is one that the guard may have set."""
    return 20 <= len(value) <= 64 and value.isascii() and value.isprintable()


def cookies_of(headers: Headers) -> dict[str, str]:
    """Return the cookies sent; none where the header is malformed."""
    try:
        jar = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _cookie(name: str, value: str) -> str:
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict"


def _host_name(header: str) -> str | None:
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None


def _without_token(scope: Scope, headers: Headers, token: str) -> Response | None:
    held = cookies_of(headers).get(TOKEN_COOKIE, "")
    if hmac.compare_digest(held.encode(), token.encode()):
        return None
    query = QueryParams(scope["query_string"])
    if not hmac.compare_digest(query.get("token", "").encode(), token.encode()):
        return PlainTextResponse(_KEY_WANTED, 403)
    # The token leaves the address at once, so that it is not bookmarked or shown.
    answer = RedirectResponse("/", 303)
    answer.headers.append("Set-Cookie", _cookie(TOKEN_COOKIE, token))
    return answer


def _bad_write(method: str, headers: Headers) -> Response | None:
    if method != "POST":
        return PlainTextResponse("method not allowed\n", 405)
    origin = headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != headers.get("host")
    if foreign or headers.get("sec-fetch-site", "same-origin") not in (
        "same-origin",
        "none",
    ):
        return PlainTextResponse("a write from another site\n", 403)
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return PlainTextResponse("say how long it is\n", 411)
    if int(length) > LARGEST_WRITE:
        return PlainTextResponse("too large: use chronist add\n", 413)
    return None
