"""Rules that find names. Order is priority among matches of equal length."""

from __future__ import annotations

from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.pattern import (
    ahead,
    anyof,
    at_start,
    capture,
    gap,
    lexicon,
    mark,
    not_after,
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
    academic,
    behind_title,
    capital,
    foreign_name,
    full,
    full_short,
    is_movement,
    listed,
    named,
    namelike,
    noun_sign,
    only,
    person_name,
    place_like,
    plain,
    signed,
    small_adjective,
)
from chronist.language.grammars.names.reading import NameReading
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind

_quote = seq(
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

_LISTED: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.listed_person",
        de="Eine bekannte Person bei ihrem Namen.",
        en="A well-known person by name.",
        pattern=Listed(ActorKind.PERSON),
        produces=listed(ActorKind.PERSON),
    ),
    Rule(
        id="de.names.listed_organisation",
        de="Eine bekannte Organisation, Partei oder Zeitung bei ihrem Namen.",
        en="A known organisation, party or newspaper by name.",
        pattern=Listed(ActorKind.ORGANISATION),
        produces=listed(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.listed_place",
        de="Ein bekannter Ort oder Staat bei seinem Namen.",
        en="A known place or country by name.",
        pattern=Listed(ActorKind.PLACE),
        produces=listed(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.listed_thing",
        de="Ein bekanntes Ereignis, Werk oder Erzeugnis bei seinem Namen.",
        en="A known event, work or product by name.",
        pattern=Listed(ActorKind.OTHER),
        produces=listed(ActorKind.OTHER),
    ),
)

_PERSONS: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.full_name",
        de="Vorname und Nachname nebeneinander.",
        en="A given name and a last name side by side.",
        pattern=capture("name", anyof(full, full_short)),
        produces=person_name,
    ),
    Rule(
        id="de.names.title_name",
        de="Ein Name gleich hinter einem Amt, Titel oder Beruf.",
        en="A name right behind an office, title or trade.",
        pattern=seq(
            capture("function", lexicon(vocab.FUNCTION)),
            optional(some(academic, 1, 3)),
            behind_title,
        ),
        produces=person_name,
    ),
    Rule(
        id="de.names.academic_name",
        de="Ein Name hinter Herr, Frau, Dr. oder Professor.",
        en="A name behind Herr, Frau, Dr. or Professor.",
        pattern=seq(some(academic, 1, 3), behind_title),
        produces=person_name,
    ),
)

_BODIES: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.quoted_body",
        de="Ein Name in Anführungszeichen hinter Zeitung, Partei, Firma oder Ähnlichem.",
        en="A name in quotation marks behind newspaper, party, company or the like.",
        pattern=seq(only(vocab.PRESS, vocab.NAMED_BODY), _quote),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.quoted_abbreviated",
        de="Ein Name in Anführungszeichen, dem seine Abkürzung in Klammern folgt.",
        en="A name in quotation marks with its abbreviation in brackets behind it.",
        pattern=seq(_quote, ahead(_abbreviation)),
        produces=named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.quoted_source",
        de="Ein Name in Anführungszeichen hinter laut oder gegenüber: eine Zeitung.",
        en="A name in quotation marks behind according to: a newspaper.",
        pattern=seq(
            word("laut", "gegenüber", "zufolge"), optional(word("der", "dem")), _quote
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

_PLACES: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.place_of_place",
        de="Flughafen, Bahnhof, Landkreis oder Republik mit ihrem Namen.",
        en="An airport, station, district or republic with its name.",
        pattern=capture(
            "name",
            seq(noun_sign("place_of_place"), anyof(Listed(ActorKind.PLACE), namelike)),
        ),
        produces=named(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.adjective_place",
        de="Der Name einer Stadt als Eigenschaftswort mit einem Platz, Hafen oder Bahnhof.",
        en="A city's name as an adjective with a square, harbour or station.",
        pattern=capture(
            "name",
            seq(lexicon(vocab.CITY_ADJECTIVE), signed("place_adjective_noun")),
        ),
        produces=named(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.place_word",
        de="Eine Zusammensetzung, die nur ein Ort sein kann (Goethestraße, Al-Aksa-Moschee).",
        en="A compound that can only be a place (a street, a mosque).",
        pattern=lexicon(vocab.PLACE_WORD),
        produces=named(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.place_sign",
        de="Ein unbekanntes Wort hinter Stadt, Provinz, Insel oder Ähnlichem.",
        en="An unknown word behind city, province, island or the like.",
        pattern=seq(noun_sign("place_noun"), capture("name", some(namelike, 1, 2))),
        produces=named(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.place_behind_preposition",
        de="Ein unbekanntes Wort hinter in, aus, nach oder bei, ohne Artikel.",
        en="An unknown word behind in, from, to or near, without an article.",
        pattern=seq(
            signed("place_before"),
            capture("name", anyof(seq(plain, namelike), place_like)),
            not_ahead(capital()),
        ),
        produces=named(ActorKind.PLACE),
    ),
)

_OTHERS: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.dated_name",
        de="Ein Wort mit Jahreszahl, etwa ein Manöver oder eine Messe.",
        en="A word with a year, such as an exercise or a fair.",
        pattern=lexicon(vocab.DATED),
        produces=named(ActorKind.OTHER),
    ),
    Rule(
        id="de.names.quoted_work",
        de="Ein Name in Anführungszeichen hinter Film, Buch, Schiff, Manöver oder Ähnlichem.",
        en="A name in quotation marks behind film, book, ship, exercise or the like.",
        pattern=seq(noun_sign("work_noun"), _quote),
        produces=named(ActorKind.OTHER),
    ),
    Rule(
        id="de.names.thing",
        de="Das Eigenschaftswort eines Ortes mit Abkommen, Vertrag, Gipfel oder Ähnlichem.",
        en="A place's adjective with agreement, treaty, summit or the like.",
        pattern=capture(
            "name", seq(lexicon(vocab.CITY_ADJECTIVE), signed("thing_noun"))
        ),
        produces=named(ActorKind.OTHER),
    ),
    Rule(
        id="de.names.foreign_name",
        de="Zwei bis vier großgeschriebene Wörter nebeneinander, die keine deutschen Wörter sind.",
        en="Two to four capitalised words side by side that are no German words.",
        pattern=seq(not_after(word(*OPENING)), capture("name", some(namelike, 2, 4))),
        produces=foreign_name,
    ),
    Rule(
        id="de.names.arabic_name",
        de="Ein unbekannter Name mit bin, ibn, al, van oder Ähnlichem.",
        en="An unknown name with bin, ibn, al, van or the like.",
        pattern=capture(
            "name",
            seq(
                some(only(vocab.NAMELIKE, vocab.GIVEN), 1, 3),
                word("bin", "ibn", "ben", "al", "el", "van", "ter", "dos", "di"),
                optional(word("der", "den")),
                some(namelike, 1, 2),
            ),
        ),
        produces=named(ActorKind.PERSON),
    ),
)

RULES: tuple[Rule[NameReading], ...] = (
    *_LISTED,
    *_PERSONS,
    *_BODIES,
    *_PLACES,
    *_OTHERS,
)
RULE_SET: RuleSet[NameReading] = RuleSet(RULES)
