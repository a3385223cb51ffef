"""What codes and keys are called, for the reader. Look-ups are read once and used for many rows."""

from datetime import date

from data_access.units import Unit
from language import t
from metrics.scope import Scope
from ui import reads
from ui.data import revision
from ui.frame_data import choices


def agencies(on: date) -> dict[str, str]:
    """Key `code@valid_from` → what the unit is called on a day."""
    return {key: called(unit, on) for key, unit in choices(revision()).units.items()}


def of_units() -> dict[str, str]:
    """Key → what the unit is called, whenever it was in force."""
    return {key: unit.name for key, unit in choices(revision()).units.items()}


def called(unit: Unit, on: date) -> str:
    """The name of a unit; one that has ended by a day says when: names and codes are used again."""
    if unit.valid_to is None or unit.valid_to >= on:
        return unit.name
    return t("structure.until", name=unit.name, day=unit.valid_to)


def level(level: str, on: date) -> str:
    """The name of a level; one whose every unit has ended by a day says when (the districts in 2025)."""
    units = [unit for unit in choices(revision()).units.values() if unit.level == level]
    if not units or any(unit.valid_to is None or unit.valid_to >= on for unit in units):
        return t(f"level.{level}")
    return t("structure.ended", name=t(f"level.{level}"), day=max(unit.valid_to for unit in units))


def owners(on: date) -> dict[str, str]:
    """Bare code → the name it has on a day, else the last it had."""
    units = choices(revision()).units.values()
    last = {unit.code: unit.name for unit in units}
    return last | {unit.code: unit.name for unit in units if unit.in_force(on, on)}


def given_to(code: str, then: date, on: date) -> str:
    """The unit that bore a code on an earlier day; its end is said where it has ended since."""
    units = [unit for unit in choices(revision()).units.values() if unit.code == code]
    mine = next((unit for unit in units if unit.in_force(then, then)), None)
    return called(mine, on) if mine else owners(on).get(code, code)


def sectors() -> dict[str, str]:
    """Code → name."""
    return reads.sectors()


def filters(scope: Scope) -> tuple[str, ...]:
    """What a scope is narrowed to, in words."""
    words = []
    if scope.level:
        words.append(t(f"level.{scope.level}"))
    if scope.agency:
        words.append(agencies(scope.end).get(scope.agency, scope.agency))
    if scope.sector:
        words.append(sectors().get(scope.sector, scope.sector))
    return tuple(words)
