"""A row of a table, a JSON object or an entry of a feed as a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from chronist.model.report import Failure, FailureKind, MediaType, Metadata
from chronist.sources.gate import report
from chronist.sources.html import as_page, is_markup
from chronist.sources.item import Result
from chronist.sources.options import SourceOptions
from chronist.sources.outlets import agency_of, outlet_of
from chronist.sources.refusal import Refused

_ADDRESS = re.compile(
    r"(https?://|www\.)\S+$|[\w-]+(\.[\w-]+)*\.(de|at|ch|com|org|net)$"
)
_HOPELESS = 50
"""So many rows without a report, and none with one: this is no table of reports."""


def article(source: str, fields: Mapping[str, str], options: SourceOptions) -> Result:
    """Return the report made of the fields of a row, or why there is none."""
    text = fields.get("text", "")
    media_type = MediaType.PLAIN
    if is_markup(text):
        text, media_type = as_page(text), MediaType.HTML
    try:
        return report(source, text, media_type, _metadata(fields), options)
    except Refused as refused:
        return Failure(source, refused.kind, refused.reason)


def summed_up(source: str, results: Iterable[Result], advice: str) -> Iterator[Result]:
    """Yield the results; if none of the rows is a report, one failure for them all."""
    waiting: list[Result] = []
    results = iter(results)
    for result in results:
        waiting.append(result)
        if not isinstance(result, Failure):
            break
        if len(waiting) >= _HOPELESS:
            break
    if waiting and all(_no_report(result) for result in waiting):
        raise Refused(FailureKind.NOT_A_REPORT, advice)
    if not waiting:
        reason = "It has no rows. Export it again, with the reports in it."
        raise Refused(FailureKind.EMPTY, reason)
    yield from waiting
    yield from results


def _no_report(result: Result) -> bool:
    return isinstance(result, Failure) and result.kind is FailureKind.NOT_A_REPORT


def _metadata(fields: Mapping[str, str]) -> Metadata:
    outlet, url = fields.get("outlet"), fields.get("url")
    if outlet and _ADDRESS.match(outlet.strip()):
        url = url or (outlet if "://" in outlet else None)
        outlet = outlet_of(outlet) or outlet
    if not outlet and url:
        outlet = outlet_of(url)
    return Metadata(
        title=fields.get("title"),
        outlet=outlet,
        agency=fields.get("agency") or (agency_of(url) if url else None),
        author=fields.get("author"),
        place=fields.get("place"),
        published=fields.get("published"),
        url=url,
        language=fields.get("language"),
    )
