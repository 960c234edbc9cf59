from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronist.model.report import (
    Failure,
    FailureKind,
    MediaType,
    Metadata,
    RawReport,
    Report,
    SegmentKind,
)
from chronist.reports.read import read

BODY = (
    "Die Regierung des Landes hat am Dienstag einen neuen Haushalt beschlossen."
    " Der Finanzminister sprach von einem Schritt nach vorn, die Opposition von einem"
    " verlorenen Jahr."
)
MORE = (
    "Nach Angaben des Ministeriums sollen die Ausgaben bis zum Herbst um drei Prozent"
    " steigen. Die Abgeordneten stimmen am Freitag ab."
)


def report_of(
    text: str,
    media_type: MediaType = MediaType.PLAIN,
    metadata: Metadata = Metadata(),  # noqa: B008
    source: str = "pile/haushalt.txt",
) -> Report:
    found = read(RawReport(source, text, media_type, metadata))
    assert isinstance(found, Report), found
    return found


def kinds_of(report: Report) -> list[tuple[str, str]]:
    return [(s.kind.value, report.text[s.start : s.end]) for s in report.segments]


@pytest.mark.parametrize(
    ("first", "kind", "set_apart", "place", "agency"),
    [
        ("Riga. ", "place_line", "Riga.", "Riga", None),
        ("RIGA (dpa-AFX) - ", "place_line", "RIGA (dpa-AFX) -", "Riga", "dpa-AFX"),
        ("Oslo (AFP) – ", "place_line", "Oslo (AFP) –", "Oslo", "AFP"),
        ("Wien/Berlin (dpa) – ", "place_line", "Wien/Berlin (dpa) –", "Wien/Berlin", "dpa"),
        ("Riga (Reuters). ", "place_line", "Riga (Reuters).", "Riga", "Reuters"),
        ("Frankfurt am Main (epd) - ", "place_line", "Frankfurt am Main (epd) -", "Frankfurt am Main", "epd"),
        ("Riga (xyz) - ", "place_line", "Riga (xyz) -", "Riga", "xyz"),
        ("Riga, 4. Mai (dpa) - ", "place_line", "Riga, 4. Mai (dpa) -", "Riga", "dpa"),
        ("Riga – ", "place_line", "Riga –", "Riga", None),
        ("RIGA taz | ", "place_line", "RIGA taz |", "Riga", None),
        ("(AFP) - ", "place_line", "(AFP) -", None, "AFP"),
    ],
)  # fmt: skip
def test_place_lines_are_set_apart(
    first: str, kind: str, set_apart: str, place: str | None, agency: str | None
) -> None:
    report = report_of(f"{first}{BODY}\n\n{MORE}")
    assert kinds_of(report) == [
        (kind, set_apart),
        ("paragraph", BODY),
        ("paragraph", MORE),
    ]
    assert (report.place, report.agency) == (place, agency)


@pytest.mark.parametrize(
    "first",
    ["Nein. ", "König Harald V. ", "Schluss. ", "Anna Berg – seit Jahren im Amt – "],
)
def test_words_that_are_no_place_stay_in_the_paragraph(first: str) -> None:
    report = report_of(f"{first}{BODY}\n\n{MORE}")
    assert kinds_of(report)[0] == ("paragraph", f"{first}{BODY}")
    assert report.place is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Anzeige", "advertisement"),
        ("- WERBUNG -", "advertisement"),
        ("+++ Alle Meldungen im Newsblog +++", "teaser"),
        ("Lesen Sie auch: Wie der Haushalt entstand", "teaser"),
        ("Mehr zum Thema", "teaser"),
        ("Kommentar Seite 4", "teaser"),
        (":format(webp)/bilder.example/haushalt/4711.jpg)", "picture"),
        ("© Quelle: Bildarchiv/Nord", "credit"),
        ("Foto: dpa", "credit"),
        ("Bild: Hanna Sommer", "credit"),
        ("Newsletter", "boilerplate"),
        ("12 Kommentare", "boilerplate"),
        ("Folgen Sie uns auf allen Kanälen", "boilerplate"),
        ("Alle Rechte vorbehalten.", "boilerplate"),
        ("Politik | Sport | Wetter | Abo", "boilerplate"),
        ("RND/dpa", "agency_mark"),
        ("(dpa)", "agency_mark"),
        ("/abc/DP/ef", "agency_mark"),
        ("Mit Material von dpa", "agency_mark"),
        ("Was im Haushalt fehlt", "heading"),
        ("Warum jetzt?", "heading"),
        (
            "Korrektur: Der Haushalt wurde am Dienstag beschlossen, nicht am Montag.",
            "note",
        ),
    ],
)
def test_furniture_between_paragraphs(line: str, kind: str) -> None:
    report = report_of(f"{BODY}\n\n{line}\n\n{MORE}")
    assert kinds_of(report) == [("paragraph", BODY), (kind, line), ("paragraph", MORE)]


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige erstattete die Behörde am Mittwoch gegen zwei Beamte.",
        "Mehr dazu wollte der Minister am Abend nicht sagen.",
        "Zum Thema Rente sagte er nichts.",
        "Facebook und Twitter kündigten an, die Konten zu sperren.",
        "Quelle des Streits ist eine Rechnung aus dem Frühjahr.",
        "Von Minsk aus reiste er weiter nach Brest.",
        "Korrekturen am Gesetz lehnte er ab.",
        "1. Mai ist Feiertag, und die Börse bleibt geschlossen.",
        "„Das ist falsch.“",
    ],
)
def test_sentences_that_begin_like_furniture_are_story(line: str) -> None:
    report = report_of(f"{BODY}\n\n{line}\n\n{MORE}")
    assert kinds_of(report)[1] == ("paragraph", line)


