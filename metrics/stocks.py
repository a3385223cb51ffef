"""Figures of stocks that are counted from records: procedures as they stand on a day, and connections."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from metrics.figure import Figure, parts_of
from metrics.indicators import Indicator
from metrics.procedure_sums import Standing, counted, procedure_sums, procedure_sums_by, standings, stated
from metrics.records import connections, simulated, stated_until
from metrics.scope import Scope

# The kinds of extracts that a stock is counted from; the last one says until when it is known.
_KINDS = {"procedures": ("procedures", "procedure_states"), "connections": ("connections",)}


def stocks(
    connection: Connection, source: str, indicators: Iterable[Indicator], scope: Scope
) -> dict[str, Figure]:
    """Indicators of one source ("procedures" or "connections") at the end of a scope, by key."""
    if source == "connections":
        sums = _connection_sums(connection, scope)
    else:
        sums = _stated(connection, procedure_sums(connection, scope.end, **_narrowed(scope)))
    stands_on = _stands_on(connection, source, scope)
    return {one.key: _figure(one, sums, *stands_on) for one in indicators}


def procedures_by(
    connection: Connection, indicator: Indicator, scope: Scope, dimension: str
) -> dict[str, Figure]:
    """Procedures by level, sector, owner (as agency) or service level; they have no channel (ValueError)."""
    if dimension == "channel":
        raise ValueError(f"{indicator.key} has no channel")
    if dimension == "service_level":
        groups = _by_service_level(connection, scope)
    else:
        by = {"agency": "owner"}.get(dimension, dimension)
        groups = procedure_sums_by(connection, scope.end, by, **_narrowed(scope))
    stands_on = _stands_on(connection, "procedures", scope)
    return {
        label: _figure(indicator, _stated(connection, sums), *stands_on) for label, sums in groups.items()
    }


def _figure(indicator: Indicator, sums: dict[str, int], on: date, synthetic: bool) -> Figure:
    """A sum that is not there is missing, not 0: no record says anything of it."""
    known = sums.keys() >= set(indicator.measures)
    part, whole = parts_of(indicator, sums if known else None)
    return Figure(indicator, part, whole, as_of=on, synthetic=synthetic and known)


def _stands_on(connection: Connection, source: str, scope: Scope) -> tuple[date, bool]:
    """The day that a stock speaks of – the end of the scope, or the last day that its records reach – and
    whether any extract that it is counted from says that it is simulated."""
    kinds = _KINDS[source]
    return stated_until(connection, kinds[-1], scope.end), not simulated(connection).isdisjoint(kinds)


def _stated(connection: Connection, sums: dict[str, int]) -> dict[str, int]:
    known = stated(connection)
    return {name: many for name, many in sums.items() if name in known}


def _narrowed(scope: Scope) -> dict[str, str | None]:
    """What of a scope procedures have: an agency is the department in charge of them."""
    owner = scope.agency.split("@")[0] if scope.agency else None
    return {"level": scope.level, "sector": scope.sector, "owner": owner}


def _by_service_level(connection: Connection, scope: Scope) -> dict[str, dict[str, int]]:
    groups: dict[str, list[Standing]] = {}
    for one in standings(connection, scope.end):
        if all(wanted in (None, getattr(one, name)) for name, wanted in _narrowed(scope).items()):
            groups.setdefault(one.service_level or "", []).append(one)
    return {label: counted(group) for label, group in sorted(groups.items())}


def _connection_sums(connection: Connection, scope: Scope) -> dict[str, int]:
    """Connections by kind, and how many of them were connected at the end of the scope."""
    sums: dict[str, int] = {}
    for one in connections(connection):
        kind, connected = one["kind"], f"connected_{one['kind']}"
        there = one["state"] == "connected" and (one["since"] is None or one["since"] <= scope.end)
        sums[kind] = sums.get(kind, 0) + 1
        sums[connected] = sums.get(connected, 0) + there
    return sums
