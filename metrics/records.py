"""Dated records as pages show them: events, connections, apps, reform items."""

from datetime import date

from sqlalchemy import Connection, func, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Batch, Event, MonthlyFigure, ReformItem, Sector
from data_access.tables import Connection as ConnectionTable


@once_a_snapshot
def events(connection: Connection) -> list[dict]:
    """Every event by date: on, title, title_en, kind, source."""
    table = Event.__table__
    return _dicts(connection, select(table).order_by(table.c.on, table.c.title))


@once_a_snapshot
def connections(connection: Connection) -> list[dict]:
    """Every system and agency with its state: code, kind, name, agency, state, since, source."""
    table = ConnectionTable.__table__
    return _dicts(connection, select(table).order_by(table.c.kind, table.c.code))


@once_a_snapshot
def reform_items(connection: Connection) -> list[dict]:
    """Every promise of the plan; `done` is None while nobody has reported."""
    table = ReformItem.__table__
    return _dicts(connection, select(table).order_by(table.c.due_on, table.c.code))


@once_a_snapshot
def monthly_figures(connection: Connection, until: date) -> dict[str, dict]:
    """The newest figure of each province-wide measure not after a day."""
    table = MonthlyFigure.__table__
    statement = select(table).where(table.c.agency == "", table.c.month <= until).order_by(table.c.month)
    return {row["measure"]: row for row in _dicts(connection, statement)}


def stated_until(connection: Connection, kind: str, end: date) -> date:
    """The day up to which extracts of a kind speak: the newest as-of date that counts, `end` at most.

    A stock read at the end of April from states as of 31 March is a stock of 31 March: what was to
    happen in between is unknown, not late. `end` where nothing of the kind was loaded.
    """
    newest = _newest(connection).get(kind)
    return min(newest, end) if newest else end


@once_a_snapshot
def _newest(connection: Connection) -> dict[str, date]:
    """Kind of extract → the newest as-of date that counts."""
    table = Batch.__table__
    asked = select(table.c.kind, func.max(table.c.as_of)).where(table.c.state == "applied")
    return {kind: newest for kind, newest in connection.execute(asked.group_by(table.c.kind)) if newest}


def sectors(connection: Connection) -> dict[str, str]:
    """Sector code → name."""
    table = Sector.__table__
    return {row.code: row.name for row in connection.execute(select(table.c.code, table.c.name))}


@once_a_snapshot
def simulated(connection: Connection) -> frozenset[str]:
    """The kinds of extract of which an applied batch says that it is simulated."""
    table = Batch.__table__
    return frozenset(
        connection.scalars(select(table.c.kind).where(table.c.state == "applied", table.c.synthetic))
    )


def _dicts(connection: Connection, statement) -> list[dict]:
    return [dict(row) for row in connection.execute(statement).mappings()]
