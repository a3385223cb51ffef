"""Files on their way: checked and staged one after another by one thread of the server.

Not by the run of a page, so that a refresh or a lost connection interrupts nothing: the address names an
arrival by its token, and the page finds it again. What a file holds is kept in memory only, until it is
staged or refused, or while a question about it waits for its answer.

Of files chosen at once, one that is held against lists among them is checked when these are applied or set
aside (`uploading_order`); until then it is held.
"""

import secrets
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from queue import SimpleQueue

from data_access.errors import ColumnsUnclear, ProductError, StoreProblem
from data_access.ingest.contracts import CONTRACTS
from ui import batches, uploading_order
from ui.uploading_arrival import Answers, Arrival

KEPT = 40  # arrivals that can still be asked for when all is done; the oldest are forgotten

_arrivals: dict[str, Arrival] = {}
_line: SimpleQueue[Arrival] = SimpleQueue()
_starting = threading.Lock()
_turning = threading.Lock()
_worker: threading.Thread | None = None


def send(name: str, content: bytes, answers: Answers, *, by: str) -> str:
    """Put a file at the end of the queue; the token by which to ask for it."""
    return send_together([(name, content)], answers, by=by)[0]


def send_together(files: Sequence[tuple[str, bytes]], answers: Answers, *, by: str) -> list[str]:
    """Put files chosen at once (name, content) at the end of the queue; their tokens."""
    tokens = [secrets.token_urlsafe(9) for _ in files]
    sent = [
        Arrival(token, name, by, content, answers, tokens)
        for token, (name, content) in zip(tokens, files, strict=True)
    ]
    _forget_oldest()
    _arrivals.update({one.token: one for one in sent})  # all of them, before the first is looked at
    for one in sent:
        _queue(one)
    return tokens


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


def awaited(arrival: Arrival) -> list[Arrival]:
    """Those chosen with it that are to be applied or set aside before it is checked."""
    needed = uploading_order.needed_by(arrival.kind) if arrival.kind else frozenset()
    others = [other for other in together(arrival) if needed and other is not arrival]
    return [other for other in others if other.kind in (*needed, None) and not is_over(other)]


def together(arrival: Arrival) -> list[Arrival]:
    """The files chosen at once with one, and itself."""
    return [one for token in arrival.together if (one := _arrivals.get(token))]


def is_over(arrival: Arrival) -> bool:
    """Whether nothing more can come of a file: refused, the same as one that counts, or decided about."""
    if arrival.batch_id:
        return batches.state(arrival.batch_id) != "staged"
    return arrival.done and arrival.content is None


def held(tokens: Iterable[str]) -> list[Arrival]:
    """Those of these tokens that wait for others."""
    return [one for token in tokens if (one := _arrivals.get(token)) and one.step == "held"]


def go_on(arrivals: Iterable[Arrival]) -> None:
    """Check those that were held and await nothing any more."""
    for one in arrivals:
        if one.step == "held" and not awaited(one):
            with _turning:
                if one.step != "held":  # another page was quicker
                    continue
                one.turn("waiting")
            _queue(one)


def ahead_of(arrival: Arrival) -> int:
    """How many files are before this one."""
    others = [other for other in list(_arrivals.values()) if other is not arrival and not other.at_rest]
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


def _forget_oldest() -> None:
    """Of those that are done, the oldest beyond `KEPT`; a list stays while a file is held against it."""
    over = [one for one in list(_arrivals.values()) if all(other.done for other in together(one))]
    for one in over[:-KEPT]:
        forget(one.token)


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
        held = False
        try:
            held = _take(arrival)
        except ProductError as problem:
            arrival.problem, arrival.kind = problem, _kind_asked_about(problem)
        except Exception as error:  # shown by the page as every unforeseen error is
            arrival.error = error
        if not held and (arrival.problem is None or not can_be_answered(arrival.problem)):
            arrival.content = None
        arrival.turn("held" if held else "done")
        with suppress(Exception):  # what is held stays so; the page asks again, and shows what goes wrong
            go_on(together(arrival))


def _take(arrival: Arrival) -> bool:
    """Check and stage one file, unless it is applied already; whether it must be held for others instead."""
    answers = arrival.answers
    if not (answers.month or answers.kind or answers.columns or answers.agency):
        # A file that says nothing of itself fits several months: then the answer makes the difference.
        arrival.same_as = batches.applied_already(arrival.content)
        if arrival.same_as:
            return False
    arrival.turn("checking")
    said = (answers.kind, answers.month, answers.columns, answers.agency)
    with batches.checking(arrival.content, arrival.name, *said) as checked:
        arrival.kind = checked.recognised.contract.kind
        if _must_wait(arrival):
            return True
        arrival.turn("staging")
        arrival.batch_id = batches.stage(checked, answers.mode, by=arrival.by)
    if answers.columns:
        batches.remember_columns(checked.recognised, by=arrival.by)
    return False


def _must_wait(arrival: Arrival) -> bool:
    """Whether others come first; also while the store cannot say so: nothing is wrong with the file."""
    try:
        return bool(awaited(arrival))
    except StoreProblem:
        return True


def _kind_asked_about(problem: ProductError) -> str | None:
    """What a file is of which something must be asked; None if that is the question."""
    if isinstance(problem, ColumnsUnclear):
        return problem.kind
    report = dict.fromkeys(("file.no_agency", "file.agency_unclear"), "report_06a")
    return {"file.no_month": "dossiers", **report}.get(problem.key)
