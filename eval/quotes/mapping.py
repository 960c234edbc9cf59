"""Our statements in the scheme of the quotation data set.

The schemes differ, and what is done about it is all here:

- *Form.* direct → Direct, indirect → Indirect, reported → Reported, free →
  IndirectFreeIndirect (Konjunktiv). Free speech in the indicative, which they call
  FreeIndirect, we do not mark.
- *Message.* Theirs holds the quotation marks and the full stop of a free sentence. A
  reported act is to them the whole sentence, speaker and verb included; to us only what
  the act is about: it is widened to its sentence, or, if the sentence holds another
  statement, to the stretch from its speaker to its end. Free sentences of one speaker
  in a row are one quotation there, one statement each here: they are joined.
- *Speaker.* Ours are the words that name the speaker; theirs the whole noun phrase with
  article, title, attributes and apposition. Ours are widened to the noun phrase they
  stand in, and over a party in brackets or an apposition behind a comma. With "nach
  Angaben der Polizei" their speaker begins at "Angaben". Free speech has the speaker
  words of the statement it goes on from.
- *Cue.* Theirs is a verb with its helping verb and particle ("gab && bekannt"), and for
  "nach Angaben" the preposition.
- *Frame.* The words around the cue that are no content, up to the next clause: the
  comma or colon before the content belongs to them.
- *Nested.* A quotation that stands inside another statement's content.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chronist.language.grammars.speech.phrases import Phrase, phrases
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import Sentence, Token, tokenize_report
from chronist.model.citation import Citation
from chronist.model.report import Report
from chronist.model.statement import Statement, StatementForm

Span = tuple[int, int]
Parts = dict[str, list[Span]]
FORMS = {
    StatementForm.DIRECT: "Direct",
    StatementForm.INDIRECT: "Indirect",
    StatementForm.FREE: "IndirectFreeIndirect",
    StatementForm.REPORTED: "Reported",
}
_MARKS = '„“”»«"‚‘’›‹'
_BEFORE_NOUN = ("nach", "laut", "gemäß", "zufolge")


class Mapping:
    """One report's statements, widened to the other scheme; spans of the clean text."""

    def __init__(self, report: Report, statements: Sequence[Statement]) -> None:
        """Read the report's sentences again for their phrases and verbs."""
        self.report = report
        self.statements = statements
        self.sentences = tokenize_report(report).sentences
        for sentence in self.sentences:
            settle_verbs(sentence.tokens)

    def mapped(self) -> list[tuple[str, bool, Parts]]:
        """Return form, nested and spans by part of every statement."""
        done: set[Span] = set()
        rows: list[tuple[str, bool, Parts]] = []
        for number, statement in enumerate(self.statements):
            message = self._message(statement)
            if statement.form is StatementForm.REPORTED and message[0] in done:
                continue
            done.update(message)
            if number and self._runs_on(number):
                rows[-1][2]["message"] += message
                continue
            parts = {"message": message, "speaker": self._speaker(number), "cue": []}
            parts["frame"] = []
            if statement.cue and statement.form is not StatementForm.REPORTED:
                parts["cue"] = self._cue(statement.cue)
                parts["frame"] = self._frame(statement)
            if statement.addressee_citation:
                parts["addressee"] = [self._phrase(statement.addressee_citation)]
            rows.append((FORMS[statement.form], self._nested(statement), parts))
        return rows

    def _runs_on(self, number: int) -> bool:
        """Whether a free sentence stands right behind another by the same speaker."""
        before, here = self.statements[number - 1], self.statements[number]
        if not before.form is here.form is StatementForm.FREE:
            return False
        between = self.report.text[before.content[-1].end : here.content[0].start]
        return before.speaker == here.speaker and not between.strip(" .!?\n")

    def _nested(self, statement: Statement) -> bool:
        first, last = statement.content[0].start, statement.content[-1].end
        return statement.form is StatementForm.DIRECT and any(
            other.form is not StatementForm.REPORTED
            and other is not statement
            and any(c.start <= first and last <= c.end for c in other.content)
            for other in self.statements
        )

    # Message ---------------------------------------------------------------------

    def _message(self, statement: Statement) -> list[Span]:
        if statement.form is StatementForm.REPORTED:
            return [self._act(statement)]
        spans = [(c.start, c.end) for c in statement.content]
        if statement.form is StatementForm.DIRECT:
            return [(self._mark_before(a), self._mark_behind(b)) for a, b in spans]
        if statement.form is StatementForm.FREE:
            return [
                (a, b + 1 if self.report.text[b : b + 1] in ".!?" else b)
                for a, b in spans
            ]
        return spans

    def _mark_before(self, start: int) -> int:
        return start - 1 if self.report.text[start - 1 : start] in _MARKS else start

    def _mark_behind(self, end: int) -> int:
        text = self.report.text
        for behind in (end, end + 1):
            if text[behind : behind + 1] and text[behind] in _MARKS:
                return behind + 1
        return end

    def _act(self, statement: Statement) -> Span:
        sentence = self._sentence(statement.content[0])
        if sentence is None:
            return statement.content[0].start, statement.content[-1].end
        others = [
            s
            for s in self.statements
            if s.form in (StatementForm.INDIRECT, StatementForm.FREE)
            and sentence.start <= s.content[0].start < sentence.end
        ]
        if not others:
            return sentence.start, sentence.end
        cited = [*statement.content, statement.cue, statement.speaker_citation]
        inside = [
            c
            for c in cited
            if c and sentence.start <= c.start and c.end <= sentence.end
        ]
        return min(c.start for c in inside), max(c.end for c in inside)

    # Roles -----------------------------------------------------------------------

    def _speaker(self, number: int) -> list[Span]:
        statement = self.statements[number]
        words = statement.speaker_citation
        if words is None and statement.speaker is not None:
            words = self._words_before(number)
        if words is None:
            return self._accordingly(statement)
        noun = self._source_noun(statement.cue)
        return [self._phrase(noun or words)]

    def _accordingly(self, statement: Statement) -> list[Span]:
        cue = statement.cue
        if cue is None or cue.text.lower() != "demnach":
            return []
        return [(cue.start, cue.end)]

    def _words_before(self, number: int) -> Citation | None:
        speaker = self.statements[number].speaker
        for earlier in reversed(self.statements[:number]):
            if earlier.speaker == speaker and earlier.speaker_citation:
                return earlier.speaker_citation
        return None

    def _source_noun(self, cue: Citation | None) -> Citation | None:
        """Return "Angaben" where a preposition stands before it or behind it."""
        if cue is None or not cue.text[0].isupper():
            return None
        return cue if self._preposition(cue) else None

    def _preposition(self, noun: Citation) -> Span | None:
        sentence = self._sentence(noun)
        if sentence is None:
            return None
        at = _index(sentence, noun.start)
        for near in (*range(at - 1, max(-1, at - 5), -1), at + 1, at + 2):
            if 0 <= near < len(sentence.tokens):
                token = sentence.tokens[near]
                if token.lower in _BEFORE_NOUN:
                    return token.start, token.end
        return None

    def _cue(self, cue: Citation) -> list[Span]:
        sentence = self._sentence(cue)
        if sentence is None:
            return [(cue.start, cue.end)]
        if cue.text[0].isupper() and (place := self._preposition(cue)):
            return [place]
        tokens = sentence.tokens
        at = _index(sentence, cue.start)
        indexes = [at]
        if tokens[at].verb:
            indexes += [*_helper(tokens, at), *_particle(tokens, at)]
        return [(tokens[i].start, tokens[i].end) for i in sorted(set(indexes))]

    def _frame(self, statement: Statement) -> list[Span]:
        cue = statement.cue
        sentence = self._sentence(cue) if cue else None
        if cue is None or sentence is None:
            return []
        taken = [span for s in self._around(sentence) for span in self._message(s)]
        start = max((b for _, b in taken if b <= cue.start), default=sentence.start)
        end = min((a for a, _ in taken if a >= cue.end), default=sentence.end)
        text = self.report.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
            end -= 1
        return [(start, end)]

    def _around(self, sentence: Sentence) -> Iterable[Statement]:
        return (
            s
            for s in self.statements
            if s.form is not StatementForm.REPORTED
            and s.content[0].start < sentence.end
            and sentence.start < s.content[-1].end
        )

    # Phrases ---------------------------------------------------------------------

    def _phrase(self, words: Citation) -> Span:
        sentence = self._sentence(words)
        if sentence is None:
            return words.start, words.end
        tokens = sentence.tokens
        at = _index(sentence, words.start)
        for phrase in phrases(tokens, 0, len(tokens)):
            if phrase.start <= at < phrase.end:
                end = _with_apposition(tokens, phrase)
                return tokens[phrase.start].start, tokens[end - 1].end
        return words.start, words.end

    def _sentence(self, words: Citation) -> Sentence | None:
        holding = (s for s in self.sentences if s.start <= words.start < s.end)
        return next(holding, None)


