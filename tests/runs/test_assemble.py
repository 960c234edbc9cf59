from __future__ import annotations

from dataclasses import replace

from chronist.model.analysis import Analysis
from chronist.runs.assemble import Finished, assemble
from tests.store import literal_pile


def test_findings_with_one_id_do_not_cost_the_pile() -> None:
    links = literal_pile.links()
    [said] = links.statements
    twice = replace(links, statements=(said, replace(said, speaker="a-2")))
    analysis = Analysis("r-1", None, times=literal_pile.times() * 2)
    finished = [Finished(literal_pile.member(1), analysis)]
    pile, left_out = assemble(finished, literal_pile.failed() * 2, (), twice)
    assert pile.links == links
    assert pile.times == literal_pile.times()
    assert pile.failed == literal_pile.failed()
    assert left_out == 3
