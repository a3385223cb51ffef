"""What the store knows at the moment of checking: the lists that codes in a file are held against."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, select

from data_access.agencies import Unit, agencies, successors
from data_access.ingest.contract import fold
from data_access.left_open import left_open
from data_access.mappings import Answers, answers
from data_access.reported import still_open
from data_access.store import Store
from data_access.tables import Procedure, Sector, StatusLabel


@dataclass(frozen=True, eq=False)
class Known:
    """Agencies with their periods, procedure and sector codes, what statuses are called since when
    (oldest first), what people answered about headers, sectors by folded name, what reports that count
    leave open by month, agency and sector, and what every statement leaves open by month and agency."""

    units: tuple[Unit, ...]
    successors: dict[str, list[str]]
    procedures: frozenset[str]
    sectors: frozenset[str]
    statuses: tuple[tuple[str, date, int], ...]
    answers: Answers = field(default_factory=dict)
    sector_names: Mapping[str, str] = field(default_factory=dict)
    reported_open: Mapping[tuple[date, str, str], int] = field(default_factory=dict)
    left_open: Mapping[tuple[date, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store) -> "Known":
        with store.read() as connection:
            return cls.seen_by(connection)

    @classmethod
    def seen_by(cls, connection: Connection) -> "Known":
        label = StatusLabel.__table__
        names = select(label.c.label, label.c.since, label.c.status).order_by(label.c.since)
        sectors = dict(connection.execute(select(Sector.__table__.c.code, Sector.__table__.c.name)).all())
        return cls(
            units=tuple(agencies(connection)),
            successors=successors(connection),
            procedures=frozenset(connection.scalars(select(Procedure.__table__.c.code))),
            sectors=frozenset(sectors),
            statuses=tuple((fold(row.label), row.since, row.status) for row in connection.execute(names)),
            answers=answers(connection),
            sector_names=_by_one_name(sectors),
            reported_open=still_open(connection),
            left_open=left_open(connection),
        )

    def status_names(self, on: date) -> dict[str, int]:
        """Folded label to status, as extracts call them on a day."""
        return {label: status for label, since, status in self.statuses if since <= on}

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


def _by_one_name(sectors: Mapping[str, str]) -> dict[str, str]:
    """Folded name to code, where one sector alone bears it."""
    names = Counter(fold(name) for name in sectors.values())
    return {fold(name): code for code, name in sectors.items() if names[fold(name)] == 1}
