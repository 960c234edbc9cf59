"""Times as TimeML and JSON."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.exports.timeml import timeml, times_as_json, timex3
from chronist.runs.tag_times import tag_times

DAY = date(2021, 9, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vor fünf Jahren kam er.", [("fünf Jahren", "DURATION", "P5Y")]),
        ("Sie ist 30 Jahre alt.", []),
        ("Nun spricht sie.", []),
        (
            "Am 3. und 5. Mai 2020 ruhte der Bau.",
            [("3", "DATE", "2020-05-03"), ("5. Mai 2020", "DATE", "2020-05-05")],
        ),
    ],
)
def test_timeml_follows_its_guides(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = timex3(tag_times(text, DAY))
    assert [(text[t.start : t.end], t.type, t.value) for t in found] == expected


@given(st.text(max_size=200))
def test_any_text_comes_back_as_xml(text: str) -> None:
    marked = text + " Am Montag & gestern."
    root = ElementTree.fromstring(timeml(marked, tag_times(marked, DAY), DAY))  # noqa: S314  # our own
    body = root.find("TEXT")
    assert body is not None
    assert "Montag & gestern." in "".join(body.itertext())


def test_json_says_rule_and_reason() -> None:
    text = "Er kam gestern."
    rows = times_as_json(text, tag_times(text, DAY), DAY)
    assert rows["dct"] == "2021-09-09"
    assert isinstance(rows["times"], list)
    assert rows["times"][0]["value"] == "2021-09-08"
    assert rows["times"][0]["rule"] == "de.time.day_word"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Vom 3. bis 5. Mai ruht die Arbeit.", "P3D"),
        ("Zwischen Juni und August 2020 wurde gebaut.", "P3M"),
        ("Von 1994 bis 2020 führte sie den Hof.", "P26Y"),
        ("Im März und April fielen die Preise.", None),
        ("Am Montag und am Dienstag tagte der Rat.", None),
    ],
)
def test_a_range_has_its_ends_as_points(text: str, length: str | None) -> None:
    written = timeml(text, tag_times(text, DAY), DAY)
    root = ElementTree.fromstring(written)  # noqa: S314  # our own
    found = [
        (t.get("value"), t.get("beginPoint"), t.get("endPoint"))
        for t in root.iter("TIMEX3")
        if t.get("beginPoint")
    ]
    assert found == ([(length, "t1", "t2")] if length else [])
    rows = times_as_json(text, tag_times(text, DAY), DAY)["ranges"]
    assert rows == ([{"first": 0, "last": 1, "length": length}] if length else [])


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Er regiert seit 26 Jahren.", 'endPoint="t0"'),
        ("In den nächsten drei Tagen regnet es.", 'beginPoint="t0"'),
    ],
)
def test_a_length_that_touches_the_day_of_writing(text: str, point: str) -> None:
    assert point in timeml(text, tag_times(text, DAY), DAY)
