"""Saved RSS and Atom feeds."""

from __future__ import annotations

from pathlib import Path

from chronist.model.report import MediaType, Metadata, RawReport
from chronist.sources.read import read_sources
from tests.sources.builders import STORY, feed, feed_item, read

FULL = f"<p>{STORY}</p>" * 4
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Beispielblatt</title>
<entry><id>urn:1</id><title>Gespräche</title><link href="https://example.org/1"/>
<author><name>Anna Beispiel</name></author><updated>2021-09-15T10:30:00Z</updated>
<content type="text">{STORY * 4}</content></entry></feed>"""


def test_full_texts_are_read_and_teasers_listed(tmp_path: Path) -> None:
    text = feed(feed_item("eins", FULL), feed_item("zwei"))
    (tmp_path / "a.rss").write_text(text, encoding="utf-8")
    first, second = read_sources([tmp_path])
    assert isinstance(first, RawReport)
    assert first.source == "a.rss#eins"
    assert first.media_type is MediaType.HTML
    assert FULL in first.text
    assert first.metadata == Metadata(
        title="Gespräche",
        outlet="taz",
        published="Wed, 15 Sep 2021 10:30:00 +0200",
        url="https://www.taz.de/eins",
    )
    assert (second.source, getattr(second, "kind", None)) == (
        "a.rss#zwei",
        "not_a_report",
    )


def test_atom_and_a_long_description(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM, encoding="utf-8")
    (tmp_path / "b.xml").write_text(
        feed(feed_item("drei", None, FULL.replace("<", "&lt;"))), encoding="utf-8"
    )
    first, second = read_sources([tmp_path])
    assert isinstance(first, RawReport)
    assert (first.source, first.text) == ("a.atom#urn:1", STORY * 4)
    assert first.metadata == Metadata(
        title="Gespräche",
        outlet="Beispielblatt",
        author="Anna Beispiel",
        published="2021-09-15T10:30:00Z",
        url="https://example.org/1",
    )
    assert isinstance(second, RawReport)
    assert FULL in second.text


def test_malformed_feeds_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    whole = feed(feed_item("eins", FULL))
    (tmp_path / "a.rss").write_text(
        whole.replace("</channel></rss>", "&nbsp;<"), "utf-8"
    )
    (tmp_path / "b.rss").write_text(
        feed(feed_item("x", None, "&nbsp;&#1114112;")), "utf-8"
    )
    first, second = read(tmp_path)
    assert first[0] == "a.rss#eins"
    assert second == ("b.rss", "corrupt")
