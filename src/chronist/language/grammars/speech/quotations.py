"""Where quotation marks open and close, in every style news prose uses."""

from __future__ import annotations

from dataclasses import dataclass

_PAIRS = {"„": '“”"', "»": "«", "«": "»", "“": "”", "‚": "‘’'", "›": "‹", "‹": "›"}
"""Opening mark → marks that may close it. «…» is Swiss, »…« German."""
_OUTER = frozenset('„»«“"')
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: ``start``–``end`` are the words inside the marks.

    ``closed`` is False where the closing mark is missing; the words then run to the
    end of the text given.
    """

    start: int
    end: int
    closed: bool

    @property
    def outer_start(self) -> int:
        """Position of the opening mark."""
        return self.start - 1

    @property
    def outer_end(self) -> int:
        """Position behind the closing mark."""
        return self.end + 1 if self.closed else self.end

    def holds(self, position: int) -> bool:
        """Whether a position lies inside, marks included."""
        return self.outer_start <= position < self.outer_end


def find_quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the outermost quotations in ``text[start:end]`` in order.

    Quotations inside quotations belong to the outer one.

    >>> text = "Er sprach von einem „Durchbruch“ und sagte: «Das ist \\"gut\\".»"
    >>> [text[q.start:q.end] for q in find_quotations(text, 0, len(text))]
    ['Durchbruch', 'Das ist "gut".']
    """
    found: list[Quotation] = []
    position = start
    while position < end:
        if _opens(text, position, start, end):
            quotation = _read(text, position, end)
            found.append(quotation)
            position = quotation.outer_end
        else:
            position += 1
    return tuple(found)


def _opens(text: str, position: int, start: int, end: int) -> bool:
    mark = text[position]
    if mark not in _OUTER or position + 1 >= end:
        return False
    if text[position + 1].isspace():
        return False
    before = text[position - 1] if position > start else " "
    return not before.isalnum()


def _read(text: str, opening: int, end: int) -> Quotation:
    mark = text[opening]
    closing = _STRAIGHT if mark == _STRAIGHT else _PAIRS[mark]
    depth = 1
    for position in range(opening + 1, end):
        character = text[position]
        if character in closing and not _reopens(text, position, end, mark):
            depth -= 1
            if depth == 0:
                return Quotation(opening + 1, position, closed=True)
        elif character == mark and mark != _STRAIGHT:
            depth += 1
    return Quotation(opening + 1, _paragraph_end(text, opening, end), closed=False)


def _reopens(text: str, position: int, end: int, mark: str) -> bool:
    """Whether a mark that could close stands where only an opening one can."""
    if mark not in "„“" or text[position] not in '“"':
        return False
    at_word = position + 1 < end and text[position + 1].isalnum()
    return at_word and text[position - 1].isspace()


def _paragraph_end(text: str, opening: int, end: int) -> int:
    stop = text.find("\n", opening, end)
    return end if stop < 0 else stop
