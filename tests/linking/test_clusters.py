from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chronist.linking.clusters import Clusters
from chronist.model.when import When

DAYS = st.one_of(
    st.none(),
    st.dates(date(2021, 1, 1), date(2021, 1, 5)).map(When.day),
    st.just(When.month(2021, 1)),
)


def test_marks_keep_components_apart() -> None:
    clusters = Clusters()
    for member, value in (("a", "x"), ("b", None), ("c", "y")):
        clusters.add(member, {"known": frozenset({value})} if value else {})
    assert clusters.join("a", "b")
    assert not clusters.join("b", "c")
    assert clusters.components() == (("a", "b"), ("c",))


@given(
    st.lists(DAYS, min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20),
)
def test_no_component_holds_two_days(
    days: list[When | None], joins: list[tuple[int, int]]
) -> None:
    clusters = Clusters()
    for number, day in enumerate(days):
        clusters.add(str(number), {}, day)
    for first, second in joins:
        if first < len(days) and second < len(days):
            clusters.join(str(first), str(second))
    for component in clusters.components():
        exact = {days[int(m)] for m in component}
        assert len([d for d in exact if d is not None and d.is_day]) <= 1


def test_a_person_can_join_two_days() -> None:
    clusters = Clusters()
    clusters.add("a", {}, When.day(date(2021, 1, 1)))
    clusters.add("b", {}, When.day(date(2021, 1, 2)))
    assert not clusters.join("a", "b")
    assert clusters.force("a", "b", frozenset())
    assert clusters.together("a", "b")
