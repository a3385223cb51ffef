"""Whom a line on Cơ quan is about: an agency as it was, or what it has become since."""

from dataclasses import dataclass

from language import t, tn
from metrics.figure import Figure
from metrics.scope import Scope
from metrics.structure import Group
from ui import reads
from ui.data import revision
from ui.frame_data import choices

TODAY = "hien-nay"  # its code in the address


@dataclass(frozen=True)
class Body:
    """What a line is about: an agency, or units that cannot be told apart (then it leads nowhere)."""

    key: str
    name: str
    note: str
    level: str
    kind: str
    leads: bool


def structures() -> dict[str, str]:
    """Code → words of the two ways to read history across a reorganisation."""
    return {"luc-do": t("agencies.structure_then"), TODAY: t("agencies.structure_today")}


def has_ended_units(scope: Scope) -> bool:
    """Whether some unit of the period is no longer: only then do the two structures differ."""
    units = choices(revision()).units.values()
    return any(unit.valid_to and scope.first <= unit.valid_to <= scope.end for unit in units)


def bodies(key: str, scope: Scope, today: bool) -> dict[str, Body]:
    """Key → what each line of an indicator is about, in the structure of its time or of today."""
    if today:
        return {group.key: _body(group) for group in reads.restated(key, scope)}
    units = choices(revision()).units
    return {
        one: Body(one, units[one].name, units[one].code, units[one].level, units[one].kind, True)
        for one in reads.by(key, scope, "agency")
    }


def figures(key: str, scope: Scope, today: bool) -> dict[str, Figure]:
    """An indicator by the keys of `bodies`."""
    if today:
        return {group.key: figure for group, figure in reads.restated(key, scope).items()}
    return reads.by(key, scope, "agency")


def _body(group: Group) -> Body:
    """A unit of today with what it was made of, a group that cannot be told apart, or one that ended."""
    first = (group.now or group.members)[0]
    older = len(group.members) - len(group.now)
    if group.inseparable:
        note = tn("agencies.inseparable", older)
    elif group.ended:
        note = t("agencies.ended", code=first.code)
    else:
        note = tn("agencies.made_of", older, code=first.code) if older else first.code
    names = " + ".join(unit.name for unit in group.now or group.members)
    return Body(group.key, names, note, group.level, first.kind, len(group.now) == 1)
