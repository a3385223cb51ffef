"""Index 766: the scores of the province and of its agencies over a period, from sums.

Dossiers are those of the agencies that have stated every month of the period, as for every other figure.
Procedures are those that an agency carries out: of its level, and at the level of the province its own.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from data_access.tables import SumByProcedure
from data_access.tables.sums import REPORTED
from data_access.terms import OF_PROCEDURES, ONLINE_USED
from data_access.units import Unit
from metrics.coverage import Coverage, coverage
from metrics.dossier_sums import Sums, dossier_sums
from metrics.index_766 import Component, Points, Score
from metrics.index_766_versions import version_on
from metrics.indicators import OPEN
from metrics.procedure_sums import Standing, counted, standings
from metrics.scope import Scope

# What can be said of an agency that sends reports: what they state, and how many procedures it has.
_OF_REPORTS = {*REPORTED, *OF_PROCEDURES} - {ONLINE_USED}


def province_score(connection: Connection, scope: Scope) -> Score | None:
    """The province by the weights in force at the end of a period; None where none are."""
    version = version_on(connection, scope.end)
    if version is None:
        return None
    whole = scope.only(level=None, agency=None, sector=None)
    cover = coverage(connection, whole)
    sources = _sources(connection, whole, cover.complete)
    return _score(version.components, cover, sources, sources.everything)


def agency_scores(connection: Connection, scope: Scope) -> dict[str, Score]:
    """Key → score of every agency that is due, or of the one of the scope; empty without weights."""
    version = version_on(connection, scope.end)
    if version is None:
        return {}
    cover = coverage(connection, scope)
    sources = _sources(connection, scope, cover.complete)
    return {
        key: _score(version.components, cover.within(agency=key), sources, sources.of(cover.units[key]))
        for key in sorted(cover.members)
    }


@dataclass(frozen=True, eq=False)
class _Procedures:
    """Some procedures: how many stand where, and which of them are online."""

    sums: dict[str, int]
    online: frozenset[str]

    @classmethod
    def of(cls, found: Collection[Standing]) -> "_Procedures":
        online = frozenset(one.code for one in found if one.service_level in ("full", "partial"))
        return cls(counted(found), online)


@dataclass(frozen=True, eq=False)
class _Sources:
    """Sums by agency: over the period, and of its last month for what is open; codes of procedures that
    were handed in online, by agency; every procedure at the end of the period."""

    flows: dict[str, Sums]
    stocks: dict[str, Sums]
    used: dict[str, set[str]]
    standings: Sequence[Standing]

    @cached_property
    def everything(self) -> _Procedures:
        return _Procedures.of(self.standings)

    def of(self, unit: Unit) -> _Procedures:
        """What an agency carries out: of its level; a department what it is in charge of."""
        owner = unit.code if unit.level == "province" else None
        return self._groups.get((unit.level, owner), _Procedures.of(()))

    @cached_property
    def _groups(self) -> dict[tuple[str, str | None], _Procedures]:
        groups: dict[tuple[str, str | None], list[Standing]] = {}
        for one in self.standings:
            owner = one.owner if one.level == "province" else None
            groups.setdefault((one.level, owner), []).append(one)
        return {label: _Procedures.of(group) for label, group in groups.items()}


def _sources(connection: Connection, scope: Scope, agencies: frozenset[str]) -> _Sources:
    return _Sources(
        flows=dossier_sums(connection, scope, agencies, "agency"),
        stocks=dossier_sums(connection, scope.only(first=scope.last), agencies, "agency"),
        used=_used_online(connection, scope),
        standings=standings(connection, scope.end),
    )


def _used_online(connection: Connection, scope: Scope) -> dict[str, set[str]]:
    used = SumByProcedure.c
    statement = (
        select(used.agency, used.procedure)
        .where(used.month.between(scope.first, scope.last), used.received_online > 0)
        .where(*([used.agency == scope.agency] if scope.agency else []))
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for agency, procedure in connection.execute(statement):
        found.setdefault(agency, set()).add(procedure)
    return found


def _score(
    components: Sequence[Component], cover: Coverage, sources: _Sources, procedures: _Procedures
) -> Score:
    return Score(tuple(_points(one, cover, sources, procedures) for one in components))


def _points(component: Component, cover: Coverage, sources: _Sources, procedures: _Procedures) -> Points:
    able = cover.complete if component.sums <= _OF_REPORTS else cover.complete - cover.reporting
    if not component.measurable or not able:
        return Points(component, received=0, due=len(cover.members))
    part, whole = (
        sum(_sum(name, able, sources, procedures) for name in names)
        for names in (component.part, component.whole)
    )
    return Points(component, part, whole, len(able), len(cover.members))


def _sum(name: str, agencies: Collection[str], sources: _Sources, procedures: _Procedures) -> int:
    if name == ONLINE_USED:
        used = (sources.used.get(agency, ()) for agency in agencies)
        return len(procedures.online.intersection(set().union(*used)))
    if name in OF_PROCEDURES:
        return procedures.sums[name]
    # What is open at the end of a month stands in that month alone: added up it would count again and again.
    found = sources.stocks if name in OPEN else sources.flows
    return sum(found[agency][name] for agency in agencies if agency in found)
