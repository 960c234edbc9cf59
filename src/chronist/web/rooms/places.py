"""Ids that have no page of their own lead to the page that shows them."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from chronist.web.desk import Visit


def event_place(visit: Visit) -> Response:
    """Lead from an event to its entry, or to why it is there."""
    event = visit.path("id")
    entry = visit.shelf.entry_of_event.get(event)
    place = visit.urls.item(entry) if entry else visit.urls.why(event)
    return RedirectResponse(place, 303)


def item_place(visit: Visit) -> Response:
    """Lead from an id, of whatever it is, to its page."""
    item, shelf = visit.path("id"), visit.shelf
    rooms = {
        "entry": shelf.entries,
        "actor": shelf.actors,
        "report": shelf.reports,
        "statement": shelf.statements,
        "pledge": shelf.pledges,
        "conflict": shelf.conflicts,
    }
    found = next((room for room, items in rooms.items() if item in items), "why")
    return RedirectResponse(visit.urls.to(f"/{found}/{quote(item, safe='')}"), 303)
