"""The peers of the pages' reads: six questions of Hồ sơ asked of raw dossier rows, in SQLite and in DuckDB.

Rows are those of the sample, as often as asked for. DuckDB (requirements-bench.txt) is no dependency of ours
and runs in a process of its own, on a file of its own: never two copies of SQLite on one file.
"""

import json
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.inputs import FOLDER

PYTHON = FOLDER / "peers" / "bin" / "python"
LARGEST_IN_SQLITE = 10  # times the sample; beyond it a round takes minutes
COLUMNS = "month, agency, procedure, channel, received_on, finished_on, due_on"
_DONE = "finished_on <= last_day"
_RECEIVED = "SUM(CASE WHEN received_on >= month THEN 1 ELSE 0 END)"
_ONLINE = "SUM(CASE WHEN received_on >= month AND channel = 2 THEN 1 ELSE 0 END)"
_IN_TIME = f"SUM(CASE WHEN {_DONE} AND (due_on IS NULL OR finished_on <= due_on) THEN 1 ELSE 0 END)"
_FINISHED = f"SUM(CASE WHEN {_DONE} THEN 1 ELSE 0 END)"
QUESTIONS = (
    f"SELECT {_RECEIVED}, {_ONLINE}, {_IN_TIME}, {_FINISHED} FROM dossier",
    f"SELECT month, {_RECEIVED}, {_ONLINE}, {_IN_TIME}, {_FINISHED} FROM dossier GROUP BY month",
    f"SELECT level, {_RECEIVED}, {_ONLINE} FROM dossier GROUP BY level",
    f"SELECT channel, {_RECEIVED} FROM dossier GROUP BY channel",
    f"SELECT agency, {_IN_TIME}, {_FINISHED} FROM dossier GROUP BY agency",
    f"SELECT sector, {_IN_TIME}, {_FINISHED} FROM dossier GROUP BY sector",
)
_EXPORT = f"""SELECT {COLUMNS}, date(month, '+1 month', '-1 day') AS last_day,
    (SELECT level FROM agency WHERE key = d.agency) AS level,
    (SELECT sector FROM procedure WHERE code = d.procedure) AS sector FROM dossier d"""


def sqlite(database: str, times: int) -> float | None:
    """Seconds of the six questions in SQLite over `times` the sample's rows; None beyond ten times."""
    if times > LARGEST_IN_SQLITE:
        return None
    ask = asked_of_sqlite(database, times)
    return min(ask() for _ in range(2))


def asked_of_sqlite(database: str, times: int) -> Callable[[], float]:
    """Asks them, again and again: the seconds of each time."""
    connection = sqlite3.connect(":memory:")
    connection.execute("ATTACH ? AS store", [database.removeprefix("sqlite:///")])
    connection.execute(f"CREATE TABLE raw AS {_EXPORT.replace('FROM dossier d', 'FROM store.dossier d')}")
    repeated = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times})"
    connection.execute(f"CREATE TABLE dossier AS {repeated} SELECT raw.* FROM n CROSS JOIN raw")
    return lambda: _asked(lambda question: connection.execute(question).fetchall())


def duckdb(database: str, times: int) -> float | None:
    """The same in DuckDB, on one core as everything here; None where it is not installed."""
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", "import duckdb"], check=False).returncode:
        return None
    rows = _rows(Path(database.removeprefix("sqlite:///")))
    order = json.dumps({"rows": str(rows), "times": times, "questions": QUESTIONS})
    done = subprocess.run([PYTHON, "-c", _ASK_DUCKDB, order], stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def _asked(ask) -> float:
    started = time.process_time()
    for question in QUESTIONS:
        ask(question)
    return time.process_time() - started


def _rows(store: Path) -> Path:
    """The sample's rows as a CSV that DuckDB reads."""
    file = FOLDER / f"{store.stem}-rows.csv"
    if not file.exists():
        part = file.with_suffix(".part")
        with sqlite3.connect(store) as connection, part.open("w", encoding="utf-8") as out:
            found = connection.execute(_EXPORT)
            print(*(column[0] for column in found.description), sep=",", file=out)
            for row in found:
                print(*("" if cell is None else cell for cell in row), sep=",", file=out)
        part.rename(file)
    return file


_ASK_DUCKDB = """
import json, sys, time, duckdb
order = json.loads(sys.argv[1])
connection = duckdb.connect()
connection.execute("SET threads = 1")
connection.execute("CREATE TABLE dossier AS SELECT d.* FROM read_csv(?) d CROSS JOIN range(?)",
                   [order["rows"], order["times"]])
def asked():
    started = time.process_time()
    for question in order["questions"]:
        connection.execute(question).fetchall()
    return time.process_time() - started
print(min(asked() for _ in range(5)))
"""
