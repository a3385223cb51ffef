"""Checking a stranger's file in a process of its own, with limits on memory, time and processor.

A workbook of two kilobytes can name the last cell of its sheet and ask for terabytes. Whatever such a
file does, it does to a child that is killed; the server goes on answering.
"""

import pickle
import subprocess
import sys
import traceback
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from data_access.errors import FileProblem
from data_access.ingest import answers, child
from data_access.ingest.checking import Checked, check
from data_access.ingest.known import Known
from data_access.ingest.limits import SECONDS, limit
from data_access.ingest.reading.packed import size_unpacked
from data_access.settings import ROOT


def check_apart(
    known: Known,
    source: bytes | Path,
    name: str | None = None,
    *,
    kind: str | None = None,
    month: date | None = None,
    columns: Mapping[str, str] | None = None,
    agency: str | None = None,
    seconds: float = SECONDS,
) -> Checked:
    """`check` in a child process. FileProblem also when the file is too heavy or takes too long."""
    if isinstance(source, Path):
        name = name or source.name
        source = source.resolve(strict=True)  # the child stands elsewhere; a missing file is said here
    how = {"kind": kind, "month": month, "columns": columns, "agency": agency}
    try:
        answer = child.ask(pickle.dumps((known, source, name, how)), seconds)
    except subprocess.TimeoutExpired:
        raise FileProblem("file.too_slow", seconds=int(seconds)) from None
    if answer is None:
        raise FileProblem("file.too_heavy")
    outcome = answers.taken(answer)
    if isinstance(outcome, FileProblem):
        raise outcome
    return outcome


def main() -> None:
    """The child: one request from standard input, limits, one answer to standard output."""
    known, source, name, how = pickle.loads(child.request())
    limit(size_unpacked(source))
    answers.give(_outcome(known, source, name, how), sys.stdout.buffer)


def _outcome(known: Known, source: bytes | Path, name: str | None, how: dict) -> Checked | FileProblem:
    try:
        return check(known, source, name, **how)
    except FileProblem as problem:
        return problem
    except MemoryError:
        return FileProblem("file.too_heavy")
    except BaseException as error:  # panics of the parsers, which are no Exception, and our own mistakes
        return FileProblem("file.unforeseen", place=_place(error))


def _place(error: BaseException) -> str:
    """Kind and place of a mistake; its message may hold what stood in a cell."""
    steps = traceback.extract_tb(error.__traceback__)
    step = next(step for step in reversed(steps) if Path(step.filename).is_relative_to(ROOT / "data_access"))
    return f"{type(error).__name__}, {Path(step.filename).name}:{step.lineno}"


if __name__ == "__main__":
    main()
