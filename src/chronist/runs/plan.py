"""What is new or stale: every result lies under a digest of all it depends on.

A reading depends on the raw report and on the code that reads, an analysis on the
report as read (with its day) and on the code that analyses. What has its key in the
store is never made again, whether a finished run or a killed one left it there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from chronist.model.report import RawReport, Report
from chronist.store.codec import to_json
from chronist.text.offsets import OffsetMap

_HEX_DIGITS = 32
"""128 bits: nobody finds two contents for one key by accident."""
_NOUNS = ("chronist.model", "chronist.text", "chronist.lexica")
_CODE = (".py", ".json", ".toml", ".onnx")


@dataclass(frozen=True, slots=True)
class Versions:
    """Which code reads and which analyses, as digests of the code itself.

    A version number would have to be raised by hand, and a forgotten one would mix
    old analyses with new ones.
    """

    reader: str
    analyser: str


def code_versions() -> Versions:
    """Return the versions of the code installed here. Takes some 10 ms."""
    nouns = _digest_of_code(_NOUNS)
    return Versions(
        reader=_digest(nouns, _digest_of_code(("chronist.reports",))),
        analyser=_digest(nouns, _digest_of_code(("chronist.language",))),
    )


def raw_key(raw: RawReport) -> str:
    """Return the key of a raw report: equal content under an equal name is one."""
    return _digest(to_json(raw, RawReport))


def reading_key(raw: str, versions: Versions) -> str:
    """Return the key of what is read from the raw report with key ``raw``."""
    return _digest(raw, versions.reader)


def report_digest(report: Report) -> str:
    """Return the digest of all that an analysis can see of a report."""
    seen = replace(report, raw="", offsets=OffsetMap(()))
    return _digest(to_json(seen, Report))


def analysis_key(digest: str, versions: Versions) -> str:
    """Return the key of the analysis of the report with this digest."""
    return _digest(digest, versions.analyser)


def _digest(*parts: str) -> str:
    whole = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        whole.update(len(encoded).to_bytes(8, "big"))
        whole.update(encoded)
    return whole.hexdigest()[:_HEX_DIGITS]


def _digest_of_code(packages: Iterable[str]) -> str:
    return _digest(
        *(part for package in packages for part in _contents(files(package), package))
    )


def _contents(folder: Traversable, path: str) -> Iterator[str]:
    for found in sorted(folder.iterdir(), key=lambda f: f.name):
        name = f"{path}/{found.name}"
        if found.is_dir():
            yield from _contents(found, name)
        elif found.name.endswith(_CODE):
            yield name
            yield hashlib.sha256(found.read_bytes()).hexdigest()
