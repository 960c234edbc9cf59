"""Rules that find names. Order is priority among matches of equal length."""

from __future__ import annotations

from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.pattern import (
    anyof,
    capture,
    lexicon,
    not_after,
    not_ahead,
    optional,
    seq,
    some,
    word,
)
from chronist.language.grammar.rule import Rule
from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.body_rules import BODIES, quoted
from chronist.language.grammars.names.parts import (
    OPENING,
    Listed,
    academic,
    behind_title,
    capital,
    foreign_name,
    full,
    full_short,
    listed,
    named,
    namelike,
    noun_sign,
    only,
    person_name,
    place_like,
    plain,
    signed,
)
from chronist.language.grammars.names.reading import NameReading
from chronist.model.actor import ActorKind

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
        pattern=seq(noun_sign("work_noun"), quoted),
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
    *BODIES,
    *_PLACES,
    *_OTHERS,
)
RULE_SET: RuleSet[NameReading] = RuleSet(RULES)
