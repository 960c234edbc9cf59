"""Clauses put together from the stretches between marks, with their subjects.

A frame is one finite verb (or infinitive with *zu*) with everything that belongs to it,
also where a relative clause or an apposition stands between: "Putin, der krank war,
sagte das Treffen ab" is two frames. A frame knows which frame it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from chronist.language.tokens import Token

_CONJUNCTIONS = frozenset(("und", "oder", "aber", "sondern", "doch", "denn"))
_RELATIVE = frozenset(
    ("der", "die", "das", "dem", "den", "dessen", "deren", "denen", "welcher",
     "welche", "welches", "welchem", "welchen")
)  # fmt: skip
_BREAKS = frozenset(",;:–—()…")


class FrameKind(StrEnum):
    """What opens a clause."""

    MAIN = "main"
    SUB = "sub"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    LOOSE = "loose"
    """No verb: a headline, an apposition before its clause."""


@dataclass(slots=True)
class Frame:
    """A clause: ``pieces`` are token stretches, ``verbs`` token indexes in order.

    ``opener`` is the subordinator or relative pronoun, ``finite`` the finite verb, each
    a token index or -1; ``above`` the number of the frame it hangs on or is joined to,
    or -1; ``joined`` whether it is coordinated with that frame.
    """

    kind: FrameKind
    pieces: list[tuple[int, int]]
    verbs: list[int] = field(default_factory=list)
    opener: int = -1
    finite: int = -1
    above: int = -1
    joined: bool = False

    def holds(self, index: int) -> bool:
        """Whether a token belongs to it."""
        return any(first <= index < last for first, last in self.pieces)

    @property
    def first(self) -> int:
        """Index of its first token."""
        return self.pieces[0][0]


def frames_of(tokens: Sequence[Token]) -> tuple[Frame, ...]:
    """Return the frames of a sentence, in order; every token stands in exactly one."""
    found: list[Frame] = []
    for first, last in _pieces(tokens):
        piece = _read(tokens, first, last)
        target = _continued(tokens, found, piece)
        if target is None:
            _hang(tokens, found, piece)
            found.append(piece)
        else:
            _join(target, piece)
    return tuple(found)


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(tokens):
        if token.text in _BREAKS and not _inside_number(tokens, index):
            yield from _coordinated(tokens, first, index + 1)
            first = index + 1
    if first < len(tokens):
        yield from _coordinated(tokens, first, len(tokens))


def _inside_number(tokens: Sequence[Token], index: int) -> bool:
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].is_number
        and tokens[index + 1].is_number
    )


def _coordinated(
    tokens: Sequence[Token], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Part "traf Putin | und flog heim" before the conjunction of a second verb."""
    finite = _finite_in(tokens, first, last)
    for earlier, later in pairwise(finite):
        cuts = [
            i for i in range(earlier + 1, later) if tokens[i].lower in _CONJUNCTIONS
        ]
        if cuts:
            yield first, cuts[-1]
            first = cuts[-1]
    yield first, last


