"""A sentence's noun phrases and clauses together: which phrase is whose subject.

German has no fixed word order: number, case and who can act decide, so this is
evidence for ``relations`` and the weights behind it, not a full parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronist.language.grammars.events.chunks import Chunk, chunks_of
from chronist.language.grammars.events.frames import (
    Frame,
    FrameKind,
    frame_at,
    frames_of,
)
from chronist.language.grammars.events.setting import Placed, Setting
from chronist.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence's chunks and frames; for each chunk its frame and its function."""

    tokens: Sequence[Token]
    chunks: tuple[Chunk, ...]
    frames: tuple[Frame, ...]
    frame_of: tuple[int, ...]
    """For each chunk the number of its frame."""
    functions: tuple[str, ...]
    """For each chunk ``subject``, ``object``, ``dative``, ``time``, a preposition, or
    ``in`` and the function of what it hangs on."""
    subjects: tuple[int, ...]
    """For each frame the number of the chunk that is its subject, or -1."""
    mentions: tuple[Placed, ...]


def parse_of(setting: Setting) -> Parse:
    """Return chunks, frames and functions of a sentence."""
    tokens = setting.tokens
    chunks = chunks_of(tokens, setting.mentions, setting.times)
    frames = frames_of(tokens)
    frame_of = tuple(frame_at(frames, c.head) for c in chunks)
    timed = frozenset(i for t in setting.times for i in range(t.first, t.last))
    chunks = tuple(_parted(chunks, frame_of, timed))
    acting = frozenset(
        i for m in setting.mentions for i in range(m.first, m.last) if not m.is_place
    )
    subjects: list[int] = []
    for number, frame in enumerate(frames):
        own = [n for n, f in enumerate(frame_of) if f == number]
        free = [n for n in own if _may_be_subject(chunks[n], timed)]
        subjects.append(_subject(tokens, frame, chunks, (free, acting)))
    functions = tuple(
        _function(chunks, n, subjects[frame_of[n]], timed) for n in range(len(chunks))
    )
    return Parse(
        tokens, chunks, frames, frame_of, functions, tuple(subjects), setting.mentions
    )


def _parted(
    chunks: Sequence[Chunk], frame_of: Sequence[int], timed: frozenset[int]
) -> Iterator[Chunk]:
    """Yield the chunks; those of different frames, or beside a time, are not joined."""
    for number, chunk in enumerate(chunks):
        apart = number == 0 or frame_of[number] != frame_of[number - 1]
        beside = number > 0 and chunks[number - 1].head in timed
        if chunk.joined and (apart or beside or chunk.head in timed):
            yield replace(chunk, joined=False)
        else:
            yield chunk


def _may_be_subject(chunk: Chunk, timed: frozenset[int]) -> bool:
    free = chunk.behind < 0 and not chunk.joined and not chunk.preposition
    return free and "n" in chunk.cases and chunk.head not in timed


def _subject(
    tokens: Sequence[Token],
    frame: Frame,
    chunks: Sequence[Chunk],
    choice: tuple[Sequence[int], frozenset[int]],
) -> int:
    """Return the chunk that is the subject of a frame, or -1.

    ``choice`` is the chunks that may be, and the tokens of those who can act. Taken is
    the first that agrees with the verb in number; of two, one that can only be a
    nominative, or one that can act.
    """
    free, acting = choice
    if frame.kind is FrameKind.INFINITIVE or frame.finite < 0:
        return -1
    numbers = {r.number for r in tokens[frame.finite].verb if r.finite}
    agreeing = [n for n in free if _agrees(chunks, n, numbers)]
    if frame.kind is FrameKind.RELATIVE and pronoun_is_subject(tokens, frame):
        sure = [n for n in agreeing if chunks[n].cases == "n"]
        return sure[0] if sure else -1
    sure = [n for n in agreeing if chunks[n].cases == "n"]
    able = [n for n in agreeing if chunks[n].head in acting]
    return next(iter((*sure, *able, *agreeing)), -1)


def _agrees(chunks: Sequence[Chunk], number: int, verb: set[str]) -> bool:
    plural = chunks[number].plural
    following = chunks[number + 1] if number + 1 < len(chunks) else None
    if following is not None and following.joined:
        return "pl" in verb
    return plural is None or len(verb) != 1 or ("pl" in verb) is plural


def pronoun_is_subject(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the relative pronoun may be the subject: "der" is, "dem" is not."""
    if frame.opener < 0:
        return False
    before = tokens[frame.opener - 1]
    if "words/prepositions" in before.tags:
        return False
    return tokens[frame.opener].lower in (
        "der",
        "die",
        "das",
        "welcher",
        "welche",
        "welches",
    )


def _function(
    chunks: Sequence[Chunk], number: int, subject: int, timed: frozenset[int]
) -> str:
    chunk = chunks[number]
    if chunk.joined and number and number != subject:
        return root_function(chunks, number - 1, subject, timed)
    if 0 <= chunk.behind < len(chunks):
        return "in " + root_function(chunks, number, subject, timed)
    return _own_function(chunk, number == subject, timed)


def _own_function(chunk: Chunk, is_subject: bool, timed: frozenset[int]) -> str:
    if chunk.head in timed:
        return "time"
    if chunk.preposition or is_subject:
        return chunk.preposition or "subject"
    return "dative" if chunk.cases in ("d", "dg") else "object"


def root_function(
    chunks: Sequence[Chunk], number: int, subject: int, timed: frozenset[int]
) -> str:
    """Return the function of the outermost chunk that one hangs on."""
    root = root_of(chunks, number)
    return _function(chunks, root, subject, timed)


def root_of(chunks: Sequence[Chunk], number: int) -> int:
    """Return the outermost chunk that one hangs on (itself if it hangs on none)."""
    seen: set[int] = set()
    while 0 <= chunks[number].behind < len(chunks) and number not in seen:
        seen.add(number)
        number = chunks[number].behind
    return number
