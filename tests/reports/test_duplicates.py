from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronist.model.report import Metadata, RawReport, Report
from chronist.reports.duplicates import (
    FingerprintIndex,
    fingerprint,
    group_duplicates,
    group_fingerprints,
)
from chronist.reports.read import read

WIRE = [
    "Die Küstenwache hat am Montag vor der Insel Saaremaa einen Frachter aufgebracht, der"
    " ohne Kennung durch die Meerenge fuhr und auf Funksprüche nicht antwortete.",
    "An Bord waren nach Angaben der Behörde vierzehn Seeleute aus fünf Ländern. Verletzt"
    " wurde niemand, der Kapitän verweigerte zunächst jede Aussage zu Ladung und Ziel.",
    "Der Innenminister sprach von einem Vorfall, wie es ihn seit Jahren nicht gegeben habe."
    " Man werde die Papiere prüfen und das Schiff bis dahin im Hafen festhalten.",
    "Die Reederei mit Sitz in Valletta teilte mit, ein Defekt am Sender sei schuld. Sie will"
    " bis Mittwoch einen Techniker schicken, der das Gerät vor Ort untersucht.",
]
OTHER = [
    "Nach der Festsetzung eines Frachters vor Saaremaa hat die Opposition eine Sondersitzung"
    " des Parlaments verlangt. Sie wirft der Regierung vor, die Küste zu wenig zu schützen.",
    "Der Innenminister wies das zurück. Drei neue Boote seien bestellt, sagte er im Rundfunk,"
    " das erste werde im Frühjahr geliefert und in Kuressaare stationiert.",
]


def print_of(
    name: str, paragraphs: list[str], head: str = "", published: str | None = None
) -> Report:
    text = "\n\n".join([*([head] if head else []), *paragraphs])
    found = read(RawReport(name, text, metadata=Metadata(published=published)))
    assert isinstance(found, Report)
    return found


def pile() -> list[Report]:
    return [
        print_of("a.txt", [f"Tallinn (dpa) - {WIRE[0]}", *WIRE[1:]], "Frachter gestoppt", "2019-05-06"),
        print_of("b.txt", WIRE, "Rätsel um ein Schiff", "2019-05-07"),
        print_of("c.txt", WIRE[:2], "Kurz gemeldet", "2019-05-07"),
        print_of("d.txt", [*WIRE[:3], "Im Hafen sammelten sich Schaulustige."], "", "2019-05-07"),
        print_of("e.txt", OTHER, "Opposition fordert Sitzung", "2019-05-07"),
    ]  # fmt: skip


def test_reheaded_shortened_and_edited_copies_are_one_group() -> None:
    a, b, c, d, _ = pile()
    (group,) = group_duplicates(pile())
    assert group.origin == a.id
    assert group.copies == tuple(sorted((b.id, c.id, d.id)))
    assert group.agency == "dpa"
    assert "Wortfolgen" in group.derivation.de


def test_another_report_on_the_same_subject_stands_alone() -> None:
    *_, other = pile()
    groups = group_duplicates(pile())
    assert all(other.id not in (g.origin, *g.copies) for g in groups)


def test_exact_copies_without_days_have_the_smallest_id_as_origin() -> None:
    reports = [print_of(f"{n}.txt", WIRE) for n in "xyz"]
    (group,) = group_duplicates(reports)
    assert group.origin == min(r.id for r in reports)
    assert len(group.copies) == 2


def test_two_shared_sentences_are_background_and_no_copy() -> None:
    background = (
        "Die Meerenge ist seit Jahren Streitpunkt. Sie ist elf Kilometer breit."
    )
    one = print_of("1.txt", [*WIRE, background])
    two = print_of("2.txt", [*OTHER, background])
    assert group_duplicates([one, two]) == ()


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed: int) -> None:
    shuffled = pile()
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    assert group_duplicates(shuffled) == group_duplicates(pile())


@pytest.mark.parametrize("last", range(5))
def test_adding_one_report_gives_what_a_full_run_gives(last: int) -> None:
    reports = pile()
    new = reports.pop(last)
    known = FingerprintIndex(map(fingerprint, reports))
    full = group_duplicates(pile())
    added = group_duplicates([new], known)
    assert added == tuple(g for g in full if new.id in (g.origin, *g.copies))


words = st.sampled_from(
    ["Hafen", "Schiff", "Montag", "Kapitän", "Behörde", "Insel", "Minister", "Boot"]
)
stories = st.lists(words, min_size=8, max_size=60).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(stories, max_size=7), st.randoms(use_true_random=False))
def test_groups_are_disjoint_and_independent_of_order(
    texts: list[str], rng: random.Random
) -> None:
    raws = [RawReport(f"{n}.txt", f"Der {t} war es.") for n, t in enumerate(texts)]
    prints = [fingerprint(r) for r in map(read, raws) if isinstance(r, Report)]
    groups = group_fingerprints(prints)
    members = [m for g in groups for m in (g.origin, *g.copies)]
    assert len(members) == len(set(members))
    rng.shuffle(prints)
    assert group_fingerprints(prints) == groups
