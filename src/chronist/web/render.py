"""Templates: escaped always, strict about names, the same for all rooms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chronist.exports.sources import cite_report
from chronist.web.lines import SIGNS, shortened, width_of
from chronist.web.urls import Urls
from chronist.web.visible import shown, web_address

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"


class Templates:
    """The pages' templates, read once."""

    def __init__(self) -> None:
        """Set up the environment; nothing is shown that is not escaped."""
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            finalize=shown,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(_names())

    def render(self, template: str, **context: object) -> str:
        """Return a page."""
        return self._environment.get_template(template).render(context)


def _names() -> dict[str, object]:
    """Return what every template may use besides its context."""
    names: dict[str, Callable[..., object] | object] = {
        "urls": Urls(),
        "static": static_url,
        "signs": SIGNS,
        "width_of": width_of,
        "shortened": shortened,
        "web_address": web_address,
        "cite_report": cite_report,
    }
    return names


@cache
def static_url(name: str) -> str:
    """Return the address of a static file, a new one for new content."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?{digest}"
