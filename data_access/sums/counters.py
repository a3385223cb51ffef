"""At which counters each procedure is open from day to day."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter

from sqlalchemy import Connection, Row, select

from data_access.sums.rewriting import rewrite
from data_access.tables import OpenCounters, Opening


def refresh(connection: Connection) -> None:
    """Make the table say what the openings that count say now."""
    openings = sorted(connection.execute(select(Opening.__table__)).all(), key=attrgetter("procedure"))
    rows = [
        (procedure, since, until, " ".join(counters))
        for procedure, own in groupby(openings, key=attrgetter("procedure"))
        for since, until, counters in _periods(list(own))
    ]
    rewrite(connection, OpenCounters.__table__, rows)


def _periods(openings: list[Row]) -> Iterator[tuple[date, date, list[str]]]:
    """(since, until, counters) of one procedure; days on which it is open nowhere are left out."""
    opened, closed = defaultdict(list), defaultdict(list)
    for one in openings:
        opened[one.opened_on].append(one.counter)
        if one.closed_on:
            closed[one.closed_on].append(one.counter)
    there: Counter[str] = Counter()  # one counter may be opened twice, and closed once
    for since, until in pairwise([*sorted({*opened, *closed}), date.max]):
        there.update(opened[since])
        there.subtract(closed[since])
        if counters := sorted(there + Counter()):
            yield since, until, counters
