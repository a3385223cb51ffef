"""The tests' own store of the demo: it can be made where its makers run, and is what the README tells of."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests import demo

ROOT = Path(__file__).parents[1]


def test_it_is_made_without_locks_where_the_system_has_none():
    """As on Windows, which has no fcntl."""
    script = """
import sys
sys.modules["fcntl"] = None
from tests import demo
with demo._alone():
    print("alone")
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.stdout, done.stderr) == ("alone\n", "")


def test_the_batch_that_the_readme_undoes_is_the_first_after_those_of_the_sample():
    readme = (ROOT / "README.md").read_text("utf-8")
    number, sample = map(int, re.search(r"undo (\d+) .*after the (\d+) of the sample", readme).groups())
    with closing(sqlite3.connect(demo.prepared())) as store:
        assert store.execute("SELECT MAX(id), COUNT(*) FROM batch").fetchone() == (sample, sample)
    assert number == sample + 1
