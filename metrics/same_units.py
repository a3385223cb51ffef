"""The same agencies in every period that is compared (cùng tập đơn vị).

Agencies that followed one another count as one: what the old ones stated goes on in the new ones. A group
is in only if each of its units has stated every month of the periods in which it was due. So the whole
province is compared with the whole province across a reorganisation, and a level that took over another's
work shows it.
"""

from datetime import date

from sqlalchemy import Connection

from data_access.months import month_end
from data_access.snapshot import once_a_snapshot
from metrics.coverage import Coverage
from metrics.structure import Group, structure


@once_a_snapshot
def same_units(connection: Connection, covers: tuple[Coverage, ...], on: date) -> frozenset[str]:
    """The keys of the units, in the structure known on a day, of which no period lacks anything.

    Who owes no statement and has made one in one period alone is not the same in both.
    """
    members = frozenset().union(*(cover.members for cover in covers))
    missing = frozenset().union(*(_missing(cover, members) for cover in covers))
    whole = (keys for keys in _keys_of_groups(connection, on) if missing.isdisjoint(keys))
    return members & frozenset().union(*whole)


def _missing(cover: Coverage, members: frozenset[str]) -> frozenset[str]:
    """Who owed a month and has not stated it, or owes none and has left one out in which it was there."""
    free = [cover.units[key] for key in members if not cover.units[key].reports]
    silent = {
        unit.key
        for month, there in cover.stated.by_month.items()
        for unit in free
        if unit.key not in there and unit.in_force(month, month_end(month))
    }
    return (cover.members - cover.complete) | silent


@once_a_snapshot
def groups_of(connection: Connection, on: date) -> dict[str, Group]:
    """Unit key → the group of units that it is tied to."""
    return {unit.key: group for group in structure(connection, on) for unit in group.members}


@once_a_snapshot
def _keys_of_groups(connection: Connection, on: date) -> list[frozenset[str]]:
    return [frozenset(unit.key for unit in group.members) for group in structure(connection, on)]
