"""Which lines a statement would add, change, leave and withdraw: before and after, key by key."""

from collections.abc import Sequence

from sqlalchemy import Connection, text

from data_access.counting import counted, temporary, touching
from data_access.statements import DOSSIERS, Lines
from data_access.tables.report import FORM_COUNTS

_OF_DOSSIER = (
    "procedure", "counter", "channel", "status", "submitted_on", "received_on", "due_on", "finished_on",
    "returned_on", "digitised_input", "digitised_result", "fee", "paid_online", "satisfaction",
)  # fmt: skip


def lines_alone(connection: Connection, batch_id: int) -> int | None:
    """The lines of a batch if no other that counts has a say in its slices: counted when it was staged."""
    others, lines = connection.execute(text(_ALONE), {"id": batch_id}).one()
    return None if others else lines


_ALONE = """SELECT COUNT(other.batch_id), SUM(mine.lines) FROM batch_slice mine
LEFT JOIN (SELECT s.kind, s.month, s.agency, s.batch_id FROM batch_slice s
    JOIN batch b ON b.id = s.batch_id AND b.state = 'applied' AND b.id <> :id) other
ON other.kind = mine.kind AND other.month = mine.month AND other.agency = mine.agency
WHERE mine.batch_id = :id"""


def only_new(lines: int) -> dict[str, int]:
    """The counts of so many lines where nothing counts before."""
    return {"new": lines, "changed": 0, "unchanged": 0, "withdrawn": 0}


def line_counts(connection: Connection, batch_id: int, slices: Sequence, of: Lines) -> dict[str, int]:
    """Which line of each key counts before and after, and whether the two say the same."""
    names = ("month", "agency", *of.key)
    columns = (
        f"month DATE, agency VARCHAR, {', '.join(f'{name} VARCHAR' for name in of.key)}, batch_id INTEGER"
    )
    with touching(connection, slices), temporary(connection, "before_it", columns):
        key = ", ".join(f"d.{name}" for name in (*names, "batch_id"))
        connection.execute(text(f"INSERT INTO before_it {counted(key, of=of)}"), {"also": None})
        total_before = connection.scalar(text("SELECT COUNT(*) FROM before_it"))
        if not total_before:
            new = text(f"SELECT COUNT(*) FROM ({counted('d.batch_id', of=of)}) lines")
            total_after = connection.scalar(new, {"also": batch_id})
            return only_new(total_after)
        with temporary(connection, "after_it", columns):
            connection.execute(text(f"INSERT INTO after_it {counted(key, of=of)}"), {"also": batch_id})
            total_after = connection.scalar(text("SELECT COUNT(*) FROM after_it"))
            connection.execute(text(f"CREATE INDEX ix_before_it ON before_it ({', '.join(names)})"))
            compared = _OF_DOSSIER if of is DOSSIERS else FORM_COUNTS
            parts = {
                "table": of.table,
                "differs": " OR ".join(_distinct(connection, f"o.{c}", f"n.{c}") for c in compared),
                **{pair: _same(*pair, names) for pair in ("ba", "ob", "na")},
            }
            both, changed = connection.execute(text(_BOTH.format(**parts))).one()
    return {
        "new": total_after - both,
        "changed": changed or 0,
        "unchanged": both - (changed or 0),
        "withdrawn": total_before - both,
    }


_BOTH = """SELECT COUNT(*), SUM(CASE WHEN b.batch_id <> a.batch_id AND ({differs}) THEN 1 ELSE 0 END)
FROM after_it a
JOIN before_it b ON {ba}
JOIN {table} o ON {ob} AND o.batch_id = b.batch_id
JOIN {table} n ON {na} AND n.batch_id = a.batch_id"""


def _same(one: str, other: str, names: Sequence[str]) -> str:
    return " AND ".join(f"{one}.{name} = {other}.{name}" for name in names)


def _distinct(connection: Connection, one: str, other: str) -> str:
    # IS DISTINCT FROM came to SQLite only in 3.39; its IS NOT says the same.
    return f"{one} IS {'NOT' if connection.dialect.name == 'sqlite' else 'DISTINCT FROM'} {other}"
