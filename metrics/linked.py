"""What is linked with the IOC on a day, what last came through each link, and how apps are used."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, bindparam, func, select

from data_access.months import last_month
from data_access.tables import Agency, MonthlyFigure, Statement
from metrics.records import connections

AGENCIES = ("department", "vertical")  # whose statements are read, and of which a total is known
KINDS = (*AGENCIES, "api", "system", "database", "gis")


@dataclass(frozen=True)
class Link:
    """A system or agency. `newest` is the last month that its own statements cover; None where none
    of its data are read as statements, or none has come."""

    kind: str
    name: str
    connected: bool
    since: date | None
    newest: date | None
    source: str


@dataclass(frozen=True)
class Use:
    """A measure of an app in one month. `grown` is its growth over the month before in percent; None
    where that month is not known, or one of the two is only "more than"."""

    measure: str
    month: date
    value: Decimal
    unit: str
    at_least: bool
    grown: Decimal | None
    source: str


def links(connection: Connection, on: date) -> list[Link]:
    """Every link as it stood on a day: connected only from its own date on."""
    newest = _newest(connection, on)
    found = [
        Link(
            row["kind"],
            row["name"],
            row["state"] == "connected" and (row["since"] is None or row["since"] <= on),
            row["since"],
            newest.get(row["agency"] or ""),
            row["source"],
        )
        for row in connections(connection)
    ]
    return sorted(found, key=lambda link: (KINDS.index(link.kind), link.connected))


def uses(connection: Connection, until: date) -> list[Use]:
    """Every province-wide app measure by month, newest first within a measure."""
    rows = {(row.measure, row.month): row for row in connection.execute(_USES, {"until": until}).all()}
    found = [
        Use(*key, row.value, row.unit, row.at_least, _grown(row, rows.get((key[0], last_month(key[1])))),
            row.source)
        for key, row in rows.items()
    ]  # fmt: skip
    return sorted(found, key=lambda use: (use.measure, -use.month.toordinal()))


def _newest(connection: Connection, on: date) -> dict[str, date]:
    """Bare code → the last month stated; of a code used twice the unit of the later time is the one meant."""
    rows = connection.execute(_NEWEST, {"until": on}).all()
    return {code: month for code, month in rows if month}


_UNTIL = bindparam("until")
_USES = select(MonthlyFigure).where(
    MonthlyFigure.c.agency == "",
    MonthlyFigure.c.month <= _UNTIL,
    MonthlyFigure.c.measure.startswith("app_"),
)
_LAST = (
    select(func.max(Statement.c.month))
    .where(Statement.c.agency == Agency.c.key, Statement.c.month <= _UNTIL)
    .scalar_subquery()
)
# Agency by agency: of each the store finds the last at once, however long its history.
_NEWEST = select(Agency.c.code, _LAST).order_by(_LAST)


def _grown(now, before) -> Decimal | None:
    if before is None or before.at_least or now.at_least or not before.value:
        return None
    return (now.value - before.value) * 100 / before.value
