"""Every address of the reading room is built here, and only here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from chronist.model.citation import Citation

Values = Mapping[str, str | Sequence[str] | int | None]
"""Query parameters; empty ones are left out."""

_ROOMS = {
    "n": "entry",
    "ev": "event",
    "a": "actor",
    "r": "report",
    "st": "statement",
    "pl": "pledge",
    "c": "conflict",
}
"""The room of an id, by its first letters."""


class Urls:
    """Builds addresses; ids and values are escaped."""

    def to(self, path: str, values: Values | None = None) -> str:
        """Return a path with its query.

        >>> Urls().to("/", {"actor": "Müller & Co", "page": None})
        '/?actor=M%C3%BCller+%26+Co'
        """
        kept = {k: v for k, v in (values or {}).items() if v not in (None, "", ())}
        query = urlencode(kept, doseq=True)
        return f"{path}?{query}" if query else path

    def item(self, item_id: str) -> str:
        """Return the page of whatever has this id.

        >>> Urls().item("n-0123456789ab")
        '/entry/n-0123456789ab'
        """
        room = _ROOMS.get(item_id.split("-", 1)[0], "item")
        return f"/{room}/{quote(item_id, safe='')}"

    def why(self, item_id: str) -> str:
        """Return the page that says why an item is there."""
        return f"/why/{quote(item_id, safe='')}"

    def words(self, cited: Citation) -> str:
        """Return the place in a report where the words stand."""
        return f"{self.item(cited.report)}?at={cited.start}-{cited.end}#at"

    def chronicle(self, **values: str | Sequence[str] | int | None) -> str:
        """Return the chronicle, filtered."""
        return self.to("/", values)

    def statements(self, **values: str | Sequence[str] | int | None) -> str:
        """Return the statements, filtered."""
        return self.to("/statements", values)

    def pledges(self, **values: str | Sequence[str] | int | None) -> str:
        """Return the ledger of pledges, filtered."""
        return self.to("/pledges", values)

    def find(self, query: str) -> str:
        """Return the passages that hold the words."""
        return self.to("/find", {"q": query})
