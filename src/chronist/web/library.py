"""Keeps the shelf up to date with the file, whoever writes it."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

from chronist.chronicle import Chronicle, Finding, RunRecord
from chronist.errors import StoryBusy
from chronist.web.shelf import Shelf

_SEARCHES = 24
"""Searches that are kept."""
Stamp = tuple[tuple[int, int, int], ...]
"""Identity, size and time of change of the chronicle's files."""


class Library:
    """Hands out the newest shelf. The old one stays in use while a newer one is read."""

    def __init__(self, path: Path) -> None:
        """Read the chronicle once, so that the first visitor does not wait."""
        self.path = path
        self.chronicle = Chronicle.open(path)
        self._loading = threading.Lock()
        self._found: dict[tuple[str, int, int], tuple[Finding, ...]] = {}
        self._stamp = self._stamped()
        self.unfinished: RunRecord | None = None
        """The last run, if it is under way or was stopped."""
        self._shelf = self._load(self._newest())

    def shelf(self) -> Shelf:
        """Return the newest shelf that is read; start to read a newer one."""
        if self._stamp != self._stamped() and self._loading.acquire(blocking=False):
            threading.Thread(target=self._refresh, daemon=True).start()
        return self._shelf

    def renew(self) -> Shelf:
        """Return the shelf of the last commit, read now if need be."""
        with self._loading:
            self._read_newer()
        return self._shelf

    def find(self, words: str, limit: int, number: int) -> tuple[Finding, ...]:
        """Return the passages that hold the words; the last searches are kept.

        Every page of a search and every further filter asks the same again, and
        finding the places of a frequent word takes up to two seconds in a large pile.
        """
        key = (words, limit, number)
        found = self._found.get(key)
        if found is None:
            found = self.chronicle.find(words, limit=limit)
            for old in list(self._found)[: -_SEARCHES + 1]:
                self._found.pop(old, None)
            self._found[key] = found
        return found

    def _refresh(self) -> None:
        try:
            self._read_newer()
        except StoryBusy:
            pass  # the stamp is unchanged, so the next visit tries again
        finally:
            self._loading.release()

    def _read_newer(self) -> None:
        # The stamp is taken first: a commit while we read leads to one more reading.
        stamp = self._stamped()
        number = self._newest()
        if number != self._shelf.number:
            self._shelf = self._load(number)
        self._stamp = stamp

    def _load(self, number: int) -> Shelf:
        gc.disable()  # a story is a million small objects, none of them garbage
        try:
            return Shelf(self.chronicle.story(), number).warm()
        finally:
            gc.enable()

    def _newest(self) -> int:
        """Return the number of the last run that committed."""
        runs = self.chronicle.runs()
        done = [run.number for run in runs if run.state.value == "done"]
        is_open = bool(runs) and runs[-1].state.value != "done"
        self.unfinished = runs[-1] if is_open else None
        return done[-1] if done else 0

    def _stamped(self) -> Stamp:
        found = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            try:
                seen = path.stat()
            except FileNotFoundError:
                continue
            found.append((seen.st_ino, seen.st_size, seen.st_mtime_ns))
        return tuple(found)
