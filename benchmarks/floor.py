"""What every benchmark shares: the floor, the stop-watch, and the line that is printed.

The floor is `sqlite3 .import`: it reads a CSV into text columns and checks nothing. Only ratios to a floor
of the same minute are quoted, since a machine's speed changes from one minute to the next.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from data_access.settings import ROOT
from sample_data.csv_file import TITLE_LINES

_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@dataclass(frozen=True)
class Run:
    """How long a command took, and the most memory that it and its children held at one moment."""

    seconds: float
    megabytes: float


def run(*command: object, database: str | None = None, **how) -> Run:
    """Run a command of this project to its end; CalledProcessError if it fails."""
    environment = {**os.environ, **({"DATABASE_URL": database} if database else {})}
    started = time.perf_counter()
    arguments = [str(part) for part in command]
    with subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, **how) as process:
        memory = _Memory(process.pid)
        code = process.wait()
        seconds = time.perf_counter() - started
    if code:
        raise subprocess.CalledProcessError(code, arguments)
    return Run(seconds, memory.most())


def cli(*arguments: object, database: str) -> Run:
    """Run `python cli.py …` on a store."""
    return run(sys.executable, "cli.py", *arguments, database=database)


def import_csv(database: Path, *files: Path) -> float:
    """The seconds of `sqlite3 .import` of these extracts into a new file."""
    if shutil.which("sqlite3") is None:
        sys.exit("the sqlite3 command is needed for the floor")
    remove(database)
    orders = [".mode csv", *(f'.import --skip {TITLE_LINES} "{file}" dossier' for file in files)]
    started = time.perf_counter()
    subprocess.run(["sqlite3", str(database)], input="\n".join(orders), text=True, check=True, **_QUIET)
    return time.perf_counter() - started


def remove(database: Path) -> None:
    """A SQLite file and what belongs to it."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)


def tell(what: str, value: float, goal: float, *, least: bool = False, unit: str = "×") -> None:
    """One line: what was measured, the number, the goal, and whether it is met."""
    met = value >= goal if least else value <= goal
    bound = "≥" if least else "≤"
    print(f"{'✓' if met else '✗'} {what}: {value:.2f} {unit} (goal {bound} {goal:g})", flush=True)


class _Memory:
    """Watches the resident memory of a process and its children (Linux; elsewhere it sees nothing)."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._ended = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def most(self) -> float:
        """Megabytes; the watching ends."""
        self._ended.set()
        self._thread.join()
        return self._most / 2**20

    def _watch(self) -> None:
        while not self._ended.wait(0.02):
            self._most = max(self._most, sum(_resident(pid) for pid in _family(self._pid)))


def _family(pid: int) -> list[int]:
    try:
        lists = Path(f"/proc/{pid}/task").glob("*/children")
        children = [int(child) for file in lists for child in file.read_text().split()]
    except OSError:  # it has just ended
        return [pid]
    return [pid, *(one for child in children for one in _family(child))]


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
