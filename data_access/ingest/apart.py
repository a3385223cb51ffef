"""Checking a stranger's file in a process of its own, with limits on memory, time and processor.

A workbook of two kilobytes can name the last cell of its sheet and ask for terabytes. Whatever such a
file does, it does to a child that is killed; the server goes on answering.
"""

import pickle
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import BinaryIO

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest import answers, child
from data_access.ingest.checking import HandOver, check_sheet, sheet_of
from data_access.ingest.known import Known
from data_access.ingest.limits import limit, seconds_for
from data_access.ingest.outcome import Checked
from data_access.ingest.reading.packed import size_unpacked
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


@contextmanager
def checking_apart(
    known: Known | Callable[[], Known],
    source: bytes | Path,
    name: str | None = None,
    *,
    kind: str | None = None,
    month: date | None = None,
    columns: Mapping[str, str] | None = None,
    agency: str | None = None,
    seconds: float | None = None,
) -> Iterator[Arriving]:
    """`check` in a child process, to be staged while it goes on. FileProblem also when the file is too heavy
    or takes longer than `seconds` (by default what its size allows). OSError if there is no file.

    `known`, if it is a question to the store, is asked while the file is being read.
    """
    how = {"kind": kind, "month": month, "columns": columns, "agency": agency}
    file = child.named(source, name)
    seconds = seconds or seconds_for(size_unpacked(source))

    def more() -> bytes:
        return pickle.dumps((known() if callable(known) else known, how))

    with child.asked(file, more, seconds) as (stream, late):
        yield Arriving(stream, seconds, late)


def check_apart(
    known: Known | Callable[[], Known], source: bytes | Path, name: str | None = None, **how
) -> Checked:
    """`check` in a child process, to its end; `how` as in `checking_apart`."""
    with checking_apart(known, source, name, **how) as arriving:
        parts = list(arriving.parts())
        return arriving.whole().with_lines(parts)


def main() -> None:
    """The child: a file and what else is asked from standard input, limits, answers to standard output."""
    asked = child.requests()
    source, name = pickle.loads(next(asked))
    limit(size_unpacked(source))
    give = partial(answers.give, stream=sys.stdout.buffer)
    give(_outcome(source, name, lambda: pickle.loads(next(asked)), give))


def _outcome(
    source: bytes | Path, name: str | None, more: Callable[[], tuple[Known, dict]], give: HandOver
) -> Checked | FileProblem:
    try:
        sheet = sheet_of(source, name)
        known, how = more()
        return check_sheet(known, sheet, **how, hand_over=give)
    except FileProblem as problem:
        return problem
    except MemoryError:
        return FileProblem("file.too_heavy")
    except BaseException as error:  # panics of the parsers, which are no Exception, and our own mistakes
        return FileProblem("file.unforeseen", place=_place(error))


def _place(error: BaseException) -> str:
    """Kind and place of a mistake; its message may hold what stood in a cell."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = child.ROOT / "data_access"
    step = next(step for step in reversed(steps) if Path(step.filename).is_relative_to(ours))
    return f"{type(error).__name__}, {Path(step.filename).name}:{step.lineno}"


if __name__ == "__main__":
    main()
