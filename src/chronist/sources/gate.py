"""The one place where a RawReport is made: every text passes the same checks."""

from __future__ import annotations

import re
from dataclasses import fields

from chronist.model.report import FailureKind, MediaType, Metadata, RawReport
from chronist.sources.options import SourceOptions
from chronist.sources.refusal import Refused

_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")
_REPLACEMENT = "\ufffd"
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\x00"
_METADATA_LIMIT = 1000
"""Longest value of a metadata field, in characters; a longer one is no title."""


def report(
    source: str,
    text: str,
    media_type: MediaType,
    metadata: Metadata,
    options: SourceOptions,
) -> RawReport:
    """Return the report, or refuse a text that is empty or longer than a report.

    Lone surrogates and NUL, which no store can hold, become U+FFFD.
    """
    if not text.strip().strip(_INVISIBLE).strip():
        reason = "There is no text in it. Remove it, or save it again from its origin."
        raise Refused(FailureKind.EMPTY, reason)
    is_page = media_type is MediaType.HTML
    limit = options.max_page_characters if is_page else options.max_report_characters
    if len(text) > limit:
        reason = (
            f"The text has {len(text):,} characters; a report may have {limit:,}. "
            "Split it into its reports."
        )
        raise Refused(FailureKind.TOO_LARGE, reason)
    return RawReport(source, whole(text), media_type, clean(metadata))


def whole(text: str) -> str:
    """Return ``text`` with lone surrogates and NUL replaced by U+FFFD."""
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def clean(metadata: Metadata) -> Metadata:
    """Return ``metadata`` with white space tidied and empty or absurd values dropped."""
    values = {f.name: _value(getattr(metadata, f.name)) for f in fields(Metadata)}
    return Metadata(**values)


def _value(value: str | None) -> str | None:
    if value is None:
        return None
    tidy = whole(" ".join(value.split()))
    return tidy if 0 < len(tidy) <= _METADATA_LIMIT else None
