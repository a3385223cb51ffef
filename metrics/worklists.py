"""The dossiers behind a figure, line by line, for those who work on them: overdue, and due soon.

Of one month: open at its last day, and due before it or within so many days of it. The conditions are those
of the sums (`data_access.measures`), so a list is as long as its figure. Only the lines of that month and of
the agencies asked for are read, in the order of the store's own key, and a page of them is returned.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Date, bindparam, text

from data_access.counting import counted, touching
from data_access.measures import CONDITIONS
from metrics.coverage import coverage
from metrics.data_quality import problems
from metrics.scope import Scope

OVERDUE = "overdue"
WITHIN = {"due_7": 7, "due_15": 15}  # days after the end of the month
LISTS = (OVERDUE, *WITHIN)
# What is wrong with a line's dates and status: such a line is neither in time nor late, it is not counted.
FAULTS = ("status.", "date.", "period.", "cell.date")
TAKEN = ("date.due_before_received", "date.returned_before_end")  # warned of, and counted all the same


@dataclass(frozen=True)
class Line:
    """One dossier as its agency stated it; `days` overdue, or left, on the last day of the month."""

    code: str
    procedure: str
    title: str
    agency: str
    received_on: date
    due_on: date
    days: int


@dataclass(frozen=True)
class Worklist:
    """`total` lines, of which `lines` are the page that was asked for. Of `without` agencies a report
    counts, which names no dossier."""

    total: int
    lines: tuple[Line, ...]
    without: int


def worklist(connection: Connection, scope: Scope, which: str, start: int, many: int) -> Worklist:
    """Lines `start` … `start + many` of a list of the scope's last month, most days overdue (fewest days
    left) first; narrowed by the scope's level, agency and sector."""
    last = scope.only(first=scope.last)
    cover = coverage(connection, last)
    slices = [(scope.last, agency) for agency in sorted(cover.complete - cover.reporting)]
    asked = {"also": None, "sector": scope.sector, "many": many, "start": start}
    until = {} if which == OVERDUE else {"until": scope.end + timedelta(days=WITHIN[which])}
    with touching(connection, slices):
        total = connection.scalar(_statement(_COUNT, which, scope.sector), asked | until)
        rows = connection.execute(_statement(_PAGE, which, scope.sector), asked | until).all()
    lines = tuple(Line(*row, days=abs((row.due_on - scope.end).days)) for row in rows)
    return Worklist(total, lines, len(cover.complete & cover.reporting))


def faults(connection: Connection, scope: Scope) -> dict[str, int]:
    """Kind of problem → lines of the scope's last month whose dates or status are wrong, most first."""
    last = scope.only(first=scope.last)
    stated, found = coverage(connection, last).complete, {}
    for row in problems(connection, last):
        if row.agency in stated and row.kind.startswith(FAULTS) and row.kind not in TAKEN:
            found[row.kind] = found.get(row.kind, 0) + row.lines
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


_COLUMNS = "d.code, d.procedure, d.agency, d.received_on, d.due_on"
_LINES = """FROM ({counted}) l LEFT JOIN procedure p ON p.code = l.procedure {of_sector}"""
_OF_SECTOR = "WHERE COALESCE(p.sector, l.procedure) = :sector"
_COUNT = f"SELECT COUNT(*) {_LINES}"
_PAGE = f"""SELECT l.code, l.procedure, COALESCE(p.name, '') AS title, l.agency, l.received_on, l.due_on
{_LINES} ORDER BY l.due_on, l.agency, l.code LIMIT :many OFFSET :start"""


def _statement(form: str, which: str, sector: str | None):
    soon = which != OVERDUE
    where = f"({CONDITIONS['open_in_time']}) AND due_on <= :until" if soon else CONDITIONS["open_overdue"]
    lines = counted(_COLUMNS, where=f"({where})")
    statement = text(form.format(counted=lines, of_sector=_OF_SECTOR if sector else ""))
    if soon:
        statement = statement.bindparams(bindparam("until", type_=Date))
    return statement.columns(received_on=Date, due_on=Date) if form is _PAGE else statement
