"""Whether a staged statement still means what it meant: lists may change after its file was checked.

A code means a unit only in a month, and what a line says is resolved once, when its file is checked. A batch
that would be resolved otherwise now is not applied, as far as its lines tell, which keep no names: its
dossiers would stand with units that are gone, or twice. It asks only what the lists say, never when they
changed, so a batch becomes right again if they do.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Date, bindparam, text

from data_access.agencies import agencies, units_by_key
from data_access.counting import slices_of
from data_access.errors import ListsMoved
from data_access.ingest.knowing import status_names
from data_access.months import month_end
from data_access.statements import DOSSIERS, STATEMENTS
from data_access.units import handling

Outdated = Mapping[str, tuple[str, ...]]


def outdated(connection: Connection, batch_id: int, kind: str) -> Outdated:
    """What of a batch the lists do not say (any more), by list, as people call it: agencies that do not
    state its months, counters, procedures, sectors, statuses. Empty if all of it stands; for records always.
    """
    if kind not in STATEMENTS:
        return {}
    found = {"agencies": _called(connection, _agencies(connection, batch_id))}
    if kind == DOSSIERS.kind:
        of_others = set(_counters(connection, batch_id)).difference(found["agencies"])
        found["counters"] = sorted(of_others)  # most dossiers are handed in where they are handled
        found["procedures"] = connection.scalars(text(_PROCEDURES), {"id": batch_id}).all()
        found["statuses"] = _statuses(connection, batch_id)
    else:
        found["sectors"] = connection.scalars(text(_SECTORS), {"id": batch_id}).all()
    return {name: tuple(ones) for name, ones in found.items() if ones}


def refuse_if_outdated(connection: Connection, batch_id: int, kind: str) -> None:
    """ListsMoved if anything of a batch is outdated."""
    if found := outdated(connection, batch_id, kind):
        raise ListsMoved(found)


def separable(connection: Connection, batch_id: int, kind: str) -> tuple[str, ...]:
    """The outdated agencies (keys) of a batch, if the others can go on without them: there are others, and
    neither they nor what they name is outdated."""
    if set(outdated(connection, batch_id, kind)) != {"agencies"}:
        return ()
    if kind == DOSSIERS.kind and _counters(connection, batch_id):
        return ()
    ended = _agencies(connection, batch_id)
    others = {key for _, key in slices_of(connection, batch_id)} - ended
    return tuple(sorted(ended)) if others else ()


def _agencies(connection: Connection, batch_id: int) -> set[str]:
    """Those that are not the unit that their code means in a month that the batch states of them."""
    units = agencies(connection)
    slices = slices_of(connection, batch_id)
    meant = {month: handling(units, month) for month in {month for month, _ in slices}}
    return {key for month, key in slices if meant[month].get(_code(key)) != key}


def _counters(connection: Connection, batch_id: int) -> list[str]:
    """Those that are a unit neither on the day of receipt nor in the month; a blank one is its agency.

    One that is the unit of the month stands, also where another unit bears its code on the day of receipt:
    its line may have named it, and a name means the unit of the month on days on which it meant none.
    """
    units = agencies(connection)
    pairs = connection.execute(text(_PAIRS).columns(month=Date), {"id": batch_id}).all()
    meant = {month: set(handling(units, month).values()) for month in {row.month for row in pairs}}
    odd = sorted({row.counter for row in pairs if row.counter not in meant[row.month]})
    if not odd:
        return []
    lines = text(_COUNTERS).bindparams(bindparam("odd", expanding=True))
    return _called(connection, connection.scalars(lines, {"id": batch_id, "odd": odd}))


def _statuses(connection: Connection, batch_id: int) -> list[str]:
    """Numbers that no label means at the end of the month; lines are read only where one is missing."""
    names = status_names(connection)
    gone = set()
    for month in {month for month, _ in slices_of(connection, batch_id)}:
        newest = {label: status for label, since, status in names if since <= month_end(month)}
        known = set(newest.values())
        if known < set(range(1, 11)):
            used = text(_STATUSES).bindparams(bindparam("month", type_=Date))
            gone |= set(connection.scalars(used, {"id": batch_id, "month": month})) - known
    return [str(status) for status in sorted(gone)]


def _called(connection: Connection, keys: Iterable[str]) -> list[str]:
    units = units_by_key(connection)
    return [f"{units[key].name} ({_code(key)})" if key in units else key for key in sorted(keys)]


def _code(key: str) -> str:
    return key.split("@")[0]


# From the sums of the batch, which know in few rows what its lines name. CROSS JOIN: slice by slice, as they
# lie; those of all batches are many.
_ITS_SUMS = """(SELECT b.* FROM batch_slice s CROSS JOIN batch_sum b
WHERE s.batch_id = :id AND b.month = s.month AND b.agency = s.agency AND b.batch_id = s.batch_id) mine"""
_PAIRS = f"SELECT DISTINCT month, counter FROM {_ITS_SUMS} WHERE counter <> agency"
_PROCEDURES = f"""SELECT DISTINCT procedure FROM {_ITS_SUMS}
WHERE procedure NOT IN (SELECT code FROM procedure) ORDER BY procedure"""
_SECTORS = """SELECT DISTINCT sector FROM report_line WHERE batch_id = :id
AND sector NOT IN (SELECT code FROM sector) ORDER BY sector"""

# CROSS JOIN: from the few slices to their lines, which lie in that order.
_COUNTERS = f"""SELECT DISTINCT d.counter
FROM (SELECT DISTINCT month, agency, counter FROM {_ITS_SUMS} WHERE counter IN :odd) s
CROSS JOIN dossier d LEFT JOIN agency u ON u.key = d.counter
WHERE d.month = s.month AND d.agency = s.agency AND d.counter = s.counter AND d.batch_id = :id
AND d.counter <> d.agency AND (u.key IS NULL OR d.received_on IS NULL OR d.received_on < u.valid_from
    OR d.received_on > u.valid_to)"""
_STATUSES = """SELECT DISTINCT d.status FROM batch_slice s CROSS JOIN dossier d
WHERE s.batch_id = :id AND s.month = :month AND d.month = s.month AND d.agency = s.agency
AND d.batch_id = s.batch_id"""
