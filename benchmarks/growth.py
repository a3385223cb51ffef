"""A month into a store of three million lines, against the same month into an empty one.

    python -m benchmarks.growth [lines in the month] [rounds]

The large store is made by SQL: a loaded month, copied to the forty months before it.
"""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from sqlalchemy import Connection, text

from benchmarks.floor import remove, tell
from benchmarks.inputs import FOLDER, MONTH, extract, province
from benchmarks.steps import loading, steps
from data_access import ingest, sums
from data_access.ingest import Known
from data_access.migrations import VERSION
from data_access.months import last_month
from data_access.store import Store
from data_access.tables import METADATA

MONTHS = 40
_DAYS = ("submitted_on", "received_on", "due_on", "finished_on", "returned_on")


def main(lines: int, rounds: int) -> None:
    file, large = extract(lines), _large_store(lines)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        ratios = [_round(Path(folder) / "store.sqlite", file, large) for _ in range(rounds)]
    tell(f"a month of {lines} into {MONTHS * lines} lines / into none", median(ratios), 1.2)


def _round(database: Path, file: Path, large: Path) -> float:
    into_none = steps(province(database), file)
    remove(database)
    shutil.copyfile(large, database)
    into_many = steps(f"sqlite:///{database}", file)
    for name, taken in (("none", into_none), ("many", into_many)):
        told = " · ".join(f"{step} {seconds:.2f}" for step, seconds in taken.items())
        print(f"  into {name}: {loading(taken):.2f} s ({told})", flush=True)
    return loading(into_many) / loading(into_none)


def _large_store(lines: int) -> Path:
    file = FOLDER / f"large-{MONTHS * lines}-{VERSION}.sqlite"
    if not file.exists():
        part = file.with_suffix(".part")
        store = Store.open(province(part))
        checked = ingest.check(Known.of(store), extract(lines))
        batch = ingest.stage(store, checked, by="bench")
        ingest.apply(store, batch, by="bench")
        with store.write() as connection:
            _copy_to_earlier_months(connection, batch)
            sums.derive(connection)
        store.close()
        part.rename(file)
    return file


def _copy_to_earlier_months(connection: Connection, batch: int) -> None:
    """Oldest first, as they would have come; the month itself is taken away at the end."""
    months = [MONTH]
    for _ in range(MONTHS):
        months.append(last_month(months[-1]))
    for number, month in enumerate(reversed(months[1:]), start=batch + 1):
        copy_rows(connection, "batch", {"id": number, "sha256": f"'{number}'"}, f"id = {batch}")
        moved = {"month": f"'{month}'", "batch_id": number, **_moved_days(month)}
        for table in ("batch_slice", "dossier", "batch_sum"):
            copy_rows(connection, table, moved, f"batch_id = {batch}")
        for table in METADATA.tables:
            if table.startswith("sum_by_"):
                copy_rows(connection, table, moved, f"month = '{MONTH}'")
    for table in ("batch_slice", "dossier", "batch_sum"):
        connection.execute(text(f"DELETE FROM {table} WHERE batch_id = {batch}"))
    for table in METADATA.tables:
        if table.startswith("sum_by_"):
            connection.execute(text(f"DELETE FROM {table} WHERE month = '{MONTH}'"))
    connection.execute(text(f"DELETE FROM batch WHERE id = {batch}"))


def _moved_days(month: date) -> dict[str, str]:
    earlier = (month - MONTH).days
    return {day: f"date({day}, '{earlier} days')" for day in _DAYS}


def copy_rows(connection: Connection, table: str, values: dict[str, object], where: str) -> None:
    """Rows of a table again, with other values (SQL) in some of their columns."""
    columns = [column.name for column in METADATA.tables[table].columns]
    chosen = ", ".join(str(values.get(column, column)) for column in columns)
    connection.execute(
        text(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {table} WHERE {where}")
    )


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(given[0] if given else 75_000, given[1] if len(given) > 1 else 3)
