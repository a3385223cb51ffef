"""Reading indicators: one figure of a scope, or one for each label of a dimension."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from metrics.coverage import Coverage, coverage
from metrics.dossier_sums import dossier_sums
from metrics.figure import Figure
from metrics.indicators import INDICATORS, Indicator
from metrics.procedure_sums import Standing, counted, procedure_sums, procedure_sums_by, standings, stated
from metrics.records import connections, simulated, stated_until
from metrics.scope import Scope

DIMENSIONS = ("month", "level", "agency", "sector", "service_level", "channel")
LEVELS = ("province", "district", "commune", "vertical")


def figure(connection: Connection, key: str, scope: Scope, only: frozenset[str] | None = None) -> Figure:
    """An indicator over a scope. `only` narrows it to some agencies (cùng tập đơn vị)."""
    return figures(connection, [key], scope, only)[key]


def figures(
    connection: Connection, keys: Sequence[str], scope: Scope, only: frozenset[str] | None = None
) -> dict[str, Figure]:
    """Several indicators over one scope, each source read once."""
    wanted = [INDICATORS[key] for key in keys]
    found: dict[str, Figure] = {}
    for months in {months_of(indicator, scope) for indicator in wanted if indicator.source == "dossiers"}:
        cover = coverage(connection, months)
        cover = cover if only is None else cover.only(only)
        sums: dict[frozenset[str], dict] = {}  # agencies that can answer → their sums
        for indicator in wanted:
            if indicator.source == "dossiers" and months_of(indicator, scope) == months:
                able = cover.answering(indicator)
                if able.complete not in sums:
                    sums[able.complete] = dossier_sums(connection, months, able.complete)[None]
                found[indicator.key] = figure_of(indicator, sums[able.complete], able)
    for source in {indicator.source for indicator in wanted} - {"dossiers"}:
        sums, on = _record_sums(connection, source, scope), _known_until(connection, source, scope)
        synthetic = _is_simulated(connection, source)
        for indicator in wanted:
            if indicator.source == source:
                found[indicator.key] = _stock_figure(indicator, sums, on, synthetic)
    return {key: found[key] for key in keys}


def by(connection: Connection, key: str, scope: Scope, dimension: str) -> dict[object, Figure]:
    """An indicator for each label of a dimension: months in order, agencies as keys, codes otherwise."""
    indicator = INDICATORS[key]
    if dimension not in DIMENSIONS:
        raise ValueError(f"not a dimension: {dimension}")
    if dimension == "month":
        coverage(connection, scope)  # read for all months at once
        return {
            month: figure(connection, key, scope.only(first=month, last=month)) for month in scope.months()
        }
    if indicator.source == "procedures":
        return _procedures_by(connection, indicator, scope, dimension)
    if indicator.source != "dossiers":
        raise ValueError(f"{key} has no {dimension}")
    months = months_of(indicator, scope)
    cover = coverage(connection, months).answering(indicator, dimension)
    match dimension:
        case "agency":
            sums = dossier_sums(connection, months, cover.complete, "agency", indicator.measures)
            nothing = dict.fromkeys(indicator.measures, 0)
            return {
                agency: _of_agency(indicator, sums.get(agency, nothing), cover, agency)
                for agency in sorted(cover.members)
            }
        case "level":
            parts = {level: cover.within(level=level) for level in _levels(cover)}
            return {
                level: figure_of(
                    indicator,
                    dossier_sums(connection, months, part.complete, names=indicator.measures)[None],
                    part,
                )
                for level, part in parts.items()
            }
        case _:
            sums = dossier_sums(connection, months, cover.complete, dimension, indicator.measures)
            return {label: figure_of(indicator, row, cover) for label, row in sorted(sums.items())}


def months_of(indicator: Indicator, scope: Scope) -> Scope:
    """A flow is summed over the scope; a stock of its last month comes from slices of that month only."""
    return scope.only(first=scope.last) if indicator.kind == "stock" else scope


def _levels(cover: Coverage) -> list[str]:
    present = {cover.units[key].level for key in cover.members}
    return [level for level in LEVELS if level in present]


def _of_agency(indicator: Indicator, sums: dict, cover: Coverage, agency: str) -> Figure:
    """`figure_of` the part of the coverage that is one agency, without making that part."""
    there, (as_of, synthetic) = agency in cover.complete, cover.bases.get(agency, (None, False))
    return Figure(
        indicator,
        part=sum(sums[name] for name in indicator.part) if there else None,
        whole=sum(sums[name] for name in indicator.whole) if there and indicator.is_rate else None,
        received=int(there),
        due=1,
        as_of=as_of,
        synthetic=synthetic,
    )


def figure_of(indicator: Indicator, sums: dict | None, cover: Coverage) -> Figure:
    """A figure from added sums and the coverage behind them; missing where nobody is in it."""
    there = bool(cover.complete) and sums is not None
    return Figure(
        indicator,
        part=sum(sums[name] for name in indicator.part) if there else None,
        whole=sum(sums[name] for name in indicator.whole) if there and indicator.is_rate else None,
        received=len(cover.complete),
        due=len(cover.members),
        as_of=cover.as_of,
        synthetic=cover.synthetic,
    )


def _record_sums(connection: Connection, source: str, scope: Scope) -> dict[str, int]:
    if source == "connections":
        return _connection_sums(connection, scope)
    return _stated(connection, procedure_sums(connection, scope.end, **_narrowed(scope)))


def _stated(connection: Connection, sums: dict[str, int]) -> dict[str, int]:
    known = stated(connection)
    return {name: many for name, many in sums.items() if name in known}


def _stock_figure(indicator: Indicator, sums: dict[str, int], on: date, synthetic: bool) -> Figure:
    """A stock of records. A sum that is not there is missing, not 0: no record says anything of it."""
    known = sums.keys() >= set(indicator.measures)
    part = sum(sums[name] for name in indicator.part) if known else None
    whole = sum(sums[name] for name in indicator.whole) if known and indicator.is_rate else None
    return Figure(indicator, part, whole, as_of=on, synthetic=synthetic and known)


def _is_simulated(connection: Connection, source: str) -> bool:
    """Whether any extract that a stock of records is counted from says so."""
    kinds = ("procedures", "procedure_states") if source == "procedures" else (source,)
    return not simulated(connection).isdisjoint(kinds)


def _known_until(connection: Connection, source: str, scope: Scope) -> date:
    """The day that a stock speaks of: the end of the scope, or the last day that its records reach."""
    kind = {"procedures": "procedure_states"}.get(source, source)
    return stated_until(connection, kind, scope.end)


def _narrowed(scope: Scope) -> dict[str, str | None]:
    """What of a scope procedures have: an agency is the department in charge of them."""
    owner = scope.agency.split("@")[0] if scope.agency else None
    return {"level": scope.level, "sector": scope.sector, "owner": owner}


def _procedures_by(connection: Connection, indicator: Indicator, scope: Scope, dimension: str) -> dict:
    """Procedures by level, sector, owner (as agency) or service level; they have no channel."""
    if dimension == "channel":
        raise ValueError(f"{indicator.key} has no channel")
    if dimension == "service_level":
        groups = _by_service_level(connection, scope)
    else:
        by = {"agency": "owner"}.get(dimension, dimension)
        groups = procedure_sums_by(connection, scope.end, by, **_narrowed(scope))
    on, synthetic = _known_until(connection, "procedures", scope), _is_simulated(connection, "procedures")
    return {
        label: _stock_figure(indicator, _stated(connection, sums), on, synthetic)
        for label, sums in groups.items()
    }


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
