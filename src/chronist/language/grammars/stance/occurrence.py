"""A word that tells an event, as the stance rules see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronist.language.morphology import Clause, Mood, Tense
from chronist.language.tokens import Token
from chronist.model.statement import StatementForm


class TimeOrder(StrEnum):
    """Where the event's day lies, seen from the report's."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the trigger's clause and phrase hang on; empty words where nothing does."""

    opener: str = ""
    """What opens its clause: "dass", "wenn", a relative pronoun; or the kind of clause."""
    above: str = ""
    """The verb of the clause above."""
    governor: str = ""
    """The verb that governs the trigger in its own clause."""
    head: str = ""
    """The noun its phrase hangs on, in lower case: "Forderung nach …"."""
    function: str = ""
    """What its phrase is in the clause: subject, object, a preposition."""
    earlier: tuple[str, ...] = ()
    """Statuses told before in the report: of an event of its word, of its type."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A trigger in its sentence. ``said`` is the form of the statement it stands in."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    index: int
    number: int
    """Index of its clause."""
    is_verb: bool
    """Whether the trigger is a verb, not a noun or an adjective's form."""
    said: StatementForm | None = None
    order: TimeOrder = TimeOrder.UNKNOWN
    surroundings: Surroundings = Surroundings()

    @property
    def token(self) -> Token:
        """The trigger."""
        return self.tokens[self.index]

    @property
    def forms(self) -> frozenset[str]:
        """The verb forms the trigger can have."""
        return frozenset(r.form for r in self.token.verb)

    @property
    def clause(self) -> Clause:
        """The clause it stands in."""
        return self.clauses[self.number]

    @property
    def words(self) -> Sequence[Token]:
        """The tokens of its clause."""
        return self.tokens[self.clause.first : self.clause.last]

    @property
    def tense(self) -> Tense:
        """The clause's tense."""
        return self.clause.tense

    @property
    def mood(self) -> Mood:
        """The clause's mood."""
        return self.clause.mood

    def other_verbs(self) -> Iterator[Token]:
        """Yield the other verbs of its clause."""
        for i in self.clause.verbs:
            if i != self.index:
                yield self.tokens[i]

    def modal(self) -> Token | None:
        """Return the modal verb of its clause."""
        return next((t for t in self.other_verbs() if "verbs/modal" in t.tags), None)

    def governors(self) -> Iterator[Token]:
        """Yield the verbs that may govern it: of a noun its own clause's, of an
        infinitive with zu the clause's before."""
        if not self.is_verb:
            yield from self.other_verbs()
            if any(t.verb and t.verb[0].finite for t in self.other_verbs()):
                return
        yield from self._verbs_before()

    def _verbs_before(self) -> Iterator[Token]:
        for token in self.words_before():
            if token.verb:
                yield token

    def words_before(self) -> Sequence[Token]:
        """The tokens of the clause before its own; none before the first."""
        if self.number == 0:
            return ()
        before = self.clauses[self.number - 1]
        return self.tokens[before.first : before.last]

    def preposition(self) -> str:
        """Return the preposition its noun phrase stands behind, or an empty string."""
        for at in range(self.index - 1, max(-1, self.index - 6), -1):
            token = self.tokens[at]
            if "words/prepositions" in token.tags:
                return token.lower
            if not token.is_word or token.is_capitalised or token.verb:
                break
        return ""

    def following(self) -> str:
        """Return the word behind it, in lower case, or an empty string."""
        after = self.tokens[self.index + 1 : self.index + 2]
        return after[0].lower if after else ""

    def attributes(self) -> Iterator[Token]:
        """Yield the words of its noun phrase before it, nearest first."""
        for at in range(self.index - 1, max(-1, self.index - 6), -1):
            token = self.tokens[at]
            if not token.is_word or token.is_capitalised:
                return
            yield token
            if "words/determiners" in token.tags or "stance/no" in token.tags:
                return
