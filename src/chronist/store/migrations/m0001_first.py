"""The first schema. Written out, because a migration must not follow ``tables.py``."""

from __future__ import annotations

from sqlalchemy import Connection

STATEMENTS = (
    "CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
    "applied_at TEXT NOT NULL)",
    "CREATE TABLE run (number INTEGER NOT NULL PRIMARY KEY, command TEXT NOT NULL, "
    "state TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, body TEXT NOT NULL)",
    "CREATE TABLE raw (key TEXT NOT NULL PRIMARY KEY, source TEXT NOT NULL, "
    "body BLOB NOT NULL)",
    "CREATE TABLE reading (key TEXT NOT NULL PRIMARY KEY, raw TEXT NOT NULL, "
    "report TEXT, digest TEXT NOT NULL, body BLOB NOT NULL, fingerprint BLOB)",
    "CREATE INDEX ix_reading_raw ON reading (raw)",
    "CREATE TABLE analysis (key TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL, "
    "body BLOB NOT NULL)",
    "CREATE TABLE report (id TEXT NOT NULL PRIMARY KEY, source TEXT NOT NULL, "
    "title TEXT, outlet TEXT, agency TEXT, author TEXT, place TEXT, "
    "language TEXT NOT NULL, earliest TEXT, latest TEXT, best TEXT, "
    "text TEXT NOT NULL, raw TEXT NOT NULL, reading TEXT NOT NULL, "
    "first_analysis TEXT NOT NULL, analysis TEXT NOT NULL, body BLOB NOT NULL)",
    "CREATE INDEX ix_report_source ON report (source)",
    "CREATE TABLE failure (number INTEGER NOT NULL PRIMARY KEY, source TEXT NOT NULL, "
    "kind TEXT NOT NULL, reason TEXT NOT NULL, raw TEXT)",
    "CREATE INDEX ix_failure_source ON failure (source)",
    "CREATE TABLE duplicate_group (origin TEXT NOT NULL PRIMARY KEY, agency TEXT, "
    "body BLOB NOT NULL)",
    "CREATE TABLE time (id TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL, "
    "start INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, "
    "earliest TEXT, latest TEXT, body BLOB NOT NULL)",
    "CREATE INDEX ix_time_report ON time (report)",
    "CREATE TABLE actor (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
    "kind TEXT NOT NULL, known TEXT, body BLOB NOT NULL)",
    "CREATE TABLE actor_name (actor TEXT NOT NULL, folded TEXT NOT NULL, "
    "PRIMARY KEY (actor, folded))",
    "CREATE TABLE event (id TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL, "
    "start INTEGER NOT NULL, entry TEXT, type TEXT NOT NULL, status TEXT NOT NULL, "
    "earliest TEXT, latest TEXT, body BLOB NOT NULL)",
    "CREATE INDEX ix_event_report ON event (report)",
    "CREATE INDEX ix_event_entry ON event (entry)",
    "CREATE TABLE entry (id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL, "
    "status TEXT NOT NULL, standing TEXT NOT NULL, "
    "independent_sources INTEGER NOT NULL, weight FLOAT NOT NULL, "
    "earliest TEXT, latest TEXT, sort_day TEXT, "
    "body BLOB NOT NULL)",
    "CREATE INDEX ix_entry_sort_day ON entry (sort_day)",
    "CREATE TABLE entry_report (entry TEXT NOT NULL, report TEXT NOT NULL, "
    "PRIMARY KEY (entry, report))",
    "CREATE INDEX ix_entry_report_report ON entry_report (report)",
    "CREATE TABLE statement (id TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL, "
    "start INTEGER NOT NULL, form TEXT NOT NULL, earliest TEXT, latest TEXT, "
    "body BLOB NOT NULL)",
    "CREATE INDEX ix_statement_report ON statement (report)",
    "CREATE TABLE pledge (id TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL, "
    "start INTEGER NOT NULL, course TEXT NOT NULL, earliest TEXT, latest TEXT, "
    "body BLOB NOT NULL)",
    "CREATE INDEX ix_pledge_report ON pledge (report)",
    "CREATE TABLE conflict (id TEXT NOT NULL PRIMARY KEY, entry TEXT, "
    "about TEXT NOT NULL, body BLOB NOT NULL)",
    "CREATE INDEX ix_conflict_entry ON conflict (entry)",
    "CREATE TABLE part (item TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, "
    "PRIMARY KEY (item, actor, role))",
    "CREATE INDEX ix_part_actor ON part (actor)",
    "CREATE TABLE passage (number INTEGER NOT NULL PRIMARY KEY, report TEXT NOT NULL, "
    'start INTEGER NOT NULL, "end" INTEGER NOT NULL)',
    "CREATE INDEX ix_passage_report ON passage (report)",
    "CREATE TABLE judgement (id TEXT NOT NULL PRIMARY KEY, verdict TEXT NOT NULL, "
    "subject TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, "
    "withdrawn_at TEXT, body TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE search USING fts5(stems, tokenize = "
    '"unicode61 remove_diacritics 0")',
)


def apply(connection: Connection) -> None:
    """Create all tables and the full-text index."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
