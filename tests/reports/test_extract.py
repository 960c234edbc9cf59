from __future__ import annotations

from datetime import date

import pytest

from chronist.model.report import MediaType, Metadata, RawReport, Report
from chronist.reports.read import read

FIRST = (
    "Das Parlament in Riga hat am Dienstag den Haushalt für das kommende Jahr beschlossen."
    " Für den Entwurf stimmten sechzig Abgeordnete, dagegen achtunddreißig."
)
SECOND = (
    "Die Opposition will nun das Verfassungsgericht anrufen. Ihr Sprecher nannte die Eile"
    " der Regierung „einen Angriff auf das Parlament“ und kündigte eine Klage an."
)
PAGE = f"""<!DOCTYPE html><html lang="de"><head><title>Haushalt beschlossen | Küstenbote</title>
<meta property="og:site_name" content="Küstenbote"><meta name="author" content="Ida Falk">
<meta property="article:published_time" content="2019-05-07T09:30:00+02:00">
<script>var werbung = "nicht lesen";</script></head><body>
<nav><ul><li><a href="/">Startseite</a></li><li><a href="/abo">Abo</a></li></ul></nav>
<div class="cookie"><p>Wir verwenden Cookies.</p><button>Alle akzeptieren</button></div>
<main><article><h1>Haushalt beschlossen</h1>
<p class="byline">Von Ida Falk, Riga</p>
<p>{FIRST.replace("Haushalt", "Haus&shy;halt")}</p>
<h2>Klage angekündigt</h2>
<p>{SECOND}</p></article></main>
<aside><h3>Meistgelesen</h3><ul><li>Sturm an der Küste</li></ul></aside>
<footer><p>© Küstenbote. Impressum</p></footer></body></html>"""


@pytest.fixture(scope="module")
def report() -> Report:
    found = read(RawReport("seite.html", PAGE, MediaType.HTML))
    assert isinstance(found, Report)
    return found


def test_main_text_only(report: Report) -> None:
    told = [report.text[s.start : s.end] for s in report.story_segments()]
    assert told == [FIRST, SECOND]
    for outside in (
        "Cookies",
        "Startseite",
        "Meistgelesen",
        "nicht lesen",
        "Impressum",
    ):
        assert outside not in report.text


def test_offsets_lead_into_the_visible_text(report: Report) -> None:
    start = report.text.index("Haushalt für")
    raw_start, raw_end = report.offsets.to_raw(start, start + 8)
    assert report.raw[raw_start:raw_end] == "Haus\u00adhalt"
    assert "Startseite" in report.raw
    assert "nicht lesen" not in report.raw


def test_facts(report: Report) -> None:
    assert (report.title, report.outlet) == ("Haushalt beschlossen", "Küstenbote")
    assert (report.author, report.place) == ("Ida Falk", "Riga")
    assert report.published is not None
    assert report.published.best == date(2019, 5, 7)


def test_json_ld_and_address() -> None:
    page = PAGE.replace(
        "<script>",
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",'
        '"headline":"Riga: Haushalt beschlossen","datePublished":"2019-05-08",'
        '"author":[{"name":"Ida Falk"},{"name":"Jan Ozols"}]}]}</script><script>',
    )
    url = "https://kuestenbote.example/2019/05/07/haushalt"
    found = read(RawReport(url, page, MediaType.HTML, Metadata(url=url)))
    assert isinstance(found, Report)
    assert found.title == "Riga: Haushalt beschlossen"
    assert found.author == "Ida Falk, Jan Ozols"
    assert found.published is not None
    assert found.published.best == date(2019, 5, 8)
    contradicted = [e for e in found.published.evidence if "widerspricht" in e.de]
    assert [e.rule for e in contradicted] == ["report.dated.address"]


@pytest.mark.parametrize(
    "page",
    ["", "\0", "<", "<div>" * 5000, "<!--", "<p>\ud800</p>", "<script>1</script>"],
)
def test_broken_pages_are_no_reports(page: str) -> None:
    assert not isinstance(read(RawReport("x.html", page, MediaType.HTML)), Report)
