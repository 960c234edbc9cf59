"""What shows that somebody means to do something: will, wird, soll, plant, ist geplant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.pattern import (
    Pattern,
    ahead,
    anyof,
    at_end,
    capture,
    gap,
    lemma,
    lexicon,
    seq,
    verb_form,
    where,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.tokens import Token


class IntentKind(StrEnum):
    """How the intention is put."""

    WILL = "will"
    FUTURE = "future"
    SCHEDULE = "schedule"
    PLAN = "plan"
    HELD_OUT = "held_out"
    """Somebody says in reported speech that it is to come by a day."""


@dataclass(frozen=True, slots=True)
class Intent:
    """An intention in one sentence: token indexes of its verb and of its last word."""

    kind: IntentKind
    verb: int
    last: int


_CLAUSE_MARK = word(",", ";", ":")
"""No full stop among them: inside a sentence it belongs to "4. November"."""
_END = anyof(
    _CLAUSE_MARK,
    word(".", "!", "?", "und", "oder", "sowie", "aber", "“", "«", "»", ")", "–"),
    at_end(),
)
_REACH = 45
"""Tokens between the modal and its infinitive; longer brackets are not written."""


def _present(verb: str) -> Pattern:
    """Match the verb in present tense or Konjunktiv I: no past wish, no unreal one."""
    return where(lemma(verb), lambda t: any(r.form in ("pres", "k1") for r in t.verb))


def _to_infinitive(modal: Pattern) -> Pattern:
    return seq(
        capture("verb", modal),
        gap(_REACH, without=_CLAUSE_MARK),
        capture("end", verb_form("inf")),
        ahead(_END),
    )


def _verb_final(modal: Pattern) -> Pattern:
    """Match "…, weil er kandidieren will" from the infinitive on."""
    return seq(capture("end", verb_form("inf")), capture("verb", modal), ahead(_END))


def _is_reported(token: Token) -> bool:
    return any(r.form in ("k1", "k2") for r in token.verb) and not any(
        r.form in ("pres", "past") for r in token.verb
    )


def _make(kind: IntentKind) -> Callable[[Match], Intent]:
    def produce(match: Match) -> Intent:
        places = {c.name: c.start for c in match.captures}
        return Intent(kind, places["verb"], max(places.get("end", 0), places["verb"]))

    return produce


_STATE = seq(
    gap(_REACH, without=_CLAUSE_MARK),
    anyof(lexicon("verbs/modal"), word("sein", "haben", "wissen", "geben")),
    ahead(_END),
)
"""Infinitives that make a forecast or a state, no act: "wird 38 Jahre alt sein"."""


RULES: tuple[Rule[Intent], ...] = (
    Rule(
        id="de.pledges.will",
        de="„will … tun“: jemand hat die Absicht, selbst etwas zu tun.",
        en="“will … tun”: somebody intends to do something.",
        pattern=anyof(
            _to_infinitive(_present("wollen")), _verb_final(_present("wollen"))
        ),
        produces=_make(IntentKind.WILL),
        unless=seq(
            gap(_REACH, without=_CLAUSE_MARK),
            word("wissen", "sein", "haben"),
            ahead(_END),
        ),
    ),
    Rule(
        id="de.pledges.moechte",
        de="„möchte … tun“: jemand hat die Absicht, selbst etwas zu tun.",
        en="“möchte … tun”: somebody intends to do something.",
        pattern=anyof(
            _to_infinitive(word("möchte", "möchten")),
            _verb_final(word("möchte", "möchten")),
        ),
        produces=_make(IntentKind.WILL),
    ),
    Rule(
        id="de.pledges.future",
        de="„wird … tun“: jemand wird etwas tun, und man kann es prüfen.",
        en="“wird … tun”: somebody will do something, and one can check it.",
        pattern=anyof(
            _to_infinitive(_present("werden")), _verb_final(_present("werden"))
        ),
        produces=_make(IntentKind.FUTURE),
        unless=_STATE,
    ),
    Rule(
        id="de.pledges.future_passive",
        de="„wird am Freitag eröffnet“: etwas ist für einen Tag vorgesehen.",
        en="“wird am Freitag eröffnet”: something is scheduled for a day.",
        pattern=seq(
            capture("verb", _present("werden")),
            gap(_REACH, without=_CLAUSE_MARK),
            capture("end", verb_form("pp")),
            ahead(_END),
        ),
        produces=_make(IntentKind.SCHEDULE),
    ),
    Rule(
        id="de.pledges.schedule",
        de="„soll am Freitag … werden“: etwas ist für einen Tag vorgesehen.",
        en="“soll am Freitag … werden”: something is scheduled for a day.",
        pattern=anyof(
            _to_infinitive(_present("sollen")), _verb_final(_present("sollen"))
        ),
        produces=_make(IntentKind.SCHEDULE),
    ),
    Rule(
        id="de.pledges.scheduled",
        de="„ist … geplant“: etwas ist für später vorgesehen.",
        en="“ist … geplant”: something is fixed for later.",
        pattern=seq(
            capture("verb", _present("sein")),
            gap(_REACH, without=_CLAUSE_MARK),
            capture("end", lexicon("pledges/scheduled")),
            ahead(_END),
        ),
        produces=_make(IntentKind.SCHEDULE),
        unless=seq(
            gap(_REACH, without=_CLAUSE_MARK), word("nicht", "kein", "keine", "keinen")
        ),
    ),
    Rule(
        id="de.pledges.held_out",
        de="„könne bis … verabschiedet werden“: jemand stellt etwas für einen Tag in Aussicht.",
        en="“könne bis … verabschiedet werden”: somebody holds something out for a day.",
        pattern=seq(
            capture("verb", where(lemma("können", "werden", "sollen"), _is_reported)),
            gap(_REACH, without=_CLAUSE_MARK),
            verb_form("pp"),
            capture("end", word("werden")),
            ahead(_END),
        ),
        produces=_make(IntentKind.HELD_OUT),
    ),
    Rule(
        id="de.pledges.plan",
        de="„plant, beabsichtigt, strebt an“: jemand hat einen Plan.",
        en="“plant, beabsichtigt, strebt an”: somebody has a plan.",
        pattern=capture(
            "verb",
            where(
                lexicon("pledges/planning"),
                lambda t: any(r.form in ("pres", "k1") for r in t.verb),
            ),
        ),
        produces=_make(IntentKind.PLAN),
    ),
)

INTENTS = RuleSet(RULES)
