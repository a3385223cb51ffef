"""The units that the store knows, and who followed whom."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Agency, AgencySuccession
from data_access.units import Unit

_AGENCIES = select(*(Agency.c[name] for name in Unit._fields)).order_by(Agency.c.code, Agency.c.valid_from)

_TIE = AgencySuccession.c
_TIES = select(_TIE.predecessor, _TIE.successor).order_by("successor")


@once_a_snapshot
def agencies(connection: Connection) -> tuple[Unit, ...]:
    """Every agency of every period, by code and start."""
    return tuple(map(Unit._make, connection.execute(_AGENCIES).all()))


@once_a_snapshot
def units_by_key(connection: Connection) -> dict[str, Unit]:
    """The same by key."""
    return {unit.key: unit for unit in agencies(connection)}


def successors(connection: Connection) -> dict[str, list[str]]:
    """Keys of the units that took over each unit."""
    found: dict[str, list[str]] = {}
    for row in connection.execute(_TIES):
        found.setdefault(row.predecessor, []).append(row.successor)
    return found


@dataclass(frozen=True)
class Kinship:
    """Keys of the units that one followed, and of those that followed it."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def kinship(connection: Connection, key: str) -> Kinship:
    """Who stood before a unit and who came after it, by key."""
    before = select(_TIE.predecessor).where(_TIE.successor == key).order_by("predecessor")
    after = select(_TIE.successor).where(_TIE.predecessor == key).order_by("successor")
    return Kinship(tuple(connection.scalars(before)), tuple(connection.scalars(after)))
