"""Sums as they stand in the store: slice by slice, of whole months, and added up by a label."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from sqlalchemy import Connection, Select, Table, bindparam, func, select

from data_access.snapshot import each_month_once
from data_access.tables.sums import MEASURES

Row = Sequence[int]  # the sums of one slice or month


@each_month_once
def slices(
    connection: Connection, wanted: Sequence[date], table: Table, names: tuple[str, ...], sector: str | None
) -> dict[date, dict[str, Row]]:
    """Month → agency → what the table states of the slice, of one sector or of all, in the order of names."""
    asked = {"months": wanted, **({"sector": sector} if sector else {})}
    found: dict[date, dict[str, Row]] = {month: {} for month in wanted}
    statement = _stored(table, ("month", "agency"), names, sector is not None)
    for month, agency, *sums in connection.execute(statement, asked).all():
        found[month][agency] = sums
    return found


@each_month_once
def months(
    connection: Connection, wanted: Sequence[date], table: Table, sector: str | None
) -> dict[date, Row | None]:
    """Month → the sums of the whole province, of one sector or of all, in the order of MEASURES; None where
    there was nothing."""
    asked = {"months": wanted, **({"sector": sector} if sector else {})}
    rows = connection.execute(_stored(table, ("month",), MEASURES, sector is not None), asked).all()
    return {**dict.fromkeys(wanted), **{month: sums for month, *sums in rows}}


@cache
def _stored(table: Table, by: tuple[str, ...], names: tuple[str, ...], of_a_sector: bool) -> Select:
    """Built once: every figure asks it, and building it takes as long as reading the answer."""
    keys, sums = [table.c[name] for name in by], [table.c[name] for name in names]
    statement = select(*keys, *sums)
    if len(table.primary_key) > len(by):
        statement = select(*keys, *map(func.sum, sums)).group_by(*keys)
    statement = statement.where(table.c.month.in_(bindparam("months", expanding=True)))
    return statement.where(table.c.sector == bindparam("sector")) if of_a_sector else statement


@cache
def of_labels(table: Table, by: str, names: Sequence[str], narrowed: Collection[str]) -> Select:
    """The sums `names` by a column, of `months`, and of one `sector` or some `agencies` where it is narrowed
    by them."""
    statement = select(table.c[by], *(func.sum(table.c[name]) for name in names)).group_by(table.c[by])
    statement = statement.where(table.c.month.in_(bindparam("months", expanding=True)))
    if "sector" in narrowed:
        statement = statement.where(table.c.sector == bindparam("sector"))
    if "agencies" in narrowed:
        statement = statement.where(table.c.agency.in_(bindparam("agencies", expanding=True)))
    return statement
