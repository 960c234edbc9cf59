"""A folder of odd and hostile files among good reports, built as a user would."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources.builders import (
    PAGE,
    STORY,
    feed,
    feed_item,
    locked,
    mail,
    packed,
    pdf,
    warc,
    word,
    zeros,
)

MEBI = 1 << 20
MOST_MEMORY = 500 * MEBI
"""Peak of one process; measured at 290 MiB. A bomb that unpacked would need gigabytes."""
ENGLISH = (
    "The government said on Wednesday that talks about a new loan had ended without "
    "any result. Officials declined to comment on the amount that was discussed."
)

BAD: dict[str, bytes] = {
    "leer.txt": b"",
    "nur-leerzeichen.txt": b" \n\t \n",
    "binaer.txt": bytes(range(256)) * 64,
    "zip-bombe.zip": packed({"a.txt": b"0" * (64 * MEBI)}),
    "bombe-in-bombe.zip": packed({"b.zip": packed({"c.txt": b"0" * (32 * MEBI)})}),
    "gzip-bombe.txt.gz": zeros(512 * MEBI),
    "verschluesselt.pdf": pdf(lock="geheim"),
    "verschluesselt.zip": locked({"a.txt": STORY}),
    "nur-bild.pdf": pdf(None, picture=True),
    "abgeschnitten.pdf": pdf()[:400],
    "abgeschnitten.warc.gz": warc(("https://a.de/1", "text/html", PAGE.encode()))[:80],
    "tabelle-ohne-text.csv": b"1;2;3\n4;5;6\n",
    "keine-artikel.json": b'{"a": [1, 2, {"b": null}]}',
    "tief.json": b"[" * 100_000 + b"]" * 100_000,
    "englisch.txt": ENGLISH.encode(),
    "nur-anreisser.xml": feed(feed_item("1"), feed_item("2")).encode(),
    "kein-word.docx": packed({"word/andere.xml": "<a/>"}),
    "programm.exe": b"MZ" + bytes(400),
    "tabelle.xlsx": packed({"xl/workbook.xml": "<workbook/>"}),
    "kaputt.eml": b"Subject: nichts\n\n",
}
GOOD: dict[str, bytes] = {
    "gut.txt": STORY.encode(),
    "cp1252.txt": STORY.replace("Minsk", "Köln").encode("cp1252"),
    "utf16.txt": STORY.replace("Minsk", "Bonn").encode("utf-16"),
    "verdorben.txt": STORY.replace("Minsk", "Graz").encode().decode("cp1252").encode(),
    "rechts-nach-links.txt": STORY.replace("Minsk", "\u202eWien\u202c").encode(),
    "seite.html": PAGE.replace("<p>", "<script>alert(1)</script><p>Kiew: ").encode(),
    "ohne-kopf.csv": f'1;2021-09-15;"{STORY.replace("Minsk", "Bern")}"\n'.encode(),
    "brief.eml": mail(STORY.replace("Minsk", "Riga")),
    "text.docx": word(STORY.replace("Minsk", "Oslo")),
    "bericht.pdf": pdf(STORY.replace("Minsk", "Prag")),
    "äöü\nß.txt": STORY.replace("Minsk", "Rom").encode(),
    "gepackt.txt.gz": gzip.compress(STORY.replace("Minsk", "Linz").encode()),
}
ONE_LINE = 200 * MEBI


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "haufen"
    folder.mkdir()
    for name, data in {**BAD, **GOOD}.items():
        (folder / name).write_bytes(data)
    with (folder / "eine-zeile.txt").open("wb") as huge:
        huge.truncate(ONE_LINE)
    return folder


def chronist(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "chronist", "--ui", "en", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "chronist", *sys.argv[1:]], check=False)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
sys.exit(done.returncode)
"""
"""Runs chronist and prints its peak in bytes. From a small process: Linux counts the
memory of the process that forked, too, and this test holds the bombs in memory."""


@pytest.mark.slow
def test_odd_files_are_listed_and_the_rest_is_built(pile: Path, tmp_path: Path):
    story = tmp_path / "haufen.chronicle"
    built = subprocess.run(
        [sys.executable, "-c", MEASURED, "build", str(pile), "-o", str(story)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert int(built.stdout.split()[-1]) < MOST_MEMORY

    listed = json.loads(chronist("failures", story, "--json").stdout)
    failed = {failure["source"].partition("/")[0] for failure in listed}
    assert failed == {*BAD, "eine-zeile.txt"}
    assert all(failure["reason"] and failure["kind"] for failure in listed)

    exported = json.loads(chronist("export", story, "--to", "json").stdout)
    sources = {report["source"].partition("#")[0] for report in exported["reports"]}
    assert sources == set(GOOD)
    for report in exported["reports"]:
        assert "\u202e" not in report["text"]
        assert "alert(" not in report["text"]
        assert "über" in report["text"]

    verified = chronist("verify", story)
    assert verified.returncode == 0, verified.stdout
