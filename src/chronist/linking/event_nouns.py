"""The words headlines are made of: nouns of events, prepositions, articles."""

from __future__ import annotations

from collections.abc import Mapping

from chronist.linking.words import stem
from chronist.model.event import EventType as T

_NOUN_OF: Mapping[str, tuple[str, ...]] = {
    "Abstimmung": ("abgestimmt", "abstimmen", "stimmten"),
    "Angriff": ("angegriffen", "angreifen", "griffen", "Angriffs", "Angriffe"),
    "Anklage": ("angeklagt", "anklagen"),
    "Anerkennung": ("anerkannt", "anerkennen", "erkannte"),
    "Begegnung": ("begegnet", "begegnete"),
    "Besuch": ("besucht", "besuchte", "besuchen", "Besuchs", "Besuche"),
    "Demonstration": ("demonstriert", "demonstrierten", "demonstrieren"),
    "Einigung": ("geeinigt", "einigten", "einigen", "einigte", "vereinbart", "vereinbarten"),
    "Empfang": ("empfangen", "empfing", "empfängt"),
    "Entlassung": ("entlassen", "entließ", "entlassene"),
    "Ernennung": ("ernannt", "ernannte", "ernennen"),
    "Explosion": ("explodiert", "explodierte", "explodieren"),
    "Festnahme": ("festgenommen", "festnehmen", "nahm", "nahmen", "verhaftet", "verhafteten"),
    "Forderung": ("gefordert", "forderte", "forderten", "fordern", "fordert"),
    "Freilassung": ("freigelassen", "freilassen"),
    "Gespräch": ("sprach", "sprachen", "gesprochen", "Gesprächs", "Gespräch"),
    "Gespräche": ("Gespräche", "Gesprächen"),
    "Kritik": ("kritisiert", "kritisierte", "kritisierten"),
    "Kundgebung": ("Kundgebung",),
    "Kündigung": ("gekündigt", "kündigte"),
    "Reise": ("reist", "reiste", "reisten", "gereist", "reisen"),
    "Rücktritt": ("zurückgetreten", "zurücktreten", "Rücktritts", "trat"),
    "Streik": ("gestreikt", "streikten", "streiken", "Streiks"),
    "Telefonat": ("telefoniert", "telefonierte", "telefonierten", "Telefonats"),
    "Tod": ("starb", "starben", "gestorben", "verstorben", "verstarb"),
    "Treffen": ("traf", "trafen", "getroffen", "treffen", "trifft", "Treffens", "zusammengekommen", "zusammenkommen", "zusammentreffen"),
    "Unterstützung": ("unterstützt", "unterstützte", "unterstützten"),
    "Unterzeichnung": ("unterzeichnet", "unterzeichnete", "unterzeichneten", "unterzeichnen", "unterschrieben", "unterschrieb", "unterschreiben"),
    "Verbot": ("verboten", "verbot", "verbieten"),
    "Vereidigung": ("vereidigt", "vereidigen"),
    "Verhandlungen": ("verhandelt", "verhandelten", "verhandeln"),
    "Verurteilung": ("verurteilt", "verurteilte", "verurteilten"),
    "Wahl": ("gewählt", "wählten", "wählte", "wählen"),
    "Warnung": ("gewarnt", "warnte", "warnten", "warnen"),
    "Zusage": ("zugesagt", "zusagen", "sagte"),
}  # fmt: skip
"""Noun to the trigger words it stands for; the words of trigger lexica, not guesses."""

NOUNS: Mapping[str, str] = {
    stem(word): noun for noun, words in _NOUN_OF.items() for word in words
}
"""Stem of a trigger to the noun that names the same act."""

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
    T.BUSINESS: "Wirtschaftsmeldung",
    T.OTHER: "Ereignis",
}
"""The type in one word, for triggers without a noun of their own."""

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
    T.RULE: ("zu", "dative"),
}
"""How a recipient follows the noun. Types left out put it in brackets."""

_ACCUSATIVE_DATIVE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("die", "der"): (
        "Dominikanische Republik", "EU", "Elfenbeinküste", "Europäische Union", "Krim",
        "Mongolei", "Nato", "Schweiz", "Slowakei", "Sowjetunion", "Türkei", "Ukraine",
    ),
    ("die", "den"): (
        "Malediven", "Niederlande", "Philippinen", "USA", "Vereinigten Staaten",
        "Vereinten Nationen",
    ),
    ("den", "dem"): (
        "Gazastreifen", "Irak", "Iran", "Jemen", "Kosovo", "Kreml", "Libanon", "Niger",
        "Sudan", "Südsudan", "Tschad", "Vatikan",
    ),
}  # fmt: skip

ARTICLES: Mapping[str, tuple[str, str]] = {
    name: cases for cases, names in _ACCUSATIVE_DATIVE.items() for name in names
}
"""Names that German uses with an article: accusative and dative."""
