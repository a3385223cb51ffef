"""The structure of agencies on a day, and history restated into it through successions.

Units that followed one another are tied: what one stated, its successors' history is made of. Where a
unit was split, its dossiers cannot be told apart afterwards, so its successors stand together as one
group that is never guessed at. Totals of the province are the same in every structure, because each unit
of any time is in exactly one group.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access.agencies import agencies
from data_access.snapshot import once_a_snapshot
from data_access.tables import AgencySuccession
from data_access.units import Unit
from metrics.coverage import coverage
from metrics.dossier_sums import added, dossier_sums
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.read import figure_of, months_of
from metrics.scope import Scope


@dataclass(frozen=True)
class Group:
    """Units of all times that are tied by succession; `now` are those of them in force on the day.

    One unit now: its history is restated exactly. Several: inseparable (không tách được). None: the unit
    ended and nobody followed it (cấp huyện, đã kết thúc).
    """

    members: tuple[Unit, ...]
    now: tuple[Unit, ...]

    @property
    def key(self) -> str:
        """A stable name: the keys of what it is now, or of what it was."""
        return "+".join(unit.key for unit in self.now or self.members)

    @property
    def level(self) -> str:
        return (self.now or self.members)[0].level

    @property
    def inseparable(self) -> bool:
        return len(self.now) > 1

    @property
    def ended(self) -> bool:
        return not self.now


@once_a_snapshot
def structure(connection: Connection, on: date) -> list[Group]:
    """Every unit that was in force until a day, in groups by what has become of it by then: a unit that was
    there before takes over when the other ends, a new one when it begins."""
    units = [unit for unit in agencies(connection) if unit.valid_from <= on]
    ties = connection.execute(_TIES).all()
    known = {unit.key: unit for unit in units}
    tied = _tied(
        known,
        (
            (one, other)
            for one, other in ties
            if one in known and other in known and _has_handed_over(known[one], known[other], on)
        ),
    )
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(tied[unit.key], []).append(unit)
    return [
        Group(tuple(members), tuple(unit for unit in members if unit.in_force(on, on)))
        for members in groups.values()
    ]


def _has_handed_over(unit: Unit, successor: Unit, on: date) -> bool:
    ended = unit.valid_to is not None and unit.valid_to < on
    return ended or successor.valid_from > unit.valid_from


_TIES = select(AgencySuccession.c.predecessor, AgencySuccession.c.successor)


def restated(connection: Connection, key: str, scope: Scope) -> dict[Group, Figure]:
    """An indicator of dossiers for each group of the structure at the end of a scope.

    A group sums those of its units that are complete, and its n/m says how many of how many.
    """
    indicator = INDICATORS[key]
    months = months_of(indicator, scope)
    cover = coverage(connection, months.only(level=None, agency=None)).answering(indicator, "agency")
    sums = dossier_sums(connection, months, cover.complete, "agency")
    found = {}
    for group in structure(connection, scope.end):
        part = cover.only(frozenset(unit.key for unit in group.members))
        if part.members and scope.level in (None, group.level):
            rows = [sums[unit] for unit in part.complete if unit in sums]
            found[group] = figure_of(indicator, added(rows), part)
    return found


def _tied(keys: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each key's root: union-find over the ties."""
    root = {key: key for key in keys}

    def top(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for one, other in ties:
        root[top(one)] = top(other)
    return {key: top(key) for key in root}
