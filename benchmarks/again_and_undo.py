"""The same file again, known by its hash; and undo, against the apply that it takes back.

    python -m benchmarks.again_and_undo [lines] [rounds]

A command that only lists the batches does nothing but start: more than that would be reading the file.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.floor import cli, tell
from benchmarks.inputs import FOLDER, extract, province
from benchmarks.steps import steps


def main(lines: int, rounds: int) -> None:
    file = extract(lines)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        database = Path(folder) / "store.sqlite"
        taken = [steps(province(database), file) for _ in range(rounds)]
        tell("undo / apply", median(one["undo"] / one["apply"] for one in taken), 0.5)
        url = province(database)
        first = cli("ingest", file, database=url).seconds
        again = median(cli("ingest", file, database=url).seconds for _ in range(rounds))
        start = median(cli("batches", database=url).seconds for _ in range(rounds))
        print(
            f"  first {first:.2f} s · again {again:.2f} s · a command that only lists batches {start:.2f} s"
        )
        tell("the same file again / a command that only lists batches", again / start, 1.5)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(given[0] if given else 300_000, given[1] if len(given) > 1 else 3)
