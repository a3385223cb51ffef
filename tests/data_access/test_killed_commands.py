"""`python cli.py ingest` killed at random moments of the clock: the store, the folder for temporary files,
and the process that was reading the file."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data_access.fingerprint import fingerprint
from data_access.store import Store
from tests import tiny
from tests.processes import ROOT, cli, url_of
from tests.tiny import extract, line

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for orphans in /proc")
MOMENTS = 8
LINES = 10_000


@pytest.fixture
def file(tmp_path) -> Path:
    made = tmp_path / "ho-so-2025-03.csv"
    made.write_text(extract(*(line(f"D{n:05}", agency=f"X{n % 3 + 1}") for n in range(LINES))), "utf-8")
    return made


@pytest.fixture
def temp(tmp_path) -> Path:
    """The folder for temporary files, which also marks the processes of this test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_an_ingest_killed_at_any_moment_leaves_old_or_new_no_temporary_file_and_no_orphan(
    sqlite_province, file, temp, tmp_path
):
    old = fingerprint(sqlite_province)
    sqlite_province.close()  # its log is in the file now
    whole = _copy(sqlite_province, tmp_path / "whole.sqlite")
    started = time.monotonic()
    assert cli(url_of(whole), "ingest", file, TMPDIR=str(temp)).returncode == 0
    lasts, new, dice = time.monotonic() - started, fingerprint(whole), random.Random(12)
    whole.close()
    for moment in range(MOMENTS):
        store = _copy(sqlite_province, tmp_path / f"{moment}.sqlite")
        _killed_after(dice.uniform(0, lasts), url_of(store), file, temp)
        assert _end_of_all(temp)
        assert list(temp.iterdir()) == []
        assert fingerprint(store) in (old, new)
        tiny.put(store, file.read_text("utf-8"))
        assert fingerprint(store) == new
        store.close()
        _no_leftovers(tmp_path, f"{moment}.sqlite")


def _copy(store: Store, file: Path) -> Store:
    shutil.copyfile(store.engine.url.database, file)
    return Store.open(f"sqlite:///{file}", migrate=False)


def _killed_after(seconds: float, url: str, file: Path, temp: Path) -> None:
    environment = {**os.environ, "DATABASE_URL": url, "TMPDIR": str(temp)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = [sys.executable, "cli.py", "ingest", str(file)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, **quiet) as process:
        time.sleep(seconds)
        process.kill()


def _end_of_all(temp: Path) -> bool:
    """Whether every process of this test has ended, at the latest when it has begun and sees itself alone."""
    for _ in range(200):
        if not _of_this_test(temp):
            return True
        time.sleep(0.05)
    return False


def _of_this_test(temp: Path) -> list[str]:
    mark, found = f"TMPDIR={temp}".encode(), []
    for entry in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in entry.read_bytes():
                found.append(entry.parent.name)
        except OSError:  # somebody else's, or it has just ended
            continue
    return found


def _no_leftovers(folder: Path, name: str) -> None:
    """Nothing but the store itself: a closed store has taken its log back."""
    assert [path.name for path in folder.glob(f"{name}*")] == [name]
