"""Reading indicators: one figure of a scope, or one for each label of a dimension."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from metrics.coverage import Coverage, coverage
from metrics.dossier_sums import dossier_sums, read_ahead
from metrics.figure import Figure, parts_of
from metrics.indicators import INDICATORS, Indicator
from metrics.scope import Scope
from metrics.stocks import procedures_by, stocks

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
        of_months = [one for one in wanted if one.source == "dossiers" and months_of(one, scope) == months]
        names = tuple({name: None for one in of_months for name in one.measures})
        sums: dict[frozenset[str], dict] = {}  # agencies that can answer → their sums
        for indicator in of_months:
            able = cover.answering(indicator)
            if able.complete not in sums:
                sums[able.complete] = dossier_sums(connection, months, able.complete, names=names)[None]
            found[indicator.key] = figure_of(indicator, sums[able.complete], able)
    for source in {indicator.source for indicator in wanted} - {"dossiers"}:
        found |= stocks(connection, source, [one for one in wanted if one.source == source], scope)
    return {key: found[key] for key in keys}


def by(connection: Connection, key: str, scope: Scope, dimension: str) -> dict[object, Figure]:
    """An indicator for each label of a dimension: months in order, agencies as keys, codes otherwise."""
    indicator = INDICATORS[key]
    if dimension not in DIMENSIONS:
        raise ValueError(f"not a dimension: {dimension}")
    if dimension == "month":
        return _by_month(connection, indicator, scope)
    if indicator.source == "procedures":
        return procedures_by(connection, indicator, scope, dimension)
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
            return _by_level(connection, indicator, months, cover)
        case _:
            sums = dossier_sums(connection, months, cover.complete, dimension, indicator.measures)
            return {label: figure_of(indicator, row, cover) for label, row in sorted(sums.items())}


def _by_month(connection: Connection, indicator: Indicator, scope: Scope) -> dict[date, Figure]:
    coverage(connection, scope)  # read for all months at once
    of_month = {month: scope.only(first=month, last=month) for month in scope.months()}
    if indicator.source != "dossiers":
        return {month: figure(connection, indicator.key, only) for month, only in of_month.items()}
    covers = {month: coverage(connection, only).answering(indicator) for month, only in of_month.items()}
    anybody = frozenset().union(*(cover.complete for cover in covers.values()))
    if any(cover.complete != cover.stated.agencies & anybody for cover in covers.values()):
        # Who is in one month's figure has stated another month of which it is not.
        return {month: figure(connection, indicator.key, only) for month, only in of_month.items()}
    sums = dossier_sums(connection, scope, anybody, "month", indicator.measures)
    nothing = dict.fromkeys(indicator.measures, 0)
    return {month: figure_of(indicator, sums.get(month, nothing), cover) for month, cover in covers.items()}


def levels_by_month(connection: Connection, key: str, scope: Scope) -> dict[date, dict[str, Figure]]:
    """An indicator of dossiers by level, for each month of a scope."""
    read_ahead(connection, scope, INDICATORS[key].measures)
    return {
        month: by(connection, key, scope.only(first=month, last=month), "level") for month in scope.months()
    }


def _by_level(
    connection: Connection, indicator: Indicator, months: Scope, cover: Coverage
) -> dict[str, Figure]:
    sums = dossier_sums(connection, months, cover.complete, "level", indicator.measures)
    nothing = dict.fromkeys(indicator.measures, 0)
    return {
        level: figure_of(indicator, sums.get(level, nothing), cover.within(level=level))
        for level in LEVELS
        if level in cover.levels
    }


def months_of(indicator: Indicator, scope: Scope) -> Scope:
    """A flow is summed over the scope; a stock of its last month comes from slices of that month only."""
    return scope.only(first=scope.last) if indicator.kind == "stock" else scope


def _of_agency(indicator: Indicator, sums: dict, cover: Coverage, agency: str) -> Figure:
    """`figure_of` the part of the coverage that is one agency, without making that part."""
    there, (as_of, synthetic) = agency in cover.complete, cover.bases.get(agency, (None, False))
    part, whole = parts_of(indicator, sums if there else None)
    return Figure(indicator, part, whole, int(there), 1, as_of, synthetic)


def figure_of(indicator: Indicator, sums: dict | None, cover: Coverage) -> Figure:
    """A figure from added sums and the coverage behind them; missing where nobody is in it."""
    part, whole = parts_of(indicator, sums if cover.complete else None)
    received, due = len(cover.complete), len(cover.members)
    return Figure(indicator, part, whole, received, due, cover.as_of, cover.synthetic)
