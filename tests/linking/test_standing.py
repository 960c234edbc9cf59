from __future__ import annotations

import pytest

from chronist.linking.pile import gather
from chronist.linking.standing import independent_sources
from tests.linking.pile_factory import Draft, copies

Source = tuple[str | None, str | None]
"""Outlet and agency of one report."""


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ([("Nordblick", None), ("Elbe-Kurier", None)], 2),
        ([("Nordblick", None), ("Nordblick", None)], 1),
        ([("Nordblick", "dpa"), ("Elbe-Kurier", "dpa")], 1),
        ([("Nordblick", "dpa"), ("Elbe-Kurier", "AFP")], 2),
        ([("Nordblick", "dpa"), ("Nordblick", "AFP")], 2),
        ([("Nordblick", "dpa"), ("Elbe-Kurier", "dpa/AFP"), ("Donau-Rundschau", "AFP")], 1),
        ([(None, None), (None, None)], 2),
    ],
)  # fmt: skip
def test_sources_by_outlet_and_agency(sources: list[Source], count: int) -> None:
    drafts = [
        Draft(f"r{n}", "2021-01-01", outlet=outlet, agency=agency)
        for n, (outlet, agency) in enumerate(sources)
    ]
    pile = gather([d.report for d in drafts], [], [], [])
    assert independent_sources(pile, [d.id for d in drafts]) == count


def test_copies_count_once() -> None:
    drafts = [Draft(f"r{n}", "2021-01-01", outlet=f"Blatt {n}") for n in range(5)]
    group = copies(*drafts[:4])
    pile = gather([d.report for d in drafts], [], [group], [])
    assert independent_sources(pile, [d.id for d in drafts]) == 2
