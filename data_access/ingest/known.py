"""What the store knows at the moment of checking: the lists that codes in a file are held against."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access.agencies import Unit, agencies, successors
from data_access.ingest.contract import fold
from data_access.store import Store
from data_access.tables import Procedure, Sector, StatusLabel


@dataclass(frozen=True, eq=False)
class Known:
    """Agencies with their periods, procedure and sector codes, and what statuses are called."""

    units: tuple[Unit, ...]
    successors: dict[str, list[str]]
    procedures: frozenset[str]
    sectors: frozenset[str]
    statuses: dict[str, int]

    @classmethod
    def of(cls, store: Store) -> "Known":
        with store.read() as connection:
            return cls.seen_by(connection)

    @classmethod
    def seen_by(cls, connection: Connection) -> "Known":
        label = StatusLabel.__table__
        labels = connection.execute(select(label.c.label, label.c.status).order_by(label.c.since))
        return cls(
            units=tuple(agencies(connection)),
            successors=successors(connection),
            procedures=frozenset(connection.scalars(select(Procedure.__table__.c.code))),
            sectors=frozenset(connection.scalars(select(Sector.__table__.c.code))),
            statuses={fold(row.label): row.status for row in labels},
        )

    def codes(self, refers: str) -> frozenset[str]:
        """The codes of the list that a contract column refers to."""
        match refers:
            case "agency":
                return frozenset(unit.code for unit in self.units)
            case "procedure":
                return self.procedures
            case "sector":
                return self.sectors
        raise KeyError(refers)
