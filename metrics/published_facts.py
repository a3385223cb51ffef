"""What the records say about the day and the months that the newspaper wrote about."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, func, select

from data_access.agencies import agencies
from data_access.tables import Connection as ConnectionTable
from data_access.tables import MonthlyFigure, OneStopPoint, ProcedureState, ReformItem, Target
from metrics.figure import Figure
from metrics.procedure_sums import procedure_sums, stated
from metrics.read import figures
from metrics.records import events
from metrics.scope import PUBLISHED


@dataclass(frozen=True, eq=False)
class Facts:
    """`procedures`: what records say of them; `building`: listed, not yet live. `dossiers`: level
    (None = province-wide) → indicator → figure. `connections`: kind → (connected, known).
    `targets`: (indicator, kind) → value. `events`: title → day."""

    procedures: dict[str, int]
    building: int | None
    listed_on: date | None
    plan_on: date | None
    dossiers: dict[str | None, dict[str, Figure]]
    connections: dict[str, tuple[int, int]]
    points: dict[str, int]
    monthly: dict[str, int]
    targets: dict[tuple[str, str], Decimal]
    reform: dict[str, dict]
    events: dict[str, date]

    def event_on(self, beginning: str) -> date | None:
        """The day of the first event whose title begins like this; None if no record says so."""
        days = [on for title, on in self.events.items() if title.startswith(beginning)]
        return min(days, default=None)


def facts(connection: Connection, as_of: date) -> Facts:
    """Everything that Đối chiếu needs, read once."""
    known = stated(connection)
    sums = procedure_sums(connection, as_of)
    procedures = {name: many for name, many in sums.items() if name in known}
    keys = ("dossiers_received", "dossiers_online")
    levels = (None, "province", "district", "commune")
    plan = Target.__table__
    return Facts(
        procedures=procedures,
        building=procedures["listed"] - procedures["live"] if procedures.get("listed") else None,
        listed_on=_newest_listing(connection, as_of),
        plan_on=connection.scalar(
            select(func.min(plan.c.due_on)).where(
                plan.c.indicator == "cross_boundary_live_count", plan.c.agency.is_(None)
            )
        ),
        dossiers={level: figures(connection, keys, PUBLISHED.only(level=level)) for level in levels},
        connections=_connections(connection, as_of),
        points=_points(connection, as_of),
        monthly=_monthly(connection, as_of),
        targets=_targets(connection),
        reform=_reform(connection),
        events={row["title"]: row["on"] for row in events(connection)},
    )


def _newest_listing(connection: Connection, as_of: date) -> date | None:
    """The last day on which procedures joined the cross-boundary list."""
    state = ProcedureState.__table__
    listed = (state.c.aspect == "cross_boundary") & (state.c.value == "listed") & (state.c.since <= as_of)
    return connection.scalar(select(func.max(state.c.since)).where(listed))


def _connections(connection: Connection, as_of: date) -> dict[str, tuple[int, int]]:
    table = ConnectionTable.__table__
    found: dict[str, tuple[int, int]] = {}
    for kind, state, since in connection.execute(select(table.c.kind, table.c.state, table.c.since)):
        connected, known = found.get(kind, (0, 0))
        yet = state == "connected" and (since is None or since <= as_of)
        found[kind] = (connected + yet, known + 1)
    return found


def _points(connection: Connection, as_of: date) -> dict[str, int]:
    """Counters of the agencies in force on the day, by kind."""
    table = OneStopPoint.__table__
    in_force = {unit.key for unit in agencies(connection) if unit.in_force(as_of, as_of)}
    rows = connection.execute(select(table.c.kind, table.c.agency))
    return dict(Counter(kind for kind, agency in rows if agency in in_force))


def _monthly(connection: Connection, as_of: date) -> dict[str, int]:
    table = MonthlyFigure.__table__
    statement = select(table.c.measure, table.c.value).where(
        table.c.month == as_of.replace(day=1), table.c.agency == ""
    )
    return {row.measure: int(row.value) for row in connection.execute(statement)}


def _targets(connection: Connection) -> dict[tuple[str, str], Decimal]:
    """The province's targets. Of several of one kind the first that fell due, as the paper knew it."""
    table = Target.__table__
    columns = (table.c.indicator, table.c.kind, table.c.value, table.c.due_on)
    rows = connection.execute(select(*columns).where(table.c.agency.is_(None))).all()
    latest_first = sorted(rows, key=lambda row: row.due_on or date.max, reverse=True)
    return {(row.indicator, row.kind): row.value.normalize() for row in latest_first}


def _reform(connection: Connection) -> dict[str, dict]:
    table = ReformItem.__table__
    return {row["code"]: dict(row) for row in connection.execute(select(table)).mappings()}
