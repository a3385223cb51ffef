"""Stores of 0.3, 3 and 30 million dossiers as the pages meet them: the sums that so many would have.

The smallest is the sample province. The larger ones are made from it by SQL, without their lines, which no
read of a page adds up: forty months in place of four; and at thirty million ten times the dossiers of each
month, with every agency seeing every sector, procedure and counter that any agency of its level sees.

What judges a month by the year before it asks more of forty months than of four, however few dossiers there
are. So there is a second one of 0.3 million, over the forty months of the others: a tenth of each of their
sums at three million.
"""

import shutil
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, text

from benchmarks.floor import remove
from benchmarks.growth import copy_rows
from benchmarks.inputs import FOLDER
from data_access import sums
from data_access.migrations import VERSION
from data_access.months import last_month
from data_access.store import Store
from data_access.tables import METADATA
from metrics.scope import PUBLISHED
from sample_data.load import load

SIZES = (300_000, 3_000_000, 30_000_000)
SPREAD = "300000-in-forty-months"
_TABLES = [name for name in METADATA.tables if name.startswith("sum_by_")]  # others are made of them
_TIMES = 10


def store_of(dossiers: int | str) -> str:
    """The URL of the store of one of SIZES, or of SPREAD; made once for each version of the schema."""
    file = FOLDER / f"pages-{dossiers}-{VERSION}.sqlite"
    if not file.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        remove(part)
        _make(dossiers, part)
        part.rename(file)
    return f"sqlite:///{file}"


def _make(dossiers: int | str, file: Path) -> None:
    sample, larger, largest = SIZES
    made = {larger: (sample, _more_months), largest: (larger, _fuller_months), SPREAD: (larger, _thin)}
    if dossiers not in made:
        store = Store.open(f"sqlite:///{file}")
        load(store)
    else:
        other, changed = made[dossiers]
        shutil.copyfile(store_of(other).removeprefix("sqlite:///"), file)
        store = Store.open(f"sqlite:///{file}")
        with store.write() as connection:
            changed(connection)
            sums.derive(connection)
            connection.execute(text("ANALYZE"))
    store.close()


def _more_months(connection: Connection) -> None:
    """The four months again before themselves, nine times."""
    months = list(PUBLISHED.months())
    number = connection.scalar(text("SELECT MAX(id) FROM batch"))
    batches = dict(
        connection.execute(text("SELECT month, MAX(batch_id) FROM batch_slice GROUP BY month")).all()
    )
    for back in range(1, _TIMES):
        for month in months:
            number += 1
            earlier, batch = _earlier(month, len(months) * back), batches[month.isoformat()]
            copy_rows(connection, "batch", {"id": number, "sha256": f"'{number}'"}, f"id = {batch}")
            moved = {"month": f"'{earlier}'", "batch_id": number}
            copy_rows(connection, "batch_slice", moved, f"batch_id = {batch}")
            for table in _TABLES:
                copy_rows(connection, table, {"month": f"'{earlier}'"}, f"month = '{month}'")


def _fuller_months(connection: Connection) -> None:
    for table in _TABLES:
        columns = METADATA.tables[table].columns
        month, agency, kind = (column.name for column in columns if column.primary_key)
        measures = [column.name for column in columns if not column.primary_key]
        names = ", ".join((month, agency, kind, *measures))
        connection.execute(
            text(f"""INSERT OR IGNORE INTO {table} ({names})
            SELECT m.month, a.key, k.kind, {", ".join("0" for _ in measures)}
            FROM (SELECT DISTINCT month FROM {table}) m
            CROSS JOIN (SELECT DISTINCT u.key, u.level FROM agency u JOIN {table} t ON t.agency = u.key) a
            JOIN (SELECT DISTINCT u.level, t.{kind} AS kind
                  FROM {table} t JOIN agency u ON u.key = t.agency) k ON k.level = a.level""")
        )
        more = ", ".join(f"{name} = {name} * {_TIMES}" for name in measures)
        connection.execute(text(f"UPDATE {table} SET {more}"))


def _thin(connection: Connection) -> None:
    """A tenth of each sum, rounded up: what there is to tell of stays."""
    for table in _TABLES:
        measures = [column.name for column in METADATA.tables[table].columns if not column.primary_key]
        tenth = ", ".join(f"{name} = ({name} + {_TIMES - 1}) / {_TIMES}" for name in measures)
        connection.execute(text(f"UPDATE {table} SET {tenth}"))


def _earlier(month: date, by: int) -> date:
    for _ in range(by):
        month = last_month(month)
    return month
