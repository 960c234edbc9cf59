"""``chronist report``: one report with its annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from chronist.chronicle import Chronicle
from chronist.cli.face import Face, story_argument
from chronist.cli.screen import one_line, paint, put, put_json, put_wrapped, safe
from chronist.cli.texts import Say
from chronist.errors import BadFilter
from chronist.exports import contract
from chronist.exports.labels import label, when_in_words
from chronist.model.citation import Citation
from chronist.model.report import Report, Segment, SegmentKind

LAYERS = {
    "times": "cyan",
    "actors": "yellow",
    "statements": "green",
    "events": "red",
    "pledges": "magenta",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the report that a layer marks, and what is said of them."""

    start: int
    end: int
    layer: str
    told: str


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("report")
    @story_argument()
    @click.argument("name", metavar="ID")
    @face.option("--layers", "layers", metavar="LAYER,...")
    @face.as_json()
    def report(story: str, name: str, layers: str | None, as_json: bool) -> None:
        chronicle = face.open(story)
        shown = chronicle.report(name)
        chosen = _chosen(layers)
        if as_json:
            put_json(_record(chronicle, shown, chosen))
            return
        spans = [
            s for layer in chosen for s in _spans(layer, chronicle, shown, face.say)
        ]
        _put_head(chronicle, shown, face.say)
        for segment in shown.segments:
            _put_segment(shown, segment, spans, face.say)
        counts = ", ".join(
            f"{_count(spans, layer)} {face.say(f'layer.{layer}')}" for layer in chosen
        )
        put()
        put(paint(f"{face.say('report.found')}: {counts}", dim=True))

    return report


def marked(text: str, offset: int, spans: Iterable[Span]) -> str:
    """Return ``text``, which begins at ``offset``, with brackets around the spans.

    "am Donnerstag" becomes "am [Donnerstag]⟨2021-09-09⟩".
    """
    inside = [s for s in spans if offset <= s.start < s.end <= offset + len(text)]
    opening = sorted(inside, key=lambda s: (s.start, -s.end))
    closing = sorted(inside, key=lambda s: (s.end, -s.start))
    pieces: list[str] = []
    position = offset
    for place in sorted({s.start for s in inside} | {s.end for s in inside}):
        pieces.append(safe(text[position - offset : place - offset]))
        pieces += (_closed(s) for s in closing if s.end == place)
        pieces += (paint("[", fg=LAYERS[s.layer]) for s in opening if s.start == place)
        position = place
    pieces.append(safe(text[position - offset :]))
    return "".join(pieces)


def _closed(span: Span) -> str:
    told = f"⟨{one_line(span.told)}⟩" if span.told else ""
    return paint(f"]{told}", fg=LAYERS[span.layer])


def _chosen(layers: str | None) -> list[str]:
    if layers is None:
        return list(LAYERS)
    chosen = [layer.strip() for layer in layers.split(",") if layer.strip()]
    unknown = [layer for layer in chosen if layer not in LAYERS]
    if unknown or not chosen:
        msg = (
            f"no layer {', '.join(unknown) or layers!r}; there are {', '.join(LAYERS)}"
        )
        raise BadFilter(msg)
    return chosen


def _count(spans: Iterable[Span], layer: str) -> int:
    return sum(1 for span in spans if span.layer == layer)


def _put_head(chronicle: Chronicle, report: Report, say: Say) -> None:
    put(
        f"{paint(report.title or report.source, bold=True)}  {paint(report.id, dim=True)}"
    )
    known = (report.source, report.outlet, report.agency, report.author, report.place)
    put(one_line(" · ".join(part for part in known if part)))
    origin = contract.origins(chronicle.duplicates()).get(report.id)
    if origin:
        put(paint(say("report.copy_of", id=origin), fg="yellow"))
    published = report.published
    day = when_in_words(published.when if published else None, say.language)
    put(f"{say('report.dated')}: {day}")
    for reason in published.evidence if published else ():
        put_wrapped(f"{reason.en if say.language == 'en' else reason.de}", "  · ")
    put()


