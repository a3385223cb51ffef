"""Sums of procedures by their state on a day: how many are online, listed, live."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import Connection, Row, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Procedure, ProcedureState
from data_access.tables.procedure import COUNTED

_STEPS = ("listed", "built", "live")
HIGHER = {"full": 3, "partial": 2, "information": 1}


class Standing(NamedTuple):
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


@once_a_snapshot
def standings(connection: Connection, on: date) -> Sequence[Standing]:
    """Every procedure that is not internal, in its state at the end of `on`."""
    service: dict[str, tuple[date, int, str | None]] = {}
    reached: dict[str, set[str]] = {}
    for code, aspect, value, since in _states(connection):
        if since > on:
            continue
        if aspect == "service_level":
            # Two levels stated for one day: the higher one counts (domain.md §3.5).
            stated_now = since, HIGHER[value], value
            if code not in service or service[code] < stated_now:
                service[code] = stated_now
        else:
            reached.setdefault(code, set()).add(value)
    return [
        _standing(row, service.get(row[0], _NOT_STATED)[2], reached.get(row[0], _NOWHERE))
        for row in _procedures(connection)
    ]


_NOT_STATED = (date.min, 0, None)
_NOWHERE: frozenset[str] = frozenset()


@once_a_snapshot
def stated(connection: Connection) -> frozenset[str]:
    """The sums that records say anything about. Where no level was ever stated, nothing is known of
    full, partial and offline: 0 would be made up. The same of the three steps across boundaries."""
    aspects = {row.aspect for row in _states(connection)}
    return frozenset(
        (("procedures",) if _procedures(connection) else ())
        + (("full", "partial", "offline") if "service_level" in aspects else ())
        + (_STEPS if "cross_boundary" in aspects else ())
    )


@once_a_snapshot
def _procedures(connection: Connection) -> Sequence[Row]:
    table = Procedure.__table__
    columns = (table.c.code, table.c.name, table.c.level, table.c.sector, table.c.owner)
    return connection.execute(select(*columns).where(~table.c.internal).order_by(table.c.code)).all()


@once_a_snapshot
def _states(connection: Connection) -> Sequence[Row]:
    """Every dated state of every procedure: how they stood on any day follows from them."""
    state = ProcedureState.__table__
    columns = (state.c.procedure, state.c.aspect, state.c.value, state.c.since)
    return connection.execute(select(*columns)).all()


def _standing(row: Row, service_level: str | None, reached: set[str] | frozenset[str]) -> Standing:
    # Live implies built, built implies listed: an extract may state the last step alone.
    live = "live" in reached
    built = live or "built" in reached
    return Standing(*row, service_level, built or "listed" in reached, built, live)


def procedure_sums(found: Iterable[Standing]) -> dict[str, int]:
    """The measures of a group of procedures."""
    sums = dict.fromkeys(COUNTED, 0)
    alike = Counter(map(attrgetter("service_level", *_STEPS), found))
    for (service_level, *steps), many in alike.items():
        sums["procedures"] += many
        sums[service_level if service_level in ("full", "partial") else "offline"] += many
        for step, reached in zip(_STEPS, steps, strict=True):
            sums[step] += many * reached
    return sums
