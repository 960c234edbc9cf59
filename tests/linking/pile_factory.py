"""Compact literals for linking tests: reports, referents, events in one line each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from chronist.linking.link import link
from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.analysis import Analysis
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.event import Event, EventType, Participant, Role, Status
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.pledge import Pledge
from chronist.model.report import (
    DuplicateGroup,
    Published,
    Report,
    Segment,
    SegmentKind,
)
from chronist.model.statement import Statement, StatementForm
from chronist.model.story import Links
from chronist.model.when import When

READ = Derivation("test.read", "Aus dem Test.", "From the test.")
PERSON, ORG = ActorKind.PERSON, ActorKind.ORGANISATION
PLACE, GROUP = ActorKind.PLACE, ActorKind.GROUP


@dataclass
class Draft:
    """A report being written: sentences first, then what is read from them."""

    id: str
    day: str | None
    outlet: str | None = None
    agency: str | None = None
    sentences: list[str] = field(default_factory=list)
    referents: list[Referent] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    pledges: list[Pledge] = field(default_factory=list)

    def says(self, sentence: str) -> Draft:
        self.sentences.append(sentence)
        return self

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def cite(self, words: str) -> Citation:
        start = self.text.index(words)
        return Citation(self.id, start, start + len(words), words)

    def sentence_of(self, words: str) -> Citation:
        return self.cite(next(s for s in self.sentences if words in s))

    def has(
        self,
        name: str,
        kind: ActorKind = PERSON,
        *,
        described: str | None = None,
        known: str | None = None,
        also: tuple[str, ...] = (),
    ) -> str:
        """Add a referent and return its id; ``described`` means: without a name."""
        mentions = [
            Mention(self._shown(w), MentionKind.NAME, READ)
            for w in ((name, *also) if described is None or also else also)
        ]
        if described is not None:
            mentions.append(
                Mention(self._shown(described), MentionKind.DESCRIPTION, READ)
            )
        made = f"{self.id}:{name}"
        self.referents.append(
            Referent(made, self.id, kind, name, tuple(mentions), known)
        )
        return made

    def _shown(self, words: str) -> Citation:
        if words in self.text:
            return self.cite(words)
        return Citation(self.id, 0, len(words), words)

    def event(
        self,
        kind: str,
        trigger: str,
        agents: str = "",
        *,
        to: str = "",
        at: str = "",
        when: str | None = None,
        status: Status = Status.OCCURRED,
        said_in: str | None = None,
    ) -> str:
        """Add an event; participants are referent names separated by ``;``."""
        parts = [
            *((name, Role.AGENT) for name in _names(agents)),
            *((name, Role.RECIPIENT) for name in _names(to)),
            *((name, Role.PLACE) for name in _names(at)),
        ]
        made = f"e-{self.id}-{len(self.events)}"
        self.events.append(
            Event(
                made,
                self.id,
                EventType[kind],
                status,
                self.cite(trigger),
                self.sentence_of(trigger),
                tuple(Participant(f"{self.id}:{n}", role) for n, role in parts),
                When.from_edtf(when) if when else None,
                (READ,),
                None,
                said_in,
            )
        )
        return made

    def pledge(
        self,
        content: str,
        by: str,
        *,
        due: str | None = None,
        events: tuple[str, ...] = (),
    ) -> str:
        made = f"p-{self.id}-{len(self.pledges)}"
        self.pledges.append(
            Pledge(
                made,
                self.id,
                tuple(f"{self.id}:{n}" for n in _names(by)),
                (self.cite(content),),
                When.from_edtf(due) if due else None,
                When.from_edtf(self.day) if self.day else None,
                (READ,),
                events,
            )
        )
        return made

    def statement(self, content: str, speaker: str) -> str:
        made = f"s-{self.id}-{len(self.statements)}"
        self.statements.append(
            Statement(
                made,
                self.id,
                StatementForm.INDIRECT,
                (self.cite(content),),
                f"{self.id}:{speaker}",
                None,
                None,
                (READ,),
            )
        )
        return made

    @property
    def report(self) -> Report:
        published = None
        if self.day is not None:
            best = date.fromisoformat(self.day)
            published = Published(When.day(best), best)
        return Report(
            id=self.id,
            source=f"{self.id}.txt",
            text=self.text,
            segments=(Segment(SegmentKind.PARAGRAPH, 0, len(self.text)),),
            outlet=self.outlet,
            agency=self.agency,
            published=published,
        )

    @property
    def analysis(self) -> Analysis:
        return Analysis(
            report=self.id,
            published=None,
            referents=tuple(self.referents),
            statements=tuple(self.statements),
            events=tuple(self.events),
            pledges=tuple(self.pledges),
        )


def _names(joined: str) -> list[str]:
    return [name.strip() for name in joined.split(";") if name.strip()]


def copies(origin: Draft, *others: Draft, agency: str | None = None) -> DuplicateGroup:
    return DuplicateGroup(origin.id, tuple(d.id for d in others), agency, READ)


def judged(
    verdict: Verdict,
    subject: Subject,
    *targets: tuple[str, ...],
    value: str | None = None,
    minute: int = 0,
) -> Judgement:
    return Judgement(
        f"j-{verdict}-{minute}",
        verdict,
        subject,
        targets,
        "Redaktion",
        datetime(2022, 1, 1, 12, minute, tzinfo=UTC),
        value,
    )


def linked(
    *drafts: Draft,
    duplicates: tuple[DuplicateGroup, ...] = (),
    judgements: tuple[Judgement, ...] = (),
) -> Links:
    return link(
        [d.report for d in drafts],
        [d.analysis for d in drafts],
        duplicates,
        judgements,
    )
