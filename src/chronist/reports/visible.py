"""What a reader sees of a page: its lines, each with the element it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html  # type: ignore[import-untyped]

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "ul",
    "button",
))  # fmt: skip
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe",
    "object", "canvas", "audio", "video", "select", "textarea", "map", "input",
))  # fmt: skip
_OUTSIDE = frozenset(("nav", "aside", "footer", "form", "button", "dialog", "menu"))
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """One line of a page, white space collapsed; ``tag`` is the block it stands in.

    ``outside`` says that it stands in navigation, an aside, a form or the like.
    """

    text: str
    tag: str
    outside: bool


def parse_page(source: str) -> html.HtmlElement | None:
    """Return the tree of a page, None where there is none to build."""
    data = _NOT_TEXT.sub("\ufffd", source).encode("utf-8")
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def visible_lines(page: html.HtmlElement) -> tuple[VisibleLine, ...]:
    """Return the lines of a page in order; scripts and the like left out."""
    writer = _Writer()
    walk = etree.iterwalk(page, events=("start", "end", "comment"))
    for event, element in walk:
        if event == "comment":
            writer.text(element.tail)
        elif event == "start" and element.tag in _UNSEEN:
            walk.skip_subtree()
            writer.text(element.tail)
        elif event == "start":
            writer.enter(element)
        elif element.tag not in _UNSEEN:
            writer.leave(element)
    writer.end_line()
    return tuple(writer.lines)


class _Writer:
    """Collects words until a block begins or ends."""

    def __init__(self) -> None:
        self.lines: list[VisibleLine] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._outside = 0

    def enter(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self.end_line()
            self._open.append(element.tag)
            self._outside += element.tag in _OUTSIDE
        elif element.tag == "br":
            self.end_line()
        self.text(element.text)

    def leave(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self.end_line()
            self._open.pop()
            self._outside -= element.tag in _OUTSIDE
        self.text(element.tail)

    def text(self, words: str | None) -> None:
        if words:
            self._words.append(words)

    def end_line(self) -> None:
        line = " ".join("".join(self._words).split())
        if line:
            tag = self._open[-1] if self._open else "body"
            self.lines.append(VisibleLine(line, tag, self._outside > 0))
        self._words.clear()
