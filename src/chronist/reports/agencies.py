"""Agency marks: "(dpa)", "RND/dpa", "/cht/DP/he", and the agencies they name."""

from __future__ import annotations

import re
from functools import cache

from chronist.lexica.load import load_table


@cache
def _agencies() -> dict[str, str]:
    return dict(load_table("press/agencies"))


@cache
def _outlets() -> dict[str, str]:
    return dict(load_table("press/outlets"))


def _tokens(codes: str) -> list[str]:
    return [t for t in re.split(r"[/,;|]|\s+(?:und|mit|&)\s+|\s", codes.strip()) if t]


def agencies_in(codes: str) -> tuple[str, ...]:
    """Return the known agencies that a mark such as ``afp/reuters`` names."""
    found = [
        _agencies().get(t.lower().rstrip(".")) for t in [codes.strip(), *_tokens(codes)]
    ]
    return tuple(dict.fromkeys(name for name in found if name))


def outlet_in(codes: str) -> str | None:
    """Return the outlet that stands beside an agency ("RND/dpa")."""
    found = (_outlets().get(t.lower()) for t in [codes.strip(), *_tokens(codes)])
    return next((name for name in found if name), None)


def is_agency_slot(codes: str) -> bool:
    """Whether what stands in brackets behind a place can be an agency's mark."""
    if agencies_in(codes) or outlet_in(codes):
        return True
    return bool(re.fullmatch(r"[a-z]{2,5}(?:/[a-z]{2,5}){0,3}", codes))


def agency_of(codes: str) -> str | None:
    """Return the agency a mark names: known ones by name, others as they stand."""
    known = agencies_in(codes)
    if known:
        return "/".join(known)
    return None if outlet_in(codes) else codes.strip()


_MARK_LEAD = re.compile(
    r"(?:©|\(c\))\s?|(?:Quellen?|Mit Material (?:von|der)|Mit Informationen (?:von|der)"
    r"|Mit Agenturmaterial|mit|Text|Agentur(?:en)?):?\s",
    re.IGNORECASE,
)
_CODES = re.compile(r"[^\W\d_][\w.\-/,;& ]{0,59}")
_MOST_CODES = 7
_LONGEST_MARK = 60


def agency_mark(line: str) -> str | None:
    """Return the codes of a line that is nothing but an agency mark, else None.

    >>> agency_mark("RND/dpa"), agency_mark("/cht/DP/he"), agency_mark("Auch in Minsk")
    ('RND/dpa', 'cht/DP/he', None)
    """
    if len(line) > _LONGEST_MARK:
        return None
    if line.startswith("/") and re.fullmatch(r"(?:/[^\W\d_]{1,5}){1,5}", line):
        return line[1:]
    stripped = re.sub(r"^©\s?dpa-infocom.*", "dpa-infocom", line)
    lead = _MARK_LEAD.match(stripped)
    mark = stripped[lead.end() if lead else 0 :].rstrip(".")
    bracketed = mark[:1] in {"(", "["} and mark[-1:] in {")", "]"}
    codes = mark[1:-1] if bracketed else mark
    if not _CODES.fullmatch(codes) or len(_tokens(codes)) > _MOST_CODES:
        return None
    return codes.strip() if _tells_agency(codes, bracketed) else None


def _tells_agency(codes: str, bracketed: bool) -> bool:
    tokens = [t for t in _tokens(codes) if t.lower() not in {"der", "die", "red"}]
    known = agencies_in(codes)
    if known:
        return all(_is_code(t) for t in tokens)
    return bracketed and len(tokens) == 1 and bool(re.fullmatch(r"[a-z]{2,4}", codes))


def _is_code(token: str) -> bool:
    lower = token.lower().rstrip(".")
    return len(token) <= 5 or lower in _agencies() or lower in _outlets()


_TRAILING = re.compile(
    r"(?<=[.!?“”\"»«])\s*(?P<mark>\((?P<codes>[^()]{2,30})\)|(?P<bare>/?[^\W\d_][\w/,\- ]{1,25}))\.?\s*$"
)
_TRAILING_WINDOW = 50


def trailing_mark(line: str, last: bool) -> int | None:
    """Return where an agency mark at the end of a paragraph begins, None without one.

    Short codes that are no known agency count only in the ``last`` paragraph.
    """
    offset = max(0, len(line) - _TRAILING_WINDOW)
    found = _TRAILING.search(line, offset)
    if not found or found.start("mark") == 0:
        return None
    codes = found["codes"] or found["bare"]
    known = _tells_agency(codes.strip("/"), bracketed=bool(found["codes"]) and last)
    signed = last and bool(re.fullmatch(r"(?:/[^\W\d_]{1,5}){2,5}", codes))
    return found.start("mark") if known or signed else None
