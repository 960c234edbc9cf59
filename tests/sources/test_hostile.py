"""Hostile and odd files: each ends in its report or in the failure that fits."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from chronist.model.report import Failure, RawReport
from chronist.sources.options import SourceOptions
from chronist.sources.read import read_sources
from tests.sources.builders import (
    PAGE,
    STORY,
    feed,
    feed_item,
    locked,
    mail,
    packed,
    pdf,
    png,
    read,
    warc,
    word,
)

MIB = 1024 * 1024
HEAD = "id;titel;text\n"
SMALL = SourceOptions(
    max_file_bytes=MIB,
    max_line_bytes=MIB // 4,
    max_report_characters=100_000,
    max_members=20,
    max_unpacked_bytes=4 * MIB,
    ratio_free_bytes=MIB // 16,
    max_pages=3,
)
"""Budgets scaled down, so that the tests are quick."""


@dataclass(frozen=True)
class Case:
    """A file, and what reading it gives: (source, text) or (source, kind)."""

    name: str
    data: bytes | str
    expected: list[tuple[str, str]]
    source: str = ""

    def __str__(self) -> str:
        return self.name.encode("unicode_escape").decode()


def fails(name: str, data: bytes | str, kind: str, source: str = "") -> Case:
    return Case(name, data, [(source or name, kind)])


def reads(name: str, data: bytes | str, text: str, source: str = "") -> Case:
    return Case(name, data, [(source or name, text)])


def truncated_gzip() -> bytes:
    whole = warc(("https://example.org/a", "text/html", PAGE.encode() * 50))
    return whole[: len(whole) // 2]


def nested_zips(depth: int) -> bytes:
    data = packed({"meldung.txt": STORY})
    for _ in range(depth):
        data = packed({"innen.zip": data}, stored=True)
    return data


def zip_of_zips() -> bytes:
    inner = packed({f"{n}.txt": "A" * 300_000 for n in range(10)})
    return packed({f"{n}.zip": inner for n in range(10)}, stored=True)


def lying_zip() -> bytes:
    data = bytearray(packed({"meldung.txt": STORY * 50}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def linked_zip() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return stream.getvalue()


def broken_word() -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"})


def word_bomb() -> bytes:
    return packed({"word/document.xml": "<a>" + "A" * (8 * MIB)})


def word_with_entities() -> bytes:
    levels = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "Text">'
        for n in range(9)
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<!DOCTYPE a [{levels}]><a>&e8;</a>",
        }
    )


def deep_mail() -> bytes:
    head = "From: a@example.org\nMIME-Version: 1.0\nSubject: x\n"
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)
    )
    return (head + parts).encode()


def entity_feed() -> str:
    levels = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "Text">'
        for n in range(9)
    )
    return f"<!DOCTYPE rss [{levels}]>{feed(feed_item('a', '&e8;'))}"


CASES = [
    # Nothing, next to nothing, and what is no text
    fails("leer.txt", b"", "empty"),
    fails("leerraum.txt", " \n\t\n\u200b\ufeff", "empty"),
    fails("leer.html", "\ufeff", "empty"),
    fails("zufall.bin", bytes(range(256)) * 20, "unsupported"),
    fails("null.txt", b"Text\x00mit\x00Nullen" + STORY.encode(), "unsupported"),
    fails("steuer.txt", b"\x01\x02\x03 ab" * 200, "unsupported"),
    fails("bild.txt", png(), "unsupported"),
    fails("stil.css", "body { color: red }", "unsupported"),
    fails("brief.rtf", "{\\rtf1 Hallo}", "unsupported"),
    fails("alt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "unsupported"),
    fails(
        "geheim.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "encrypted"
    ),
    fails("daten.xml", "<?xml version='1.0'?><kunden><kunde/></kunden>", "unsupported"),
    # Encodings
    reads("latin.txt", STORY.encode("latin-1"), STORY),
    reads("windows.txt", f"„{STORY}“ – gut".encode("cp1252"), f"„{STORY}“ – gut"),
    reads("dos.txt", STORY.encode("cp850"), STORY),
    reads("mac.txt", STORY.encode("mac_roman"), STORY),
    reads("utf16.txt", STORY.encode("utf-16"), STORY),
    reads("utf16ohne.txt", STORY.encode("utf-16-le"), STORY),
    reads("bom.txt", STORY.encode("utf-8-sig"), STORY),
    reads("zeilen.txt", "Eins.\r\nZwei.\rDrei.\n", "Eins.\nZwei.\nDrei.\n"),
    reads("mojibake.txt", STORY.encode().decode("cp1252"), STORY),
    reads("ltr.txt", f"\u200f{STORY}\u202e", f"\u200f{STORY}\u202e"),
    reads(
        "abgeschnitten.txt", STORY.encode()[: STORY.encode().rfind("ö".encode()) + 1],
        STORY[: STORY.rfind("ö")] + "\ufffd",
    ),
    fails("halb16.txt", STORY.encode("utf-16") + b"\x00", "broken_encoding"),
    fails("kaputt.txt", bytes(range(0x80, 0x100)) * 30, "broken_encoding"),
    # Names
    reads("Gespräche über Öl.txt", STORY, STORY),
    reads("Gespra\u0308che.txt", STORY, STORY, "Gespr\u00e4che.txt"),
    reads("zwei\nZeilen.txt", STORY, STORY),
    reads("ohne_endung", STORY, STORY),
    reads("-rf *.txt", STORY, STORY),
    # Pages
    reads("skripte.html", PAGE.replace("<p>", "<script>while(1){}</script><p>"),
          PAGE.replace("<p>", "<script>while(1){}</script><p>")),
    reads("seite.txt", PAGE, PAGE),
    reads("alt.html", PAGE.replace("utf-8", "iso-8859-1").encode("cp1252"),
          PAGE.replace("utf-8", "iso-8859-1")),
    fails("riesig.html", PAGE + " " * MIB, "too_large"),
    reads("kommentare.html", "<!---->" * 9000 + STORY, "<!---->" * 9000 + STORY),
    reads("spitze.csv", f"id,text\n1,{'<p' * 20_000}\n", "<p" * 20_000, "spitze.csv#1"),
    reads("spitze.rss", feed(feed_item("a", "<" * 90_000)), "<" * 90_000, "spitze.rss#a"),
    # PDF
    fails("geheim.pdf", pdf(lock="geheim"), "encrypted"),
    fails("scan.pdf", pdf(None, picture=True), "image_only"),
    fails("weiss.pdf", pdf(None), "empty"),
    fails("halb.pdf", pdf()[:400], "corrupt"),
    fails("dick.pdf", pdf(pages=4), "over_budget"),
    fails("falsch.pdf", b"%PDF-1.7\nnichts", "corrupt"),
    # Word
    fails("kein.docx", packed({"liste.txt": STORY}), "corrupt"),
    fails("kaputt.docx", broken_word(), "corrupt"),
    fails("bombe.docx", word_bomb(), "over_budget"),
    fails("entitaeten.docx", word_with_entities(), "corrupt"),
    fails("halb.docx", word(STORY)[:3000], "corrupt"),
    fails("leer.docx", word(), "empty"),
    fails("tabelle.xlsx", packed({"[Content_Types].xml": "a", "xl/workbook.xml": "b"}),
          "unsupported"),
    # Archives
    fails("leer.zip", packed({}), "empty"),
    fails("bombe.zip", packed({"a.txt": "0" * 900_000}), "over_budget", "bombe.zip/a.txt"),
    fails("gross.zip", packed({"a.txt": "0" * (40 * MIB)}), "over_budget"),
    fails("geschuetzt.zip", locked({"a.txt": STORY, "b.txt": STORY}), "encrypted"),
    fails("kaputt.zip", packed({"a.txt": STORY})[:-30], "corrupt"),
    fails("luegt.zip", lying_zip(), "corrupt", "luegt.zip/meldung.txt"),
    fails("link.zip", linked_zip(), "unsupported", "link.zip/link.txt"),
    Case("viele.zip", packed({f"{n:03}.png": png() for n in range(21)}),
         [*((f"viele.zip/{n:03}.png", "unsupported") for n in range(20)),
          ("viele.zip", "over_budget")]),
    reads("flucht.zip", packed({"../../etc/meldung.txt": STORY}), STORY,
          "flucht.zip/etc/meldung.txt"),
    reads("tief.zip", nested_zips(2), STORY, "tief.zip/innen.zip/innen.zip/meldung.txt"),
    fails("zu_tief.zip", nested_zips(4), "over_budget",
          "zu_tief.zip/innen.zip/innen.zip/innen.zip/innen.zip"),
    reads("mac.zip", packed({"__MACOSX/._a.txt": "x", ".DS_Store": "x", "a.txt": STORY}),
          STORY, "mac.zip/a.txt"),
    fails("bombe.txt.gz", gzip.compress(b"0" * 900_000), "over_budget"),
    fails("halb.txt.gz", gzip.compress(os.urandom(3000))[:1500], "corrupt"),
    reads("meldung.txt.gz", gzip.compress(STORY.encode()), STORY),
    fails("archiv.7z", b"7z\xbc\xaf\x27\x1c" + b"\x00" * 50, "unsupported"),
    # Web archives
    fails("halb.warc.gz", truncated_gzip(), "corrupt"),
    fails("bilder.warc.gz", warc(("https://example.org/a.png", "image/png", png())),
          "not_a_report"),
    fails("weg.warc", warc(("https://example.org/a", "text/html", PAGE.encode()),
                           status="404 Not Found", gzipped=False), "not_a_report"),
    fails("kaputt.warc", b"WARC/1.0\r\nWARC-Type: response\r\n" + b"x" * 200_000, "corrupt"),
    fails("leer.warc", b"WARC/1.0\r\n\r\n", "not_a_report"),
    # Mails
    fails("leer.eml", mail(""), "empty"),
    fails("tief.eml", deep_mail(), "corrupt"),
    # Tables
    reads("ohne_kopf.csv", f'1,"{STORY}"\n', STORY, "ohne_kopf.csv#1"),
    fails("zahlen.csv", "1,2,3\n4,5,6\n", "not_a_report"),
    fails("nur_kopf.csv", HEAD, "empty"),
    fails("ohne_text.csv", "id;titel\n1;Gespräche\n", "not_a_report"),
    fails("eine_zeile.csv", HEAD + "x" * (2 * MIB), "too_large"),
    Case("anfuehrung.csv", f'{HEAD}1;"Offen;{STORY}\n2;Zu;{STORY}\n',
         [("anfuehrung.csv#1", "corrupt"), ("anfuehrung.csv#2", STORY)]),
    Case("zellen.csv", f"id;text;titel\n1;a;b;c;d\n2;{STORY};Titel\n",
         [("zellen.csv#1", "corrupt"), ("zellen.csv#2", STORY)]),
    # JSON
    fails("keine.json", '{"name": "x", "version": 3}', "not_a_report"),
    fails("zahlen.json", "[1, 2, 3]", "not_a_report"),
    fails("kaputt.json", '{"text": "abc', "corrupt"),
    fails("tief.json", "[" * 200_000, "corrupt"),
    fails("ziffern.json", '[{"text": ' + "9" * 5000 + "}]", "corrupt"),
    fails("kein.json", STORY, "corrupt"),
    Case("unendlich.json", json.dumps([{"text": STORY, "id": float("nan"), "datum": 1e999}]),
         [("unendlich.json#1", STORY)]),
    Case("surrogat.json", json.dumps([{"text": f"\ud800{STORY}\u0000", "id": "a"}]),
         [("surrogat.json#a", f"\ufffd{STORY}\ufffd")]),
    Case("gemischt.jsonl", f'{{"text": "{STORY}"}}\nkaputt\n{{"text": ""}}\n',
         [("gemischt.jsonl#1", STORY), ("gemischt.jsonl#2", "corrupt"),
          ("gemischt.jsonl#3", "empty")]),
    fails("eine_zeile.jsonl", '{"text": "' + "x" * (2 * MIB), "too_large"),
    # Feeds
    fails("anreisser.xml", feed(feed_item("a"), feed_item("b")), "not_a_report"),
    fails("leer.rss", feed(), "empty"),
    fails("entitaeten.rss", entity_feed(), "not_a_report"),
    # Sizes
    fails("lang.txt", STORY * 1000, "too_large"),
    fails("riesig.txt", "wort " * 500_000, "too_large"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_odd_file_ends_in_its_report_or_its_failure(
    case: Case, tmp_path: Path
) -> None:
    data = case.data if isinstance(case.data, bytes) else case.data.encode()
    (tmp_path / case.name).write_bytes(data)
    assert read(tmp_path, SMALL) == case.expected


def test_every_failure_says_what_to_do(tmp_path: Path) -> None:
    for number, case in enumerate(CASES):
        data = case.data if isinstance(case.data, bytes) else case.data.encode()
        folder = tmp_path / f"{number:03}"
        folder.mkdir()
        (folder / case.name).write_bytes(data)
    results = list(read_sources([tmp_path], SMALL))
    failures = [r for r in results if isinstance(r, Failure)]
    reports = [r for r in results if isinstance(r, RawReport)]
    assert len(results) == sum(len(case.expected) for case in CASES)
    assert len(reports) >= 20
    for failure in failures:
        assert failure.reason.endswith("."), failure
        assert len(failure.reason.split(". ")) + failure.reason.count(";") >= 2, failure


def test_one_line_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "eine_zeile.txt"
    with path.open("wb") as stream:
        stream.write(b"wort " * 20_000)
        stream.truncate(200 * MIB)
    assert peak(lambda: read(tmp_path)) < 8 * MIB
    assert read(tmp_path) == [("eine_zeile.txt", "too_large")]


@pytest.mark.parametrize("name", ["loch.txt", "loch.html", "loch.pdf", "loch.eml"])
def test_a_file_of_zeros_is_refused_by_its_size(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(200 * MIB)
    assert read(tmp_path) == [(name, "too_large")]


@pytest.mark.slow
def test_memory_stays_bounded_over_streams_and_bombs(tmp_path: Path) -> None:
    row = json.dumps({"text": STORY}) + "\n"
    (tmp_path / "viele.jsonl").write_text(row * 20_000, encoding="utf-8")
    (tmp_path / "viele.csv").write_text(HEAD + f"1;a;{STORY}\n" * 20_000, "utf-8")
    (tmp_path / "bombe.zip").write_bytes(packed({"a.txt": "0" * (60 * MIB)}))
    (tmp_path / "bombe.gz").write_bytes(gzip.compress(b"0" * (60 * MIB)))
    (tmp_path / "zips.zip").write_bytes(zip_of_zips())
    page = gzip.compress(b"<html>" + b"0" * (60 * MIB))
    encoded = (("Content-Encoding", "gzip"),)
    bomb = warc(("https://example.org/", "text/html", page), headers=encoded)
    (tmp_path / "bombe.warc.gz").write_bytes(bomb)
    seen: list[str] = []

    def run() -> None:
        for result in read_sources([tmp_path], SMALL):
            is_failure = isinstance(result, Failure)
            seen.append(result.kind.value if is_failure else "report")

    assert peak(run) < 24 * MIB
    assert seen.count("report") == 40_000
    assert set(seen) == {"report", "over_budget", "too_large"}


def test_the_rest_of_the_pile_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(pdf()[:400])
    (tmp_path / "c.docx").write_bytes(word(STORY))
    (tmp_path / "d").symlink_to(tmp_path)
    (tmp_path / "e.eml").write_bytes(mail(attachments={"f.pdf": pdf(lock="x")}))
    assert read(tmp_path) == [
        ("a.txt", STORY),
        ("b.pdf", "corrupt"),
        ("c.docx", STORY),
        ("e.eml", STORY + "\n"),
        ("e.eml/f.pdf", "encrypted"),
        ("rohr.txt", "unsupported"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "zu.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    assert read(tmp_path) == [("zu.txt", "no_permission")]


def peak(work: Callable[[], object]) -> int:
    """Return the most bytes that Python held at once while doing the work."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
