"""A statement while it is being found, before it gets its id and its derivation."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.language.grammars.speech.meaning import NONE_TOLD, Circumstances
from chronist.model.citation import Citation
from chronist.model.statement import StatementForm


@dataclass(frozen=True, slots=True)
class Origin:
    """What a statement rests on: the rule that found it, in both languages."""

    rule: str
    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement with its speaker, as found.

    ``words`` name the speaker of an earlier statement that this one goes on from.
    """

    form: StatementForm
    content: tuple[Citation, ...]
    cue: Citation | None
    speaker: str | None
    speaker_citation: Citation | None
    origin: Origin
    via: tuple[str, ...] = ()
    words: Citation | None = None
    around: Circumstances = NONE_TOLD

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the parts holds the whole stretch."""
        return any(c.start <= start and end <= c.end for c in self.content)


QUOTED = Origin(
    "de.speech.quotation",
    "Wörtliche Rede in Anführungszeichen mit einem Sprecher im selben Satz.",
    "Direct speech in quotation marks with a speaker in the same sentence.",
)
CONTINUED = Origin(
    "de.speech.continued_quotation",
    "Wörtliche Rede, die an die vorige desselben Sprechers anschließt.",
    "Direct speech that goes on from the one before by the same speaker.",
)
FREE = Origin(
    "de.speech.free",
    "Satz im Konjunktiv I ohne eigenes Redeverb: er setzt die vorige Rede fort.",
    "Sentence in Konjunktiv I without a verb of saying: it continues the speech before.",
)
LABELLED = Origin(
    "de.speech.label",
    "„Name: …“: eine Zwischenüberschrift gibt jemandes Aussage wieder.",
    "“Name: …”: a heading renders what somebody said.",
)
BACK = Origin(
    "de.speech.told_before",
    "„Das teilte … mit“: der Satz davor ist, was gesagt wurde.",
    "“Das teilte … mit”: the sentence before is what was said.",
)
STRUCTURAL = (QUOTED, CONTINUED, FREE, LABELLED, BACK)
"""Rules that look at marks and mood instead of words; their ids are locked as well."""
