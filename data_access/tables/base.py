"""The base of every table, and the small pieces that tables share."""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


# A registry of our own: SQLModel's global one breaks when Streamlit reloads a module.
class Table(SQLModel, registry=registry()):
    """What every table derives from. Validators are built when one is asked for, which no command does."""

    model_config = {"defer_build": True}


Table.metadata.naming_convention = NAMING


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """A constraint that a text column holds one of these codes (null allowed by SQL's rule)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def first_of_month(column: str = "month") -> CheckConstraint:
    """A constraint that a date is the first of its month: `month` means nothing else in this store."""
    return CheckConstraint(f"CAST({column} AS TEXT) LIKE '%-01'", name=f"{column}_is_first_day")


def late_reference(target: str) -> ForeignKey:
    """A foreign key checked at commit: an apply deletes and inserts what other rows point to."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")
