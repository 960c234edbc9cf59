"""What a file is, by its first bytes, and by its name only where those leave it open."""

from __future__ import annotations

import re
from enum import Enum, auto

from chronist.model.report import FailureKind
from chronist.sources.columns import looks_like_head
from chronist.sources.decode import decode, encoding_of
from chronist.sources.names import suffix
from chronist.sources.refusal import Refused


class Format(Enum):
    """Which reader takes a file."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    PDF = auto()
    MAIL = auto()
    JSON = auto()
    JSON_LINES = auto()
    TABLE = auto()
    FEED = auto()
    WARC = auto()
    ZIP = auto()
    """A zip, and what is a zip inside: DOCX, WACZ."""
    GZIP = auto()


READABLE = frozenset(
    {
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".pdf",
        ".docx",
        ".eml",
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".tab",
        ".rss",
        ".atom",
        ".xml",
        ".rdf",
        ".warc",
        ".wacz",
        ".zip",
        ".gz",
    }
)
"""Extensions of files that may hold reports."""

_MAGIC = (
    (b"PK\x03\x04", Format.ZIP),
    (b"PK\x05\x06", Format.ZIP),
    (b"\x1f\x8b", Format.GZIP),
    (b"WARC/", Format.WARC),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""Acrobat accepts the mark of a PDF anywhere in its first 1024 bytes."""
_OTHER_MAGIC = (
    (b"{\\rtf", "an RTF document", "save it as DOCX or PDF"),
    (b"Rar!", "a RAR archive", "unpack it and give the folder"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and give the folder"),
    (b"BZh", "a bzip2 archive", "unpack it and give the folder"),
    (b"\xfd7zXZ", "an xz archive", "unpack it and give the folder"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it and give the folder"),
    (b"\x89PNG", "a picture", "run text recognition over it and save it as PDF"),
    (b"\xff\xd8\xff", "a picture", "run text recognition over it and save it as PDF"),
    (b"GIF8", "a picture", "run text recognition over it and save it as PDF"),
    (b"II*\x00", "a picture", "run text recognition over it and save it as PDF"),
    (b"MM\x00*", "a picture", "run text recognition over it and save it as PDF"),
    (b"%!PS", "a PostScript file", "save it as PDF"),
    (b"SQLite format 3", "a database", "export its table as CSV or JSON"),
)
_NO_REPORT = frozenset(
    {
        ".css",
        ".js",
        ".mjs",
        ".py",
        ".sh",
        ".c",
        ".h",
        ".java",
        ".ini",
        ".toml",
        ".yml",
        ".yaml",
        ".log",
        ".svg",
        ".srt",
        ".vtt",
        ".bib",
        ".tex",
        ".map",
        ".lock",
        ".woff",
        ".woff2",
        ".ttf",
    }
)
_BY_SUFFIX = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".eml": Format.MAIL,
    ".mht": Format.MAIL,
    ".mhtml": Format.MAIL,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
    ".tab": Format.TABLE,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
}
_FEED = re.compile(r"<(rss|feed|rdf:RDF)[\s>]")
_MARKUP = re.compile(
    r"(?>\s+|<!--.*?-->|<\?xml.*?\?>)*+"  # atomic: a page of comments must not backtrack
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(\?xml|!DOCTYPE\s+(?!html)|[A-Za-z][\w.-]*:)", re.IGNORECASE)
_JSON = re.compile(r'\s*(\{\s*("|\}|$)|\[\s*(\{|\[|"|\]|$))')
_JSON_LINE = re.compile(r"[ \t]*\{[^\n]*\}[ \t]*\n\s*\{")
_MAIL_FIELD = re.compile(
    r"^(from|to|subject|date|mime-version|received|message-id|return-path|"
    r"content-type|delivered-to|x-[\w-]+|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_ONLY = {"mime-version", "received", "message-id", "return-path", "delivered-to"}
_FRONT_MATTER = re.compile(r"---\n(?:[^\n]*\n){1,60}?---\n")


def sniff(head: bytes, name: str) -> Format:
    """Return which reader takes the file that begins with ``head``.

    ``name`` decides between kinds of text that look alike. Raises Refused for what
    no reader takes, with advice.
    """
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if _PDF in head[:_PDF_WITHIN]:
        return Format.PDF
    _refuse_other(head, name)
    return _text_format(_readable(head, name), suffix(name))


def _readable(head: bytes, name: str) -> str:
    """Return the beginning as text; only its ASCII has to be right here."""
    encoding = encoding_of(head) or "ascii"
    if encoding.startswith("utf-16"):
        head = head[: len(head) - len(head) % 2]
    if encoding.startswith("utf"):
        return head.decode(encoding, "replace").replace("\r\n", "\n").lstrip("\ufeff")
    return decode(head)


def _text_format(text: str, ending: str) -> Format:
    by_content = _markup_format(text, ending) or _data_format(text, ending)
    if by_content:
        return by_content
    if ending in _NO_REPORT:
        reason = (
            f"A {ending} file is no report. Leave it out, or rename it to .txt if it "
            "holds one."
        )
        raise Refused(FailureKind.UNSUPPORTED, reason)
    if _FRONT_MATTER.match(text):
        return Format.MARKDOWN
    return _BY_SUFFIX.get(ending, Format.TEXT)


def _markup_format(text: str, ending: str) -> Format | None:
    if ending in (".md", ".markdown"):
        return None
    if _FEED.search(text[:4096]) and text.lstrip().startswith("<"):
        return Format.FEED
    if _MARKUP.match(text):
        return Format.HTML
    if _XML.match(text) and ending not in (".html", ".htm", ".xhtml"):
        reason = (
            "It is XML of a kind that Chronist does not know. Save the report as HTML, "
            "PDF or text; of XML, RSS and Atom feeds are read."
        )
        raise Refused(FailureKind.UNSUPPORTED, reason)
    return None


def _data_format(text: str, ending: str) -> Format | None:
    if _JSON.match(text):
        if ending in (".jsonl", ".ndjson") or _JSON_LINE.match(text):
            return Format.JSON_LINES
        return Format.JSON
    if _is_mail(text):
        return Format.MAIL
    first_line = text.lstrip().split("\n", 1)[0]
    if ending not in _BY_SUFFIX and looks_like_head(first_line):
        return Format.TABLE
    return None


def _is_mail(text: str) -> bool:
    header = text.split("\n\n", 1)[0]
    if not _MAIL_FIELD.match(header):
        return False
    found = {name.casefold() for name in _MAIL_FIELD.findall(header)}
    return len(found) >= 2 and bool(found & _MAIL_ONLY)


def _refuse_other(head: bytes, name: str) -> None:
    if head.startswith(_OLE):
        raise _old_office(head, name)
    for magic, what, advice in _OTHER_MAGIC:
        if head.startswith(magic):
            reason = f"It is {what}, which is not read; {advice}."
            raise Refused(FailureKind.UNSUPPORTED, reason)


def _old_office(head: bytes, name: str) -> Refused:
    if _ENCRYPTED_OFFICE in head or suffix(name) in (".docx", ".xlsx", ".pptx"):
        reason = "The document has a password. Open it and save it without one."
        return Refused(FailureKind.ENCRYPTED, reason)
    reason = "It is a document of an old office program; save it as DOCX or PDF."
    return Refused(FailureKind.UNSUPPORTED, reason)
