"""Why a word tells an event, and why a mention takes part, in words for readers."""

from __future__ import annotations

from chronist.language.grammars.events.participants import Part
from chronist.language.grammars.events.triggers import Trigger, counts_of_word
from chronist.language.grammars.events.words import WordKind
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.event import EventType, Role

TYPE_NAMES: dict[EventType, tuple[str, str]] = {
    EventType.AGREE: ("Einigung", "agreement"),
    EventType.CONSULT: ("Treffen oder Gespräch", "meeting or talk"),
    EventType.SUPPORT: ("Unterstützung", "support"),
    EventType.CONCEDE: ("Zugeständnis", "concession"),
    EventType.COOPERATE: ("Zusammenarbeit", "cooperation"),
    EventType.AID: ("Hilfe", "aid"),
    EventType.RETREAT: ("Rückzug", "retreat"),
    EventType.REQUEST: ("Forderung", "demand"),
    EventType.ACCUSE: ("Vorwurf", "accusation"),
    EventType.REJECT: ("Ablehnung", "rejection"),
    EventType.THREATEN: ("Drohung", "threat"),
    EventType.PROTEST: ("Protest", "protest"),
    EventType.SANCTION: ("Sanktion", "sanction"),
    EventType.MOBILIZE: ("Mobilmachung oder Übung", "mobilisation or exercise"),
    EventType.COERCE: ("Zwang", "coercion"),
    EventType.ASSAULT: ("Gewalttat", "assault"),
    EventType.ELECT: ("Wahl", "election"),
    EventType.OFFICE: ("Amtswechsel", "change of office"),
    EventType.RULE: ("Beschluss oder Urteil", "decision or verdict"),
    EventType.DEATH: ("Tod", "death"),
    EventType.ACCIDENT: ("Unglück", "accident"),
    EventType.BUSINESS: ("Wirtschaft", "business"),
    EventType.OTHER: ("Ereignis", "event"),
}
RULES = {
    WordKind.VERB: "de.events.verb",
    WordKind.PARTICIPLE: "de.events.participle",
    WordKind.NOUN: "de.events.noun",
    WordKind.COMPOUND: "de.events.compound",
    WordKind.PHRASE: "de.events.phrase",
}
_ROLE_NAMES = {
    Role.AGENT: ("Handelnder", "agent"),
    Role.RECIPIENT: ("Betroffener", "recipient"),
    Role.PLACE: ("Ort", "place"),
}


def trigger_reason(trigger: Trigger, citation: Citation) -> Derivation:
    """Return why the word tells an event of its type."""
    told, seen = counts_of_word(trigger.word)
    de, en = TYPE_NAMES[trigger.type]
    word, percent = citation.text, round(100 * trigger.chance)
    return Derivation(
        RULES[trigger.word.kind],
        f"„{word}“ steht in der Wortliste für {de}; im Auszählungskorpus erzählt das Wort"
        f" {told} von {seen} Mal ein Ereignis, hier mit {percent} % Gewicht.",
        f"“{word}” is on the word list for {en}; in the counted corpus the word tells an"
        f" event {told} of {seen} times, here with {percent} % weight.",
        (citation,),
    )


def part_reason(part: Part) -> Derivation:
    """Return why a mention takes part in its role."""
    de, en = _ROLE_NAMES[part.role]
    words, percent = part.mention.mention.citation.text, round(100 * part.chance)
    return Derivation(
        f"de.events.{part.role}",
        f"„{words}“ als {de}: Stellung und Fall sprechen mit {percent} % dafür"
        f" (stärkstes Zeichen: {part.sign}).",
        f"“{words}” as {en}: position and case speak for it with {percent} %"
        f" (strongest sign: {part.sign}).",
        (part.mention.mention.citation,),
    )
