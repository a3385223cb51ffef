"""Sums of procedures by their state on a day: how many are online, listed, live."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access.tables import Procedure, ProcedureState

NAMES = ("procedures", "full", "partial", "offline", "listed", "built", "live")
HIGHER = {"full": 3, "partial": 2, "information": 1}


@dataclass(frozen=True)
class Standing:
    """One procedure on one day. `listed`, `built`, `live` are the three dates passed or not."""

    code: str
    name: str
    level: str
    sector: str
    owner: str
    service_level: str | None
    listed: bool
    built: bool
    live: bool


def standings(connection: Connection, on: date) -> list[Standing]:
    """Every procedure that is not internal, in its state at the end of `on`."""
    table, state = Procedure.__table__, ProcedureState.__table__
    service: dict[str, tuple[date, int, str]] = {}
    reached: dict[str, set[str]] = {}
    columns = (state.c.procedure, state.c.aspect, state.c.value, state.c.since)
    for code, aspect, value, since in connection.execute(select(*columns).where(state.c.since <= on)):
        if aspect == "service_level":
            # Two levels stated for one day: the higher one counts (domain.md §3.5).
            service[code] = max(service.get(code, (date.min, 0, "")), (since, HIGHER[value], value))
        else:
            reached.setdefault(code, set()).add(value)
    columns = (table.c.code, table.c.name, table.c.level, table.c.sector, table.c.owner)
    rows = connection.execute(select(*columns).where(~table.c.internal).order_by(table.c.code))
    return [_standing(row, service.get(row.code), reached.get(row.code, set())) for row in rows]


def _standing(row, service, reached: set[str]) -> Standing:
    # Live implies built, built implies listed: an extract may state the last step alone.
    live = "live" in reached
    built = live or "built" in reached
    return Standing(*row, service[2] if service else None, built or "listed" in reached, built, live)


def procedure_sums(found: Iterable[Standing]) -> dict[str, int]:
    """The measures of a group of procedures."""
    sums = dict.fromkeys(NAMES, 0)
    for one in found:
        sums["procedures"] += 1
        sums[one.service_level if one.service_level in ("full", "partial") else "offline"] += 1
        for step in ("listed", "built", "live"):
            sums[step] += getattr(one, step)
    return sums
