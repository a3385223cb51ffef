"""The completeness board: which agency's month is in, incomplete, waiting, late or not due."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, text

from data_access.agencies import Unit, agencies, due
from metrics.scope import Scope

STATES = ("received", "partial", "nil", "waiting", "late", "not_due")


@dataclass(frozen=True)
class Cell:
    """One agency's statement of one month: `state`, and the batch behind it if there is one."""

    state: str
    batch_id: int | None = None
    lines: int | None = None
    rejected: int | None = None


@dataclass(frozen=True, eq=False)
class Board:
    """`rows`: an agency and its cells in the order of `months`."""

    months: tuple[date, ...]
    rows: tuple[tuple[Unit, tuple[Cell, ...]], ...]

    def count(self, state: str, month: date) -> int:
        """How many agencies are in a state in a month."""
        at = self.months.index(month)
        return sum(cells[at].state == state for _, cells in self.rows)

    def due(self, month: date) -> int:
        """How many agencies owe the month."""
        return len(self.rows) - self.count("not_due", month)


def board(connection: Connection, scope: Scope) -> Board:
    """The board of the scope's months: agencies due in any of them, or that stated one.

    partial: the month is in, with lines of this agency still rejected in the batch that counts.
    late: nothing in, and nothing staged; every month of the scope is over by the data's own clock.
    """
    months = tuple(scope.months())
    units = agencies(connection)
    owing = {month: {unit.key for unit in due(units, month)} for month in months}
    counted = {(row.month, row.agency): row for row in connection.execute(_COUNTED, _span(scope))}
    staged = {(row.month, row.agency): row for row in connection.execute(_STAGED, _span(scope))}
    rejected = _rejected(connection, {row.batch_id for row in counted.values()})
    rows = []
    for unit in units:
        if scope.level not in (None, unit.level) or scope.agency not in (None, unit.key):
            continue
        cells = tuple(_cell(month, unit.key, owing, counted, staged, rejected) for month in months)
        if any(cell.state != "not_due" for cell in cells):
            rows.append((unit, cells))
    return Board(months, tuple(rows))


def _cell(month, key, owing, counted, staged, rejected) -> Cell:
    if row := counted.get((month, key)):
        bad = rejected.get((row.batch_id, month, key), 0)
        state = "partial" if bad else "nil" if row.nil else "received"
        return Cell(state, row.batch_id, row.lines, bad)
    if row := staged.get((month, key)):
        return Cell("waiting", row.batch_id, row.lines)
    return Cell("late" if key in owing[month] else "not_due")


def _span(scope: Scope) -> dict:
    return {"first": scope.first, "last": scope.last}


def _rejected(connection: Connection, batches: set[int]) -> dict[tuple[int, date, str], int]:
    """Rejected lines by batch, month and agency."""
    rows = connection.execute(_REJECTED)
    return {(row.batch_id, row.month, row.agency): row.lines for row in rows if row.batch_id in batches}


_REJECTED = text(
    "SELECT batch_id, month, agency, COUNT(DISTINCT line) AS lines FROM issue"
    " WHERE severity = 'reject' AND agency IS NOT NULL GROUP BY batch_id, month, agency"
).columns(month=Date)

# The base of each slice, of dossiers before that of a report; of staged batches the newest whole one.
_COUNTED, _STAGED = (
    text(
        f"""SELECT s.month, s.agency, s.batch_id, s.lines, s.nil FROM batch_slice s
        JOIN batch b ON b.id = s.batch_id AND b.state = '{state}' AND b.mode = 'whole'
        WHERE s.kind IN ('dossiers', 'report_06a') AND s.month BETWEEN :first AND :last
        ORDER BY s.kind DESC, s.batch_id"""
    )
    .bindparams(first=date.min, last=date.min)
    .columns(month=Date)
    for state in ("applied", "staged")
)
