"""Sums of the whole province's months, made of those of its slices: as many rows as labels, however many
agencies and dossiers there are."""

from datetime import date

from sqlalchemy import SmallInteger
from sqlmodel import Field

from data_access.tables.base import Table, first_of_month, late_reference
from data_access.tables.sums import Measures


class MonthByChannel(Table, Measures, table=True):
    """Sums by channel: 1 in person, 2 online, 3 post."""

    __tablename__ = "month_by_channel"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    channel: int = Field(primary_key=True, sa_type=SmallInteger)


class MonthBySector(Table, Measures, table=True):
    """Sums by sector of the procedure."""

    __tablename__ = "month_by_sector"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    sector: str = Field(primary_key=True, sa_column_args=[late_reference("sector.code")])


class MonthByService(Table, Measures, table=True):
    """Sums by the service level that the procedure had at the end of the month ('' = none stated)."""

    __tablename__ = "month_by_service"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    service_level: str = Field(primary_key=True)


class Demand(Table, table=True):
    """Dossiers of the whole province by procedure: what people ask for. Month after month of each procedure,
    as one asks for the same months of many."""

    __tablename__ = "demand"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    procedure: str = Field(primary_key=True, sa_column_args=[late_reference("procedure.code")])
    month: date = Field(primary_key=True)
    received: int


class HandedIn(Table, table=True):
    """Dossiers of the whole province by the counter where they were handed in."""

    __tablename__ = "handed_in"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    counter: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    received: int
    received_away: int = Field(description="of received: another agency handles them")


class Flow(Table, table=True):
    """Dossiers of an agency by the area of the counter where they were handed in.

    Areas are the codes of the units that tiles of the map are named after, as it was at the month's end.
    What is handled or handed in outside the map, as at departments, is in no row.
    """

    __tablename__ = "flow"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    place: str = Field(primary_key=True, description="the counter's area")
    home: str = Field(description="the agency's own area")
    received: int


class MonthFlow(Table, table=True):
    """The same of all agencies together."""

    __tablename__ = "month_flow"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    home: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    received: int