def _put_segment(
    report: Report, segment: Segment, spans: Sequence[Span], say: Say
) -> None:
    text = report.text[segment.start : segment.end]
    if segment.kind.tells_the_story:
        put(marked(text, segment.start, spans))
    elif segment.kind in (SegmentKind.TITLE, SegmentKind.HEADING):
        put(paint(text, bold=True))
    else:
        kind = label(segment.kind, say.language)
        put(paint(f"▏{kind}: {one_line(text)}", dim=True))
    put()


def _spans(
    layer: str, chronicle: Chronicle, report: Report, say: Say
) -> Iterator[Span]:
    finders = {
        "times": _times,
        "actors": _mentions,
        "statements": _statements,
        "events": _events,
        "pledges": _pledges,
    }
    for cited, told in finders[layer](chronicle, report, say):
        yield Span(cited.start, cited.end, layer, told)


Marks = Iterator[tuple[Citation, str]]


def _times(chronicle: Chronicle, report: Report, say: Say) -> Marks:
    del say
    for time in chronicle.times(report.id):
        yield time.citation, time.value


def _mentions(chronicle: Chronicle, report: Report, say: Say) -> Marks:
    del say
    names = {r: actor.name for actor in chronicle.actors() for r in actor.referents}
    for referent in chronicle.analysis(report.id).referents:
        name = names.get(referent.id, referent.name)
        for mention in referent.mentions:
            same = mention.citation.text == name
            yield mention.citation, "" if same else name


def _statements(chronicle: Chronicle, report: Report, say: Say) -> Marks:
    names = {actor.id: actor.name for actor in chronicle.actors()}
    for statement in chronicle.statements():
        if statement.report == report.id:
            speaker = names.get(statement.speaker or "", say("statements.nobody"))
            for part in statement.content:
                yield part, f"{speaker}, {label(statement.form, say.language)}"


def _events(chronicle: Chronicle, report: Report, say: Say) -> Marks:
    for event in chronicle.events(report.id):
        kind = label(event.type, say.language)
        status = label(event.status, say.language)
        day = when_in_words(event.when, say.language)
        yield event.trigger, f"{kind}, {status}, {day}"


def _pledges(chronicle: Chronicle, report: Report, say: Say) -> Marks:
    names = {actor.id: actor.name for actor in chronicle.actors()}
    for pledge in chronicle.pledges():
        if pledge.report == report.id:
            by = ", ".join(names.get(i, i) for i in pledge.by)
            due = when_in_words(pledge.due, say.language)
            for part in pledge.content:
                yield part, f"{by or say('statements.nobody')}, {due}"


def _record(
    chronicle: Chronicle, report: Report, layers: Sequence[str]
) -> dict[str, object]:
    origins = contract.origins(chronicle.duplicates())
    record: dict[str, object] = {
        "report": contract.report(report, origins),
        "segments": [
            {"kind": s.kind.value, "start": s.start, "end": s.end}
            for s in report.segments
        ],
    }
    return record | {layer: _layer(layer, chronicle, report) for layer in layers}


def _layer(layer: str, chronicle: Chronicle, report: Report) -> list[contract.Record]:
    match layer:
        case "times":
            return [contract.time(t) for t in chronicle.times(report.id)]
        case "actors":
            return [
                {"actor": name, **contract.citation(cited)}
                for cited, name in _mentions(chronicle, report, Say("en"))
            ]
        case "statements":
            said = chronicle.statements()
            return [contract.statement(s) for s in said if s.report == report.id]
        case "events":
            entry_of = {
                e: entry.id for entry in chronicle.entries() for e in entry.events
            }
            return [contract.event(e, entry_of) for e in chronicle.events(report.id)]
        case _:
            promised = chronicle.pledges()
            return [contract.pledge(p) for p in promised if p.report == report.id]
