"""What a file is: by its content first, by its name where that leaves it open."""

from __future__ import annotations

import pytest

from chronist.model.report import FailureKind
from chronist.sources.refusal import Refused
from chronist.sources.sniff import Format, sniff
from tests.sources.builders import PAGE, STORY, feed, feed_item, mail, packed, pdf, warc


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (STORY, "a.txt", Format.TEXT),
        (STORY, "a", Format.TEXT),
        (STORY, "a.meldung", Format.TEXT),
        (STORY, "a.md", Format.MARKDOWN),
        ("---\ntitel: x\n---\nText", "a.txt", Format.MARKDOWN),
        (PAGE, "a.txt", Format.HTML),
        (PAGE, "a.pdf", Format.HTML),
        ("<!-- saved from url=(0019)https://a.de/ -->\n<html>", "a", Format.HTML),
        ("<?xml version='1.0'?>\n<html xmlns='x'>", "a.xml", Format.HTML),
        ("Text ohne Auszeichnung", "a.html", Format.HTML),
        ("<b>Fett</b> ist der Anfang", "a.txt", Format.TEXT),
        (pdf(), "a.txt", Format.PDF),
        (b"\n\n%PDF-1.4", "a.pdf", Format.PDF),
        (mail(), "a.txt", Format.MAIL),
        ("From: Anna\nSubject: Notiz\n\nText", "a.eml", Format.MAIL),
        ("From: Anna\nSubject: Notiz\n\nText", "a.txt", Format.TEXT),
        ('[{"text": "a"}]', "a.txt", Format.JSON),
        ('{"text":\n "a"}', "a.json", Format.JSON),
        ('{"text": "a"}\n{"text": "b"}\n', "a.json", Format.JSON_LINES),
        ('{"text": "a"}', "a.jsonl", Format.JSON_LINES),
        ("[1] Die Fußnote steht am Anfang.", "a.txt", Format.TEXT),
        ("{sic} So begann es.", "a.txt", Format.TEXT),
        ("id;titel;text\n1;a;b\n", "a.txt", Format.TABLE),
        ("Text; Bild; dpa", "a.txt", Format.TEXT),
        ("a,b\n", "a.csv", Format.TABLE),
        (feed(feed_item("a")), "a.txt", Format.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "a.xml", Format.FEED),
        (warc(("https://a.de/", "text/html", b"x"), gzipped=False), "a", Format.WARC),
        (b"\x1f\x8b\x08", "a.warc.gz", Format.GZIP),
        (packed({"a.txt": "a"}), "a.txt", Format.ZIP),
        (packed({}), "a.zip", Format.ZIP),
        (STORY.encode("utf-16"), "a.txt", Format.TEXT),
        (PAGE.encode("utf-16"), "a.txt", Format.HTML),
        ('{"text": "ä"}\n{"text": "b"}\n'.encode("cp1252"), "a.txt", Format.JSON_LINES),
    ],
)
def test_the_reader_is_found(data: bytes | str, name: str, expected: Format) -> None:
    head = data.encode() if isinstance(data, str) else data
    assert sniff(head, name) is expected


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\x89PNG\r\n", "a.png", "picture"),
        (b"SQLite format 3\x00", "a.db", "database"),
        (b"Rar!\x1a", "a.rar", "RAR"),
        (b"print('x')", "a.py", ".py"),
        (b"<svg:svg>", "a.txt", "XML"),
    ],
)
def test_what_no_reader_takes_is_named(data: bytes, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        sniff(data, name)
    assert refused.value.kind is FailureKind.UNSUPPORTED
