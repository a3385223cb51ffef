"""Sums as they stand in the store: slice by slice, of whole months, and added up by a label."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select

from data_access.snapshot import each_month_once
from data_access.tables.sums import MEASURES

Row = Sequence[int]  # the sums of one slice or month


@each_month_once
def slices(
    connection: Connection, wanted: Sequence[date], table: Table, names: tuple[str, ...], sector: str | None
) -> dict[date, dict[str, Row]]:
    """Month → agency → what the table states of the slice, of one sector or of all, in the order of names."""
    found: dict[date, dict[str, Row]] = {month: {} for month in wanted}
    asked = asked_of(min(wanted), max(wanted), sector)
    statement = added_by(table, ("month", "agency"), names, frozenset(asked))
    for month, agency, *sums in connection.execute(statement, asked).all():
        found.setdefault(month, {})[agency] = sums
    return found


@each_month_once
def months(
    connection: Connection, wanted: Sequence[date], table: Table, sector: str | None
) -> dict[date, Row | None]:
    """Month → the sums of the whole province, of one sector or of all, in the order of MEASURES; None where
    there was nothing."""
    asked = asked_of(min(wanted), max(wanted), sector)
    rows = connection.execute(added_by(table, ("month",), MEASURES, frozenset(asked)), asked).all()
    return {**dict.fromkeys(wanted), **{month: sums for month, *sums in rows}}


def asked_of(first: date, last: date, sector: str | None = None) -> dict[str, object]:
    """What the statements of this module ask. Months that are asked for follow one another, and naming each
    of them costs more than a month too many."""
    return {"first": first, "last": last, **({"sector": sector} if sector else {})}


@cache
def added_by(table: Table, by: tuple[str, ...], names: tuple[str, ...], narrowed: Collection[str]) -> Select:
    """The sums `names` by columns of the table, of the months `first` … `last`, and of one `sector` or some
    `agencies` where it is narrowed by them.

    Built once: every figure asks it, and building it takes as long as reading the answer.
    """
    keys, sums = [table.c[label] for label in by], [table.c[name] for name in names]
    statement = select(*keys, *sums)
    if set(by) != set(table.primary_key.columns.keys()):  # else each row is a group of its own
        statement = select(*keys, *map(func.sum, sums)).group_by(*keys)
    statement = statement.where(_in_span(table))
    if "sector" in narrowed:
        statement = statement.where(table.c.sector == bindparam("sector"))
    if "agencies" in narrowed:
        statement = statement.where(table.c.agency.in_(bindparam("agencies", expanding=True)))
    return statement


def _in_span(table: Table) -> ColumnElement[bool]:
    return table.c.month.between(bindparam("first"), bindparam("last"))
