"""The schema, once.

Three kinds of tables: *content* (``raw``, ``reading``, ``analysis``), rows that never
change and are found by a digest of what they were made from; the *visible* chronicle,
replaced in one transaction; and what people and runs left behind (``judgement``,
``run``). Content that no visible row names is a checkpoint of a run under way.

``body`` columns hold the whole value, as JSON where people wrote it, else compressed
(2.2 times smaller: reasons repeat themselves); the other columns are there to query.
Days are ISO dates as text, so that they sort and compare on every database.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _text(name: str, *, index: bool = False, required: bool = True) -> Column[str]:
    return Column(name, Text, index=index, nullable=not required)


def _key(name: str = "id") -> Column[str]:
    return Column(name, Text, primary_key=True)


def _body() -> Column[bytes]:
    return Column("body", LargeBinary, nullable=False)


def _days() -> tuple[Column[str], Column[str]]:
    return _text("earliest", required=False), _text("latest", required=False)


migration = Table(
    "migration",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("name"),
    _text("applied_at"),
)

run = Table(
    "run",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("command"),
    _text("state"),
    _text("started_at"),
    _text("ended_at", required=False),
    _text("body"),
)

raw = Table(
    "raw",
    metadata,
    _key("key"),
    _text("source"),
    _body(),
)

reading = Table(
    "reading",
    metadata,
    _key("key"),
    _text("raw", index=True),
    _text("report", required=False),
    _text("digest"),
    _body(),
    Column("fingerprint", LargeBinary, nullable=True),
)

analysis = Table(
    "analysis",
    metadata,
    _key("key"),
    _text("report"),
    _body(),
)

report = Table(
    "report",
    metadata,
    _key(),
    _text("source", index=True),
    _text("title", required=False),
    _text("outlet", required=False),
    _text("agency", required=False),
    _text("author", required=False),
    _text("place", required=False),
    _text("language"),
    *_days(),
    _text("best", required=False),
    _text("text"),
    _text("raw"),
    _text("reading"),
    _text("first_analysis"),
    _text("analysis"),
    _body(),
)

failure = Table(
    "failure",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("source", index=True),
    _text("kind"),
    _text("reason"),
    _text("raw", required=False),
)

duplicate_group = Table(
    "duplicate_group",
    metadata,
    _key("origin"),
    _text("agency", required=False),
    _body(),
)

time = Table(
    "time",
    metadata,
    _key(),
    _text("report", index=True),
    Column("start", Integer, nullable=False),
    _text("type"),
    _text("value"),
    *_days(),
    _body(),
)

actor = Table(
    "actor",
    metadata,
    _key(),
    _text("name"),
    _text("kind"),
    _text("known", required=False),
    _body(),
)

actor_name = Table("actor_name", metadata, _key("actor"), _key("folded"))

event = Table(
    "event",
    metadata,
    _key(),
    _text("report", index=True),
    Column("start", Integer, nullable=False),
    _text("entry", index=True, required=False),
    _text("type"),
    _text("status"),
    *_days(),
    _body(),
)

entry = Table(
    "entry",
    metadata,
    _key(),
    _text("type"),
    _text("status"),
    _text("standing"),
    Column("independent_sources", Integer, nullable=False),
    Column("weight", Float, nullable=False),
    *_days(),
    _text("sort_day", index=True, required=False),
    _body(),
)

entry_report = Table(
    "entry_report",
    metadata,
    _key("entry"),
    Column("report", Text, primary_key=True, index=True),
)

statement = Table(
    "statement",
    metadata,
    _key(),
    _text("report", index=True),
    Column("start", Integer, nullable=False),
    _text("form"),
    *_days(),
    _body(),
)

pledge = Table(
    "pledge",
    metadata,
    _key(),
    _text("report", index=True),
    Column("start", Integer, nullable=False),
    _text("course"),
    *_days(),
    _body(),
)

conflict = Table(
    "conflict",
    metadata,
    _key(),
    _text("entry", index=True, required=False),
    _text("about"),
    _body(),
)

part = Table(
    "part",
    metadata,
    _key("item"),
    Column("actor", Text, primary_key=True, index=True),
    _key("role"),
)
"""Which actor has which part in an event, entry, statement or pledge."""

passage = Table(
    "passage",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("report", index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
"""Stretches of text the full-text index knows, under the same numbers."""

judgement = Table(
    "judgement",
    metadata,
    _key(),
    _text("verdict"),
    _text("subject"),
    _text("author"),
    _text("at"),
    _text("withdrawn_at", required=False),
    _text("body"),
)

VISIBLE = (
    report,
    failure,
    duplicate_group,
    time,
    actor,
    actor_name,
    event,
    entry,
    entry_report,
    statement,
    pledge,
    conflict,
    part,
    passage,
)
"""What a commit replaces as a whole."""
