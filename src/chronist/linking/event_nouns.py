"""The words headlines are made of: nouns of events, prepositions, articles."""

from __future__ import annotations

from collections.abc import Mapping

from chronist.linking.words import stem
from chronist.model.event import EventType as T

_NOUN_OF: tuple[tuple[str, tuple[T, ...], tuple[str, ...]], ...] = (
    ("Abkommen", (T.AGREE, T.COOPERATE), ("Abkommen", "Abkommens")),
    ("Abstimmung", (T.ELECT, T.RULE), ("abgestimmt", "abstimmen", "Abstimmung")),
    ("Angriff", (T.ASSAULT,), ("angegriffen", "angreifen", "Angriff", "Angriffe")),
    ("Anklage", (T.ACCUSE, T.RULE), ("angeklagt", "anklagen")),
    ("Anerkennung", (T.SUPPORT,), ("anerkannt", "anerkennen")),
    ("Begegnung", (T.CONSULT,), ("begegnet", "begegnete")),
    ("Besuch", (T.CONSULT,), ("besucht", "besuchte", "besuchen", "Besuch", "Besuchs")),
    ("Demonstration", (T.PROTEST,), ("demonstriert", "demonstrierten", "demonstrieren")),
    ("Einigung", (T.AGREE,), ("geeinigt", "einigten", "einigen", "einigte")),
    ("Empfang", (T.CONSULT,), ("empfangen", "empfing", "empfängt")),
    ("Entlassung", (T.OFFICE, T.BUSINESS), ("entlassen", "entließ")),
    ("Ernennung", (T.OFFICE,), ("ernannt", "ernannte", "ernennen")),
    ("Explosion", (T.ACCIDENT, T.ASSAULT), ("explodiert", "explodierte", "explodieren")),
    ("Festnahmen", (T.COERCE,), ("Festnahmen",)),
    ("Festnahme", (T.COERCE,), ("festgenommen", "festnehmen", "verhaftet", "verhafteten", "Festnahme")),
    ("Forderung", (T.REQUEST,), ("gefordert", "forderte", "forderten", "fordern", "fordert")),
    ("Freilassung", (T.CONCEDE,), ("freigelassen", "freilassen")),
    ("Gespräch", (T.CONSULT,), ("sprach", "sprachen", "gesprochen", "Gespräch", "Gesprächs")),
    ("Gespräche", (T.CONSULT,), ("Gesprächen",)),
    ("Kritik", (T.ACCUSE,), ("kritisiert", "kritisierte", "kritisierten")),
    ("Reise", (T.CONSULT,), ("reist", "reiste", "reisten", "gereist", "reisen")),
    ("Rücktritt", (T.OFFICE,), ("zurückgetreten", "zurücktreten", "Rücktritt", "Rücktritts")),
    ("Streik", (T.PROTEST,), ("gestreikt", "streikten", "streiken", "Streik", "Streiks")),
    ("Telefonat", (T.CONSULT,), ("telefoniert", "telefonierte", "telefonierten", "telefonieren", "Telefonat")),
    ("Tod", (T.DEATH,), ("starb", "starben", "gestorben", "verstorben", "verstarb", "Tod")),
    ("Treffen", (T.CONSULT,), ("traf", "trafen", "getroffen", "treffen", "trifft", "zusammenkommen", "zusammengekommen", "zusammentreffen")),
    ("Unterstützung", (T.SUPPORT, T.AID), ("unterstützt", "unterstützte", "unterstützten")),
    ("Unterzeichnung", (T.AGREE, T.COOPERATE), ("unterzeichnet", "unterzeichnete", "unterzeichneten", "unterzeichnen", "unterschrieben", "unterschrieb", "unterschreiben")),
    ("Verbot", (T.COERCE, T.RULE), ("verboten", "verbot", "verbieten")),
    ("Vereidigung", (T.OFFICE,), ("vereidigt", "vereidigen", "Vereidigung")),
    ("Vereinbarung", (T.AGREE,), ("vereinbart", "vereinbarten", "vereinbarte")),
    ("Verhandlungen", (T.CONSULT,), ("verhandelt", "verhandelten", "verhandeln")),
    ("Verurteilung", (T.RULE,), ("verurteilt", "verurteilte", "verurteilten")),
    ("Wahl", (T.ELECT, T.OFFICE), ("gewählt", "wählten", "wählte", "wählen", "Wahl")),
    ("Warnung", (T.THREATEN,), ("gewarnt", "warnte", "warnten", "warnen")),
    ("Zusage", (T.AID, T.AGREE), ("zugesagt", "zusagen")),
)  # fmt: skip
"""Noun, types it is right for, trigger words it stands for. Finite parts of particle
verbs ("nahm … fest", "trat … zurück") are left out: alone they mean anything."""

