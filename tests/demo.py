"""The store of the demo and the months after it, made once and kept until the code that makes them changes.

Whoever else runs tests at the same time waits until they are made.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sample_data.generate import generate_later
from sample_data.load import FOLDER as SAMPLE

try:
    import fcntl
except ImportError:  # Windows, where one at a time runs tests
    fcntl = None

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var" / "tests"
MAKERS = ("cli.py", "commands", "sample_data", "data_access", "metrics")
MADE_OF = (".py", ".csv")


@cache
def prepared() -> Path:
    """The demo's SQLite file; made by `cli.py demo` if there is none for this state of the code."""
    file = FOLDER / f"demo-{_version()}.sqlite"
    with _alone():
        if not file.exists():
            _make(file)
    return file


def copied(to: Path) -> Path:
    """A copy to write in."""
    return Path(shutil.copyfile(prepared(), to))


@cache
def later() -> list[Path]:
    """The extracts of April to September 2025, in order."""
    with _alone():
        return generate_later(SAMPLE)


@contextmanager
def _alone() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(file: Path) -> None:
    for old in FOLDER.glob("demo-*.sqlite"):
        old.unlink()
    unfinished = file.with_suffix(f".{os.getpid()}")
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{unfinished}"}
    command = [sys.executable, "cli.py", "demo"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"cli.py demo failed:\n{done.stdout}\n{done.stderr}")
    unfinished.rename(file)  # the command's last connection has emptied the write-ahead log


def _version() -> str:
    digest = hashlib.sha256()
    for maker in MAKERS:
        path = ROOT / maker
        files = [path] if path.is_file() else sorted(f for f in path.rglob("*") if f.suffix in MADE_OF)
        for source in files:
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
