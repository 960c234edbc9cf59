"""Where rendered words begin and end within the sentence of their cue."""

from __future__ import annotations

from chronist.language.grammars.speech.phrases import phrases
from chronist.language.grammars.speech.view import Part, View

Range = tuple[int, int]
_BREAKS = frozenset(";–—")
_ARTICLES = frozenset(["der", "die", "das", "dem", "den", "deren", "dessen"])


def content_end(view: View, start: int) -> int:
    """Return where content that begins at ``start`` ends: before a later cue clause,
    a second verb of the speaker, or a quotation behind a colon."""
    if start >= len(view.tokens):
        return start
    first = view.part_of(start)
    for number in range(first, len(view.parts)):
        part = view.parts[number]
        if part.first > start and (is_aside(view, part) or _second_cue(view, part)):
            return part.first
        stop = _second_verb(view, part, start)
        if stop is not None:
            return stop
        if _quotation_follows(view, part) and part.first >= start:
            return part.last
    return _without_particle(view, start)


def is_aside(view: View, part: Part) -> bool:
    """Whether a part is a cue clause behind content: ", sagte er", ", so Merz"."""
    token = view.tokens[part.first]
    if view.quoted[part.first]:
        return False
    if token.lower == "so":
        return not view.finite_verbs(part)
    if token.lower == "wie":
        return any("speech/saying" in view.tokens[i].tags for i in view.verbs(part))
    return "speech/saying" in token.tags and any(r.finite for r in token.verb)


def _second_cue(view: View, part: Part) -> bool:
    """Whether a part is ", und lobte …": a verb of speech of the same subject."""
    if view.tokens[part.first].lower not in ("und", "sowie", "aber", "doch"):
        return False
    at = part.first + 1
    if at >= part.last or view.quoted[at]:
        return False
    token = view.tokens[at]
    speaks = any(tag.startswith("speech/") for tag in token.tags)
    return speaks and bool(token.verb) and any(_indicative(r.form) for r in token.verb)


def _indicative(form: str) -> bool:
    return form in ("pres", "past")


def _second_verb(view: View, part: Part, start: int) -> int | None:
    """Return where "dass … habe | und kündigte an" leaves the content's clause."""
    opener = view.tokens[max(start, part.first)]
    if "speech/subordinators" not in opener.tags:
        return None
    finite = view.finite_verbs(part)
    for index in range(part.first + 1, part.last - 1):
        behind = index + 1
        if (
            view.tokens[index].lower == "und"
            and behind in finite
            and any(f < index for f in finite)
            and any(_indicative(r.form) for r in view.tokens[behind].verb)
        ):
            return index
    return None


def _quotation_follows(view: View, part: Part) -> bool:
    colon = view.tokens[part.last - 1].text == ":"
    return colon and part.last < len(view.tokens) and view.quoted[part.last]


def _without_particle(view: View, start: int) -> int:
    """Return the end without ", ab": the particle of a verb before the content."""
    last = view.parts[-1]
    words = [i for i in range(last.first, last.last) if view.tokens[i].is_word]
    alone = len(words) == 1 and "words/prepositions" in view.tokens[words[0]].tags
    return last.first if alone and last.first > start else len(view.tokens)


# Around a source phrase ----------------------------------------------------------


def around_source(view: View, phrase: Range) -> tuple[Range, ...]:
    """Return the stretches before and behind a source phrase that it speaks for."""
    number = view.part_of(phrase[0])
    start, end = _clause(view, number, phrase)
    behind = _behind_source(view, phrase)
    before = (start, phrase[0])
    if _is_opener_alone(view, before):
        return ((behind, end),)
    return before, (behind, end)


def _is_opener_alone(view: View, before: Range) -> bool:
    """Whether only a relative pronoun or conjunction stands before: "die nach …"."""
    words = [i for i in range(*before) if view.tokens[i].is_word]
    opener = {"speech/no_content", "speech/subordinators"}
    return len(words) == 1 and not opener.isdisjoint(view.tokens[words[0]].tags)


def _clause(view: View, number: int, phrase: Range) -> Range:
    part = view.parts[number]
    opener = view.tokens[part.first]
    if number and "speech/no_content" in opener.tags and phrase[0] > part.first:
        end = content_end(view, phrase[1]) if part.last <= phrase[1] else part.last
        return part.first, end
    end = len(view.tokens)
    for later in range(number, len(view.parts)):
        closing = view.parts[later].last - 1
        if view.tokens[closing].text == ";" and closing >= phrase[1]:
            end = closing
            break
    return _start(view, number, phrase), min(end, _end(view, phrase))


def _end(view: View, phrase: Range) -> int:
    return content_end(view, phrase[1]) if phrase[1] < len(view.tokens) else phrase[1]


def _start(view: View, number: int, phrase: Range) -> int:
    """Return where the clause begins: behind a semicolon or dash, at a second verb
    ("… | und könnte laut Umfragen"), at a main clause of its own."""
    second = _coordinated(view, view.parts[number], phrase)
    if second is not None:
        return second
    for earlier in range(number, 0, -1):
        part = view.parts[earlier]
        if view.tokens[part.first - 1].text in _BREAKS or _stands_alone(view, earlier):
            return part.first
    return 0


def _coordinated(view: View, part: Part, phrase: Range) -> int | None:
    finite = view.finite_verbs(part)
    for index in range(part.first + 1, phrase[0] - 1):
        if view.tokens[index].lower == "und" and index + 1 in finite:
            earlier = any(f < index for f in finite)
            return index + 1 if earlier else None
    return None


def _stands_alone(view: View, number: int) -> bool:
    """Whether a part is a main clause of its own, its verb second, behind another."""
    part = view.parts[number]
    opener = view.tokens[part.first]
    closed = {"speech/no_content", "speech/subordinators"}
    if not closed.isdisjoint(opener.tags) or view.quoted[part.first]:
        return False
    finite = view.finite_verbs(part)
    if not finite or not part.first < finite[0] < part.last - 2:
        return False
    before = view.parts[number - 1]
    started = view.finite_verbs(before)
    return bool(started) and closed.isdisjoint(view.tokens[before.first].tags)


def _behind_source(view: View, phrase: Range) -> int:
    """Return where a source phrase ends: before the verb it opens the sentence for,
    behind its appositions."""
    at = phrase[1]
    number = view.part_of(phrase[0])
    part = view.parts[number]
    if phrase[0] == part.first and part.holds(at):
        finite = [i for i in view.finite_verbs(part) if i >= at]
        if finite and not _has_subject(view, at, finite[0]):
            return finite[0]
    while at < len(view.tokens) and view.tokens[at].text == ",":
        later = view.part_of(at) + 1
        if later >= len(view.parts) or not _is_apposition(view, view.parts[later]):
            break
        at = view.parts[later].last - 1
        if later == len(view.parts) - 1:
            break
    return at


def _has_subject(view: View, first: int, last: int) -> bool:
    """Whether something else than attributes stands between source and verb."""
    return any(p.preposition is None for p in phrases(view.tokens, first, last))


def _is_apposition(view: View, part: Part) -> bool:
    opener = view.tokens[part.first]
    if view.quoted[part.first] or view.tokens[part.last - 1].text not in ",–":
        return False
    relative = opener.lower in _ARTICLES and bool(view.finite_verbs(part))
    named = opener.is_capitalised or "words/determiners" in opener.tags
    return relative or (named and not view.verbs(part))
