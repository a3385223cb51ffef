"""A large dossier extract through ingest, against `sqlite3 .import` and sqlite-utils on the same file.

    python -m benchmarks.large_file [lines] [rounds]

Recognised, checked line by line in a child process, staged, compared, applied, sums refreshed – once as
`python cli.py ingest` from a cold start, once as in a running server.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.floor import Run, cli, import_csv, run, tell
from benchmarks.inputs import FOLDER, extract, province
from benchmarks.steps import loading, steps
from sample_data.csv_file import TITLE_LINES

PEER = FOLDER / "peers" / "bin" / "sqlite-utils"
MEMORY = {300_000: 400, 3_000_000: 1500}


def main(lines: int, rounds: int) -> None:
    file = extract(lines)
    print(f"{lines} lines, {file.stat().st_size / 1e6:.0f} MB", flush=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        measured = [_round(Path(folder), file) for _ in range(rounds)]
        floors, commands, servers = zip(*measured, strict=True)
        tell("command / sqlite3 .import", _ratio(commands, floors), 3)
        tell("running server / sqlite3 .import", _ratio(servers, floors), 3)
        most = max(ours.megabytes for ours in commands)
        tell("memory, both processes together", most, MEMORY.get(lines, 1500), unit="MB")
        if lines <= 300_000 and PEER.exists():
            theirs = _sqlite_utils(Path(folder) / "peer.sqlite", file)
            ours = median(one.seconds for one in commands)
            print(f"  sqlite-utils {theirs.seconds:.2f} s, {theirs.megabytes:.0f} MB")
            tell("sqlite-utils / command", theirs.seconds / ours, 10, least=True)


def _round(folder: Path, file: Path) -> tuple[Run, Run, Run]:
    first = import_csv(folder / "floor.sqlite", file)
    command = cli("ingest", file, "--by", "bench", database=province(folder / "ours.sqlite"))
    taken = steps(province(folder / "ours.sqlite"), file)
    floor = (first + import_csv(folder / "floor.sqlite", file)) / 2
    told = " · ".join(f"{name} {seconds:.2f}" for name, seconds in taken.items())
    print(f"  import {floor:.2f} s · command {command.seconds:.2f} s · server: {told}", flush=True)
    return Run(floor, 0), command, Run(loading(taken), 0)


def _ratio(ours: tuple[Run, ...], floors: tuple[Run, ...]) -> float:
    return median(one.seconds / floor.seconds for one, floor in zip(ours, floors, strict=True))


def _sqlite_utils(database: Path, file: Path) -> Run:
    """Its own way of loading a CSV, without the title lines, which it does not know."""
    bare = database.with_suffix(".csv")
    with file.open("rb") as full, bare.open("wb") as cut:
        for _ in range(TITLE_LINES):
            next(full)
        cut.writelines(full)
    return run(PEER, "insert", database, "dossier", bare, "--csv", stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(given[0] if given else 300_000, given[1] if len(given) > 1 else 3)