def test_head_of_a_correspondents_report() -> None:
    report = report_of(
        f" date 2019-03 Von Ida Falk, Riga\n\n{BODY}\n\nStreit um das Geld\n\n{MORE}"
    )
    assert kinds_of(report)[:2] == [
        ("metadata", "date 2019-03"),
        ("byline", "Von Ida Falk, Riga"),
    ]
    assert (report.author, report.place) == ("Ida Falk", "Riga")
    assert report.published is not None
    assert report.published.when.edtf == "2019-03"
    assert report.published.evidence[0].citations[0].text == "date 2019-03"


def test_metadata_line_with_title() -> None:
    report = report_of(f" date 2019-03 Parlament beschließt den Haushalt\n\n{BODY}")
    assert report.title == "Parlament beschließt den Haushalt"
    assert [k for k, _ in kinds_of(report)] == ["metadata", "title", "paragraph"]


def test_head_lines_of_a_paper() -> None:
    report = report_of(
        "Küstenbote | Politik | 05.03.2019, 14:12 Uhr\n\nParlament beschließt Haushalt\n\n"
        "Die Opposition spricht von einem verlorenen Jahr. Am Freitag wird abgestimmt.\n\n"
        f"RIGA (dpa) - {BODY}\n\n{MORE}\n\nKüstenbote/dpa"
    )
    assert [k for k, _ in kinds_of(report)] == [
        "metadata", "title", "lead", "place_line", "paragraph", "paragraph", "agency_mark",
    ]  # fmt: skip
    assert (report.outlet, report.title) == (
        "Küstenbote",
        "Parlament beschließt Haushalt",
    )
    assert report.published is not None
    assert report.published.best == date(2019, 3, 5)


def test_block_on_another_story_is_a_teaser() -> None:
    report = report_of(
        "Parlament beschließt Haushalt\n"
        ":format(webp)/bilder.example/parlament.jpg)\n"
        "Die Abgeordneten am Dienstag im Plenum.\n"
        "© Quelle: Bildarchiv\n"
        f"Riga. {BODY}\n{MORE}\n"
        "Sturm deckt Dächer in Jūrmala ab\n"
        "Der Sturm, einer der stärksten seit Jahren, traf vor allem die Küste.\n"
        "© Quelle: AFP\n"
        "Auch die Renten steigen\n"
        f"{BODY}\n{MORE}\nRND/dpa"
    )
    told = [report.text[s.start : s.end] for s in report.story_segments()]
    assert told == [BODY, MORE, BODY, MORE]
    teasers = [text for kind, text in kinds_of(report) if kind == "teaser"]
    assert teasers[0] == "Sturm deckt Dächer in Jūrmala ab"
    assert ("heading", "Auch die Renten steigen") in kinds_of(report)
    assert (report.agency, report.outlet, report.place) == ("dpa", "RND", "Riga")


def test_summary_list() -> None:
    report = report_of(
        "Parlament beschließt Haushalt\n\nDas Wichtigste in Kürze\n"
        "- Die Ausgaben steigen um drei Prozent.\n- Am Freitag wird abgestimmt.\n\n"
        f"Riga. {BODY}"
    )
    assert [k for k, _ in kinds_of(report)] == [
        "title", "heading", "list", "list", "place_line", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (" (dpa)", "dpa"),
        (" (afp/reuters)", "AFP/Reuters"),
        (" /abc/DP/ef", None),
        (" dpa", "dpa"),
    ],
)
def test_agency_mark_behind_the_last_sentence(end: str, agency: str | None) -> None:
    report = report_of(f"{BODY}\n\n{MORE}{end}")
    assert kinds_of(report)[1:] == [("paragraph", MORE), ("agency_mark", end.strip())]
    assert report.agency == agency


