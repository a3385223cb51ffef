"""How procedures stood from day to day: made from their dated states and openings, for pages to read.

A stock on a day is a sum of what moved until then, and a list of procedures on a day is a range of rows;
neither needs the states themselves, which say it only in their order.
"""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from data_access.tables.base import Table, late_reference


class Standing(Table, table=True):
    """What one procedure (not internal) was from a day on, until the day before another row begins."""

    __tablename__ = "standing"
    __table_args__ = (Index("ix_standing_live", "live", "until"), {"sqlite_with_rowid": False})

    procedure: str = Field(primary_key=True, sa_column_args=[late_reference("procedure.code")])
    since: date = Field(primary_key=True, description="date.min in the first row")
    until: date = Field(description="the day that it is no longer so; date.max in the last row")
    service_level: str | None = Field(description="null: none stated")
    listed: bool
    built: bool
    live: bool


class Move(Table, table=True):
    """By how many procedures each count moved on a day; all of them are there from date.min on."""

    __tablename__ = "move"
    __table_args__ = ({"sqlite_with_rowid": False},)

    on: date = Field(primary_key=True)
    level: str = Field(primary_key=True)
    sector: str = Field(primary_key=True)
    owner: str = Field(primary_key=True)
    procedures: int
    full: int
    partial: int
    offline: int
    listed: int
    built: int
    live: int


class OpenCounters(Table, table=True):
    """The counters in force at which a procedure could be handed in away from home, from a day on.

    In one row and not in one each: there are thousands of pairs, and a row costs more than a name in it.
    """

    __tablename__ = "open_counters"
    __table_args__ = ({"sqlite_with_rowid": False},)

    procedure: str = Field(primary_key=True, sa_column_args=[late_reference("procedure.code")])
    since: date = Field(primary_key=True)
    until: date = Field(description="the day that it is no longer so; date.max in the last row")
    counters: str = Field(description="bare codes in order, with `units.APART` between")
