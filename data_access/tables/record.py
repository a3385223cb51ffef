"""Dated records with their source: targets, events, connections, reform items, monthly figures.

`reference_line` holds what reference extracts said, line by line. The other tables of this module,
and agency, procedure and the like, hold what counts of it: the newest applied line of each key.
"""

from datetime import date
from decimal import Decimal

from sqlalchemy import JSON, Column, Index, Numeric
from sqlmodel import Field

from data_access.tables.base import Table, first_of_month, late_reference, one_of


class ReferenceLine(Table, table=True):
    """One line of a reference extract, written once at staging; `key` is its business key."""

    __tablename__ = "reference_line"
    __table_args__ = (Index("ix_reference_line_key", "kind", "key", "batch_id"),)

    batch_id: int = Field(primary_key=True, sa_column_args=[late_reference("batch.id")])
    line: int = Field(primary_key=True)
    kind: str
    key: str
    fields: dict = Field(sa_column=Column(JSON, nullable=False))


class Target(Table, table=True):
    """What an indicator should reach, for whom, by when, and who decided it."""

    __tablename__ = "target"
    __table_args__ = (one_of("kind", ("target", "stretch")), one_of("basis", ("listed", "all")))

    key: str = Field(primary_key=True)
    indicator: str = Field(index=True)
    agency: str | None = None
    value: Decimal = Field(sa_type=Numeric(14, 4))
    unit: str
    kind: str
    due_on: date | None = None
    basis: str | None = Field(default=None, description="denominator of a 100 % that names none")
    decision: str | None = None
    source: str


class Event(Table, table=True):
    """Something dated that readers of a trend should know."""

    __tablename__ = "event"
    __table_args__ = (one_of("kind", ("milestone", "deadline", "reorganisation")),)

    key: str = Field(primary_key=True)
    on: date
    title: str
    title_en: str | None = None
    kind: str
    source: str


class Connection(Table, table=True):
    """A system, agency or database and whether the IOC is connected to it."""

    __tablename__ = "connection"
    __table_args__ = (
        one_of("kind", ("department", "vertical", "api", "system", "database", "gis")),
        one_of("state", ("connected", "not_connected")),
    )

    code: str = Field(primary_key=True)
    kind: str
    name: str
    agency: str | None = None
    state: str
    since: date | None = None
    source: str


class ReformItem(Table, table=True):
    """A promise of a reform plan. `done` is null while nobody has reported: missing, not zero."""

    __tablename__ = "reform_item"

    code: str = Field(primary_key=True)
    title: str
    title_en: str | None = None
    kind: str
    quantity: Decimal | None = Field(default=None, sa_type=Numeric(14, 4))
    unit: str | None = None
    target_rate: Decimal | None = Field(default=None, sa_type=Numeric(7, 4))
    due_on: date | None = None
    done: Decimal | None = Field(default=None, sa_type=Numeric(14, 4))
    source: str


class MonthlyFigure(Table, table=True):
    """One figure of one month that no dossier carries; `at_least` is the paper's "more than"."""

    __tablename__ = "monthly_figure"
    __table_args__ = (first_of_month(),)

    measure: str = Field(primary_key=True)
    agency: str = Field(primary_key=True, description="bare code, or empty for the province")
    month: date = Field(primary_key=True)
    value: Decimal = Field(sa_type=Numeric(18, 4))
    unit: str
    at_least: bool
    source: str
