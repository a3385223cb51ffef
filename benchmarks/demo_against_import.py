"""`cli.py demo` – everything, through ingest – against `sqlite3 .import` of the same dossier files.

    python -m benchmarks.demo_against_import [rounds]

The floor reads the CSVs into text columns and checks nothing. Floor and demo alternate, because the
machine's speed changes from minute to minute; only the ratio of one run is quoted. Goal: ≤ 6.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from sample_data.generate import generate

ROOT = Path(__file__).parents[1]
TITLES = 2  # lines above the header


def main(rounds: int) -> None:
    if shutil.which("sqlite3") is None:
        sys.exit("the sqlite3 command is needed for the floor")
    with tempfile.TemporaryDirectory() as folder:
        files = [file for file in generate() if file.name.startswith("ho-so")]
        print(f"{len(files)} files, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")
        ratios = [_round(Path(folder), files) for _ in range(rounds)]
    print(f"ratio: {median(ratios):.2f} (median of {rounds}; goal 6)")


def _round(folder: Path, files: list[Path]) -> float:
    floor = _seconds(lambda: _import(folder / "floor.sqlite", files))
    demo = _seconds(lambda: _demo(folder / "demo.sqlite"))
    floor = (floor + _seconds(lambda: _import(folder / "floor.sqlite", files))) / 2
    print(f"import {floor:.2f} s · demo {demo:.2f} s · ratio {demo / floor:.2f}", flush=True)
    return demo / floor


def _import(database: Path, files: list[Path]) -> None:
    database.unlink(missing_ok=True)
    orders = [".mode csv", *(f".import --skip {TITLES} {file} dossier" for file in files)]
    subprocess.run(["sqlite3", str(database)], input="\n".join(orders), text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip


def _demo(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    subprocess.run([sys.executable, "cli.py", "demo"], cwd=ROOT, env=environment, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip


def _seconds(work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
