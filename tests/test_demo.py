"""The tests' own store of the demo can be made where its makers run."""

import subprocess
import sys
from pathlib import Path

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
