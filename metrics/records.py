"""Dated records as pages show them: events, connections, apps, reform items."""

from datetime import date

from sqlalchemy import Connection, Select, bindparam, case, func, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Batch, Event, MonthlyFigure, ReformItem, Sector
from data_access.tables import Connection as ConnectionTable

_EVENTS = select(Event).order_by(Event.c.on, Event.c.title)
_CONNECTIONS = select(ConnectionTable).order_by(ConnectionTable.c.kind, ConnectionTable.c.code)
_REFORM_ITEMS = select(ReformItem).order_by(ReformItem.c.due_on, ReformItem.c.code)
_MONTHLY_FIGURES = (
    select(MonthlyFigure)
    .where(MonthlyFigure.c.agency == "", MonthlyFigure.c.month <= bindparam("until"))
    .order_by(MonthlyFigure.c.month)
)
_APPLIED = (
    select(Batch.c.kind, func.max(Batch.c.as_of), func.max(case((Batch.c.synthetic, 1), else_=0)))
    .where(Batch.c.state == "applied")
    .group_by(Batch.c.kind)
)
_SECTORS = select(Sector.c.code, Sector.c.name)


@once_a_snapshot
def events(connection: Connection) -> list[dict]:
    """Every event by date: on, title, title_en, kind, source."""
    return _dicts(connection, _EVENTS)


@once_a_snapshot
def connections(connection: Connection) -> list[dict]:
    """Every system and agency with its state: code, kind, name, agency, state, since, source."""
    return _dicts(connection, _CONNECTIONS)


@once_a_snapshot
def reform_items(connection: Connection) -> list[dict]:
    """Every promise of the plan; `done` is None while nobody has reported."""
    return _dicts(connection, _REFORM_ITEMS)


@once_a_snapshot
def monthly_figures(connection: Connection, until: date) -> dict[str, dict]:
    """The newest figure of each province-wide measure not after a day."""
    return {row["measure"]: row for row in _dicts(connection, _MONTHLY_FIGURES, until=until)}


def stated_until(connection: Connection, kind: str, end: date) -> date:
    """The day up to which extracts of a kind speak: the newest as-of date that counts, `end` at most.

    A stock read at the end of April from states as of 31 March is a stock of 31 March: what was to
    happen in between is unknown, not late. `end` where nothing of the kind was loaded.
    """
    newest, _ = _applied(connection).get(kind, (None, False))
    return min(newest, end) if newest else end


def simulated(connection: Connection) -> frozenset[str]:
    """The kinds of extract of which an applied batch says that it is simulated."""
    return frozenset(kind for kind, (_, synthetic) in _applied(connection).items() if synthetic)


@once_a_snapshot
def _applied(connection: Connection) -> dict[str, tuple[date | None, bool]]:
    """Kind of extract → the newest as-of date of what was applied, and whether any of it is simulated."""
    rows = connection.execute(_APPLIED).all()
    return {kind: (newest, bool(synthetic)) for kind, newest, synthetic in rows}


@once_a_snapshot
def sectors(connection: Connection) -> dict[str, str]:
    """Sector code → name."""
    return dict(map(tuple, connection.execute(_SECTORS).all()))


def _dicts(connection: Connection, statement: Select, **asked) -> list[dict]:
    return list(map(dict, connection.execute(statement, asked).mappings()))
