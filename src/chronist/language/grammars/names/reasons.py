"""What a reader is told about a mention: one sentence a rule, German and English."""

from __future__ import annotations

from chronist.language.grammars.names.rules import RULES

REASONS: dict[str, tuple[str, str]] = {
    rule.id: (rule.de, rule.en) for rule in RULES
} | {
    "de.names.last_name_again": (
        "Ein Name, der im Bericht schon mit mehr Worten stand.",
        "A name that stood in the report with more words before.",
    ),
    "de.names.title": (
        "Ein Amt oder Titel gleich vor dem Namen.",
        "An office or title right before the name.",
    ),
    "de.names.apposition": (
        "Ein Zusatz zwischen Kommas neben dem Namen.",
        "An apposition between commas beside the name.",
    ),
    "de.names.description": (
        "Eine Bezeichnung, die im Bericht schon für diese Person stand oder zu ihrem Amt passt.",
        "A description that meant this person before or fits the office held.",
    ),
    "de.names.office_of_country": (
        "Ein Amt mit Land, das zu dieser Person passt.",
        "An office with a country that fits this person.",
    ),
    "de.names.age": (
        "Eine Altersangabe; gemeint ist die nächste genannte Person des Geschlechts.",
        "An age; it means the nearest person named that fits the gender.",
    ),
    "de.names.office_holder": (
        "Ein Amt, das zur Zeit des Berichts nur eine Person innehatte.",
        "An office that one person alone held at the time of the report.",
    ),
    "de.names.unnamed_person": (
        "Eine Person, die der Bericht nicht beim Namen nennt.",
        "A person whom the report does not name.",
    ),
    "de.names.noun_for_name": (
        "Ein Wort wie Stadt, Land oder Konzern für den zuletzt genannten Namen dieser Art.",
        "A word such as city, country or company for the last name of that sort.",
    ),
    "de.names.group_noun": (
        "Eine Gruppe von Menschen ohne Namen.",
        "A group of people without a name.",
    ),
    "de.names.organisation_noun": (
        "Eine Behörde oder Einrichtung ohne eigenen Namen.",
        "An authority or institution without a name of its own.",
    ),
    "de.names.both": (
        "Eine Mehrzahl, die zwei zuvor genannte Personen oder Länder meint.",
        "A plural that means two persons or countries named before.",
    ),
    "de.names.pronoun": (
        "Ein Fürwort; gemeint ist die nächste Person, die in Geschlecht und Zahl passt.",
        "A pronoun; it means the nearest person that fits in gender and number.",
    ),
    "de.names.pronoun_both": (
        "Ein Fürwort in der Mehrzahl für zwei zuvor genannte Personen oder eine Gruppe.",
        "A plural pronoun for two persons or a group named before.",
    ),
    "de.names.capital_acts": (
        "Eine Hauptstadt, die handelt oder spricht: sie steht für die Regierung des Landes.",
        "A capital that acts or speaks: it stands for the government of its country.",
    ),
}
