"""The sample pile's chronicle is the one that was reviewed."""

from __future__ import annotations

import pytest

from scripts import golden


@pytest.mark.slow
def test_the_sample_chronicle_is_the_reviewed_one():
    changes = golden.differences(golden.chronicle())
    shown = "\n".join(changes[:40])
    assert changes == [], f"review, then run `make golden`:\n{shown}"
