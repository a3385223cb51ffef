"""What a page reads with nothing kept, at 0.3, 3 and (by option) 30 million dossiers.

    python -m benchmarks.page_reads [millions]

All reads of one page's run with empty caches: SQL, rows, and the figures made of them; and what the store
alone takes of that. Goals: 15 ms at 0.3 million, 1.3 × that at the largest, and less than DuckDB takes for
the six questions of Hồ sơ over raw rows.

Machines differ, and one machine from minute to minute: the sizes of a page take turns, and the 15 ms are of
a machine on which SQLite takes 400 for those questions, which it is asked beside each page.
"""

import sys
import time
from collections.abc import Sequence
from unittest.mock import patch

from benchmarks.floor import tell
from benchmarks.pages import READING, forget, opened, questions_watched, reads_watched
from benchmarks.raw_rows import asked_of_sqlite, duckdb, sqlite
from benchmarks.sized import SIZES, SPREAD, store_of
from data_access.store import Store
from ui import data

ROUNDS = 15
GOAL = 0.015
# Seconds of six questions over 0.3 million raw rows where that goal was set (DESIGN §10).
WHERE_IT_WAS_SET = {"SQLite": 0.4, "DuckDB": 0.021}


def main(millions: bool) -> None:
    sizes = SIZES if millions else SIZES[:2]
    smallest, largest = sizes[0], sizes[-1]
    of_dossiers: dict[int, float] = {}
    slowest = 0.0
    sqlite_asked = asked_of_sqlite(store_of(smallest), 1)
    for page in READING:
        here = min(sqlite_asked() for _ in range(2))
        taken = uncached(page, (*sizes, SPREAD))
        alone = {size: answers(page, store_of(size)) for size in sizes}
        told = " · ".join(
            f"{size / 1e6:g} M {taken[size] * 1000:.1f} ms, of these the store {alone[size] * 1000:.1f}"
            for size in sizes
        )
        told += f" · 0.3 M in forty months {taken[SPREAD] * 1000:.1f}"
        print(f"  {page}: {told} · SQLite over raw rows {here * 1000:.0f}", flush=True)
        slowest = max(slowest, taken[smallest])
        there = taken[smallest] * WHERE_IT_WAS_SET["SQLite"] / here
        tell(f"reads of {page} at 0.3 M", there * 1000, GOAL * 1000, unit="ms where SQLite takes 400")
        # Of the same forty months: what judges a month by the year before it asks more of them than of four.
        tell(f"reads of {page} at {largest / 1e6:g} M / at 0.3 M", taken[largest] / taken[SPREAD], 1.3)
        if page == "dossiers":
            of_dossiers = {size: taken[size] for size in sizes}
    for size, seconds in of_dossiers.items():
        _against_raw_rows(size, seconds, slowest)


def uncached(page: str, sizes: Sequence[int | str]) -> dict[int | str, float]:
    """The least seconds of all reads of a run of the page with empty caches, at each size."""
    scripts = {}
    for size in sizes:
        scripts[size] = opened(page, store_of(size)), data.store()
    found: dict[int | str, list[float]] = {size: [] for size in sizes}
    for _ in range(ROUNDS):
        for size, (script, store) in scripts.items():
            forget()
            with patch.object(data, "store", lambda store=store: store), reads_watched() as watch:
                script.run()
            found[size].append(watch.seconds)
    return {size: min(seconds) for size, seconds in found.items()}


def answers(page: str, database: str) -> float:
    """The least seconds in which SQLite answers all that a run of the page with empty caches asks."""
    script = opened(page, database)
    forget()
    with questions_watched() as asked:
        script.run()
    found, store = [], Store.open(database)
    with store.read() as connection:
        driver = connection.connection.driver_connection
        for _ in range(ROUNDS):
            started = time.thread_time()
            for statement, values in asked:
                driver.execute(statement, values).fetchall()
            found.append(time.thread_time() - started)
    store.close()
    return min(found)


def _against_raw_rows(size: int, ours: float, slowest: float) -> None:
    told = []
    for name, ask in (("SQLite", sqlite), ("DuckDB", duckdb)):
        seconds = ask(store_of(SIZES[0]), size // SIZES[0])
        if seconds is not None:
            told.append(f"{name} {seconds * 1000:.0f} ms")
            if size == SIZES[0]:
                goal = GOAL / WHERE_IT_WAS_SET[name]
                tell(f"reads of the slowest page / {name} over raw rows at 0.3 M", slowest / seconds, goal)
            tell(f"reads of dossiers / {name} over raw rows at {size / 1e6:g} M", ours / seconds, 1)
    print(f"  six questions over raw rows at {size / 1e6:g} M: {' · '.join(told)}", flush=True)


if __name__ == "__main__":
    main("millions" in sys.argv[1:])
