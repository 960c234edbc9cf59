"""``chronist find``."""

from __future__ import annotations

import click

from chronist.chronicle import Finding
from chronist.cli.face import Face, story_argument
from chronist.cli.screen import paint, put, put_json, safe
from chronist.exports.contract import citation, citations
from chronist.exports.sources import cite_report

_AROUND = 120
"""Characters shown on both sides of the words found."""


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("find")
    @story_argument()
    @click.argument("words", metavar="WORDS...", nargs=-1, required=True)
    @face.option("--limit", "limit", type=click.IntRange(min=1), default=20)
    @face.as_json()
    def find(story: str, words: tuple[str, ...], limit: int, as_json: bool) -> None:
        chronicle = face.open(story)
        # An argument with a blank was quoted in the shell: its words stay together.
        query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words)
        found = chronicle.find(query, limit=limit)
        if as_json:
            put_json(
                {"passage": citation(f.passage), "hits": citations(f.hits)}
                for f in found
            )
            return
        reports = {report.id: report for report in chronicle.reports()}
        for finding in found:
            report = reports[finding.passage.report]
            cited = cite_report(report, face.say.language)
            put(f"{paint(cited, bold=True)}  {paint(report.id, dim=True)}")
            put(f"    {_snippet(finding)}")
        if not found:
            put(face.say("find.none"))

    return find


def _snippet(finding: Finding) -> str:
    """Return the words around the first hit, all hits in it marked."""
    passage, offset = finding.passage.text, finding.passage.start
    first = finding.hits[0].start - offset if finding.hits else 0
    start, end = max(0, first - _AROUND), min(len(passage), first + 2 * _AROUND)
    while start and not passage[start - 1].isspace():
        start -= 1
    while end < len(passage) and not passage[end].isspace():
        end += 1
    pieces, position = ["…" if start else ""], start
    for hit in finding.hits:
        if start <= hit.start - offset and hit.end - offset <= end:
            pieces.append(_plain(passage[position : hit.start - offset]))
            pieces.append(paint(hit.text, bold=True, fg="yellow"))
            position = hit.end - offset
    pieces.append(_plain(passage[position:end]))
    pieces.append("…" if end < len(passage) else "")
    return "".join(pieces)


def _plain(text: str) -> str:
    return safe(text.replace("\n", " "))
