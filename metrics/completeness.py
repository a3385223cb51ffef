"""The completeness board: which agency's month is in, incomplete, waiting, rejected, late or not due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, text

from data_access.agencies import agencies
from data_access.units import Unit, handling
from metrics.bases import bases
from metrics.coverage import Coverage, coverage
from metrics.scope import Scope

IN = ("received", "partial", "nil")  # the month is there, and counts
STATES = (*IN, "waiting", "rejected", "late", "not_due")


class Cell(NamedTuple):
    """One agency's statement of one month: `state`, and the batch behind it if there is one.

    `lines` that count, of the batch and of the supplements to it. `kind` is dossiers or report_06a.
    `waiting` is a newer batch, staged and not applied, of a month that is in already. Of a file that names
    a unit which its code does not mean in that month (any more), none waits.
    """

    state: str
    batch_id: int | None = None
    lines: int | None = None
    rejected: int | None = None
    kind: str | None = None
    waiting: int | None = None


@dataclass(frozen=True, eq=False)
class Board:
    """`rows`: an agency and its cells in the order of `months`. `covers`: what every figure of a month
    sums, from which its n of m are."""

    months: tuple[date, ...]
    rows: tuple[tuple[Unit, tuple[Cell, ...]], ...]
    covers: Mapping[date, Coverage]

    def count(self, state: str, month: date) -> int:
        """How many agencies are in a state in a month."""
        at = self.months.index(month)
        return sum(cells[at].state == state for _, cells in self.rows)

    def received(self, month: date) -> int:
        """The n of every tile's n of m."""
        return len(self.covers[month].complete)

    def due(self, month: date) -> int:
        """The m of every tile's n of m: the agencies that owe the month, or have stated it all the same."""
        return len(self.covers[month].members)


def board(connection: Connection, scope: Scope) -> Board:
    """The board of the scope's months: agencies due in any of them, or that stated one.

    Who is in and who is due is `metrics.coverage.coverage`, which every figure and every page's strip
    reads as well. partial: lines of the agency are still rejected in the batch that counts, and no
    supplement has brought them. rejected: nothing counts or waits, and its lines were turned away.
    late: nothing has come; every month of the scope is over by the data's own clock.
    """
    months = tuple(scope.months())
    coverage(connection, scope)  # read for all months at once
    covers = {month: coverage(connection, scope.only(first=month, last=month)) for month in months}
    span = {"first": scope.first, "last": scope.last}
    units = agencies(connection)
    meant = {month: set(handling(units, month).values()) for month in months}
    # What was checked when its code meant another unit cannot be applied any more (`ingest.outdated`).
    staged = [row for row in connection.execute(_STAGED, span) if row.agency in meant[row.month]]
    sources = _Sources(
        counted={(base.month, base.agency): base for base in bases(connection, scope.first, scope.last)},
        staged={(row.month, row.agency): row for row in staged if row.mode == "whole"},
        newest={(row.month, row.agency): row.batch_id for row in staged},
        rejected=_by_batch(connection.execute(_REJECTED, span)),
        supplements=_supplements(connection, span),
        copied=dict(map(tuple, connection.execute(_COPIED).all())),
    )
    rows = []
    for unit in units:
        if scope.level not in (None, unit.level) or scope.agency not in (None, unit.key):
            continue
        cells = tuple(_cell(unit, month, covers[month], sources) for month in months)
        if any(cell.state != "not_due" for cell in cells):
            rows.append((unit, cells))
    return Board(months, tuple(rows), covers)


@dataclass(frozen=True, eq=False)
class _Sources:
    """What is known of each slice (month, agency): the row of its base, that of the newest whole batch
    that waits, the id of the newest of all that wait; batch → lines that it rejected; the supplements that
    name a batch, as (id, the batch, lines); a copy → what it is a copy of."""

    counted: Mapping
    staged: Mapping
    newest: Mapping
    rejected: Mapping
    supplements: Mapping
    copied: Mapping[int, int]

    def mended(self, of: tuple[date, str], base: int) -> int:
        """Lines that its base rejected and a supplement has brought after all: one that counts on this base
        and names it, or the batch that it is a copy of."""
        return sum(
            lines
            for number, named, lines in self.supplements.get(of, ())
            if number > base and self._first(named) == self._first(base)
        )

    def _first(self, batch: int) -> int:
        while batch in self.copied:
            batch = self.copied[batch]
        return batch


def _by_batch(rows) -> dict:
    found: dict[tuple[date, str], dict[int, int]] = {}
    for row in rows:
        found.setdefault((row.month, row.agency), {})[row.batch_id] = row.lines
    return found


def _supplements(connection: Connection, span: Mapping) -> dict[tuple[date, str], list[tuple[int, int, int]]]:
    found: dict[tuple[date, str], list[tuple[int, int, int]]] = {}
    for month, agency, *supplement in connection.execute(_SUPPLEMENTS, span).all():
        found.setdefault((month, agency), []).append(tuple(supplement))
    return found


def _cell(unit: Unit, month: date, cover: Coverage, sources: _Sources) -> Cell:
    key, of = unit.key, (month, unit.key)
    staged, rejected = sources.staged.get(of), sources.rejected.get(of, {})
    if key in cover.complete:
        base = sources.counted[of]
        sent = rejected.get(base.batch_id, 0)
        bad = max(0, sent - sources.mended(of, base.batch_id)) if sent else 0
        state = "partial" if bad else "nil" if base.nil else "received"
        newest = sources.newest.get(of, 0)
        waiting = newest if newest > base.batch_id else None
        return Cell(state, base.batch_id, base.counted, bad, base.kind, waiting)
    if staged:
        return Cell("waiting", staged.batch_id, staged.lines, kind=staged.kind)
    if key not in cover.members:
        return Cell("not_due")
    if rejected:
        return Cell("rejected", max(rejected), 0, rejected[max(rejected)])
    return Cell("late")


def _by_slice(statement: str):
    return text(statement).bindparams(first=date.min, last=date.min).columns(month=Date)


# Of dossiers after that of a report, and the newest last: the last row of a slice stands.
_STAGED = _by_slice(
    """SELECT s.month, s.agency, s.batch_id, s.kind, s.lines, b.mode FROM batch_slice s
    JOIN batch b ON b.id = s.batch_id AND b.state = 'staged'
    WHERE s.kind IN ('dossiers', 'report_06a') AND s.month BETWEEN :first AND :last
    ORDER BY s.kind DESC, s.batch_id"""
)

# Of what was undone nothing is said: it was in, and is not any more.
_REJECTED = _by_slice(
    """SELECT i.month, i.agency, i.batch_id, COUNT(DISTINCT i.line) AS lines FROM issue i
    JOIN batch b ON b.id = i.batch_id AND b.state <> 'undone' AND b.kind IN ('dossiers', 'report_06a')
    WHERE i.severity = 'reject' AND i.agency IS NOT NULL AND i.month BETWEEN :first AND :last
    GROUP BY i.month, i.agency, i.batch_id"""
)

# The corrected lines of a batch come back as a supplement that names it.
_SUPPLEMENTS = _by_slice(
    """SELECT s.month, s.agency, s.batch_id, b.supplement_of, s.lines FROM batch_slice s
    JOIN batch b ON b.id = s.batch_id AND b.state = 'applied' AND b.supplement_of IS NOT NULL
    WHERE s.month BETWEEN :first AND :last"""
)

_COPIED = text("SELECT id, copied_from FROM batch WHERE copied_from IS NOT NULL")
