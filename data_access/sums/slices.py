"""Refreshing the sums of slices: delete what is there, insert what counts now.

Apply, undo and a changed reference record all end here, so the sums never hold anything but a
function of what counts.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, select, text

from data_access.counting import Slice, counted, eligible, temporary, touching
from data_access.measures import COUNTS, GROUPS
from data_access.months import month_end
from data_access.statements import DOSSIERS, REPORTS
from data_access.tables.sums import MEASURES, REPORTED, SumByProcedure

TABLES = (
    "statement", "sum_of_slice", "sum_by_channel", "sum_by_sector", "sum_by_service", "sum_by_procedure",
    "sum_by_counter", "sum_reported",
)  # fmt: skip


def refresh(connection: Connection, slices: Iterable[Slice]) -> None:
    """Make the sums of these slices equal what counts now, inside the caller's transaction."""
    with touching(connection, slices):
        for table in TABLES:
            connection.execute(text(_DELETE.format(table=table)))
        connection.execute(text(_STATEMENTS.format(where=f"(s.month, s.agency) {_TOUCHED}")))
        _by_one_dimension(connection)
        connection.execute(text(_OF_SLICES.format(where=f"(month, agency) {_TOUCHED}")))
        connection.execute(text(_OF_REPORTS), {"also": None})


def _by_one_dimension(connection: Connection) -> None:
    """The sums by channel and counter from the finest; by sector and service level from those by procedure,
    which are half as many."""
    names = ", ".join(f"{name} INTEGER" for name in MEASURES)
    of_procedures = "month DATE, agency VARCHAR, procedure VARCHAR"
    with (
        temporary(connection, "fine_sums", f"{of_procedures}, channel SMALLINT, counter VARCHAR, {names}"),
        temporary(connection, "procedure_sums", f"{of_procedures}, {names}"),
    ):
        for statement in (_ALONE, _TOGETHER):
            connection.execute(text(statement), {"also": None})
        for statement in (
            _OF_PROCEDURES, _BY_CHANNEL, _BY_COUNTER, _BY_SECTOR, _BY_SERVICE, _BY_PROCEDURE
        ):  # fmt: skip
            connection.execute(text(statement))


def refresh_batches(connection: Connection, slices: Iterable[Slice]) -> None:
    """Add up the lines of each batch, counted or not, in these slices, where no sums of them stand."""
    with touching(connection, slices):
        connection.execute(text(_OF_BATCHES))


def derive(connection: Connection) -> None:
    """Make anew who has stated what, and the sums of whole slices from those by channel."""
    for table, made in (("statement", _STATEMENTS), ("sum_of_slice", _OF_SLICES)):
        connection.execute(text(f"DELETE FROM {table}"))
        connection.execute(text(made.format(where="TRUE")))


def slices_using(connection: Connection, procedures: Mapping[str, date]) -> list[Slice]:
    """The slices with a counted line of one of these procedures, ending on or after the day given for it."""
    used = SumByProcedure.c
    rows = connection.execute(select(used.month, used.agency, used.procedure).distinct())
    return sorted(
        {
            (row.month, row.agency)
            for row in rows
            if row.procedure in procedures and month_end(row.month) >= procedures[row.procedure]
        }
    )


_TOUCHED = "IN (SELECT month, agency FROM touched)"
_DELETE = f"DELETE FROM {{table}} WHERE (month, agency) {_TOUCHED}"

# One source a slice: dossiers before a report, and of each its base.
_STATEMENTS = f"""INSERT INTO statement (month, agency, batch_id, kind, as_of, synthetic)
    SELECT month, agency, batch_id, kind, as_of, synthetic FROM (
        SELECT s.month, s.agency, s.batch_id, s.kind, b.as_of, b.synthetic, ROW_NUMBER() OVER (
            PARTITION BY s.month, s.agency
            ORDER BY CASE s.kind WHEN '{DOSSIERS.kind}' THEN 1 ELSE 2 END, b.id DESC
        ) AS place
        FROM batch_slice s JOIN batch b ON b.id = s.batch_id
        WHERE s.kind IN ('{DOSSIERS.kind}', '{REPORTS.kind}') AND b.state = 'applied' AND b.mode = 'whole'
        AND {{where}}) bases
    WHERE place = 1"""

_NAMES = ", ".join(MEASURES)
_GROUPS = ", ".join(GROUPS)