def _index(sentence: Sentence, position: int) -> int:
    return next(i for i, t in enumerate(sentence.tokens) if t.end > position)


def _helper(tokens: Sequence[Token], at: int) -> list[int]:
    """Return the helping verb of a participle: "hat … erklärt"."""
    if not any(r.form == "pp" for r in tokens[at].verb) or any(
        r.finite for r in tokens[at].verb
    ):
        return []
    for near in (*range(at - 1, -1, -1), *range(at + 1, min(len(tokens), at + 2))):
        if "verbs/auxiliary" in tokens[near].tags:
            return [near]
        if tokens[near].text in ".;:":
            break
    return []


def _particle(tokens: Sequence[Token], at: int) -> list[int]:
    """Return the particle of a separated verb: "gab … bekannt"."""
    lemma = tokens[at].lemma
    for later in range(at + 1, min(len(tokens), at + 26)):
        token = tokens[later]
        if token.lower != "es" and lemma.startswith(token.lower) and token.is_word:
            return [later]
    return [at + 1] if at + 1 < len(tokens) and tokens[at + 1].lower == "es" else []


def _with_apposition(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return the end of a phrase, over ", Sprecher des Ministeriums"."""
    end = phrase.end
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return end
    following = phrases(tokens, end + 1, len(tokens))
    if not following or following[0].outer_start != end + 1:
        return end
    behind = following[0].end
    closes = behind < len(tokens) and (
        tokens[behind].text in ",.:" or tokens[behind].verb
    )
    has_article = "words/determiners" in tokens[end + 1].tags
    return behind if closes and (has_article or tokens[end + 1].is_capitalised) else end
