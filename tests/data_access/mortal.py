"""A process that does one thing to a store and stops dead in the middle: nothing of Python's or the
driver's clean-up runs, as when the machine loses power.

It waits for orders on standard input, one JSON object a line, and does each in a fork of itself, so that
fifty deaths cost one start. For each it prints how the fork ended: {"signal": 9} or {"steps": 1234}.

    {"verb": "apply", "url": …, "what": 12, "die": 400}

`what` is a batch, or a file to stage. `die` is a number of steps (ten instructions of SQLite's machine, one
statement on PostgreSQL), "before-commit", "after-commit", or nothing.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import event

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store


def main() -> None:
    for line in sys.stdin:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            os.write(writing, str(_obey(**json.loads(line))).encode())
            os._exit(0)
        os.close(writing)
        _, status = os.waitpid(child, 0)
        said = os.read(reading, 100).decode()
        os.close(reading)
        ended = {"signal": os.WTERMSIG(status)} if os.WIFSIGNALED(status) else {"steps": int(said or -1)}
        print(json.dumps(ended), flush=True)


def _obey(verb: str, url: str, what: int | str, die: int | str | None = None) -> int:
    """Do it; the number of steps it took, if one lives to tell."""
    store = Store.open(url, migrate=False)
    work = _work(store, verb, what)
    steps = _Steps(die if isinstance(die, int) else None)
    store.engine.dispose()  # what was read before leaves no open connection without a counter
    steps.watch(store)
    if die == "before-commit":
        event.listen(store.engine, "commit", lambda connection: _die())
    work()
    if die == "after-commit":
        _die()
    return steps.taken


def _work(store: Store, verb: str, what: int | str) -> Callable:
    if verb == "stage":
        checked = ingest.check(Known.of(store), Path(what).read_bytes(), Path(what).name)
        return lambda: ingest.stage(store, checked, by="Alice")
    return lambda: getattr(ingest, verb)(store, what, by="Alice")


class _Steps:
    """Counts steps and dies at the last one."""

    def __init__(self, last: int | None) -> None:
        self.taken, self._last = 0, last

    def watch(self, store: Store) -> None:
        if store.is_sqlite:
            event.listen(
                store.engine, "connect", lambda raw, record: raw.set_progress_handler(self._step, 10)
            )
        else:
            event.listen(store.engine, "before_cursor_execute", lambda *statement: self._step())

    def _step(self) -> None:
        self.taken += 1
        if self.taken == self._last:
            _die()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
