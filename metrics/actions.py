"""Việc cần chỉ đạo: what must be done, by whom, by when – derived from gaps, never written by hand.

Each action is a kind (its sentence is `action.<kind>` in the catalogues), the figures in the sentence,
who is responsible and the page that proves it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, select

from data_access.tables import ReformItem
from metrics.coverage import Coverage, coverage
from metrics.dossier_sums import dossier_sums
from metrics.read import figure
from metrics.records import stated_until
from metrics.scope import Scope
from metrics.targets import gap, targets

WORST = 2  # agencies named for overdue dossiers: a list of everyone is a list of no one
ENOUGH = 20  # open dossiers below which a share says nothing


@dataclass(frozen=True)
class Action:
    """`figures` fill the sentence; `n` chooses its grammatical number; `agency` is a key or None.

    `synthetic` marks what rests on simulated dossiers: it names a real agency. `as_of` is the day of
    the records behind it, from which a deadline is counted; None: the end of the scope.
    """

    kind: str
    n: int
    page: str
    figures: dict[str, int | Decimal | str | date] = field(default_factory=dict)
    due_on: date | None = None
    agency: str | None = None
    synthetic: bool = False
    as_of: date | None = None


def actions(connection: Connection, scope: Scope) -> list[Action]:
    """Every action that the gaps of a scope call for: nearest date first, undated last."""
    cover = coverage(connection, scope.only(first=scope.last, level=None, agency=None, sector=None))
    found = [
        *_full_service(connection, scope),
        *_cross_boundary(connection, scope),
        *_vertical(connection, scope),
        *_reform(connection, scope),
        *_overdue(connection, scope, cover),
        *_late_extracts(scope, cover),
    ]
    return sorted(found, key=lambda action: (action.due_on or date.max, -action.n))


def _full_service(connection: Connection, scope: Scope) -> Iterator[Action]:
    now = figure(connection, "procedures_full", Scope(scope.first, scope.last))
    open_ones = targets(connection, "procedures_full", now.as_of)
    goal = next((target for target in open_ones if target.kind == "target"), None)
    stretch = next((target for target in open_ones if target.kind == "stretch"), None)
    if goal and (missing := gap(now, goal)):
        figures = {"rate": goal.value}
        if stretch:
            figures |= {"stretch_rate": stretch.value, "stretch": gap(now, stretch)}
        kind = "full_service_stretch" if stretch else "full_service"
        yield Action(kind, missing, "dich-vu-cong", figures, goal.due_on, as_of=now.as_of)


def _cross_boundary(connection: Connection, scope: Scope) -> Iterator[Action]:
    """The next dated step of the plan, and the pace that is left to it."""
    live = figure(connection, "cross_boundary_live_count", Scope(scope.first, scope.last))
    for target in targets(connection, "cross_boundary_live_count", live.as_of):
        missing = gap(live, target)
        if missing and target.due_on:
            days = (target.due_on - live.as_of).days
            pace = {"days": days, "pace": Decimal(missing) / days} if days > 0 else {}
            kind = "cross_boundary" if days > 0 else "cross_boundary_late"
            yield Action(kind, missing, "phi-dia-gioi", pace, target.due_on, as_of=live.as_of)


def _vertical(connection: Connection, scope: Scope) -> Iterator[Action]:
    linked = figure(connection, "connections_vertical", scope)
    if linked.state == "value" and linked.whole > linked.part:
        yield Action("vertical", linked.whole - linked.part, "tong-quan", {"whole": linked.whole})


def _reform(connection: Connection, scope: Scope) -> Iterator[Action]:
    """Dated promises of which nobody has reported anything."""
    as_of = stated_until(connection, "reform_items", scope.end)
    table = ReformItem.__table__
    statement = select(table).where(table.c.done.is_(None), table.c.due_on.is_not(None))
    for row in connection.execute(statement).mappings():
        title = {"title": row["title"], "title_en": row["title_en"] or row["title"]}
        yield Action(
            "report_reform", int(row["quantity"] or 0), "doi-chieu", title, row["due_on"], as_of=as_of
        )


def _overdue(connection: Connection, scope: Scope, cover: Coverage) -> Iterator[Action]:
    """The agencies with most open dossiers past their date at the end of the scope."""
    last = Scope(scope.last, scope.last)
    rows = dossier_sums(connection, last, cover.complete, "agency")
    enough = [row for row in rows.items() if row[1]["open_in_time"] + row[1]["open_overdue"] >= ENOUGH]
    worst = sorted(enough, key=lambda row: -row[1]["open_overdue"])[:WORST]
    for agency, sums in worst:
        whole = sums["open_in_time"] + sums["open_overdue"]
        if sums["open_overdue"]:
            figures = {"agency": cover.units[agency].name, "whole": whole}
            yield Action(
                "overdue", sums["open_overdue"], "ho-so", figures, agency=agency, synthetic=cover.synthetic
            )


def _late_extracts(scope: Scope, cover: Coverage) -> Iterator[Action]:
    missing = cover.members - cover.complete
    if missing:
        names = ", ".join(sorted(cover.units[key].name for key in missing)[:3])
        yield Action("late_extracts", len(missing), "nap-so-lieu", {"month": scope.last, "names": names})
