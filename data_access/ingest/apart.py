"""Checking a stranger's file in a process of its own, with limits on memory, time and processor.

A workbook of two kilobytes can name the last cell of its sheet and ask for terabytes. Whatever such a
file does, it does to a child that is killed; the server goes on answering.
"""

import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data_access.ingest import child
from data_access.ingest.known import Known
from data_access.ingest.limits import seconds_for, size_unpacked

if TYPE_CHECKING:
    from data_access.ingest.arriving import Arriving
    from data_access.ingest.outcome import Checked


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
) -> Iterator["Arriving"]:
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
        from data_access.ingest.arriving import Arriving  # Polars as well: while it is being read

        yield Arriving(stream, seconds, late)


def check_apart(
    known: Known | Callable[[], Known], source: bytes | Path, name: str | None = None, **how
) -> "Checked":
    """`check` in a child process, to its end; `how` as in `checking_apart`."""
    with checking_apart(known, source, name, **how) as arriving:
        parts = list(arriving.parts())
        return arriving.whole().with_lines(parts)
