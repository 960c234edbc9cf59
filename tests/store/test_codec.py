from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.errors import StoryUnreadable
from chronist.model.entry import Entry
from chronist.model.report import RawReport, Report
from chronist.model.story import Links
from chronist.store.codec import from_json, pack, to_json, unpack
from tests.store import literal_pile


def test_every_linked_value_comes_back_as_it_was() -> None:
    links = literal_pile.links()
    assert unpack(pack(links, Links), Links) == links


def test_report_keeps_segments_offsets_and_days() -> None:
    report = literal_pile.report()
    assert from_json(to_json(report, Report), Report) == report


@given(st.builds(RawReport, st.text(), st.text()))
def test_any_text_comes_back(raw: RawReport) -> None:
    assert unpack(pack(raw, RawReport), RawReport) == raw


def test_fields_at_their_default_are_left_out() -> None:
    assert to_json(RawReport("a", "b"), RawReport) == '{"source":"a","text":"b"}'


def test_unknown_fields_of_a_later_model_are_skipped() -> None:
    assert from_json('{"source":"a","text":"b","later":1}', RawReport) == RawReport(
        "a", "b"
    )


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"id": 1}', '{"id":"n"}'])
def test_damaged_body_says_so(damaged: str) -> None:
    with pytest.raises(StoryUnreadable, match="damaged"):
        from_json(damaged, Entry)


def test_damaged_blob_says_so() -> None:
    with pytest.raises(StoryUnreadable, match="damaged"):
        unpack(b"no zlib", Report)
