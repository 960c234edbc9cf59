"""Mails, and pages that a browser saved as one file (MHTML), which are mails inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import HeaderParseError, MessageError
from email.header import Header, decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from chronist.model.report import FailureKind, MediaType, Metadata
from chronist.sources.decode import decode
from chronist.sources.gate import report
from chronist.sources.html import decode_page
from chronist.sources.item import Item, Reading, Result, item_of_bytes
from chronist.sources.names import in_archive, suffix
from chronist.sources.outlets import agency_of, names_site, outlet_of
from chronist.sources.refusal import Refused
from chronist.sources.sniff import READABLE

_FORWARDED = re.compile(r"^(?:\s*(?:wg|fwd?|aw|re|tr)\s*:)+\s*", re.IGNORECASE)
_STUB_CHARACTERS = 300
"""A plain part shorter than this, beside a page three times as long, says only that
the mail program should show the page."""
_HEADER_CHARACTERS = 4000
_MAX_PARTS = 500


@dataclass(frozen=True, slots=True)
class _Part:
    """A leaf of a mail: what is written in it, or what is attached."""

    message: Message
    kind: str
    filename: str | None

    @property
    def data(self) -> bytes:
        """The content, decoded from base64 or quoted-printable."""
        payload = self.message.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""


def read_mail(item: Item, reading: Reading) -> Iterator[Result]:
    """Read a mail as one report, and its attachments as further ones."""
    data = item.whole(reading.options.max_file_bytes)
    message = _parsed(data)
    parts = list(_leaves(message))
    attachments = [part for part in parts if _is_attachment(part)]
    body = _body(message, [part for part in parts if part.filename is None])
    if body is not None:
        text, media_type = body
        metadata = _metadata(message)
        yield report(item.source, text, media_type, metadata, reading.options)
    elif not attachments:
        reason = "The mail holds no text. Save the mail again with its content."
        raise Refused(FailureKind.EMPTY, reason)
    for part in attachments:
        yield from _attachment(item, part, reading)


def _parsed(data: bytes) -> Message:
    try:
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except (MessageError, RecursionError, ValueError) as error:
        # RecursionError: parts in parts, hundreds deep; ValueError: surrogates in a
        # boundary. compat32, since the newer policy raises on malformed headers.
        reason = "The mail is damaged. Save it again from the mail program."
        raise Refused(FailureKind.CORRUPT, reason) from error


def _leaves(message: Message) -> Iterator[_Part]:
    waiting, seen = [message], 0
    while waiting and seen < _MAX_PARTS:
        part = waiting.pop(0)
        seen += 1
        if part.is_multipart():
            # Only here: on a leaf, get_payload() without decode raises on odd charsets.
            inner = part.get_payload()
            waiting = [p for p in inner if isinstance(p, Message)] + waiting
            continue
        yield _Part(part, part.get_content_type(), _filename(part))


def _filename(part: Message) -> str | None:
    name = part.get_filename()
    if name is None:
        disposition = str(part.get("Content-Disposition", ""))
        is_attached = disposition.lstrip().casefold().startswith("attachment")
        return "attachment" if is_attached else None
    return in_archive(_header(name))


def _is_attachment(part: _Part) -> bool:
    return part.filename is not None and suffix(part.filename) in READABLE


def _attachment(item: Item, part: _Part, reading: Reading) -> Iterator[Result]:
    name = part.filename or "attachment"
    data = part.data
    reading.meter.spend(len(data))
    source = f"{item.source}/{name}"
    yield from reading.inner(item_of_bytes(source, name, data, item.depth + 1))


def _body(message: Message, parts: list[_Part]) -> tuple[str, MediaType] | None:
    plain = _first(parts, "text/plain")
    page = _first(parts, "text/html")
    is_saved_page = "Snapshot-Content-Location" in message
    if page and (is_saved_page or not plain or _is_stub(plain, page)):
        return page, MediaType.HTML
    return (plain, MediaType.PLAIN) if plain else None


def _first(parts: list[_Part], kind: str) -> str | None:
    for part in parts:
        if part.kind == kind:
            text = _text(part)
            if text.strip():
                return text
    return None


def _text(part: _Part) -> str:
    charset = part.message.get_content_charset()
    is_page = part.kind == "text/html"
    return decode_page(part.data, charset) if is_page else decode(part.data, charset)


def _is_stub(plain: str, page: str) -> bool:
    return len(plain.strip()) < _STUB_CHARACTERS and len(page) > 3 * len(plain)


def _metadata(message: Message) -> Metadata:
    title = _FORWARDED.sub("", _header(message.get("Subject", "")))
    saved_from = message.get("Snapshot-Content-Location")
    if saved_from:
        url = str(saved_from).strip()
        return Metadata(title=title, url=url, outlet=outlet_of(url))
    name, address = parseaddr(str(message.get("From", ""))[:_HEADER_CHARACTERS])
    sender = _header(name)  # decoded after parsing: a name may hold a comma
    outlet, agency = outlet_of(address), agency_of(address)
    if not outlet and names_site(sender, address):
        outlet = sender
    author = sender if sender and not _names_outlet(sender, outlet) else None
    return Metadata(
        title=title,
        outlet=outlet,
        agency=agency,
        author=author,
        published=_header(message.get("Date", "")),
    )


def _names_outlet(sender: str, outlet: str | None) -> bool:
    return bool(outlet) and str(outlet).casefold() in sender.casefold()


def _header(value: str | Header) -> str:
    """Return a header as text; what cannot be decoded stays as it is written."""
    if isinstance(value, str):
        value = value[:_HEADER_CHARACTERS]
    try:
        parts = decode_header(value)
    except HeaderParseError:
        return str(value)
    return "".join(_word(part, charset) for part, charset in parts)


def _word(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    try:
        return decode(part, charset)
    except Refused:
        return part.decode("ascii", "replace")