NOUNS: Mapping[tuple[T, str], str] = {
    (kind, stem(word)): noun
    for noun, kinds, words in _NOUN_OF
    for kind in kinds
    for word in words
}
"""Type and stem of a trigger to the noun that names the same act."""

PLAIN_NOUNS: Mapping[T, str] = {
    T.AGREE: "Einigung",
    T.CONSULT: "Gespräche",
    T.SUPPORT: "Unterstützung",
    T.CONCEDE: "Zugeständnis",
    T.COOPERATE: "Zusammenarbeit",
    T.AID: "Hilfe",
    T.RETREAT: "Rückzug",
    T.REQUEST: "Forderung",
    T.ACCUSE: "Vorwürfe",
    T.REJECT: "Ablehnung",
    T.THREATEN: "Drohung",
    T.PROTEST: "Proteste",
    T.SANCTION: "Sanktionen",
    T.MOBILIZE: "Truppenbewegung",
    T.COERCE: "Zwangsmaßnahme",
    T.ASSAULT: "Gewalttat",
    T.ELECT: "Wahl",
    T.OFFICE: "Amtswechsel",
    T.RULE: "Beschluss",
    T.DEATH: "Tod",
    T.ACCIDENT: "Unglück",
}
"""The type in one word, for triggers without a noun of their own. OTHER and BUSINESS
are too wide for one: there the reports' own verb stands in quotation marks."""

PREPOSITIONS: Mapping[T, tuple[str, str]] = {
    T.SUPPORT: ("für", "accusative"),
    T.CONCEDE: ("gegenüber", "dative"),
    T.AID: ("für", "accusative"),
    T.REQUEST: ("an", "accusative"),
    T.ACCUSE: ("gegen", "accusative"),
    T.REJECT: ("gegenüber", "dative"),
    T.THREATEN: ("gegen", "accusative"),
    T.PROTEST: ("gegen", "accusative"),
    T.SANCTION: ("gegen", "accusative"),
    T.COERCE: ("gegen", "accusative"),
    T.ASSAULT: ("gegen", "accusative"),
}
"""How a recipient follows the type's own word. Types left out put it in brackets."""

_TAKES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("gegen", "accusative"): (
        "sanktionen", "embargo", "strafmaßnahmen", "proteste", "protest", "demonstration",
        "klage", "klagen", "anklage", "ermittlungen", "prozess", "vorwürfe", "drohung",
        "einreiseverbot", "einreiseverbote", "boykott", "streik", "krieg",
    ),
    ("auf", "accusative"): (
        "angriff", "angriffe", "anschlag", "anschläge", "attentat", "überfall", "luftangriffe",
    ),
    ("an", "accusative"): ("forderung", "appell", "aufruf", "bitte", "warnung", "ultimatum"),
    ("an", "dative"): ("kritik",),
    ("für", "accusative"): ("hilfe", "unterstützung", "kredit", "spenden"),
}  # fmt: skip

NOUN_TAKES: Mapping[str, tuple[str, str]] = {
    noun: taken for taken, nouns in _TAKES.items() for noun in nouns
}
"""How a recipient follows a noun; it is found by the end of compounds too."""

_WITH_ARTICLE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("die {}", "der {}"): (
        "EU", "Elfenbeinküste", "Krim", "Mongolei", "Nato", "Schweiz", "Slowakei",
        "Sowjetunion", "Türkei", "Ukraine",
    ),
    ("die {}", "den {}"): ("Malediven", "Philippinen", "USA"),
    ("die {}", "den {}n"): ("Niederlande",),
    ("den {}", "dem {}"): (
        "Gazastreifen", "Irak", "Iran", "Jemen", "Kosovo", "Kreml", "Libanon", "Niger",
        "Sudan", "Südsudan", "Tschad", "Vatikan",
    ),
}  # fmt: skip
_DECLINED: Mapping[str, tuple[str, str]] = {
    "Dominikanische Republik": ("die Dominikanische Republik", "der Dominikanischen Republik"),
    "Europäische Union": ("die Europäische Union", "der Europäischen Union"),
    "Vereinigte Arabische Emirate": ("die Vereinigten Arabischen Emirate", "den Vereinigten Arabischen Emiraten"),
    "Vereinigte Staaten": ("die Vereinigten Staaten", "den Vereinigten Staaten"),
    "Vereinigtes Königreich": ("das Vereinigte Königreich", "dem Vereinigten Königreich"),
    "Vereinte Nationen": ("die Vereinten Nationen", "den Vereinten Nationen"),
}  # fmt: skip

DECLINED: Mapping[str, tuple[str, str]] = dict(_DECLINED) | {
    name: (cases[0].format(name), cases[1].format(name))
    for cases, names in _WITH_ARTICLE.items()
    for name in names
}
"""Names that German uses with an article, in the accusative and the dative."""
