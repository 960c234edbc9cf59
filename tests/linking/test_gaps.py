from __future__ import annotations

from datetime import date

from chronist.linking.gaps import find_gaps
from chronist.model.event import Status
from tests.linking.pile_factory import ORG, Draft, linked


def planned(when: str | None, status: Status = Status.PLANNED) -> Draft:
    draft = Draft("r1", "2021-09-01").says("Die EU plant einen Gipfel.")
    draft.has("EU", ORG)
    draft.event("CONSULT", "Gipfel", "EU", when=when, status=status)
    return draft


def test_spans_without_reports() -> None:
    days = [date(2021, 1, 1), date(2021, 3, 1), date(2021, 3, 15), date(2021, 1, 1)]
    gaps = find_gaps(days, ())
    assert [span.edtf for span in gaps.silent] == ["2021-01-02/2021-02-28"]
    assert find_gaps(days, (), least=10).silent[-1].edtf == "2021-03-02/2021-03-14"
    assert find_gaps([], ()).silent == ()


def test_plans_of_which_no_outcome_is_told() -> None:
    last = [date(2021, 10, 1)]
    for draft, expected in (
        (planned("2021-09-20"), 1),
        (planned("2021-10-20"), 0),
        (planned(None), 0),
        (planned("2021-09-20", Status.OCCURRED), 0),
    ):
        gaps = find_gaps(last, linked(draft).entries)
        assert len(gaps.without_outcome) == expected
