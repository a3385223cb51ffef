"""Phi địa giới: the tables behind its drawings, complete where a drawing shows the first lines."""

from collections.abc import Sequence
from decimal import Decimal

from graphics.table import Kind
from language import t
from metrics.scope import Scope
from reports.exports import Column, Meta
from ui import reads
from ui.cross_boundary import CrossBoundary, names, open_shares, owners
from ui.cross_boundary_gaps import demand
from ui.cross_boundary_map import Area, measured
from ui.overview import coverage_of
from ui.parts import Rows, table_with_downloads, tables

DRAWN = 40  # lines of a long table on the page; its files hold all


def draw(page: CrossBoundary, areas: Sequence[Area]) -> None:
    """Every table of the page with its two files."""
    scope = page.scope
    with tables():
        _table("plan_and_actual", "ke-hoach-phi-dia-gioi", _steps(scope), page, "procedure_states")
        _table("map", "quay-phi-dia-gioi", _counters(areas), page, "openings", "dossiers")
        _table("coverage", "do-phu-phi-dia-gioi", _coverage(scope, areas), page, "openings")
        _table("gaps", "thu-tuc-chua-mo", _gaps(scope), page, "openings", "dossiers")
        _table("flows", "noi-nop-ho-so", _flows(scope, areas), page, "dossiers")
        _table("departments", "tien-do-so-nganh", _owners(scope), page, "procedures", "procedure_states")


Table = tuple[list[Column], Rows]


def _table(name: str, file: str, table: Table, page: CrossBoundary, *kinds: str) -> None:
    """One table; what its figures stand on follows from the kinds of extract behind it."""
    received, scope = page.figures["dossiers_received"], page.scope
    of_dossiers = "dossiers" in kinds
    title = t(f"cross_boundary.{name}")
    meta = Meta(
        title,
        scope.first,
        scope.end,
        received.as_of if of_dossiers else scope.end,
        coverage_of(received) if of_dossiers else None,
        synthetic=bool(page.simulated & set(kinds)),
    )
    columns, rows = table
    if len(rows) > DRAWN:
        title = t("cross_boundary.first_rows", title=title, drawn=DRAWN, rows=len(rows))
    if rows:
        table_with_downloads(title, rows, columns, file, meta=meta, named=True, shown=DRAWN)


def _steps(scope: Scope) -> Table:
    known = reads.stages(scope.end)
    lines = {"listed": dict(known.listed), "live": dict(known.live), "plan": dict(known.plan)}
    days = sorted({on for line in lines.values() for on in line})
    rows = [(on, *(line.get(on) for line in lines.values())) for on in days]
    return _columns("day:day", "listed:count", "live:count", "planned:count"), rows


def _counters(areas: Sequence[Area]) -> Table:
    rows = [
        (
            point.unit.name,
            area.name,
            point.away,
            point.received,
            measured((point,), "nop-khac"),
            point.opened,
            point.live,
            measured((point,), "da-mo"),
        )
        for area in areas
        for point in area.points
    ]
    return _columns(
        "counter", "area", "handed_in_away:count", "received:count", "away:percent", "open:count",
        "live:count", "opened:percent",
    ), rows  # fmt: skip


def _coverage(scope: Scope, areas: Sequence[Area]) -> Table:
    shares, sectors = open_shares(scope), reads.sectors()
    rows = [
        (sectors.get(sector, sector), area.name, *pair, Decimal(pair[0]) * 100 / pair[1])
        for sector in demand(scope)
        for area in areas
        if (pair := shares.get((area.code, sector))) and pair[1]
    ]
    return _columns("sector", "area", "open:count", "pairs:count", "opened:percent"), rows


def _gaps(scope: Scope) -> Table:
    sectors, in_charge = reads.sectors(), names(scope.end)
    rows = [
        (
            gap.code,
            gap.name,
            sectors.get(gap.sector, gap.sector),
            in_charge.get(gap.owner, gap.owner),
            gap.opened,
            gap.counters,
            gap.dossiers,
            ", ".join(gap.missing),
        )
        for gap in reads.gaps(scope)
    ]
    return _columns(
        "code", "procedure", "sector", "owner", "open:count", "counters:count", "dossiers_behind:count",
        "missing_at",
    ), rows  # fmt: skip


def _flows(scope: Scope, areas: Sequence[Area]) -> Table:
    called = {area.code: area.name for area in areas}
    rows = [
        (called.get(home, home), called.get(place, place), dossiers)
        for (home, place), dossiers in sorted(reads.flows(scope).items())
    ]
    return _columns("handled_at", "handed_in_at", "received:count"), rows


def _owners(scope: Scope) -> Table:
    called = names(scope.end)
    rows = [(called.get(code, code), one.part, one.whole, one.value) for code, one in owners(scope).items()]
    rows.sort(key=lambda row: row[3])
    return _columns("owner", "live:count", "listed:count", "rate:percent"), rows


def _columns(*names: str) -> list[Column]:
    """Columns as "word" or "word:kind"; without a kind they are text."""
    pairs = [name.partition(":") for name in names]
    return [Column(t(f"cross_boundary.column_{word}"), _KINDS[kind]) for word, _, kind in pairs]


_KINDS: dict[str, Kind] = {"": "text", "count": "count", "percent": "percent", "day": "day"}
