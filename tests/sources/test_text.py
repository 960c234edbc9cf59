"""Plain text, Markdown and saved pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronist.model.report import MediaType, Metadata, RawReport
from chronist.sources.read import read_sources
from chronist.sources.text import front_matter
from tests.sources.builders import PAGE, STORY


def one(path: Path, data: str) -> RawReport:
    path.write_text(data, encoding="utf-8")
    (result,) = read_sources([path])
    assert isinstance(result, RawReport)
    return result


def test_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    text = f" date 2021-09 Von Anna Beispiel, Minsk\n\n{STORY}"
    expected = RawReport("a.txt", text, MediaType.PLAIN, Metadata())
    assert one(tmp_path / "a.txt", text) == expected


@pytest.mark.parametrize(
    ("text", "metadata", "body"),
    [
        (
            '---\ntitle: "Neue Gespräche: ein Anfang"\nDatum: 15.09.2021\nautor:\n'
            "  - Anna Beispiel\n  - Ben Muster\nquelle: Beispielblatt\ntags: [a, b]\n"
            "---\nText\n",
            Metadata(
                title="Neue Gespräche: ein Anfang",
                published="15.09.2021",
                author="Anna Beispiel, Ben Muster",
                outlet="Beispielblatt",
            ),
            "Text\n",
        ),
        ("---\n\nEin Strich davor.\n", Metadata(), "---\n\nEin Strich davor.\n"),
        ("---\nnur Text\n---\nmehr", Metadata(), "---\nnur Text\n---\nmehr"),
        ("# Titel\n\nText", Metadata(), "# Titel\n\nText"),
    ],
)
def test_the_head_of_markdown_describes_it(
    text: str, metadata: Metadata, body: str
) -> None:
    assert front_matter(text) == (metadata, body)


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- saved from url=(0042)https://www.taz.de/Gespraeche/ -->",
        "<!--\n Page saved with SingleFile \n url: https://www.taz.de/Gespraeche/ \n-->",
    ],
)
def test_the_browsers_mark_gives_the_address(tmp_path: Path, mark: str) -> None:
    page = PAGE.replace("<html", f"{mark}\n<html", 1)
    read = one(tmp_path / "a.html", page)
    assert read.media_type is MediaType.HTML
    assert read.text == page
    assert read.metadata == Metadata(url="https://www.taz.de/Gespraeche/", outlet="taz")
