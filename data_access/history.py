"""Batches and their problems, as the history page and the command line list them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select, text

from data_access.statements import STATEMENTS
from data_access.tables import Batch, BatchSlice, Issue, RejectedLine


@dataclass(frozen=True)
class BatchRow:
    """One batch with what a reader asks first; `months` and `agencies` are of its slices."""

    id: int
    kind: str
    mode: str
    state: str
    as_of: date
    synthetic: bool
    file_name: str
    sha256: str
    total: int
    accepted: int
    rejected: int
    repeated: int
    delimiter: str | None
    dropped_columns: list
    supplement_of: int | None
    copied_from: int | None
    effect: dict | None
    staged_at: datetime
    staged_by: str
    applied_at: datetime | None
    applied_by: str | None
    undone_at: datetime | None
    undone_by: str | None
    months: tuple[date, ...]
    agencies: int


def batches(connection: Connection, state: str | None = None, only: int | None = None) -> list[BatchRow]:
    """All batches, newest first; of one state, or one of them alone, if asked."""
    table, slices = Batch.c, BatchSlice.c
    statement = select(Batch).order_by(table.id.desc())
    stated = select(slices.batch_id, slices.month, slices.agency)
    if state:
        statement = statement.where(table.state == state)
    if only is not None:
        statement, stated = statement.where(table.id == only), stated.where(slices.batch_id == only)
    months: dict[int, set] = {}
    agencies: dict[int, set] = {}
    for row in connection.execute(stated):
        months.setdefault(row.batch_id, set()).add(row.month)
        agencies.setdefault(row.batch_id, set()).add(row.agency)
    return [
        BatchRow(
            **row, months=tuple(sorted(months.get(row["id"], ()))), agencies=len(agencies.get(row["id"], ()))
        )
        for row in connection.execute(statement).mappings()
    ]


def batch(connection: Connection, batch_id: int) -> BatchRow | None:
    """One batch, or None."""
    return next(iter(batches(connection, only=batch_id)), None)


def state(connection: Connection, batch_id: int) -> str | None:
    """The state of one batch, or None."""
    return connection.scalar(select(Batch.c.state).where(Batch.c.id == batch_id))


@dataclass(frozen=True)
class IssueGroup:
    """Problems of one kind in one column: how many lines, and the first of them."""

    kind: str
    severity: str
    column: str | None
    lines: int
    first_lines: tuple[int, ...]
    example: str | None


def issue_groups(connection: Connection, batch_id: int, shown: int = 50) -> list[IssueGroup]:
    """Problems grouped by what to do, rejecting ones first, most frequent first."""
    key = (Issue.c.severity, Issue.c.kind, Issue.c.column)
    statement = (
        select(*key, func.count().label("lines"), func.min(Issue.c.detail).label("example"))
        .where(Issue.c.batch_id == batch_id)
        .group_by(*key)
    )
    groups = []
    for row in connection.execute(statement):
        same = [Issue.c.kind == row.kind, Issue.c.severity == row.severity]
        same.append(Issue.c.column.is_(None) if row.column is None else Issue.c.column == row.column)
        first = (
            select(Issue.c.line)
            .where(Issue.c.batch_id == batch_id, *same)
            .order_by(Issue.c.line)
            .limit(shown)
        )
        lines = tuple(line for line in connection.scalars(first) if line is not None)
        groups.append(IssueGroup(row.kind, row.severity, row.column, row.lines, lines, row.example))
    return sorted(groups, key=lambda group: (group.severity != "reject", -group.lines, group.kind))


def issues(connection: Connection, batch_id: int) -> Sequence:
    """Every problem of a batch by line: line, column, kind, severity, detail."""
    columns = (Issue.c.line, Issue.c.column, Issue.c.kind, Issue.c.severity, Issue.c.detail)
    return connection.execute(
        select(*columns).where(Issue.c.batch_id == batch_id).order_by(Issue.c.line)
    ).all()


def rejected_lines(connection: Connection, batch_id: int) -> list[tuple[int, dict]]:
    """(line number, header → cell) of every line that was turned away, personal cells masked."""
    lines = RejectedLine.c
    statement = select(lines.line, lines.cells).where(lines.batch_id == batch_id).order_by(lines.line)
    return [
        (row.line, json.loads(row.cells) if isinstance(row.cells, str) else row.cells)
        for row in connection.execute(statement)
    ]


def same_file_applied(connection: Connection, sha256: str) -> int | None:
    """The applied batch of this very file that is still the base of all its slices, or None.

    Only then does loading the file again change nothing, and needs no parsing to know it. Not if lines
    were rejected (the lists they were held against may have grown), agencies left out, or the file was
    only added to its month and did not ask for that itself.
    """
    candidates = connection.execute(text(_WHOLLY), {"sha": sha256}).all()
    for candidate in candidates:
        newer = connection.scalar(text(_NEWER[candidate.kind in STATEMENTS]), {"id": candidate.id})
        if not newer:
            return candidate.id
    return None


_WHOLLY = """SELECT b.id, b.kind FROM batch b
WHERE b.sha256 = :sha AND b.state = 'applied' AND b.rejected = 0
AND b.total = (SELECT MAX(copy.total) FROM batch copy WHERE copy.sha256 = b.sha256)
AND (b.kind NOT IN ('dossiers', 'report_06a') OR b.mode = 'whole' OR b.supplement_of IS NOT NULL)
ORDER BY b.id DESC"""

_NEWER = {
    True: """SELECT COUNT(*) FROM batch_slice s
        JOIN batch_slice o ON o.kind = s.kind AND o.month = s.month AND o.agency = s.agency
            AND o.batch_id > s.batch_id
        JOIN batch b ON b.id = o.batch_id AND b.state = 'applied' WHERE s.batch_id = :id""",
    False: """SELECT COUNT(*) FROM reference_line l
        JOIN reference_line o ON o.kind = l.kind AND o.key = l.key AND o.batch_id > l.batch_id
        JOIN batch b ON b.id = o.batch_id AND b.state = 'applied' WHERE l.batch_id = :id""",
}
