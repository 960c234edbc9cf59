"""Rules for times nobody names: damals, derzeit, künftig, in Zukunft, vor kurzem."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    after,
    anyof,
    capture,
    not_ahead,
    optional,
    seq,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.time import words
from chronist.language.grammars.time.parts import ARTICLE, any_of, noun, one, small, x
from chronist.language.grammars.time.reading import Reading, Then, Vague

_THREAD = (
    "nun", "nunmehr", "inzwischen", "mittlerweile", "bisher", "bislang", "zuletzt",
    "künftig", "zukünftig", "einst", "jüngst",
)  # fmt: skip
_THEN = {"damals": "", **words.inflected({"damalig": ""})}
_PLAIN = {w: v for w, v in words.VAGUE.items() if w not in _THREAD and w not in _THEN}
_PHRASES = {
    "zukunft": "FUTURE_REF",
    "vergangenheit": "PAST_REF",
    "gegenwart": "PRESENT_REF",
}
_TIME_ADJECTIVES = {
    "letzter": "PAST_REF",
    "letzten": "PAST_REF",
    "jüngster": "PAST_REF",
    "jüngsten": "PAST_REF",
    "vergangener": "PAST_REF",
    "früheren": "PAST_REF",
    "nächster": "FUTURE_REF",
    "absehbarer": "FUTURE_REF",
    "nächsten": "FUTURE_REF",
}


def _word(match: Match) -> Reading:
    return one(match, Vague(words.VAGUE[match.text("word")]))


def _adjective(match: Match) -> Reading:
    return one(match, Vague(words.VAGUE_ADJECTIVES[match.text("word")]))


def _then(match: Match) -> Reading:
    return one(match, Then())


def _phrase(match: Match) -> Reading:
    return one(match, Vague(_PHRASES[match.text("word")]))


def _time(match: Match) -> Reading:
    return one(match, Vague(_TIME_ADJECTIVES[match.text("which")]))


def _past(match: Match) -> Reading:
    return one(match, Vague("PAST_REF"))


def _future(match: Match) -> Reading:
    return one(match, Vague("FUTURE_REF"))


def _present(match: Match) -> Reading:
    return one(match, Vague("PRESENT_REF"))


RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.then",
        "Die Zeit, von der zuletzt die Rede war (damals).",
        "The time spoken of last (then).",
        capture("word", any_of(_THEN)),
        _then,
    ),
    Rule(
        "de.time.vague.thread",
        "Ein Wort, das den Bericht an die Gegenwart knüpft (nun, inzwischen, bisher).",
        "A word that ties the report to the present (now, meanwhile, so far).",
        capture("word", small(_THREAD)),
        _word,
        unless=seq(after(word("von")), word("nun"), word("an")),
    ),
    Rule(
        "de.time.vague",
        "Ein Wort für eine ungenannte Vergangenheit, Gegenwart oder Zukunft.",
        "A word for an unnamed past, present or future.",
        capture("word", small(_PLAIN)),
        _word,
        unless=anyof(
            seq(word("früher"), word("oder", "als")), seq(word("bald"), word("darauf"))
        ),
    ),
    Rule(
        "de.time.vague.adjective",
        "Ein Eigenschaftswort für eine ungenannte Zeit.",
        "An adjective for an unnamed time.",
        capture("word", any_of(words.VAGUE_ADJECTIVES)),
        _adjective,
    ),
    Rule(
        "de.time.vague.noun",
        "Zukunft, Vergangenheit oder Gegenwart als Zeit.",
        "Future, past or present as a time.",
        seq(
            word("in", "für", "aus", "bis", "seit"),
            x(
                seq(
                    optional(ARTICLE),
                    optional(
                        word(
                            "nähere",
                            "näherer",
                            "naher",
                            "nahe",
                            "nahen",
                            "ferner",
                            "jüngeren",
                        )
                    ),
                    capture("word", noun(_PHRASES)),
                )
            ),
        ),
        _phrase,
    ),
    Rule(
        "de.time.vague.time",
        "Letzte, nächste oder absehbare Zeit.",
        "Recent, near or foreseeable time.",
        seq(
            optional(ARTICLE),
            capture("which", any_of(_TIME_ADJECTIVES)),
            noun(("zeit", "zeiten")),
        ),
        _time,
    ),
    Rule(
        "de.time.vague.recent",
        "Eine kurze, ungenannte Zeit zurück.",
        "A short unnamed time ago.",
        seq(word("vor"), x(word("kurzem", "längerem", "langem"))),
        _past,
    ),
    Rule(
        "de.time.vague.soon",
        "Eine kurze, ungenannte Zeit voraus.",
        "A short unnamed time ahead.",
        seq(word("in"), x(noun(("kürze",)))),
        _future,
    ),
    Rule(
        "de.time.vague.present",
        "Die Gegenwart, in zwei Wörtern.",
        "The present, in two words.",
        seq(word("zur"), noun(("zeit",)), not_ahead(word("der", "des", "von"))),
        _present,
    ),
)
