"""Picture addresses, captions and credits."""

from __future__ import annotations

import re
from functools import cache

from chronist.lexica.load import load_names

_IMAGE = re.compile(
    r"\S*:format\(\w+\)\S*|(?:https?:/|\.{0,2})/?\S*\.(?:jpe?g|png|webp|gif|svg)(?:[?)#]\S*)?|!\[[^\]\n]{0,200}\]\(\S*\)|\[Bild\]",
    re.IGNORECASE,
)


def is_picture_path(line: str) -> bool:
    """Whether a line is the address of a picture."""
    return bool(_IMAGE.fullmatch(line))


@cache
def _credit() -> re.Pattern[str]:
    cues = "|".join(
        sorted(map(re.escape, load_names("press/credits")), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:(?:©|\(c\)|\(C\)|Copyright)\s{{0,2}}(?:(?:{cues})\s?:?\s)?|(?:{cues})\s?:\s?|(?:Foto|Fotos)\s?[©|/]\s?)"
        r"(?P<who>[^\n]{2,100})"
    )


def is_credit(line: str) -> bool:
    """Whether a line is the credit of a picture and nothing else."""
    if len(line) > 120 or re.search(r"[a-zäöüß]{3}[.!?]\s+[A-ZÄÖÜ]", line):
        return False
    bare = line[1:-1] if line[:1] in "([" and line[-1:] in ")]" else line
    return bool(_credit().fullmatch(bare))


_INLINE_CREDIT = re.compile(
    r"(?:©\s?\S|\((?:Foto|Fotos|Bild|Archivfoto|Symbolbild|Grafik|Quelle: ?(?:dpa|imago))\s?:|(?:Foto|Fotos|Bild|Bildquelle|Archivfoto|Symbolfoto|Grafik):\s)"
)
_LONGEST_CAPTION = 400
_LONGEST_CREDIT = 90


def inline_credit(line: str) -> int | None:
    """Return where the credit at the end of a caption begins, None without one."""
    if len(line) > _LONGEST_CAPTION:
        return None
    hits = [m.start() for m in _INLINE_CREDIT.finditer(line)]
    if not hits or hits[0] == 0 or len(line) - hits[0] > _LONGEST_CREDIT:
        return None
    return hits[0]
