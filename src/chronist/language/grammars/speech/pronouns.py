"""Whom a pronoun means that speaks: who spoke last, if gender and number fit."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.language.grammars.speech.cast import Cast
from chronist.model.citation import Citation

_POSSESSIVE = ("sein", "ihr")
_POINTING = frozenset(("dieser", "diese", "dieses"))
_PERSONAL = frozenset(("er", "sie", "ihm", "ihr", "ihnen"))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke last: the referent, or the words for whom nobody has named."""

    speaker: str | None
    words: Citation | None
    via: tuple[str, ...]
    end: int
    """Where the sentence of the speech, or the speech, ended."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The first word of a speaker's phrase, and whether its verb is a plural."""

    word: str
    position: int
    plural: bool
    others: frozenset[str] = frozenset()
    """Who is named in what the pronoun says: one speaks of oneself as "er" there."""

    @property
    def stands_for_somebody(self) -> bool:
        """Whether it is a pronoun at all."""
        pointing = self.word in _PERSONAL | _POINTING
        return pointing or self.word.startswith(_POSSESSIVE)

    def may_mean(self, cast: Cast, referent: str) -> bool:
        """Whether a referent fits: "sie sagten" is not one person, "er" no woman."""
        if referent in self.others:
            return False
        if self.word == "sie" and self.plural:
            return not cast.is_person(referent)
        if self.word == "er":
            return not cast.is_woman(referent)
        return True

    def resolve(
        self, cast: Cast, last: Voice | None
    ) -> tuple[str | None, Citation | None]:
        """Return the referent meant, or the words for somebody without a name."""
        if self.word in _POINTING:
            return cast.last_before(self.position), None
        if last is not None and self._fits(cast, last):
            return last.speaker, last.words if last.speaker is None else None
        found = cast.last_before(self.position, plural=self.plural, without=self.others)
        return found, None

    def _fits(self, cast: Cast, last: Voice) -> bool:
        if last.speaker is None:
            return last.words is not None and (
                self.plural
                or not cast.is_named_between(last.words.start, self.position)
            )
        if self.word == "er" and not cast.is_person(last.speaker):
            return cast.last_before(self.position) is None
        return self.may_mean(cast, last.speaker)


def other_one(cast: Cast, last: Voice | None, position: int) -> str | None:
    """Return whom "sein Gastgeber" means: the person named last besides "him"."""
    owner = last.speaker if last and last.speaker else None
    owner = owner or cast.last_before(position)
    without = frozenset((owner,)) if owner else frozenset()
    return cast.last_before(position, without=without)
