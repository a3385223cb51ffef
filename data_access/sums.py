"""Refreshing the sums of slices: delete what is there, insert what counts now.

Apply, undo and a changed reference record all end here, so the sums never hold anything but a
function of what counts.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, select, text

from data_access.counting import Slice, counted, month_end, temporary, touching
from data_access.tables.sums import MEASURES, SumByProcedure

_IN_MONTH = "d.received_on >= t.month"
_DONE = "d.finished_on <= t.month_end"
_OPEN = "d.received_on IS NOT NULL AND (d.finished_on IS NULL OR d.finished_on > t.month_end)"

# Each measure is the number of counted lines for which its condition is true (null is not true).
CONDITIONS = {
    "received": _IN_MONTH,
    "received_online": f"{_IN_MONTH} AND d.channel = 2",
    "carried": "d.received_on < t.month",
    "finished_early": f"{_DONE} AND d.finished_on < d.due_on",
    "finished_on_time": f"{_DONE} AND (d.due_on IS NULL OR d.finished_on = d.due_on)",
    "finished_late": f"{_DONE} AND d.finished_on > d.due_on",
    "open_in_time": f"{_OPEN} AND (d.due_on IS NULL OR d.due_on >= t.month_end)",
    "open_overdue": f"{_OPEN} AND d.due_on < t.month_end",
    "withdrawn": f"{_DONE} AND d.status = 7",
    "stopped": f"{_DONE} AND d.status = 8",
    "waiting": "d.status = 1",
    "refused": "d.status = 3",
    "received_away": f"{_IN_MONTH} AND d.counter <> d.agency",
    "digitised_input": f"{_IN_MONTH} AND d.digitised_input",
    "input_known": f"{_IN_MONTH} AND d.digitised_input IS NOT NULL",
    "digitised_result": f"{_DONE} AND d.digitised_result",
    "result_known": f"{_DONE} AND d.digitised_result IS NOT NULL",
    "fee_due": f"{_IN_MONTH} AND d.fee",
    "paid_online": f"{_IN_MONTH} AND d.fee AND d.paid_online",
    "rated": f"{_DONE} AND d.satisfaction IS NOT NULL",
    "satisfied": f"{_DONE} AND d.satisfaction >= 4",
}

TABLES = ("sum_by_channel", "sum_by_sector", "sum_by_service", "sum_by_procedure", "sum_by_counter")


def refresh(connection: Connection, slices: Iterable[Slice]) -> None:
    """Make the sums of these slices equal what counts now, inside the caller's transaction."""
    with touching(connection, slices):
        for table in TABLES:
            connection.execute(text(_DELETE.format(table=table)))
        names = ", ".join(f"{name} INTEGER" for name in MEASURES)
        columns = f"month DATE, month_end DATE, agency VARCHAR, procedure VARCHAR, channel SMALLINT, {names}"
        with temporary(connection, "fine_sums", columns):
            connection.execute(text(_FINE), {"also": None})
            for statement in (_BY_CHANNEL, _BY_SECTOR, _BY_SERVICE, _BY_PROCEDURE, _AT_HOME):
                connection.execute(text(statement))
        connection.execute(text(_AWAY), {"also": None})


def slices_using(connection: Connection, procedures: Mapping[str, date]) -> list[Slice]:
    """The slices with a counted line of one of these procedures, ending on or after the day given for it."""
    table = SumByProcedure.__table__
    rows = connection.execute(select(table.c.month, table.c.agency, table.c.procedure).distinct())
    return sorted(
        {
            (row.month, row.agency)
            for row in rows
            if row.procedure in procedures and month_end(row.month) >= procedures[row.procedure]
        }
    )


_DELETE = "DELETE FROM {table} WHERE (month, agency) IN (SELECT month, agency FROM touched)"

_COUNTS = ", ".join(f"COUNT(*) FILTER (WHERE {CONDITIONS[name]})" for name in MEASURES)
_LINES = "d.*"
_FINE = f"""INSERT INTO fine_sums
    SELECT d.month, t.month_end, d.agency, d.procedure, d.channel, {_COUNTS}
    FROM ({counted(_LINES)}) d JOIN touched t ON t.month = d.month AND t.agency = d.agency
    GROUP BY d.procedure, d.agency, d.channel, d.month, t.month_end"""

_ADDED = ", ".join(f"SUM(f.{name})" for name in MEASURES)
_NAMES = ", ".join(MEASURES)
_BY_CHANNEL = f"""INSERT INTO sum_by_channel (month, agency, channel, {_NAMES})
    SELECT f.month, f.agency, f.channel, {_ADDED} FROM fine_sums f GROUP BY f.month, f.agency, f.channel"""
_BY_SECTOR = f"""INSERT INTO sum_by_sector (month, agency, sector, {_NAMES})
    SELECT f.month, f.agency, COALESCE(p.sector, f.procedure), {_ADDED}
    FROM fine_sums f LEFT JOIN procedure p ON p.code = f.procedure
    GROUP BY f.month, f.agency, COALESCE(p.sector, f.procedure)"""

# Two levels stated for one day: the higher one counts (domain.md §3.5).
_SERVICE = """SELECT used.month, used.procedure, COALESCE((
        SELECT s.value FROM procedure_state s
        WHERE s.procedure = used.procedure AND s.aspect = 'service_level' AND s.since <= used.month_end
        ORDER BY s.since DESC, CASE s.value WHEN 'full' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END
        LIMIT 1), '') AS service_level
    FROM (SELECT DISTINCT month, month_end, procedure FROM fine_sums) used"""
_BY_SERVICE = f"""INSERT INTO sum_by_service (month, agency, service_level, {_NAMES})
    SELECT f.month, f.agency, v.service_level, {_ADDED}
    FROM fine_sums f JOIN ({_SERVICE}) v ON v.month = f.month AND v.procedure = f.procedure
    GROUP BY f.month, f.agency, v.service_level"""
_BY_PROCEDURE = """INSERT INTO sum_by_procedure (month, agency, procedure, received, received_online)
    SELECT f.month, f.agency, f.procedure, SUM(f.received), SUM(f.received_online)
    FROM fine_sums f GROUP BY f.month, f.agency, f.procedure"""

# Nine in ten dossiers are handed in at home: only the others need their lines looked at again.
_AT_HOME = """INSERT INTO sum_by_counter (month, agency, counter, received)
    SELECT f.month, f.agency, f.agency, SUM(f.received) - SUM(f.received_away)
    FROM fine_sums f GROUP BY f.month, f.agency"""
_AWAY = f"""INSERT INTO sum_by_counter (month, agency, counter, received)
    SELECT d.month, d.agency, d.counter, COUNT(*) FILTER (WHERE {_IN_MONTH})
    FROM ({counted(_LINES)}) d JOIN touched t ON t.month = d.month AND t.agency = d.agency
    WHERE d.counter <> d.agency
    GROUP BY d.month, d.agency, d.counter"""