def _finite_in(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    return [i for i in range(first, last) if _is_finite(tokens, first, i)]


def _is_finite(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether a verb form is finite here: "bekommen" behind "hat" is not."""
    readings = tokens[index].verb
    if not any(r.finite for r in readings) or tokens[index - 1].lower == "zu":
        return False
    if all(r.finite for r in readings):
        return True
    before = tokens[first:index]
    after = tokens[index + 1 : index + 2]
    helpers = {"verbs/auxiliary", "verbs/modal"}
    if after and helpers & after[0].tags:
        return False
    return not any(helpers & t.tags for t in before)


def _read(tokens: Sequence[Token], first: int, last: int) -> Frame:
    verbs = [i for i in range(first, last) if tokens[i].verb]
    finite = _finite_in(tokens, first, last)
    start = first
    while start < last and not tokens[start].is_word:
        start += 1
    joined = start < last and tokens[start].lower in _CONJUNCTIONS
    start += joined
    frame = Frame(FrameKind.LOOSE, [(first, last)], verbs, joined=joined)
    frame.finite = finite[-1] if finite else -1
    opener = _opener(tokens, start, last)
    closing = bool(finite) and _closes(tokens, finite[-1], last)
    if opener >= 0 and (closing or not finite):
        pronoun = tokens[opener].lower in _RELATIVE
        if not pronoun or (first > 0 and finite):
            frame.kind = FrameKind.RELATIVE if pronoun else FrameKind.SUB
            frame.opener = opener
            return frame
    if finite:
        frame.kind = FrameKind.MAIN
        frame.finite = finite[0]
    elif any(_with_zu(tokens, i) for i in verbs):
        frame.kind = FrameKind.INFINITIVE
    return frame


def _opener(tokens: Sequence[Token], start: int, last: int) -> int:
    """Return the index of a subordinator or relative pronoun, or -1: also "mit dem"."""
    for at in range(start, min(last, start + 2)):
        token = tokens[at]
        if "events/subordinators" in token.tags or token.lower in _RELATIVE:
            return at
        if "words/prepositions" not in token.tags and token.lower not in (
            "auch",
            "nur",
        ):
            return -1
    return -1


def _closes(tokens: Sequence[Token], finite: int, last: int) -> bool:
    """Whether the finite verb ends its stretch, as in subordinate clauses."""
    rest = [t for t in tokens[finite + 1 : last] if t.is_word]
    return not rest or all(t.verb and not t.is_capitalised for t in rest)


def _with_zu(tokens: Sequence[Token], index: int) -> bool:
    forms = {r.form for r in tokens[index].verb}
    return "zu" in forms or ("inf" in forms and tokens[index - 1].lower == "zu")


def _continued(
    tokens: Sequence[Token], found: list[Frame], piece: Frame
) -> Frame | None:
    """Return the frame a stretch goes on with, None if it opens one."""
    if not found:
        return None
    if piece.kind is FrameKind.LOOSE:
        return _open_for_rest(found, tokens, piece)
    if piece.kind is not FrameKind.MAIN:
        return None
    if _goes_on_subordinate(tokens, found[-1], piece):
        piece.kind = found[-1].kind
        return None
    return _awaiting(tokens, found, piece)


def _awaiting(
    tokens: Sequence[Token], found: Sequence[Frame], piece: Frame
) -> Frame | None:
    """Return the frame whose finite verb a stretch brings."""
    waiting = _waiting(found)
    if waiting is None or waiting.kind is not FrameKind.LOOSE:
        return waiting
    opens = _drops_subject(tokens, piece)
    return waiting if opens or piece.joined else None


def _goes_on_subordinate(tokens: Sequence[Token], last: Frame, piece: Frame) -> bool:
    """Whether it is joined to a subordinate clause: "dass er kam und … sprach"."""
    subordinate = last.kind in (FrameKind.SUB, FrameKind.RELATIVE)
    if not (piece.joined and subordinate and last.finite >= 0):
        return False
    return _closes(tokens, piece.finite, piece.pieces[0][1])


def _waiting(found: Sequence[Frame]) -> Frame | None:
    """Return the last frame that still waits for its finite verb."""
    for frame in reversed(found):
        if frame.kind is FrameKind.MAIN:
            return None
        if frame.finite < 0 and frame.kind is not FrameKind.INFINITIVE:
            return frame
    return None


def _open_for_rest(
    found: Sequence[Frame], tokens: Sequence[Token], piece: Frame
) -> Frame | None:
    """Return the frame a stretch without finite verb belongs to."""
    participle = any(
        r.form in ("pp", "inf") for i in piece.verbs for r in tokens[i].verb
    )
    last = found[-1]
    if last.kind in (FrameKind.SUB, FrameKind.RELATIVE, FrameKind.INFINITIVE):
        done = last.finite >= 0 or last.kind is FrameKind.INFINITIVE
        outer = next(
            (f for f in reversed(found[:-1]) if f.kind is FrameKind.MAIN), None
        )
        if done and outer is not None and (participle or not piece.joined):
            return outer
        return None if done else last
    return last


def _join(target: Frame, piece: Frame) -> None:
    target.pieces += piece.pieces
    target.verbs += piece.verbs
    if piece.finite >= 0:
        target.finite = piece.finite
        if target.kind is FrameKind.LOOSE:
            target.kind = FrameKind.MAIN


def _hang(tokens: Sequence[Token], found: Sequence[Frame], piece: Frame) -> None:
    """Say which frame a new one hangs on: what it is joined to, or stands behind."""
    if piece.kind is not FrameKind.MAIN:
        held = [n for n, frame in enumerate(found) if frame.holds(piece.first - 1)]
        piece.above = held[0] if held else -1
        return
    for number in range(len(found) - 1, -1, -1):
        if found[number].kind is FrameKind.MAIN:
            piece.above = number
            piece.joined = piece.joined or _drops_subject(tokens, piece)
            return


def _drops_subject(tokens: Sequence[Token], piece: Frame) -> bool:
    start = next((i for i in range(*piece.pieces[0]) if tokens[i].is_word), -1)
    return start == piece.finite


def frame_at(frames: Sequence[Frame], index: int) -> int:
    """Return the number of the frame that holds a token."""
    return next(n for n, frame in enumerate(frames) if frame.holds(index))
