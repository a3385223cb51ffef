"""A file as it arrives from the process that checks it: part by part, while it is being checked."""

from collections.abc import Iterator
from threading import Event
from typing import BinaryIO

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest import answers
from data_access.ingest.outcome import Checked
from data_access.ingest.recognising import Recognised


class Arriving:
    """A file that a process is checking: what it recognised, its good lines as they come, the outcome."""

    recognised: Recognised

    def __init__(self, stream: BinaryIO, seconds: float, late: Event) -> None:
        """Waits until the file is recognised. FileProblem if it cannot be taken, is too heavy or too slow."""
        self._stream, self._seconds, self._late = stream, seconds, late
        self._outcome: Checked | None = None
        self.recognised = self._next(Recognised)

    def parts(self) -> Iterator[pl.DataFrame]:
        """The good lines; each slab is checked while the one before is written. FileProblem as above."""
        while isinstance(found := self._next(pl.DataFrame, Checked), pl.DataFrame):
            yield found
        self._outcome = found

    def whole(self) -> Checked | None:
        """The outcome, without the lines, once all of them were taken; None before."""
        return self._outcome

    def _next(self, *kinds: type) -> answers.Answer:
        answer = answers.next_of(self._stream)
        if isinstance(answer, kinds):
            return answer
        if isinstance(answer, FileProblem):
            raise answer
        if answer is not None:  # out of turn
            raise FileProblem("file.unforeseen", place=type(answer).__name__)
        if self._late.is_set():
            raise FileProblem("file.too_slow", seconds=int(self._seconds))
        raise FileProblem("file.too_heavy")