def test_clean_rows_keep_their_text_and_offsets() -> None:
    text = f"{BODY} \n\nHintergrund\n\n{MORE}  Auch das ist ein Satz.\n"
    report = report_of(
        text, metadata=Metadata(title="Haushalt"), source="zeilen.jsonl#7"
    )
    assert report.text == text
    assert report.offsets.to_raw(10, 20) == (10, 20)
    assert report.title == "Haushalt"


def test_id_holds_name_and_row_but_no_folder() -> None:
    ids = {
        report_of(BODY, source=s).id
        for s in ("a/b.jsonl#1", "/x/y/b.jsonl#1", "c\\b.jsonl#1")
    }
    assert len(ids) == 1
    assert report_of(BODY, source="b.jsonl#2").id not in ids


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", FailureKind.NOT_A_REPORT),
        ("Kurz.", FailureKind.NOT_A_REPORT),
        ("eins\nzwei\ndrei\nvier\nfünf\nsechs\nsieben\nacht\nneun\nzehn\nelf", FailureKind.NOT_A_REPORT),
        ("The government adopted a new budget on Tuesday. The opposition called it a lost"
         " year, and the minister defended the plan in parliament.", FailureKind.NOT_GERMAN),
        ("Правительство приняло во вторник новый бюджет страны. Оппозиция говорит о"
         " потерянном годе, министр защищает план.", FailureKind.NOT_GERMAN),
        ("De regering heeft dinsdag een nieuwe begroting aangenomen. De oppositie sprak van"
         " een verloren jaar en de minister verdedigde het plan.", FailureKind.NOT_GERMAN),
    ],
)  # fmt: skip
def test_what_is_no_german_report(text: str, kind: FailureKind) -> None:
    found = read(RawReport("x.txt", text))
    assert isinstance(found, Failure)
    assert found.kind is kind


def test_foreign_quotations_do_not_make_a_report_foreign() -> None:
    quoted = "„We will not give in, whatever they say about the budget and the vote.“"
    assert report_of(f"{BODY} {quoted} {MORE}").language == "de"


def test_agency_as_author_is_the_agency() -> None:
    report = report_of(BODY, metadata=Metadata(author="dpa", outlet="Küstenbote"))
    assert (report.author, report.agency) == (None, "dpa")


characters = st.sampled_from(
    list('aäZ .,!?\n\t-–"„“()[]*_#>|:+/©0123\u00ad\u200b\xa0\f\ud800')
)
words = st.sampled_from(
    [
        *("a\u0308", "\r\n", "---\n", "Riga", "(dpa)", "Foto:", "date 2020-01", BODY),
        *("Von Ida Falk", "Anzeige", "<p>", "</p>", "<b>", "<!--", "&amp;"),
    ]
)
texts = st.lists(characters | words, max_size=60).map("".join)
anything = st.one_of(texts, st.text(max_size=200))
media = st.sampled_from(list(MediaType))


@settings(max_examples=200, deadline=None)
@given(anything, media)
def test_segments_cover_everything_in_order(text: str, media_type: MediaType) -> None:
    found = read(RawReport("x.txt", f"{text}\n\n{BODY}", media_type))
    if isinstance(found, Failure):
        return
    position = 0
    for segment in found.segments:
        assert found.text[position : segment.start].strip() == ""
        inner = found.text[segment.start : segment.end]
        assert inner
        assert inner == inner.strip()
        position = segment.end
    assert found.text[position:].strip() == ""


@settings(max_examples=200, deadline=None)
@given(anything, media)
def test_offsets_lead_back_to_the_same_words(text: str, media_type: MediaType) -> None:
    found = read(RawReport("x.txt", f"{text}\n\n{BODY}", media_type))
    if isinstance(found, Failure):
        return
    start = found.text.find("Haushalt")
    if start >= 0:
        raw_start, raw_end = found.offsets.to_raw(start, start + len("Haushalt"))
        assert found.raw[raw_start:raw_end] == "Haushalt"
        assert found.offsets.to_clean(raw_start, raw_end) == (start, start + 8)


@settings(max_examples=100, deadline=None)
@given(anything, media)
def test_reading_is_pure_and_never_raises(text: str, media_type: MediaType) -> None:
    raw = RawReport(
        "x", text, media_type, Metadata(published=text[:20], author=text[:9])
    )
    assert read(raw) == read(raw)


def test_story_kinds_are_the_models() -> None:
    assert SegmentKind.NOTE.tells_the_story
    assert not SegmentKind.TEASER.tells_the_story
