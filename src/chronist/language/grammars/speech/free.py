"""Free indirect speech: Konjunktiv that runs on without a cue, until it ends."""

from __future__ import annotations

from chronist.language.grammars.speech.content import (
    is_reported_form,
    looks_reported_in,
    trim,
)
from chronist.language.grammars.speech.draft import FREE, Draft
from chronist.language.grammars.speech.pronouns import Voice
from chronist.language.grammars.speech.view import View
from chronist.model.report import Report
from chronist.model.statement import StatementForm


def continues(view: View, *, directly: bool) -> bool:
    """Whether a sentence stands in Konjunktiv in its main clause.

    Konjunktiv II ("würde", "könnte") may as well be the reporter's own doubt: it
    counts only ``directly`` behind the speech it would continue.
    """
    index = main_verb(view)
    if index is None:
        return directly and looks_reported_in(view, view.parts[0])
    main = view.tokens[index]
    if not is_reported_form(main) or _is_subordinate(view, index):
        return False
    return directly or any(r.form == "k1" for r in main.verb)


def main_verb(view: View) -> int | None:
    """Return the finite verb of the main clause outside quotation marks, if known.

    The first one decides ("Dies sei falsch, weil …"), but for relative clauses and
    clauses that open the sentence.
    """
    finite = [
        i
        for part in view.parts
        for i in view.finite_verbs(part)
        if i and view.tokens[i - 1].lower != "zu"
    ]
    if not finite:
        return None
    opens = view.tokens[0].lower in _OPENING and len(finite) > 1
    main = [i for i in finite if not _is_subordinate(view, i)]
    if opens:
        return finite[1]
    return main[0] if main else finite[0]


_OPENING = frozenset(("da", "wenn", "weil", "obwohl", "nachdem", "sollte"))


def _is_subordinate(view: View, verb: int) -> bool:
    """Whether the verb stands in a clause behind a main clause with an unknown verb."""
    part = view.parts[view.part_of(verb)]
    opener = view.tokens[part.first].tags
    return part.first > 0 and not opener.isdisjoint(
        ("speech/subordinators", "speech/no_content")
    )


def free_statement(report: Report, view: View, voice: Voice | None) -> Draft:
    """Return the sentence as the words of whoever spoke before."""
    start, end = trim(view.tokens, 0, len(view.tokens))
    content = report.cite(view.tokens[start].start, view.tokens[end - 1].end)
    return Draft(
        StatementForm.FREE,
        (content,),
        None,
        voice.speaker if voice else None,
        None,
        FREE,
        voice.via if voice else (),
        voice.words if voice else None,
    )


def points_back(view: View) -> bool:
    """Whether a sentence begins with "Das" or "Dies" and its verb: "Das teilte …"."""
    tokens = view.tokens
    return (
        len(tokens) > 2
        and tokens[0].lower in ("das", "dies")
        and any(r.finite for r in tokens[1].verb)
        and len(view.parts) == 1
    )
