"""At which counters each procedure is open from day to day."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, groupby, pairwise
from operator import attrgetter, itemgetter

from sqlalchemy import Connection, Row, select

from data_access.agencies import units_by_key
from data_access.areas import counters
from data_access.sums.rewriting import rewrite
from data_access.tables import OpenCounters, Opening
from data_access.units import APART

Term = tuple[date, date]  # the first day, and the day after the last


def refresh(connection: Connection) -> None:
    """Make the table say what the openings and counters that count say now."""
    openings = sorted(connection.execute(select(Opening)).all(), key=attrgetter("procedure"))
    terms = _terms(connection)
    rows = [
        (procedure, since, until, APART.join(open_at))
        for procedure, own in groupby(openings, key=attrgetter("procedure"))
        for since, until, open_at in _periods(list(own), terms)
    ]
    rewrite(connection, OpenCounters, rows)


def _terms(connection: Connection) -> dict[str, list[Term]]:
    """Bare code → when a unit of this code that has a counter is in force."""
    units, terms = units_by_key(connection), defaultdict(list)
    for row in counters(connection):
        # Within a write an agency may be gone whose counter still stands; the commit will refuse it.
        if unit := units.get(row.agency):
            terms[unit.code].append((unit.valid_from, unit.gone))
    return terms


def _periods(
    openings: list[Row], terms: Mapping[str, Sequence[Term]]
) -> Iterator[tuple[date, date, tuple[str, ...]]]:
    """(since, until, counters in force) of one procedure; days on which it is open nowhere are left out."""
    for open_at, same in groupby(_days(openings, terms), key=itemgetter(2)):
        days = list(same)
        if open_at:
            yield days[0][0], days[-1][1], open_at


def _days(
    openings: list[Row], terms: Mapping[str, Sequence[Term]]
) -> Iterator[tuple[date, date, tuple[str, ...]]]:
    """The same, of all days since the first opening, parted wherever anything might change."""
    opened, closed = defaultdict(list), defaultdict(list)
    for one in openings:
        opened[one.opened_on].append(one.counter)
        if one.closed_on:
            closed[one.closed_on].append(one.counter)
    turns = chain.from_iterable(term for one in openings for term in terms.get(one.counter, ()))
    days = sorted({*opened, *closed, *(day for day in turns if day > min(opened)), date.max})
    there: Counter[str] = Counter()  # one counter may be opened twice, and closed once
    for since, until in pairwise(days):
        there.update(opened.get(since, ()))
        there.subtract(closed.get(since, ()))
        open_there = sorted(code for code, times in there.items() if times > 0)
        yield since, until, tuple(code for code in open_there if _in_force(terms.get(code, ()), since))


def _in_force(terms: Sequence[Term], on: date) -> bool:
    return any(first <= on < gone for first, gone in terms)
