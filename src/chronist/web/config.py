"""How a reading room is opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
"""Names under which only this machine reaches the server."""


@dataclass(frozen=True, slots=True)
class Config:
    """The chronicle, the language before anybody chose one, and who judges.

    ``token`` must be known by every visitor; it is required unless ``host`` is one of
    ``LOOPBACK``. ``names`` are further host names under which the server is reached.
    """

    story: Path
    ui: str = "de"
    author: str = "unknown"
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    names: tuple[str, ...] = ()

    def with_token(self, token: str | None) -> Config:
        """Return the same with a token that every visitor must know."""
        return replace(self, token=token)

    @property
    def is_private(self) -> bool:
        """Whether only this machine reaches the server."""
        return self.host in LOOPBACK

    def knows(self, name: str) -> bool:
        """Whether a request may name this host.

        Without the check a page of the web could point its own name at this machine
        and read the chronicle (DNS rebinding). Where a token is asked for, any name
        will do: the other page does not have it.
        """
        if self.token is not None:
            return True
        return name in LOOPBACK or name in (self.host, *self.names)
