"""Signs of whether it happened: named rules, in order of precedence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chronist.language.grammars.stance.occurrence import Occurrence, TimeOrder
from chronist.language.morphology import Mood, Tense
from chronist.language.tokens import Token
from chronist.model.event import Status


@dataclass(frozen=True, slots=True)
class StanceRule:
    """A named reason for a status. ``de`` and ``en`` say it in one sentence."""

    id: str
    de: str
    en: str
    status: Status
    applies: Callable[[Occurrence], bool]


def rules_for(occurrence: Occurrence) -> tuple[StanceRule, ...]:
    """Return the rules that apply to a trigger, in order of precedence; at least one."""
    return tuple(rule for rule in RULES if rule.applies(occurrence))


# Denied --------------------------------------------------------------------------


def _negated_noun(o: Occurrence) -> bool:
    return not o.is_verb and any("stance/no" in t.tags for t in o.attributes())


def _negated_verb(o: Occurrence) -> bool:
    if not o.is_verb:
        return False
    for offset, token in enumerate(o.words):
        at = o.clause.first + offset
        if "stance/negators" in token.tags and _reaches(o, at):
            return True
        if token.lower == "nichts" or (
            "stance/no" in token.tags and token.lower.startswith("kein")
        ):
            return True
    return False


def _reaches(o: Occurrence, at: int) -> bool:
    """Whether a negator at ``at`` negates the trigger ("nicht nur" does not)."""
    following = o.tokens[at + 1] if at + 1 < len(o.tokens) else None
    if following is not None and following.lower in ("nur", "zuletzt"):
        return False
    if at < o.index:
        between = {t.lower for t in o.tokens[at : o.index]}
        return o.index - at <= 4 and not between & {"und", "sondern", "aber"}
    closes = following is None or not following.is_word
    return closes and any(r.finite for r in o.token.verb)


def _not_planned(o: Occurrence) -> bool:
    """ "nicht geplant", "hat nicht vor, … zu": the governor is negated."""
    if not _governed(o, "stance/planning"):
        return False
    own = o.words
    if o.is_verb:
        own = o.words_before()
    return any("stance/negators" in t.tags for t in own)


def _negated_attribute(o: Occurrence) -> bool:
    return not o.is_verb and not o.token.is_capitalised and _follows(o, "nicht")


def _follows(o: Occurrence, word: str) -> bool:
    return o.index > 0 and o.tokens[o.index - 1].lower == word


def _called_off(o: Occurrence) -> bool:
    if o.is_verb or not o.token.is_capitalised:
        return False
    own = list(o.other_verbs())
    return any({"stance/cancelling", "stance/failing"} & t.tags for t in own)


def _called_off_attribute(o: Occurrence) -> bool:
    return _has_attribute(o, "stance/cancelled")


def _has_attribute(o: Occurrence, tag: str) -> bool:
    return not o.is_verb and any(tag in t.tags for t in o.attributes())


# Possible ------------------------------------------------------------------------


def _possible_attribute(o: Occurrence) -> bool:
    return _has_attribute(o, "stance/possible")


def _perhaps(o: Occurrence) -> bool:
    return o.is_verb and any("stance/perhaps" in t.tags for t in o.words)


def _condition(o: Occurrence) -> bool:
    opening = [t for t in o.words if t.is_word][:2]
    return any("stance/conditions" in t.tags for t in opening)


def _unreal(o: Occurrence) -> bool:
    return o.is_verb and o.mood is Mood.UNREAL


def _noun_might(o: Occurrence) -> bool:
    return not o.is_verb and o.mood is Mood.UNREAL


def _hearsay(o: Occurrence) -> bool:
    modal = o.modal()
    if not o.is_verb or modal is None or modal.lemma != "sollen":
        return False
    helpers = {r.lemma for t in o.other_verbs() for r in t.verb if r.form == "inf"}
    return "pp" in o.forms and bool(helpers & {"haben", "sein"})


def _can(o: Occurrence) -> bool:
    return _modal_is(o, "können", "dürfen", "mögen") and o.tense is not Tense.PAST


def _should_have(o: Occurrence) -> bool:
    return _modal_is(o, "sollen") and o.tense is Tense.PAST


def _modal_is(o: Occurrence, *lemmas: str) -> bool:
    modal = o.modal()
    return o.is_verb and modal is not None and modal.lemma in lemmas


def _considered(o: Occurrence) -> bool:
    return _open_form(o) and _governed(o, "stance/considering")


def _open_form(o: Occurrence) -> bool:
    return o.token.is_capitalised or (o.is_verb and bool(o.forms & {"zu", "inf"}))


def _governed(o: Occurrence, tag: str) -> bool:
    return any(tag in t.tags for t in o.governors())


# Planned -------------------------------------------------------------------------


def _planned_attribute(o: Occurrence) -> bool:
    return _has_attribute(o, "stance/planned")


def _wants(o: Occurrence) -> bool:
    return _modal_is(o, "wollen", "mögen")


def _is_to(o: Occurrence) -> bool:
    return _modal_is(o, "sollen", "müssen") and o.tense is not Tense.PAST


def _future(o: Occurrence) -> bool:
    return o.tense is Tense.FUTURE and (o.is_verb or o.token.is_capitalised)


def _planned_by_verb(o: Occurrence) -> bool:
    return _open_form(o) and _governed(o, "stance/planning")


def _noun_modal(o: Occurrence) -> bool:
    return not o.is_verb and _any_modal(o, "sollen", "wollen")


def _any_modal(o: Occurrence, *lemmas: str) -> bool:
    modal = o.modal()
    return modal is not None and modal.lemma in lemmas and o.tense is not Tense.PAST


def _purpose(o: Occurrence) -> bool:
    return _zu_infinitive(o) and not _governed(o, "stance/succeeding")


def _zu_infinitive(o: Occurrence) -> bool:
    if not o.is_verb:
        return False
    return "zu" in o.forms or ("inf" in o.forms and _follows(o, "zu"))


def _scheduled(o: Occurrence) -> bool:
    """ "Das Treffen findet in Sotschi statt": present tense of a verb of schedules."""
    if o.is_verb or not o.token.is_capitalised or o.tense is not Tense.PRESENT:
        return False
    return any("stance/scheduling" in t.tags for t in o.other_verbs())


def _present_day(o: Occurrence) -> bool:
    """Present tense with a day that is not over: "führt am Montag Gespräche"."""
    if o.order not in (TimeOrder.SAME, TimeOrder.AFTER):
        return False
    return o.tense is Tense.PRESENT and o.said is None and "pp" not in o.forms


def _day_ahead(o: Occurrence) -> bool:
    return o.order is TimeOrder.AFTER


# Ongoing -------------------------------------------------------------------------


def _going_on(o: Occurrence) -> bool:
    return o.tense is Tense.PRESENT and any(_lasting(t) for t in o.words)


def _lasting(token: Token) -> bool:
    return "stance/going_on" in token.tags


def _said_present(o: Occurrence) -> bool:
    return (
        o.said is not None
        and o.is_verb
        and o.tense is Tense.PRESENT
        and "pp" not in o.forms
    )


RULES = (
    StanceRule("de.stance.no_event", "„kein“ oder „ohne“ steht vor dem Wort.", "“kein” or “ohne” stands before the word.", Status.DENIED, _negated_noun),
    StanceRule("de.stance.not_so", "Der Satz ist verneint.", "The clause is negated.", Status.DENIED, _negated_verb),
    StanceRule("de.stance.not_attribute", "„nicht“ steht vor dem Partizip.", "“nicht” stands before the participle.", Status.DENIED, _negated_attribute),
    StanceRule("de.stance.not_planned", "Es ist gerade nicht vorgesehen.", "It is said not to be planned.", Status.DENIED, _not_planned),
    StanceRule("de.stance.called_off", "Es wurde abgesagt, verhindert oder bestritten.", "It was called off, prevented or denied.", Status.DENIED, _called_off),
    StanceRule("de.stance.called_off_attribute", "Es heißt „abgesagt“ oder „gescheitert“.", "It is called “abgesagt” or “gescheitert”.", Status.DENIED, _called_off_attribute),
    StanceRule("de.stance.possible_attribute", "Es heißt „möglich“, „angeblich“ oder „mutmaßlich“.", "It is called possible, alleged or presumed.", Status.POSSIBLE, _possible_attribute),
    StanceRule("de.stance.planned_attribute", "Es heißt „geplant“, „angekündigt“ oder „bevorstehend“.", "It is called planned, announced or forthcoming.", Status.PLANNED, _planned_attribute),
    StanceRule("de.stance.hearsay", "„soll“ mit Infinitiv der Vergangenheit gibt Hörensagen wieder.", "“soll” with a past infinitive reports hearsay.", Status.POSSIBLE, _hearsay),
    StanceRule("de.stance.unreal", "Der Konjunktiv II lässt offen, ob es so ist.", "The subjunctive leaves open whether it is so.", Status.POSSIBLE, _unreal),
    StanceRule("de.stance.noun_might", "Der Satz mit „könnte“ oder „würde“ lässt es offen.", "The clause with “könnte” or “würde” leaves it open.", Status.POSSIBLE, _noun_might),
    StanceRule("de.stance.condition", "Es steht in einem Satz mit „ob“, „falls“ oder „wenn“.", "It stands in a clause with “ob”, “falls” or “wenn”.", Status.POSSIBLE, _condition),
    StanceRule("de.stance.want", "„will“ kündigt eine Absicht an.", "“will” announces an intention.", Status.PLANNED, _wants),
    StanceRule("de.stance.is_to", "„soll“ oder „muss“ nennt Vorgesehenes.", "“soll” or “muss” names what is scheduled.", Status.PLANNED, _is_to),
    StanceRule("de.stance.can", "„kann“ oder „darf“ nennt nur die Möglichkeit.", "“kann” or “darf” names only the possibility.", Status.POSSIBLE, _can),
    StanceRule("de.stance.should_have", "„sollte“ lässt offen, ob es geschah.", "“sollte” leaves open whether it happened.", Status.POSSIBLE, _should_have),
    StanceRule("de.stance.future", "Der Satz steht in der Zukunft.", "The clause is in the future tense.", Status.PLANNED, _future),
    StanceRule("de.stance.planned_by_verb", "Ein Verb des Planens oder Ankündigens regiert das Wort.", "A verb of planning or announcing governs the word.", Status.PLANNED, _planned_by_verb),
    StanceRule("de.stance.considered", "Es wird gefordert, befürchtet oder erwogen.", "It is demanded, feared or considered.", Status.POSSIBLE, _considered),
    StanceRule("de.stance.purpose", "Der Infinitiv nennt einen Zweck oder ein Vorhaben.", "The infinitive names a purpose or an intention.", Status.PLANNED, _purpose),
    StanceRule("de.stance.noun_is_to", "Der Satz mit „soll“ oder „will“ spricht von Vorgesehenem.", "The clause with “soll” or “will” speaks of what is scheduled.", Status.PLANNED, _noun_modal),
    StanceRule("de.stance.scheduled", "Präsens eines Verbs wie „stattfinden“ oder „beginnen“.", "Present tense of a verb such as “stattfinden” or “beginnen”.", Status.PLANNED, _scheduled),
    StanceRule("de.stance.present_day", "Präsens mit einem Tag, der noch nicht vorbei ist.", "Present tense with a day that is not over.", Status.PLANNED, _present_day),
    StanceRule("de.stance.day_ahead", "Der genannte Tag liegt nach dem Tag des Berichts.", "The day named lies after the report's day.", Status.PLANNED, _day_ahead),
    StanceRule("de.stance.perhaps", "Ein Wort wie „vielleicht“ lässt es offen.", "A word such as “vielleicht” leaves it open.", Status.POSSIBLE, _perhaps),
    StanceRule("de.stance.going_on", "„derzeit“, „seit“ oder „weiterhin“ im Präsens.", "“derzeit”, “seit” or “weiterhin” in the present tense.", Status.ONGOING, _going_on),
    StanceRule("de.stance.said_present", "In einer Aussage im Präsens: noch nicht geschehen.", "Said in the present tense: not yet happened.", Status.POSSIBLE, _said_present),
    StanceRule("de.stance.told", "Der Bericht erzählt es als geschehen.", "The report tells it as having happened.", Status.OCCURRED, lambda _: True),
)  # fmt: skip
"""In order of precedence: what negates or qualifies the word itself comes first."""
