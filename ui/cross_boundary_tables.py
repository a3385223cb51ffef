"""Phi địa giới: the tables behind its drawings, complete where a drawing shows the first lines."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from graphics.table import Kind
from language import t, tn
from metrics.cross_boundary_counters import Point
from metrics.cross_boundary_gaps import Gap
from metrics.scope import Scope
from reports.exports import Column, Meta
from ui import cross_boundary_map, cross_boundary_next, names, reads
from ui import cross_boundary_stages as stages
from ui.cross_boundary import CrossBoundary, against_plan
from ui.cross_boundary_flows import Flows, flows_found
from ui.cross_boundary_gaps import coverage_found, demand
from ui.cross_boundary_map import Area, measured
from ui.overview import coverage_of
from ui.parts import Rows, table_with_downloads, tables

DRAWN = 40  # lines of a long table on the page; its files hold all


def draw(page: CrossBoundary, part: Scope, areas: Sequence[Area], split: str) -> None:
    """Every table of the page with its two files, under the finding of the drawing that it stands for;
    those of the map speak of its `part` of the period."""
    of_part = replace(page, scope=part)
    ahead, flows = reads.gaps(part), reads.flows(part)
    by_month, lines = stages.by_month(page.scope, page.on), stages.lines(part, split)
    states, counters = ("procedures", "procedure_states"), ("openings", "dossiers")
    with tables():
        _table(against_plan(page), "ke-hoach-phi-dia-gioi", _steps(page.scope), page, "procedure_states")
        _table(cross_boundary_map.title(areas), "quay-phi-dia-gioi", _counters(areas), of_part, *counters)
        found = stages.uptake_found(by_month)
        _table(found, "do-phu-va-su-dung", _uptake(by_month), page, "dossiers", "procedure_states")
        _table(stages.split_found(lines, split), f"tien-do-{split}", _split(lines, split), of_part, *states)
        _table(coverage_found(areas), "do-phu-phi-dia-gioi", _coverage(part, areas), of_part, "openings")
        _next(ahead, of_part, *counters)
        found = tn("cross_boundary.gaps", len(ahead))
        _table(found, "thu-tuc-chua-mo", _gaps(ahead, part), of_part, *counters)
        _table(flows_found(flows, areas), "noi-nop-ho-so", _flows(flows, areas), of_part, "dossiers")


Table = tuple[list[Column], Rows]


def _table(
    title: str,
    file: str,
    table: Table,
    page: CrossBoundary,
    *kinds: str,
    every: Callable[[], Rows] | None = None,
    many: int = 0,
) -> None:
    """One table under the finding of its drawing; what its figures stand on follows from the kinds of
    extract behind it. Of one whose `many` lines are read when a file is asked for, `every` reads them."""
    received, scope = page.figures["dossiers_received"], page.scope
    of_dossiers = "dossiers" in kinds
    meta = Meta(
        title,
        scope.first,
        scope.end,
        received.as_of if of_dossiers else scope.end,
        coverage_of(received) if of_dossiers else None,
        synthetic=bool(page.simulated & set(kinds)),
    )
    columns, rows = table
    if (all_lines := max(many, len(rows))) > (drawn := min(DRAWN, len(rows))):
        title = t("cross_boundary.first_rows", title=title, drawn=drawn, rows=all_lines)
    if rows:
        table_with_downloads(title, rows, columns, file, meta=meta, named=True, shown=DRAWN, every=every)


def _next(ahead: Sequence[Gap], page: CrossBoundary, *kinds: str) -> None:
    """Every procedure × counter: thousands, which nobody waits for who only looks at the page."""
    found = cross_boundary_next.first(page.scope)
    columns = _columns(
        "code", "procedure", "counter_code", "counter", "dossiers_behind:count", "inbound:count"
    )
    _table(
        cross_boundary_next.next_found(found),
        "mo-tiep-tai-quay",
        (columns, cross_boundary_next.pairs(found)),
        page,
        *kinds,
        every=lambda: cross_boundary_next.pairs(reads.next_openings(page.scope)),
        many=sum(gap.lacking for gap in ahead if gap.live.dossiers),
    )


def _steps(scope: Scope) -> Table:
    known = reads.stages(scope.end)
    lines = {name: dict(getattr(known, name)) for name in ("listed", "built", "live", "plan")}
    days = sorted({on for line in lines.values() for on in line})
    rows = [(on, *(line.get(on) for line in lines.values())) for on in days]
    return _columns("day:day", "listed:count", "built:count", "live:count", "planned:count"), rows


def _counters(areas: Sequence[Area]) -> Table:
    """As the list beside the map: the chosen area first, then the lowest by what the map measures."""
    code, open_one = cross_boundary_map.measure(), cross_boundary_map.chosen(areas)

    def place(row: tuple[Area, Point]) -> tuple:
        area, point = row
        value = measured((point,), code)
        return area.code != open_one, value is None, value or Decimal(0), point.unit.code

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
        for area, point in sorted(((area, point) for area in areas for point in area.points), key=place)
    ]
    return _columns(
        "counter", "area", "handed_in_away:count", "received:count", "away:percent", "open:count",
        "live:count", "opened:percent",
    ), rows  # fmt: skip


def _coverage(scope: Scope, areas: Sequence[Area]) -> Table:
    shares, sectors = reads.open_shares(scope), reads.sectors()
    rows = [
        (sectors.get(sector, sector), area.name, *pair, Decimal(pair[0]) * 100 / pair[1])
        for sector in demand(scope)
        for area in areas
        if (pair := shares.get((area.code, sector))) and pair[1]
    ]
    return _columns("sector", "area", "open:count", "pairs:count", "opened:percent"), rows


def _gaps(found: Sequence[Gap], scope: Scope) -> Table:
    sectors, in_charge = reads.sectors(), names.owners(scope.end)
    rows = [
        (
            gap.live.code,
            gap.live.name,
            sectors.get(gap.live.sector, gap.live.sector),
            in_charge.get(gap.live.owner, gap.live.owner),
            gap.opened,
            gap.counters,
            gap.live.dossiers,
            ", ".join(gap.missing),
        )
        for gap in found
    ]
    return _columns(
        "code", "procedure", "sector", "owner", "open:count", "counters:count", "dossiers_behind:count",
        "missing_at",
    ), rows  # fmt: skip


def _flows(found: Flows, areas: Sequence[Area]) -> Table:
    """Those of the chosen area first, then those that leave theirs, the largest first."""
    called, open_one = {area.code: area.name for area in areas}, cross_boundary_map.chosen(areas)

    def order(flow: tuple[tuple[str, str], int]) -> tuple:
        (home, place), dossiers = flow
        return home != open_one, home == place, -dossiers, home, place

    rows = [
        (called.get(home, home), called.get(place, place), dossiers)
        for (home, place), dossiers in sorted(found.items(), key=order)
    ]
    return _columns("handled_at", "handed_in_at", "received:count"), rows


def _uptake(rows: Rows) -> Table:
    return _columns(
        "month", "live:count", "listed:count", "covered:percent", "handed_in_away:count", "received:count",
        "away:percent",
    ), rows  # fmt: skip


def _split(found: Sequence[stages.Line], by: str) -> Table:
    """Counters have nothing to be built: what is open there of what is live in the province."""
    if by == "counter":
        rows = [(name, opened, live, Decimal(opened) * 100 / live) for name, opened, _, live in found]
        return _columns("counter", "open:count", "live:count", "opened:percent"), rows
    rows = [(name, listed, built, live, Decimal(live) * 100 / listed) for name, live, built, listed in found]
    return _columns(by, "listed:count", "built:count", "live:count", "rate:percent"), rows


def _columns(*names: str) -> list[Column]:
    """Columns as "word" or "word:kind"; without a kind they are text."""
    pairs = [name.partition(":") for name in names]
    return [Column(t(f"cross_boundary.column_{word}"), _KINDS[kind]) for word, _, kind in pairs]


_KINDS: dict[str, Kind] = {"": "text", "count": "count", "percent": "percent", "day": "day"}
