"""Rules that find the names of bodies: parties, authorities, companies, papers."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    ahead,
    anyof,
    at_start,
    capture,
    gap,
    lexicon,
    mark,
    not_ahead,
    optional,
    seq,
    some,
    where,
    word,
)
from chronist.language.grammar.rule import Rule
from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.countries import country_forms
from chronist.language.grammars.names.nouns import group_of
from chronist.language.grammars.names.parts import (
    CLOSING,
    OPENING,
    ORGANISATION,
    PLACE,
    Listed,
    capital,
    is_movement,
    named,
    namelike,
    only,
    signed,
    small_adjective,
)
from chronist.language.grammars.names.reading import NameReading
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind

quoted = seq(
    word(*OPENING),
    capture("name", seq(capital(), gap(6, without=word(*OPENING, *CLOSING, ".")))),
    word(*CLOSING),
)
_abbreviation = seq(word("("), lexicon(vocab.ACRONYM), word(")"))
_PERSONAL = (vocab.FUNCTION, vocab.GIVEN, vocab.PRESS, vocab.NAMED_BODY, ORGANISATION)


def _no_function(token: Token) -> bool:
    return vocab.FUNCTION not in token.tags and vocab.PRESS not in token.tags


_no_person = where(capital(), lambda t: not ({*_PERSONAL} & t.tags))
_link = word("der", "des", "für", "und", "von", "in", "zur", "deutscher")
_any_name = only(
    vocab.NAMELIKE, vocab.ACRONYM, vocab.COMPOUND, vocab.GIVEN, PLACE, ORGANISATION
)

BODIES: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.quoted_body",
        de="Ein Name in Anführungszeichen hinter Zeitung, Partei, Firma oder Ähnlichem.",
        en="A name in quotation marks behind newspaper, party, company or the like.",
        pattern=seq(only(vocab.PRESS, vocab.NAMED_BODY), quoted),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.quoted_abbreviated",
        de="Ein Name in Anführungszeichen, dem seine Abkürzung in Klammern folgt.",
        en="A name in quotation marks with its abbreviation in brackets behind it.",
        pattern=seq(quoted, ahead(_abbreviation)),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.quoted_source",
        de="Ein Name in Anführungszeichen hinter laut oder gegenüber: eine Zeitung.",
        en="A name in quotation marks behind according to: a newspaper.",
        pattern=seq(
            word("laut", "gegenüber", "zufolge"), optional(word("der", "dem")), quoted
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.abbreviated",
        de="Eine Körperschaft, deren Abkürzung in Klammern folgt.",
        en="A body whose abbreviation follows in brackets.",
        pattern=seq(
            capture(
                "name",
                anyof(
                    seq(some(lexicon(vocab.ADJECTIVE), 1, 3), _no_person),
                    seq(
                        where(lexicon(vocab.BODY), _no_function),
                        some(anyof(small_adjective(), _no_person, _link), 1, 5),
                    ),
                    some(only(vocab.NAMELIKE, but=_PERSONAL), 2, 5),
                ),
            ),
            ahead(_abbreviation),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.named_body",
        de="Ein unbekanntes Wort hinter Partei, Firma, Gewerkschaft oder Ähnlichem.",
        en="An unknown word behind party, company, union or the like.",
        pattern=seq(
            only(vocab.PRESS, vocab.NAMED_BODY),
            not_ahead(where(lexicon(PLACE), lambda t: t.text.endswith("s"))),
            capture("name", seq(some(namelike, 1, 3), optional(lexicon(vocab.LEGAL)))),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.body_for",
        de="Das Wort für eine Körperschaft mit dem, wofür sie da ist (Ministerium für …).",
        en="The noun of a body with what it is for (ministry of …).",
        pattern=capture(
            "name",
            seq(
                optional(lexicon(vocab.ADJECTIVE)),
                lexicon(vocab.BODY),
                word("für"),
                some(small_adjective(), 0, 2),
                capital(),
                optional(seq(word(","), capital())),
                optional(seq(word("und"), optional(small_adjective()), capital())),
            ),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.team",
        de="Ein Verein mit seinem Kürzel und einem Ort.",
        en="A club with its short form and a place.",
        pattern=capture(
            "name",
            seq(
                signed("team"),
                optional(mark(".")),
                optional(signed("team")),
                anyof(Listed(ActorKind.PLACE), namelike),
            ),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.party_of_country",
        de="Eine Partei, Union oder Front mit dem Land, zu dem sie gehört.",
        en="A party, union or front with the country it belongs to.",
        pattern=capture(
            "name",
            seq(
                optional(lexicon(vocab.ADJECTIVE)),
                where(lexicon(vocab.BODY), is_movement),
                where(Listed(ActorKind.PLACE), lambda t: t.text.endswith("s")),
            ),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.legal_form",
        de="Großgeschriebene Wörter mit einer Rechtsform oder einem englischen Firmenwort.",
        en="Capitalised words with a legal form or an English company word.",
        pattern=capture(
            "name",
            seq(
                some(_any_name, 1, 3),
                some(lexicon(vocab.LEGAL), 1, 2),
                optional(mark(".")),
            ),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.body_word",
        de="Eine Zusammensetzung, die nur eine Körperschaft meinen kann (UN-Menschenrechtsrat).",
        en="A compound that can only mean one body (UN Human Rights Council).",
        pattern=lexicon(vocab.BODY_WORD),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.acronym",
        de="Eine Abkürzung aus Großbuchstaben.",
        en="An abbreviation in capital letters.",
        pattern=lexicon(vocab.ACRONYM),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.acronym_with_name",
        de="Eine Abkürzung mit dem Namen oder der Stadt dahinter (ETH Zürich).",
        en="An abbreviation with the name or city behind it (ETH Zürich).",
        pattern=capture(
            "name",
            seq(
                lexicon(vocab.ACRONYM),
                where(namelike, lambda t: t.text not in country_forms()),
            ),
        ),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.body",
        de="Ein großgeschriebenes Eigenschaftswort mit dem Wort für eine Körperschaft.",
        en="A capitalised adjective with the noun of a body.",
        pattern=capture(
            "name",
            seq(
                some(lexicon(vocab.ADJECTIVE), 1, 2),
                where(lexicon(vocab.BODY), lambda t: group_of(t.text) is None),
            ),
        ),
        produces=named(ActorKind.ORGANISATION),
        unless=seq(at_start(), not_ahead(lexicon(vocab.CITY_ADJECTIVE))),
    ),
)
