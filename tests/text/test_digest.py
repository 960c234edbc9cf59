"""Ids come from content and from nothing else."""

from __future__ import annotations

import re
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from chronist.text.digest import ID_HEX_DIGITS, content_id

PARTS = st.lists(st.one_of(st.text(max_size=8), st.integers()), max_size=4)


@given(PARTS)
def test_equal_parts_give_equal_ids(parts):
    assert content_id("e", *parts) == content_id("e", *parts)
    assert re.fullmatch(rf"e-[0-9a-f]{{{ID_HEX_DIGITS}}}", content_id("e", *parts))


def test_parts_are_kept_apart():
    ids = {
        content_id("e", "ab", "c"),
        content_id("e", "a", "bc"),
        content_id("e", "abc"),
        content_id("e", "abc", ""),
        content_id("e", "c", "ab"),
    }
    assert len(ids) == 5


def test_an_id_does_not_depend_on_the_process():
    code = "from chronist.text.digest import content_id; print(content_id('r', 'Straße', 7))"
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    assert other.stdout.strip() == content_id("r", "Straße", 7)


def test_a_lone_surrogate_is_no_reason_to_fail():
    assert content_id("r", "\udcff") != content_id("r", "\udcfe")


def test_a_pinned_id():
    """Ids stand in judgements and exports: changing how they are made loses both."""
    assert content_id("e", "r-1", "CONSULT", 10, 17) == "e-49e43771be16"
