"""Files on their way: checked and staged one after another by one thread of the server.

Not by the run of a page, so that a refresh or a lost connection interrupts nothing: the address names an
arrival by its token, and the page finds it again. What a file holds is kept in memory only, until it is
staged or refused, or while a question about it waits for its answer.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from queue import SimpleQueue

from data_access.errors import ColumnsUnclear, ProductError
from data_access.ingest.contracts import CONTRACTS
from ui import batches

KEPT = 40  # arrivals that can still be asked for; the oldest are forgotten


@dataclass(frozen=True)
class Answers:
    """What the person said because the file did not."""

    mode: str | None = None
    kind: str | None = None
    month: date | None = None
    agency: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class Arrival:
    """One file; `step` goes from waiting through checking and staging to done, `since` when it did."""

    token: str
    name: str
    by: str
    content: bytes | None
    answers: Answers
    step: str = "waiting"
    since: float = field(default_factory=time.monotonic)
    batch_id: int | None = None
    same_as: int | None = None
    problem: ProductError | None = None
    error: Exception | None = None

    @property
    def done(self) -> bool:
        return self.step == "done"

    def turn(self, step: str) -> None:
        self.step, self.since = step, time.monotonic()


_arrivals: dict[str, Arrival] = {}
_line: SimpleQueue[Arrival] = SimpleQueue()
_starting = threading.Lock()
_worker: threading.Thread | None = None


def send(name: str, content: bytes, answers: Answers, *, by: str) -> str:
    """Put a file at the end of the queue; the token by which to ask for it."""
    arrival = Arrival(secrets.token_urlsafe(9), name, by, content, answers)
    _arrivals[arrival.token] = arrival
    while len(_arrivals) > KEPT:
        del _arrivals[next(iter(_arrivals))]
    _queue(arrival)
    return arrival.token


def arrival(token: str) -> Arrival | None:
    """The arrival of this token; None if the server was started again or it is too long ago."""
    return _arrivals.get(token)


def answer(arrival: Arrival, **answers) -> None:
    """Check the file again with what the person said (a field of `Answers`)."""
    arrival.answers, arrival.problem = replace(arrival.answers, **answers), None
    arrival.turn("waiting")
    _queue(arrival)


def forget(token: str) -> None:
    _arrivals.pop(token, None)


def ahead_of(arrival: Arrival) -> int:
    """How many files are before this one."""
    others = [other for other in list(_arrivals.values()) if other is not arrival and not other.done]
    return sum(other.step != "waiting" or other.since < arrival.since for other in others)


def can_be_answered(problem: ProductError) -> bool:
    """Whether a person can say what the file does not; not if no column is left that could be meant."""
    if isinstance(problem, ColumnsUnclear):
        columns = map(CONTRACTS[problem.kind].column, problem.missing)
        return len(choosable(problem)) >= sum(not column.spared for column in columns)
    return problem.key in ("file.no_month", "file.unknown_kind", "file.no_agency", "file.agency_unclear")


def choosable(problem: ColumnsUnclear) -> list[str]:
    """Headers that no column of the contract has taken; one that stands twice cannot be pointed at."""
    times = Counter(problem.header)
    taken = set(problem.found.values()) if problem.key == "file.missing_columns" else ()
    return [header for header in problem.header if times[header] == 1 and header not in taken]


def _queue(arrival: Arrival) -> None:
    global _worker
    _line.put(arrival)
    with _starting:
        if _worker is None or not _worker.is_alive():
            _worker = threading.Thread(target=_work, name="uploads", daemon=True)
            _worker.start()


def _work() -> None:
    while True:
        arrival = _line.get()
        try:
            _take(arrival)
        except ProductError as problem:
            arrival.problem = problem
        except Exception as error:  # shown by the page as every unforeseen error is
            arrival.error = error
        if arrival.problem is None or not can_be_answered(arrival.problem):
            arrival.content = None
        arrival.turn("done")


def _take(arrival: Arrival) -> None:
    """Check and stage one file, unless it is applied already."""
    answers = arrival.answers
    if not (answers.month or answers.kind or answers.columns or answers.agency):
        # A file that says nothing of itself fits several months: then the answer makes the difference.
        arrival.same_as = batches.applied_already(arrival.content)
        if arrival.same_as:
            return
    arrival.turn("checking")
    said = (answers.kind, answers.month, answers.columns, answers.agency)
    with batches.checking(arrival.content, arrival.name, *said) as checked:
        arrival.turn("staging")
        arrival.batch_id = batches.stage(checked, answers.mode, by=arrival.by)
    if answers.columns:
        batches.remember_columns(checked.recognised, by=arrival.by)
