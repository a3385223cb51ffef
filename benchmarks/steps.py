"""One file through ingest as in a running server, step by step:

    python -m benchmarks.steps DATABASE_URL FILE

Prints the seconds of each step as JSON. The file is read in a child process, as every upload is.
"""

import json
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from data_access import ingest
from data_access.ingest import Known
from data_access.settings import ROOT
from data_access.store import Store
from metrics.watched import watched

_CHOOSING = 3  # seconds that a person takes to choose a file, at the very least


def steps(database: str, file: Path) -> dict[str, float]:
    """The seconds of each step, measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.steps", database, str(file)]
    return json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)


def loading(taken: dict[str, float]) -> float:
    """The seconds from the file to figures that count."""
    return sum(seconds for name, seconds in taken.items() if name != "undo")


def main(database: str, file: Path) -> None:
    store, taken = Store.open(database), {}

    def timed(name: str, work):
        started = time.perf_counter()
        result = work()
        taken[name] = time.perf_counter() - started
        return result

    ingest.ahead()  # as the upload page does
    time.sleep(_CHOOSING)
    batch = timed("check and stage", lambda: _staged(store, file))
    seen = timed("compare", lambda: ingest.compare(store, batch))
    timed("apply", lambda: ingest.apply(store, batch, by="bench", seen=seen, read=watched))
    timed("undo", lambda: ingest.undo(store, batch, by="bench", read=watched))
    store.close()
    print(json.dumps(taken))


def _staged(store: Store, file: Path) -> int:
    with ingest.checking_apart(partial(Known.of, store), file) as arriving:
        return ingest.stage(store, arriving, by="bench")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
