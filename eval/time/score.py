"""Time expressions against KRAUTS, WikiWarsDE and the annotated corpus.

In the manner of TempEval-3 (see scoring.py): ``strict`` is the same span, ``relaxed`` a
shared character, ``value`` a relaxed pair whose value is the same; all F1. On KRAUTS the
output is the TimeML convention of ``chronist.exports.timeml``; on the corpus, which
marks modifiers and sets in the value, modifiers are not compared.
"""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chronist.exports.timeml import timex3
from chronist.runs.tag_times import tag_times
from eval.annotated import CORPUS, SPLIT, readings
from eval.time.scoring import Counts, Timex, canonical, score

KRAUTS = "benchmarks/krauts/gold"
WIKIWARS = "training/time/wikiwars-de"
DATA = (KRAUTS, WIKIWARS, *CORPUS)
OWN = (SPLIT,)
LABELS = {
    "krauts.strict_f1": "Time expressions, exact span, F1 on KRAUTS (open half)",
    "krauts.relaxed_f1": "Time expressions, overlapping span, F1 on KRAUTS (open half)",
    "krauts.value_f1": "Time expressions, value, F1 on KRAUTS (open half)",
    "wikiwars.value_f1": "Time expressions, value, F1 on WikiWarsDE (16 documents)",
    "dev.value_f1": "Time expressions, value, F1 on our dev reports",
}
NAMED = "de.time.named"
_PARTS = ("DieZeit", "Dolomiten-100", "Dolomiten-42")


@dataclass(frozen=True)
class Document:
    """A text with its day and its annotated times."""

    text: str
    day: date
    gold: tuple[Timex, ...]


def measure(shared: Path) -> dict[str, float]:
    """Return the figures on all three data sets in percent."""
    figures: dict[str, float] = {}
    pooled = Counts()
    for part in _PARTS:
        counts = _count(krauts(shared, part), "timeml")
        figures[f"krauts.{part}.value_f1"] = counts.f1("value")
        pooled.add(counts)
    figures |= {f"krauts.{m}_f1": pooled.f1(m) for m in ("strict", "relaxed", "value")}
    wars = _count(wikiwars(shared), "plain")
    figures |= {f"wikiwars.{m}_f1": wars.f1(m) for m in ("strict", "relaxed", "value")}
    ours = _count(corpus(shared, "dev"), "corpus")
    return figures | {f"dev.{m}_f1": ours.f1(m) for m in ("strict", "relaxed", "value")}


def _count(documents: Iterator[Document], convention: str) -> Counts:
    total = Counts()
    for document in documents:
        total.add(score(document.gold, system(document, convention)))
    return total


def system(document: Document, convention: str) -> tuple[Timex, ...]:
    """Return what Chronist finds, in one of the conventions timeml, corpus, plain."""
    times = tag_times(document.text, document.day)
    if convention == "timeml":
        return tuple(Timex(t.start, t.end, t.type, t.value) for t in timex3(times))
    prefix = "SET:" if convention == "corpus" else ""
    return tuple(
        Timex(
            t.citation.start,
            t.citation.end,
            "",
            canonical((prefix if t.type == "SET" else "") + t.value),
        )
        for t in times
        # The guide marks times in TIMEX3's manner, where a named event is no time
        # (counted as wrong, "nach dem Zweiten Weltkrieg" costs 0.1 points on dev).
        if convention != "corpus" or t.derivation.rule != NAMED
    )


def krauts(shared: Path, part: str) -> Iterator[Document]:
    """Yield the documents of a part of KRAUTS (times with visible words only)."""
    for path in sorted((shared / KRAUTS / part).glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314  # a benchmark of our own folder
        body = root.find(".//TEXT")
        day = root.find("./DCT/TIMEX3")
        if body is None or day is None:
            continue
        text, gold = _walk(body)
        yield Document(text, date.fromisoformat(day.get("value", "")[:10]), gold)


def _walk(body: ET.Element) -> tuple[str, tuple[Timex, ...]]:
    pieces: list[str] = []
    gold: list[Timex] = []

    def length() -> int:
        return sum(map(len, pieces))

    def visit(element: ET.Element) -> None:
        pieces.append(element.text or "")
        for child in element:
            start = length()
            visit(child)
            words = "".join(pieces)[start:]
            if child.tag == "TIMEX3" and words.strip():
                first = start + len(words) - len(words.lstrip())
                last = start + len(words.rstrip())
                kind, value = child.get("type", ""), child.get("value", "")
                gold.append(Timex(first, last, kind, value))
            pieces.append(child.tail or "")

    visit(body)
    return "".join(pieces), tuple(gold)


_TAG = re.compile(r"<TIMEX2([^>]*)>|</TIMEX2>|[^<]+|<")


def wikiwars(shared: Path) -> Iterator[Document]:
    """Yield the documents of WikiWarsDE."""
    for path in sorted((shared / WIKIWARS).glob("*.xml")):
        content = path.read_text("utf-8")
        day = re.search(r'<DATETIME>.*?val="([\d-]{10})', content, re.DOTALL)
        body = re.search(r"<TEXT>(.*)</TEXT>", content, re.DOTALL)
        if day is None or body is None:
            continue
        text, gold = _timex2(body[1])
        yield Document(text, date.fromisoformat(day[1]), gold)


def _timex2(body: str) -> tuple[str, tuple[Timex, ...]]:
    text, gold, open_tags = "", [], []
    for match in _TAG.finditer(body):
        if match[0].startswith("<TIMEX2"):
            value = dict(re.findall(r'(\w+)="([^"]*)"', match[1])).get("val", "")
            open_tags.append((len(text), value))
        elif match[0] == "</TIMEX2>":
            start, value = open_tags.pop()
            gold.append(Timex(start, len(text), "", value))
        else:
            text += html.unescape(match[0])
    return text, tuple(gold)


def corpus(shared: Path, part: str) -> Iterator[Document]:
    """Yield the annotated reports of ``train`` or ``dev`` whose day is known."""
    texts: dict[str, str] = {}
    for name in CORPUS[1:]:
        for line in (shared / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            texts.setdefault(str(row["id"]), row["text"])
    for gold in readings(shared, part):
        text = texts.get(str(gold["id"]))
        if text is None or not gold["published"]:
            continue
        times = tuple(
            Timex(start, end, "", canonical(value.split("~")[0]))
            for start, end, value in gold["times"]
        )
        yield Document(text, date.fromisoformat(gold["published"]), times)
