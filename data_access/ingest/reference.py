"""What counts of reference extracts: the newest applied line of each key, in the table of its kind."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from sqlalchemy import Connection, Date, Numeric, bindparam, delete, insert, select, text

from data_access.errors import StillUsed
from data_access.ingest.contracts import CONTRACTS
from data_access.sums import slices_using
from data_access.tables import METADATA

_NEWEST = """SELECT l.key, l.batch_id, l.fields FROM reference_line l JOIN batch b ON b.id = l.batch_id
WHERE l.kind = :kind AND b.state = 'applied'
AND l.key IN (SELECT key FROM reference_line WHERE batch_id = :batch)
AND NOT EXISTS (
    SELECT 1 FROM reference_line newer JOIN batch nb ON nb.id = newer.batch_id AND nb.state = 'applied'
    WHERE newer.kind = l.kind AND newer.key = l.key AND newer.batch_id > l.batch_id)"""


def refresh_reference(connection: Connection, batch_id: int, kind: str) -> list:
    """Make the kind's table say what counts for the keys of this batch; the dossier slices to refresh."""
    table = METADATA.tables[CONTRACTS[kind].table]
    mine = _lines_of(connection, batch_id)
    counting = _newest(connection, batch_id, kind, mine)
    here = {_identity(table, row) for row in _stored(connection, table)}
    rows = [to_row(kind, fields) for fields in mine.values()] if here else []
    gone = [row for row in rows if _identity(table, row) in here]
    if gone:
        where = [table.c[c.name] == bindparam(f"old_{c.name}") for c in table.primary_key]
        doomed = [{f"old_{c.name}": row[c.name] for c in table.primary_key} for row in gone]
        connection.execute(delete(table).where(*where), doomed)
    if counting:
        connection.execute(insert(table), [to_row(kind, fields) for fields in counting.values()])
    return _slices_affected(connection, kind, mine.values())


def compare_reference(connection: Connection, batch_id: int, kind: str) -> tuple[int, int, int]:
    """(new, changed, unchanged) records if the batch were applied now; a newer line of a key stands."""
    mine = _lines_of(connection, batch_id)
    found = connection.execute(text(_NEWEST), {"kind": kind, "batch": batch_id}).all()
    newer = {row.key for row in found if row.batch_id > batch_id}
    counting = {row.key: _fields(row.fields) for row in found}
    new = sum(key not in counting for key in mine)
    same = sum(key in newer or counting.get(key) == fields for key, fields in mine.items())
    return new, len(mine) - new - same, same


def refuse_if_used(connection: Connection, batch_id: int, kind: str) -> None:
    """StillUsed if undoing this batch takes away a record that something counted points to."""
    remaining = {
        row.key
        for row in connection.execute(text(_OTHERS), {"kind": kind, "batch": batch_id})
    }  # fmt: skip
    alone = {key: fields for key, fields in _lines_of(connection, batch_id).items() if key not in remaining}
    if not alone:
        return
    names = {to_row(kind, fields).get(_NAME.get(kind, "")) for fields in alone.values()}
    used, batches, kinds = set(), set(), []
    for table, column in _USERS.get(kind, ()):
        rows = connection.scalars(text(f"SELECT DISTINCT u.{column} FROM {table} u")).all()
        here = names.intersection(rows)
        used |= here
        if here and table in _KINDS:
            kinds.append(_KINDS[table])
        elif here:
            asked = text(_STATING.format(table=table, column=column)).bindparams(_USED)
            batches |= set(map(tuple, connection.execute(asked, {"used": sorted(here)})))
    if used:
        raise StillUsed(used, sorted(batches), list(dict.fromkeys(kinds)))


_OTHERS = """SELECT DISTINCT l.key FROM reference_line l JOIN batch b ON b.id = l.batch_id
WHERE l.kind = :kind AND b.state = 'applied' AND b.id <> :batch"""

_STATING = """SELECT DISTINCT b.id, b.file_name FROM {table} u
JOIN batch_slice s ON s.month = u.month AND s.agency = u.agency
JOIN batch b ON b.id = s.batch_id AND b.state = 'applied'
WHERE u.{column} IN :used"""
_USED = bindparam("used", expanding=True)

