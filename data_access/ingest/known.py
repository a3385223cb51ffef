"""What the store knows at the moment of checking: the lists that codes in a file are held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from data_access.ingest.signatures import Answers
from data_access.units import Unit

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from data_access.store import Store


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
    def of(cls, store: "Store") -> "Known":
        with store.read() as connection:
            return cls.seen_by(connection)

    @classmethod
    def seen_by(cls, connection: "Connection") -> "Known":
        from data_access.ingest.knowing import seen_by  # here: the process that reads a file has no store

        return seen_by(connection)

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
