"""Other processes that use a store while a test looks on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data_access.store import Store

ROOT = Path(__file__).parents[1]

_HOLD = """
import sys
from data_access.store import Store
with Store.open(sys.argv[1], migrate=False).write():
    print("held", flush=True)
    sys.stdin.read()
"""


def url_of(store: Store) -> str:
    return store.engine.url.render_as_string(hide_password=False)


def run(script: str, *arguments: object, **environment: str) -> subprocess.Popen:
    """Start a Python script that can import the product; standard output is a pipe."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings)


def ended(process: subprocess.Popen) -> int:
    """Its exit code, once it has ended and its pipes are closed."""
    process.communicate(timeout=60)
    return process.returncode


def cli(url: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess:
    """`python cli.py …` on a store, to its end."""
    surroundings = {**os.environ, "DATABASE_URL": url, "COLUMNS": "200", **environment}
    command = [sys.executable, "cli.py", *map(str, arguments)]
    return subprocess.run(
        command, env=surroundings, capture_output=True, text=True, cwd=ROOT, check=False, timeout=120
    )


def alive(pid: int) -> bool:
    """Whether a process runs (Linux). One that has ended and is not yet taken note of has no memory."""
    try:
        return bool(Path(f"/proc/{pid}/environ").read_bytes())
    except OSError:
        return False


@contextmanager
def held(store: Store) -> Iterator[None]:
    """While open, another process is in the middle of a write."""
    other = run(_HOLD, url_of(store))
    try:
        assert other.stdout.readline() == b"held\n"
        yield
    finally:
        ended(other)
