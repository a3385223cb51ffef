"""What the tests of the command line share: a command run as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def cli(url: str, *arguments: str) -> subprocess.CompletedProcess:
    """The command's exit code and what it wrote, against the store of `url`."""
    environment = {**os.environ, "DATABASE_URL": url, "COLUMNS": "200"}
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)
