"""What the records say about the day and the months that the newspaper wrote about."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from data_access.areas import counters_on
from metrics.figure import Figure
from metrics.procedure_sums import moves, procedure_sums, stated
from metrics.read import figures
from metrics.records import connections, events, monthly_figures, reform_items
from metrics.scope import PUBLISHED
from metrics.targets import all_targets


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
    plan = all_targets(connection).get(("cross_boundary_live_count", None), ())
    return Facts(
        procedures=procedures,
        building=procedures["listed"] - procedures["live"] if procedures.get("listed") else None,
        listed_on=_newest_listing(connection, as_of),
        plan_on=min((one.due_on for one in plan if one.due_on), default=None),
        dossiers={level: figures(connection, keys, PUBLISHED.only(level=level)) for level in levels},
        connections=_connections(connection, as_of),
        points=_points(connection, as_of),
        monthly=_monthly(connection, as_of),
        targets=_targets(connection),
        reform=_reform(connection),
        events={row["title"]: row["on"] for row in events(connection)},
    )


def _newest_listing(connection: Connection, as_of: date) -> date | None:
    """The last day on which the cross-boundary list grew."""
    joined = (on for on, sums in moves(connection).items() if sums["listed"] > 0 and on <= as_of)
    return max(joined, default=None)


def _connections(connection: Connection, as_of: date) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for one in connections(connection):
        connected, known = found.get(one["kind"], (0, 0))
        yet = one["state"] == "connected" and (one["since"] is None or one["since"] <= as_of)
        found[one["kind"]] = (connected + yet, known + 1)
    return found


def _points(connection: Connection, as_of: date) -> dict[str, int]:
    """Counters of the agencies in force on the day, by kind."""
    return dict(Counter(row.kind for row in counters_on(connection, as_of)))


def _monthly(connection: Connection, as_of: date) -> dict[str, int]:
    month = as_of.replace(day=1)
    newest = monthly_figures(connection, month)
    return {measure: int(row["value"]) for measure, row in newest.items() if row["month"] == month}


def _targets(connection: Connection) -> dict[tuple[str, str], Decimal]:
    """The province's targets. Of several of one kind the first that fell due, as the paper knew it."""
    province = (one for (_, agency), those in all_targets(connection).items() if not agency for one in those)
    latest_first = sorted(province, key=lambda one: one.due_on or date.max, reverse=True)
    return {(one.indicator, one.kind): one.value.normalize() for one in latest_first}


def _reform(connection: Connection) -> dict[str, dict]:
    return {one["code"]: one for one in reform_items(connection)}
