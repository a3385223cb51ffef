"""What every table is made with: the names of constraints, columns, and the small pieces that tables share.

Tables are SQLAlchemy's own: nothing here is ever an object of a class, and setting up classes would take a
third of the time in which a command starts.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, Column, Date, DateTime, Dialect, ForeignKey, MetaData, String, Table
from sqlalchemy.types import TypeDecorator, TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Type = type[TypeEngine] | TypeEngine


class Moment(TypeDecorator[datetime]):
    """A point in time, aware of its zone, which SQLite does not keep: written and read in UTC everywhere."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """ValueError for a time of no zone: nobody could say when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without its zone: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def key(name: str, type_: Type = String, *more: ForeignKey, index: bool = False) -> Column:
    """A column of the primary key."""
    return Column(name, type_, *more, primary_key=True, index=index or None)


def required(name: str, type_: Type = String, *more: ForeignKey, index: bool = False) -> Column:
    """A column that always holds something."""
    return Column(name, type_, *more, nullable=False, index=index or None)


def optional(name: str, type_: Type = String, *more: ForeignKey) -> Column:
    """A column that may be null: not known, or not so."""
    return Column(name, type_, *more)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """A constraint that a text column holds one of these codes (null allowed by SQL's rule)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def first_of_month(column: str = "month") -> CheckConstraint:
    """A constraint that a date is the first of its month: `month` means nothing else in this store."""
    return CheckConstraint(f"CAST({column} AS TEXT) LIKE '%-01'", name=f"{column}_is_first_day")


def by_month(name: str, *columns: Column) -> Table:
    """A table of sums: month by month, and in that order, by what `columns` add to its key."""
    return Table(name, METADATA, key("month", Date), *columns, first_of_month(), sqlite_with_rowid=False)


def late_reference(target: str) -> ForeignKey:
    """A foreign key checked at commit: an apply deletes and inserts what other rows point to."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")
