"""Mutated workbooks are read or refused in time, whatever they are, and leave nothing behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from language import t
from tests.processes import ROOT

WORKBOOKS = 400
ABORTED = 134, -6  # the reader asked for more memory than there may be


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limits for a process")
def test_mutated_workbooks_are_read_or_refused_and_leave_nothing(tmp_path: Path):
    outcomes, seed, started = [], 0, time.monotonic()
    while seed < WORKBOOKS:
        told, code = _read(seed, tmp_path)
        outcomes += told
        seed += len(told)
        if code != 0:  # as `check_apart` then says: too heavy
            assert code in ABORTED, f"seed {seed}"
            outcomes.append("file.too_heavy")
            seed += 1
    assert len(outcomes) == WORKBOOKS
    assert {"read", "file.broken_workbook"} <= set(outcomes)
    assert all(outcome == "read" or t(outcome, **_ANY) for outcome in outcomes)
    assert outcomes.count("file.too_heavy") < WORKBOOKS / 20
    assert time.monotonic() - started < WORKBOOKS / 4
    assert list(tmp_path.iterdir()) == []


_ANY = dict.fromkeys(("form", "sheets", "size", "limit", "looked", "line", "place"), "1")


def _read(first: int, temporary: Path) -> tuple[list[str], int]:
    """Outcomes from this seed on, and the exit code of the process that read."""
    command = [sys.executable, "-m", "tests.data_access.mutating", str(first), str(WORKBOOKS)]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    return [line.split()[1] for line in run.stdout.splitlines()], run.returncode