# A declared nil counts as received and has no sums.
_COUNTED_SLICES = """(SELECT s.month, s.agency FROM batch_slice s
    JOIN batch b ON b.id = s.batch_id AND b.state = 'applied' AND b.mode = 'whole')"""

# Who points to a record of a kind, and by which of its columns.
_NAME = {"agencies": "key", "procedures": "code", "sectors": "code"}
_USERS = {
    "agencies": (
        ("sum_by_channel", "agency"), ("sum_by_counter", "counter"), ("agency_succession", "predecessor"),
        ("agency_succession", "successor"), ("one_stop_point", "agency"), (_COUNTED_SLICES, "agency"),
    ),
    "procedures": (
        ("sum_by_procedure", "procedure"), ("procedure_state", "procedure"), ("opening", "procedure"),
    ),
    "sectors": (("procedure", "sector"), ("sum_reported", "sector")),
}  # fmt: skip
_KINDS = {
    "agency_succession": "successions",
    "one_stop_point": "one_stop_points",
    "procedure_state": "procedure_states",
    "opening": "openings",
    "procedure": "procedures",
}


def to_row(kind: str, fields: dict) -> dict:
    """The table row that a line's fields make."""
    row = dict(fields)
    match kind:
        case "agencies":
            row["key"] = f"{row['code']}@{row['valid_from']}"
        case "successions":
            row = {
                "predecessor": f"{row['predecessor']}@{row['predecessor_from']}",
                "successor": f"{row['successor']}@{row['successor_from']}",
                "extent": row["extent"],
            }
        case "one_stop_points":
            row["agency"] = f"{row['agency']}@{row.pop('agency_from')}"
        case "monthly_figures" | "official_scores":
            row["agency"] = row["agency"] or ""
        case "targets" | "events" | "decisions":
            contract = CONTRACTS[kind]
            row["key"] = "|".join("" if row[field] is None else str(row[field]) for field in contract.key)
    return _typed(METADATA.tables[CONTRACTS[kind].table], row)


def _typed(table, row: dict) -> dict:
    for name, read in _readers(table).items():
        if row.get(name) is not None:
            row[name] = read(row[name])
    return row


@cache
def _readers(table) -> dict:
    """How the text of JSON becomes a value, for the columns that hold no text."""
    readers = ((Date, date.fromisoformat), (Numeric, Decimal))
    return {c.name: read for c in table.c for kind, read in readers if isinstance(c.type, kind)}


def _lines_of(connection: Connection, batch_id: int) -> dict[str, dict]:
    rows = connection.execute(
        text("SELECT key, fields FROM reference_line WHERE batch_id = :id"), {"id": batch_id}
    )
    return {row.key: _fields(row.fields) for row in rows}


def _newest(connection: Connection, batch_id: int, kind: str, mine: dict[str, dict]) -> dict[str, dict]:
    """The counting fields of each key of a batch; those of its own lines are not parsed again."""
    found = connection.execute(text(_NEWEST), {"kind": kind, "batch": batch_id})
    return {row.key: mine[row.key] if row.batch_id == batch_id else _fields(row.fields) for row in found}


def _fields(value: str | dict) -> dict:
    # PostgreSQL's driver has read the JSON already.
    return json.loads(value) if isinstance(value, str) else value


def _stored(connection: Connection, table) -> Iterable[dict]:
    return connection.execute(select(*table.primary_key)).mappings()


def _identity(table, row) -> tuple:
    return tuple(row[column.name] for column in table.primary_key)


def _slices_affected(connection: Connection, kind: str, lines: Iterable[dict]) -> list:
    """Sums hold the sector and the service level of procedures: those slices are made anew."""
    since: dict[str, date] = {}
    for fields in lines:
        if kind == "procedures":
            since[fields["code"]] = date.min
        elif kind == "procedure_states" and fields["aspect"] == "service_level":
            day = date.fromisoformat(fields["since"])
            since[fields["procedure"]] = min(day, since.get(fields["procedure"], day))
    return slices_using(connection, since) if since else []
