"""Whom a line is about where agencies are listed over time: a unit as it was, or what it has become."""

from dataclasses import dataclass

from data_access.units import Unit
from language import t, tn
from metrics.figure import Figure
from metrics.scope import Scope
from metrics.structure import Group
from ui import names, reads
from ui.choice import chosen
from ui.data import revision
from ui.frame_data import choices

THEN, TODAY = "luc-do", "hien-nay"  # their codes in the address


@dataclass(frozen=True)
class Body:
    """What a line is about: an agency, or `units` that cannot be told apart (then it leads nowhere)."""

    key: str
    name: str
    note: str
    level: str
    kind: str
    leads: bool
    ended: bool
    units: int = 1

    @property
    def alike(self) -> tuple[str, str, bool]:
        """What its peers share with it: those that ended are apart, since they stated other months."""
        return self.level, self.kind, self.ended


def asked_for_today(scope: Scope) -> bool:
    """Whether the reader wants history in the structure of today; asked only where it is another one."""
    words = {THEN: t("structure.then"), TODAY: t("structure.today")}
    return has_ended_units(scope) and chosen("co_cau", t("structure.choose"), words, 240) == TODAY


def has_ended_units(scope: Scope) -> bool:
    """Whether some unit of the period is gone at its end: only then do the two structures differ."""
    units = choices(revision()).units.values()
    return any(unit.valid_to and scope.first <= unit.valid_to < scope.end for unit in units)


def bodies(key: str, scope: Scope, today: bool) -> dict[str, Body]:
    """Key → what each line of an indicator is about, in the structure of its time or of today."""
    if today:
        return {group.key: _body(group, scope) for group in reads.restated(key, scope)}
    units = choices(revision()).units
    return {one: _unit(units[one], scope) for one in reads.by(key, scope, "agency")}


def figures(key: str, scope: Scope, today: bool) -> dict[str, Figure]:
    """An indicator by the keys of `bodies`."""
    if today:
        return {group.key: figure for group, figure in reads.restated(key, scope).items()}
    return reads.by(key, scope, "agency")


def _unit(unit: Unit, scope: Scope) -> Body:
    ended = not unit.in_force(scope.end, scope.end)
    return Body(unit.key, names.called(unit, scope.end), unit.code, unit.level, unit.kind, True, ended)


def _body(group: Group, scope: Scope) -> Body:
    """A unit of today with what it was made of, a group that cannot be told apart, or one that ended."""
    first = (group.now or group.members)[0]
    older = len(group.members) - len(group.now)
    if group.inseparable:
        note = tn("structure.inseparable", older)
    elif group.ended:
        note = t("structure.no_successor", code=first.code)
    else:
        note = tn("structure.made_of", older, code=first.code) if older else first.code
    together = " + ".join(names.called(unit, scope.end) for unit in group.now or group.members)
    units = len(group.now or group.members)
    return Body(group.key, together, note, group.level, first.kind, len(group.now) == 1, group.ended, units)
