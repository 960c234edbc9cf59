"""To whom, where, which act, how certain; and marks mangled at random."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronist.language.grammars.names.resolve import find_referents
from chronist.language.grammars.speech.resolve import find_statements
from chronist.language.grammars.speech.unnamed import adopt_speakers
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.event import EventType
from chronist.model.report import Report, Segment, SegmentKind
from chronist.model.statement import SpeechAct, Statement


def statements_in(text: str) -> tuple[Statement, ...]:
    segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    tokenized = tokenize_report(Report("r-test", "test", text, (segment,)))
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    referents = find_referents(tokenized)
    found = find_statements(tokenized, referents, (), None)
    return adopt_speakers(found, referents)[0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Der Minister forderte Neuwahlen.", SpeechAct.DEMAND),
        ("Der Minister kritisierte die Pläne.", SpeechAct.ACCUSATION),
        ("Der Minister drohte mit Sanktionen.", SpeechAct.THREAT),
        ("Der Minister bestritt den Vorwurf.", SpeechAct.DENIAL),
        ("Der Minister versprach, die Steuern zu senken.", SpeechAct.PROMISE),
        ("Der Minister sagte, die Lage sei ernst.", None),
    ],
)
def test_act(text: str, act: SpeechAct | None):
    assert statements_in(text)[0].act is act


def test_act_is_a_political_act_or_a_pledge():
    assert SpeechAct.DEMAND.event_type is EventType.REQUEST
    assert SpeechAct.PROMISE.event_type is None


def test_hedges_are_words_of_the_content():
    (said,) = statements_in("Der Minister sagte, die Wahl falle möglicherweise aus.")
    assert [hedge.text for hedge in said.hedges] == ["möglicherweise"]


def test_place_beside_the_cue():
    (said,) = statements_in("Der Minister sagte im Fernsehen, die Lage sei ernst.")
    assert said.place is not None
    assert said.place.text == "im Fernsehen"


def test_who_is_asked():
    (said,) = statements_in("Thomas Weber forderte Anna Vogt auf, zurückzutreten.")
    assert said.addressee is not None
    assert said.addressee != said.speaker
    assert said.addressee_citation is not None
    assert said.addressee_citation.text == "Anna Vogt"


def test_each_of_two_speakers_has_a_line():
    found = statements_in("Thomas Weber und Anna Vogt sagten, die Lage sei ernst.")
    words = {s.speaker_citation.text for s in found if s.speaker_citation}
    assert words == {"Thomas Weber", "Anna Vogt"}
    assert len({s.id for s in found}) == 2


def test_free_speech_goes_on_from_speakers_without_a_name():
    first, second = statements_in(
        "Beobachter sagten, die Lage sei ernst. Man habe keine Zeit zu verlieren."
    )
    assert first.speaker is not None
    assert second.speaker == first.speaker


_PIECES = st.sampled_from(
    [
        *"„“”»«\"‚‘’›‹'",
        *",.:;!?–()[]\n",
        " ",
        "Minister Thomas Weber",
        "sagte",
        "kündigte",
        "an",
        "laut",
        "nach Angaben der Polizei",
        "zufolge",
        "so",
        "wie",
        "dass",
        "die Lage sei ernst",
        "Wir bleiben",
        "Das",
        "teilte",
        "mit",
        "wird",
        "gefordert",
        "Kritik",
        "und",
        "er",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.booleans())
def test_mangled_marks_raise_nothing_and_every_citation_holds(
    pieces: list[str], spaced: bool
):
    text = (" " if spaced else "").join(pieces) or "."
    for said in statements_in(text):
        cited = [*said.content, said.cue, said.speaker_citation, said.place]
        cited += [*said.hedges, said.addressee_citation]
        assert said.content
        for citation in cited:
            if citation is not None:
                assert text[citation.start : citation.end] == citation.text
                assert citation.start < citation.end


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Thomas Weber sagte, er sei zufrieden. Anton Vogt wartete am Tor. Sein "
            "Gastgeber sprach von „guten“ Gesprächen.",
            "Anton Vogt",
        ),
        (
            "Thomas Weber sprach zuerst. Anton Vogt habe ihm geholfen, sagte er.",
            "Thomas Weber",
        ),
        (
            "Thomas Weber traf Anton Vogt. „Das wird ein gutes Jahr für uns“, sagte "
            "Weber. Vogt schwieg. „Wir werden es allen zeigen.“",
            "Thomas Weber",
        ),
    ],
)
def test_who_is_meant(text: str, speaker: str):
    segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    tokenized = tokenize_report(Report("r-test", "test", text, (segment,)))
    names = {r.id: r.name for r in find_referents(tokenized)}
    assert names[statements_in(text)[-1].speaker or ""] == speaker
