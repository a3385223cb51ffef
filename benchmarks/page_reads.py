"""What a page reads with nothing kept, at 0.3, 3 and (by option) 30 million dossiers.

    python -m benchmarks.page_reads [millions]

All reads of one page's run with empty caches: SQL, rows, and the figures made of them; and what the store
alone takes of that. Goals: 15 ms at 0.3 million, 1.3 × that at the largest, and less than DuckDB takes for
the six questions of Hồ sơ over raw rows.
"""

import sys
import time

from benchmarks.floor import tell
from benchmarks.pages import READING, forget, opened, questions_watched, reads_watched
from benchmarks.raw_rows import duckdb, sqlite
from benchmarks.sized import SIZES, store_of
from data_access.store import Store

ROUNDS = 15
GOAL = 0.015
# Seconds of six questions over 0.3 million raw rows where that goal was set (DESIGN §10). As a ratio of one
# run it is so much of what they take here.
WHERE_IT_WAS_SET = {"SQLite": 0.4, "DuckDB": 0.021}


def main(millions: bool) -> None:
    sizes = SIZES if millions else SIZES[:2]
    smallest, largest = sizes[0], sizes[-1]
    of_dossiers: dict[int, float] = {}
    slowest = 0.0
    for page in READING:
        taken = {size: uncached(page, store_of(size)) for size in sizes}
        alone = {size: answers(page, store_of(size)) for size in sizes}
        told = " · ".join(
            f"{size / 1e6:g} M {taken[size] * 1000:.1f} ms, of these the store {alone[size] * 1000:.1f}"
            for size in sizes
        )
        print(f"  {page}: {told}", flush=True)
        slowest = max(slowest, taken[smallest])
        tell(f"reads of {page} at 0.3 M", taken[smallest] * 1000, GOAL * 1000, unit="ms")
        tell(f"reads of {page} at {largest / 1e6:g} M / at 0.3 M", taken[largest] / taken[smallest], 1.3)
        if millions:
            # The smallest store is four months old: pages that judge a month by the year before it ask more
            # of both others, and of these two the same.
            same = taken[largest] / taken[SIZES[1]]
            tell(f"reads of {page} at 30 M / at 3 M, of the same months", same, 1.3)
        if page == "dossiers":
            of_dossiers = taken
    for size, seconds in of_dossiers.items():
        _against_raw_rows(size, seconds, slowest)


def uncached(page: str, database: str) -> float:
    """The least seconds of all reads of a run of the page with empty caches."""
    found, script = [], opened(page, database)
    for _ in range(ROUNDS):
        forget()
        with reads_watched() as watch:
            script.run()
        found.append(watch.seconds)
    return min(found)


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
