"""Errors a caller can act on; each message says what happened, where, and what to do."""

from __future__ import annotations


class ChronistError(Exception):
    """Base of everything Chronist raises on purpose."""


class NothingToRead(ChronistError):
    """The paths given hold no readable report."""


class StoryNotFound(ChronistError):
    """There is no chronicle at the path given."""


class StoryUnreadable(ChronistError):
    """The file is not a chronicle, or one that a newer Chronist wrote."""


class StoryBusy(ChronistError):
    """Another process is writing this chronicle."""


class ItemNotFound(ChronistError):
    """No item of the chronicle has this id or name."""


class BadFilter(ChronistError):
    """A filter or option value cannot be understood."""


class BadJudgement(ChronistError):
    """A judgement that does not fit the items it names."""


class LexiconError(ChronistError):
    """A word list is missing or malformed."""
