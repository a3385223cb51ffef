"""Sums of procedures by their state on a day: how many are online, listed, live."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import Connection, Select, bindparam, func, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Move, Procedure, ProcedureState
from data_access.tables import Standing as StandingTable
from data_access.terms import ASPECTS, COUNTED

_STEPS = ("listed", "built", "live")


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
    """Every procedure that is not internal, in its state at the end of `on`, by code."""
    return list(map(Standing._make, connection.execute(_STANDINGS, {"on": on}).all()))


_AT, _PROCEDURE, _ON = StandingTable.c, Procedure.c, bindparam("on")
_STANDINGS = (
    select(
        *(_PROCEDURE[name] for name in ("code", "name", "level", "sector", "owner")),
        *(_AT[name] for name in ("service_level", *_STEPS)),
    )
    .join_from(StandingTable, Procedure, _PROCEDURE.code == _AT.procedure)
    .where(_AT.since <= _ON, _AT.until > _ON)
    .order_by(_AT.procedure)
)


@once_a_snapshot
def stated(connection: Connection) -> frozenset[str]:
    """The sums that records say anything about. Where no level was ever stated, nothing is known of
    full, partial and offline: 0 would be made up. The same of the three steps across boundaries; and of
    everything where no procedure is known but internal ones, which no sum counts."""
    procedures, service_level, cross_boundary = connection.execute(_KNOWN).one()
    if not procedures:
        return frozenset()
    levels = ("full", "partial", "offline") if service_level else ()
    return frozenset(("procedures", *levels, *(_STEPS if cross_boundary else ())))


_KNOWN = select(
    select(Procedure.c.code).where(~Procedure.c.internal).exists(),
    *(
        select(ProcedureState.c.procedure).where(ProcedureState.c.aspect == aspect).exists()
        for aspect in ASPECTS
    ),
)


def procedure_sums(connection: Connection, on: date, **narrowed: str | None) -> dict[str, int]:
    """The measures COUNTED on a day, of the procedures of one level, sector or owner, or of all."""
    until = [sums for day, sums in moves(connection, **narrowed).items() if day <= on]
    return {name: sum(sums[name] for sums in until) for name in COUNTED}


def moves(connection: Connection, **narrowed: str | None) -> dict[date, dict[str, int]]:
    """Day → by how many procedures each of COUNTED moved on it, in order of days: what is on the first day
    is all there was. Narrowed as `procedure_sums`."""
    return _moves(connection, frozenset((name, wanted) for name, wanted in narrowed.items() if wanted))


def procedure_sums_by(
    connection: Connection, on: date, by: str, **narrowed: str | None
) -> dict[str, dict[str, int]]:
    """`procedure_sums` of each level, sector or owner that has any procedure, in order."""
    groups: dict[str, list[tuple[int, ...]]] = {}
    for group, sums in _moved(connection, on).items():
        labels = dict(zip(_LABELS, group, strict=True))
        if all(wanted in (None, labels[name]) for name, wanted in narrowed.items()):
            groups.setdefault(labels[by], []).append(sums)
    return {
        label: dict(zip(COUNTED, map(sum, zip(*rows, strict=True)), strict=True))
        for label, rows in sorted(groups.items())
    }


_LABELS = ("level", "sector", "owner")


@once_a_snapshot
def _moves(connection: Connection, narrowed: frozenset[tuple[str, str]]) -> dict[date, dict[str, int]]:
    asked = dict(narrowed)
    rows = connection.execute(_of_moves(frozenset(asked)), asked).all()
    return {on: dict(zip(COUNTED, map(int, sums), strict=True)) for on, *sums in rows}


@cache
def _of_moves(narrowed: frozenset[str]) -> Select:
    statement = select(Move.c.on, *_SUMS).where(*(Move.c[name] == bindparam(name) for name in narrowed))
    return statement.group_by(Move.c.on).order_by(Move.c.on)


_SUMS = [func.sum(Move.c[name]) for name in COUNTED]
_OF_GROUPS = (
    select(*(Move.c[name] for name in _LABELS), *_SUMS)
    .where(Move.c.on <= bindparam("until"))
    .group_by(*(Move.c[name] for name in _LABELS))
)


@once_a_snapshot
def _moved(connection: Connection, on: date) -> dict[tuple[str, ...], tuple[int, ...]]:
    """(Level, sector, owner) → what its moves until the end of `on` add up to, in the order of COUNTED."""
    rows = connection.execute(_OF_GROUPS, {"until": on}).all()
    return {tuple(row[:3]): tuple(map(int, row[3:])) for row in rows}


def counted(found: Iterable[Standing]) -> dict[str, int]:
    """The measures COUNTED of a group of procedures."""
    sums = dict.fromkeys(COUNTED, 0)
    alike = Counter(map(attrgetter("service_level", *_STEPS), found))
    for (service_level, *steps), many in alike.items():
        sums["procedures"] += many
        sums[service_level if service_level in ("full", "partial") else "offline"] += many
        for step, reached in zip(_STEPS, steps, strict=True):
            sums[step] += many * reached
    return sums
