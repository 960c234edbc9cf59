"""Mails with their attachments, and pages saved as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronist.model.report import MediaType, Metadata, RawReport
from chronist.sources.read import read_sources
from tests.sources.builders import PAGE, STORY, mail, pdf, png, read, word

DATE = "Wed, 15 Sep 2021 10:30:00 +0200"


def one(path: Path, data: bytes) -> RawReport:
    path.write_bytes(data)
    (result,) = read_sources([path])
    assert isinstance(result, RawReport), result
    return result


@pytest.mark.parametrize(
    ("sender", "subject", "metadata"),
    [
        (
            "Anna Beispiel <redaktion@example.org>",
            "Gespräche über Kredit",
            Metadata(title="Gespräche über Kredit", author="Anna Beispiel"),
        ),
        (
            "dpa-Basisdienst <dienst@mail.dpa.com>",
            "WG: Fwd: Gespräche",
            Metadata(title="Gespräche", outlet="dpa", agency="dpa"),
        ),
        (
            '"Müller, Jörg" <j.mueller@spiegel.de>',
            "Gespräche",
            Metadata(title="Gespräche", outlet="Der Spiegel", author="Müller, Jörg"),
        ),
        (
            "Havel-Bote <abendbrief@post.havelbote.example>",
            "Gespräche",
            Metadata(title="Gespräche", outlet="Havel-Bote"),
        ),
        ("anna@example.org", "Regierung berät", Metadata(title="Regierung berät")),
    ],
)
def test_headers_describe_the_report(
    tmp_path: Path, sender: str, subject: str, metadata: Metadata
) -> None:
    result = one(tmp_path / "a.eml", mail(sender=sender, subject=subject))
    assert result.text == STORY + "\n"
    expected = Metadata(
        title=metadata.title,
        outlet=metadata.outlet,
        agency=metadata.agency,
        author=metadata.author,
        published=DATE,
    )
    assert result.metadata == expected


def test_plain_text_is_preferred_unless_it_is_a_stub(tmp_path: Path) -> None:
    both = one(tmp_path / "a.eml", mail(STORY * 2, page=PAGE))
    assert both.media_type is MediaType.PLAIN
    stub = one(tmp_path / "b.eml", mail("Bitte HTML einschalten.", page=PAGE))
    assert (stub.media_type, stub.text) == (MediaType.HTML, PAGE + "\n")
    page = one(tmp_path / "c.eml", mail(None, page=PAGE))
    assert page.media_type is MediaType.HTML


def test_attachments_of_known_kinds_are_read_too(tmp_path: Path) -> None:
    attachments = {
        "Gespräche.docx": word(STORY),
        "logo.png": png(),
        "../../bericht.txt": STORY.encode(),
        "kaputt.pdf": pdf()[:300],
    }
    (tmp_path / "a.eml").write_bytes(mail(attachments=attachments))
    assert read(tmp_path) == [
        ("a.eml", STORY + "\n"),
        ("a.eml/Gespräche.docx", STORY),
        ("a.eml/bericht.txt", STORY),
        ("a.eml/kaputt.pdf", "corrupt"),
    ]


def test_a_mail_that_only_carries_a_document(tmp_path: Path) -> None:
    data = mail("", attachments={"a.docx": word(STORY)})
    (tmp_path / "a.eml").write_bytes(data)
    assert read(tmp_path) == [("a.eml/a.docx", STORY)]


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    head = (
        "From: <Saved by Blink>\n"
        "Snapshot-Content-Location: https://www.taz.de/!1/\n"
        "Subject: =?utf-8?Q?Gespr=C3=A4che?=\n"
        "MIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="grenze"\n\n--grenze\n'
        "Content-Type: text/html\nContent-Transfer-Encoding: binary\n"
        "Content-Location: https://www.taz.de/!1/\n\n"
    )
    tail = "\n--grenze\nContent-Type: image/png\n\nxx\n--grenze--\n"
    result = one(tmp_path / "a.mhtml", (head + PAGE + tail).encode())
    assert result == RawReport(
        "a.mhtml",
        PAGE,
        MediaType.HTML,
        Metadata(title="Gespräche", outlet="taz", url="https://www.taz.de/!1/"),
    )


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/plain; charset=gibtsnicht\n",
        "Content-Type: text/plain; charset*=utf-8''x%ff\n",
        "Content-Transfer-Encoding: base64\nSubject: =?utf-8?b?!!!?=\n",
        "Subject: =?x-unbekannt?q?a=ff?=\nDate: gestern\nFrom: <<>>\n",
    ],
)
def test_malformed_headers_do_not_stop_the_reading(tmp_path: Path, head: str) -> None:
    text = f"MIME-Version: 1.0\nMessage-ID: <1>\n{head}\n{STORY}\n"
    path = tmp_path / "a.eml"
    path.write_bytes(text.encode())
    (result,) = read_sources([path])
    assert result.source == "a.eml"
