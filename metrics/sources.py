"""Which statement counts for each slice, and of which months there is any."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, select

from data_access.snapshot import each_month_once, once_a_snapshot
from data_access.tables import Statement

Source = tuple[str, date, bool]  # kind of statement, as of when, synthetic

_STATED = Statement.__table__.c
_SOURCES = select(_STATED.month, _STATED.agency, _STATED.kind, _STATED.as_of, _STATED.synthetic).where(
    _STATED.month.in_(bindparam("months", expanding=True))
)
_MONTHS = select(_STATED.month).distinct().order_by(_STATED.month)


@each_month_once
def sources(connection: Connection, months: Sequence[date]) -> dict[date, dict[str, Source]]:
    """Month → agency key → the statement that counts."""
    found: dict[date, dict[str, Source]] = {month: {} for month in months}
    for month, agency, *source in connection.execute(_SOURCES, {"months": months}).all():
        found[month][agency] = tuple(source)
    return found


@once_a_snapshot
def data_months(connection: Connection) -> list[date]:
    """The months with a counted slice, in order: a page shows none before the first of them."""
    return list(connection.scalars(_MONTHS))
