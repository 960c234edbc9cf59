"""Direct speech: which quotations are somebody's words, and whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronist.language.grammars.speech.draft import CONTINUED, QUOTED, Draft
from chronist.language.grammars.speech.meaning import NONE_TOLD, Circumstances
from chronist.language.grammars.speech.pronouns import Voice
from chronist.language.grammars.speech.quotations import Quotation
from chronist.language.grammars.speech.view import View
from chronist.language.tokens import Token
from chronist.model.citation import Citation
from chronist.model.report import Report
from chronist.model.statement import StatementForm

_TITLE_WORDS = 6
"""A quoted name has hardly more words; a quotation with a cue may be shorter."""


@dataclass(frozen=True, slots=True)
class Said:
    """A cue that was found in a sentence: where it stands, and who speaks."""

    sentence: int
    position: int
    cue: Citation
    speaker: str | None
    speaker_citation: Citation | None
    via: tuple[str, ...]
    quotes: bool
    """Whether it can introduce a quotation: not *halten*, *entscheiden*."""
    words: Citation | None = None
    """The words for somebody whom a pronoun means and nobody has named."""
    around: Circumstances = NONE_TOLD


def direct_statements(
    report: Report,
    quotations: Sequence[Quotation],
    views: Sequence[View],
    said: Sequence[Said],
    rendered: Sequence[Draft],
) -> list[Draft]:
    """Return the direct statements of one paragraph, in order."""
    found: list[Draft] = []
    last_end = -1
    for quotation in quotations:
        draft = _with_cue(report, quotation, views, said, rendered)
        if draft is None and found and _adjoins(report, last_end, quotation):
            draft = _continued(report, quotation, found[-1])
        if draft is None:
            continue
        if found and _interrupted(report, found[-1], last_end, draft):
            found[-1] = replace(found[-1], content=(*found[-1].content, *draft.content))
        else:
            found.append(draft)
        last_end = quotation.outer_end
    return found


def _with_cue(
    report: Report,
    quotation: Quotation,
    views: Sequence[View],
    said: Sequence[Said],
    rendered: Sequence[Draft],
) -> Draft | None:
    content = _content(report, quotation)
    if content is None or _is_title(report, quotation, views):
        return None
    around = [d for d in rendered if d.covers(quotation.start, quotation.end)]
    cued = [d for d in around if d.cue is not None]
    cue = _nearest(quotation, views, said)
    if cued or (around and cue is None):
        outer = max(cued or around, key=lambda d: d.end - d.start)
        return replace(
            outer, form=StatementForm.DIRECT, content=(content,), origin=QUOTED
        )
    if cue is None:
        return None
    return Draft(
        StatementForm.DIRECT,
        (content,),
        cue.cue,
        cue.speaker,
        cue.speaker_citation,
        QUOTED,
        cue.via,
        cue.words,
        cue.around,
    )


def _content(report: Report, quotation: Quotation) -> Citation | None:
    start, end = quotation.start, quotation.end
    while start < end and report.text[start].isspace():
        start += 1
    while start < end and report.text[end - 1] in " \n,":
        end -= 1
    return report.cite(start, end) if start < end else None


def _nearest(
    quotation: Quotation, views: Sequence[View], said: Sequence[Said]
) -> Said | None:
    """Return the cue in a sentence the quotation stands in, nearest to its marks."""
    sentences = {
        v.sentence.index
        for v in views
        if v.sentence.start < quotation.outer_end
        and quotation.outer_start < v.sentence.end
    }
    near = [s for s in said if s.sentence in sentences and s.quotes]
    if not near:
        return None
    return min(near, key=lambda s: (_distance(s.position, quotation), s.position))


def _distance(position: int, quotation: Quotation) -> int:
    if position < quotation.start:
        return quotation.start - position
    return position - quotation.end


def alone(
    report: Report, quotation: Quotation, view: View, voice: Voice
) -> Draft | None:
    """Return a quotation that makes up its sentence, as words of whoever spoke last."""
    content = _content(report, quotation)
    words = [i for i, token in enumerate(view.tokens) if token.is_word]
    whole = all(view.quoted[i] for i in words) and len(words) > _TITLE_WORDS // 2
    if content is None or not whole or view.sentence.start < quotation.outer_start - 2:
        return None
    return Draft(
        StatementForm.DIRECT,
        (content,),
        None,
        voice.speaker,
        None,
        CONTINUED,
        voice.via,
        voice.words,
    )


def _is_title(report: Report, quotation: Quotation, views: Sequence[View]) -> bool:
    """Whether the marks set off a name: Manöver „Westen“, die Zeitung „Morgen“.

    A name the report is known to use is one; so is a phrase of capitalised words that
    no verb of naming introduces.
    """
    words = report.text[quotation.start : quotation.end].split()
    if len(words) > _TITLE_WORDS or not words:
        return False
    if _is_known_name(quotation, views):
        return True
    sentence = report.text[quotation.end - 1] in ".!?"
    return words[0][0].isupper() and not sentence and _named_so(words, quotation, views)


def _named_so(
    words: Sequence[str], quotation: Quotation, views: Sequence[View]
) -> bool:
    """Whether the word before, or capitals throughout, show a name."""
    before = _token_before(quotation, views)
    if before is None:
        return False
    if "speech/titled" in before.tags or before.lower.startswith("sogenannt"):
        return True
    return len(words) > 1 and all(map(_is_name_word, words)) and before.lower != "als"


def _is_known_name(quotation: Quotation, views: Sequence[View]) -> bool:
    inside = [
        view.proper[i]
        for view in views
        for i, token in enumerate(view.tokens)
        if quotation.start <= token.start < quotation.end and token.is_word
    ]
    return bool(inside) and all(inside)


_SMALL = frozenset(
    [
        "of",
        "de",
        "la",
        "le",
        "du",
        "the",
        "and",
        "für",
        "der",
        "des",
        "die",
        "und",
        "zu",
        "von",
        "&",
        "-",
        "–",
    ]
)


def _is_name_word(word: str) -> bool:
    return word in _SMALL or not word[0].islower()


def _token_before(quotation: Quotation, views: Sequence[View]) -> Token | None:
    for view in views:
        earlier = [t for t in view.tokens if t.end <= quotation.outer_start]
        if earlier and view.sentence.end > quotation.outer_start:
            return earlier[-1]
    return None


def _adjoins(report: Report, last_end: int, quotation: Quotation) -> bool:
    """Whether only the rest of one sentence stands between two quotations, and the
    second makes up sentences of its own."""
    between = report.text[last_end : quotation.outer_start].rstrip()
    if not between.strip(" ,"):
        return True
    stops = sum(between.count(stop) for stop in ".!?")
    whole = (
        report.text[quotation.end - 1] in ".!?" or quotation.end > quotation.start + 80
    )
    return stops <= 1 and between.endswith((".", "!", "?")) and whole


def _continued(report: Report, quotation: Quotation, before: Draft) -> Draft | None:
    content = _content(report, quotation)
    if content is None:
        return None
    return replace(
        before,
        content=(content,),
        cue=None,
        origin=CONTINUED,
        words=before.words or before.speaker_citation,
    )


def _interrupted(report: Report, before: Draft, last_end: int, draft: Draft) -> bool:
    """Whether the cue only interrupts one quotation: „Ja“, sagte er, „und zwar bald.“"""
    if before.speaker_citation != draft.speaker_citation or before.cue != draft.cue:
        return False
    between = report.text[last_end : draft.start - 1].rstrip()
    return bool(draft.cue) and between.endswith((",", "–", "-")) and "." not in between
