"""A run of each page's script when all that it reads and draws is kept already: a reader who comes back.

    python -m benchmarks.page_runs

In this process, without the browser and without what the test harness does around the script.
"""

from benchmarks.floor import tell
from benchmarks.pages import opened, runs_watched
from benchmarks.sized import SIZES, store_of
from ui.pages import PAGES

ROUNDS = 25
GOALS = {"overview": 25}
ANY = 60


def main() -> None:
    database = store_of(SIZES[0])
    for page in PAGES:
        goal = GOALS.get(page.stem, ANY)
        tell(f"warm run of {page.stem}", warm(page.stem, database) * 1000, goal, unit="ms")


def warm(page: str, database: str) -> float:
    """The least seconds of a run of the page with full caches."""
    found, script = [], opened(page, database)
    script.run()
    for _ in range(ROUNDS):
        with runs_watched() as watch:
            script.run()
        found.append(watch.seconds)
    return min(found)


if __name__ == "__main__":
    main()
