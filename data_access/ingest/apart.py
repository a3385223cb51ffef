"""Checking a stranger's file in a process of its own, with limits on memory, time and processor.

A workbook of two kilobytes can name the last cell of its sheet and ask for terabytes. Whatever such a
file does, it does to a child that is killed; the server goes on answering.
"""

import pickle
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest import child
from data_access.ingest.checking import Checked, check
from data_access.ingest.known import Known

MEMORY = 6 * 2**30  # address space, of which the parser's allocator reserves far more than it uses
SECONDS = 120


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
    outcome = pickle.loads(answer)
    if isinstance(outcome, FileProblem):
        raise outcome
    return outcome


def main() -> None:
    """The child: limits first, then one request from standard input, one answer to standard output."""
    _limit_itself()
    known, source, name, how = pickle.loads(child.request())
    try:
        outcome: Checked | FileProblem = _light(check(known, source, name, **how))
    except FileProblem as problem:
        outcome = problem
    pickle.dump(outcome, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def _limit_itself() -> None:
    try:
        import resource
    except ImportError:  # Windows: the checks of archive and cell range still hold
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Of all its threads together; a bound also for one that nobody waits for any more.
    resource.setrlimit(resource.RLIMIT_CPU, (4 * SECONDS, 4 * SECONDS))


def _light(checked: Checked) -> Checked:
    """Without the raw text of the file: what staging does not need is not sent back."""
    from dataclasses import replace

    sheet = replace(checked.recognised.sheet, rows=pl.DataFrame(), lines=pl.Series("line", dtype=pl.UInt32))
    return replace(checked, recognised=replace(checked.recognised, sheet=sheet))


if __name__ == "__main__":
    main()