# Where one batch alone is eligible, as nearly everywhere, its own sums are the slice's; where several
# are, a line may have replaced another, and the lines that count are added up anew.
_ALONE = f"""INSERT INTO fine_sums ({_GROUPS}, {_NAMES})
    WITH {eligible()}
    SELECT {", ".join(f"b.{name}" for name in (*GROUPS, *MEASURES))}
    FROM eligible e
    CROSS JOIN batch_sum b
    WHERE e.batches = 1 AND b.month = e.month AND b.agency = e.agency AND b.batch_id = e.batch_id"""
_TOGETHER = f"""INSERT INTO fine_sums ({_GROUPS}, {_NAMES})
    SELECT {_GROUPS}, {COUNTS}
    FROM ({counted("d.*, e.month_end", where="e.batches > 1")}) lines
    GROUP BY {_GROUPS}"""

_OF_BATCHES = f"""INSERT INTO batch_sum (batch_id, {_GROUPS}, {_NAMES})
    SELECT batch_id, {_GROUPS}, {COUNTS}
    FROM (SELECT d.*, t.month_end FROM touched t
          CROSS JOIN dossier d WHERE d.month = t.month AND d.agency = t.agency) lines
    GROUP BY batch_id, {_GROUPS}"""

_ADDED = ", ".join(f"SUM(f.{name})" for name in MEASURES)
_OF_PROCEDURES = f"""INSERT INTO procedure_sums (month, agency, procedure, {_NAMES})
    SELECT f.month, f.agency, f.procedure, {_ADDED}
    FROM fine_sums f GROUP BY f.month, f.agency, f.procedure"""
_BY_CHANNEL = f"""INSERT INTO sum_by_channel (month, agency, channel, {_NAMES})
    SELECT f.month, f.agency, f.channel, {_ADDED} FROM fine_sums f GROUP BY f.month, f.agency, f.channel"""
_BY_SECTOR = f"""INSERT INTO sum_by_sector (month, agency, sector, {_NAMES})
    SELECT f.month, f.agency, COALESCE(p.sector, f.procedure), {_ADDED}
    FROM procedure_sums f LEFT JOIN procedure p ON p.code = f.procedure
    GROUP BY f.month, f.agency, COALESCE(p.sector, f.procedure)"""

_OF_SLICES = f"""INSERT INTO sum_of_slice (month, agency, {_NAMES})
    SELECT month, agency, {", ".join(f"SUM({name})" for name in MEASURES)} FROM sum_by_channel
    WHERE {{where}} GROUP BY month, agency"""

# Two levels stated for one day: the higher one counts (domain.md §3.5).
_SERVICE = """SELECT used.month, used.procedure, COALESCE((
        SELECT s.value FROM procedure_state s
        WHERE s.procedure = used.procedure AND s.aspect = 'service_level' AND s.since <= used.month_end
        ORDER BY s.since DESC, CASE s.value WHEN 'full' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END
        LIMIT 1), '') AS service_level
    FROM (SELECT DISTINCT f.month, t.month_end, f.procedure
          FROM procedure_sums f JOIN touched t ON t.month = f.month AND t.agency = f.agency) used"""
_BY_SERVICE = f"""INSERT INTO sum_by_service (month, agency, service_level, {_NAMES})
    SELECT f.month, f.agency, v.service_level, {_ADDED}
    FROM procedure_sums f JOIN ({_SERVICE}) v ON v.month = f.month AND v.procedure = f.procedure
    GROUP BY f.month, f.agency, v.service_level"""
_BY_PROCEDURE = """INSERT INTO sum_by_procedure (month, agency, procedure, received, received_online)
    SELECT f.month, f.agency, f.procedure, f.received, f.received_online FROM procedure_sums f"""

_BY_COUNTER = """INSERT INTO sum_by_counter (month, agency, counter, received)
    SELECT f.month, f.agency, f.counter, SUM(f.received)
    FROM fine_sums f GROUP BY f.month, f.agency, f.counter"""

# One source a slice: dossiers where a statement of them is in, declared nil included; else the report.
_NO_DOSSIERS = """NOT EXISTS (SELECT 1 FROM batch_slice s JOIN batch b ON b.id = s.batch_id
    WHERE s.kind = 'dossiers' AND s.month = e.month AND s.agency = e.agency
    AND b.state = 'applied' AND b.mode = 'whole')"""
_REPORTED = {"received": "received_online + d.received_direct"}
_STATED = ", ".join(f"SUM(d.{_REPORTED.get(name, name)})" for name in REPORTED)
_OF_REPORTS = f"""INSERT INTO sum_reported (month, agency, sector, {", ".join(REPORTED)})
    {counted(f"d.month, d.agency, d.sector, {_STATED}", where=_NO_DOSSIERS, of=REPORTS)}
    GROUP BY d.month, d.agency, d.sector"""
